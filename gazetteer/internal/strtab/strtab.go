// Package strtab stores the strings of a gazetteer: names as written, split at single spaces into words, where a word
// that occurs twice or more is a reference into a dictionary; and columns of other strings, one reference an entry into
// a pool. A million names of 27 bytes take 13 bytes each. Whatever the bytes, a read stays inside them, and a name is
// never longer than MaxName.
package strtab

import (
	"encoding/binary"
	"fmt"
)

const (
	// MaxName bounds a decoded name in bytes: a hostile file cannot make a long one out of many references.
	MaxName = 512
	// Stride is how many names share one entry of the sample table; finding a name skips at most Stride-1 others.
	Stride = 16
)

// Names reads the written forms.
//
//	samples: u32 for every 16th name: offset of its record
//	records: uvarint length of what follows; then a word each: uvarint w; w even: word w/2 of the dictionary;
//	         w odd: w/2 bytes follow. Words are joined by one space.
//	ends:    u32 for every word of the dictionary: where it ends in words
//	words:   the words
type Names struct {
	samples, records, ends, words []byte
	count                         uint32
}

// NewNames reads count names.
func NewNames(samples, records, ends, words []byte, count uint32) (Names, error) {
	if want := SampleBytes(count); len(samples) != want {
		return Names{}, fmt.Errorf("name samples of %d bytes, expected %d", len(samples), want)
	}
	if len(ends)%4 != 0 {
		return Names{}, fmt.Errorf("word ends of %d bytes, expected a multiple of 4", len(ends))
	}
	return Names{samples, records, ends, words, count}, nil
}

// SampleBytes returns the size of the sample table of a number of names.
func SampleBytes(count uint32) int { return int((uint64(count) + Stride - 1) / Stride * 4) }

// Append appends name i; ok is false, and less or nothing appended, when the bytes are not a name.
func (n *Names) Append(dst []byte, i uint32) (_ []byte, ok bool) {
	if i >= n.count {
		return dst, false
	}
	at := uint64(binary.LittleEndian.Uint32(n.samples[i/Stride*4:]))
	var rec []byte
	for range i%Stride + 1 {
		if at > uint64(len(n.records)) {
			return dst, false
		}
		size, w := binary.Uvarint(n.records[at:])
		if w <= 0 || size > uint64(len(n.records))-at-uint64(w) {
			return dst, false
		}
		rec = n.records[at+uint64(w):][:size]
		at += uint64(w) + size
	}
	start := len(dst)
	for first := true; len(rec) > 0; first = false {
		if !first {
			dst = append(dst, ' ')
		}
		v, w := binary.Uvarint(rec)
		if w <= 0 {
			return dst, false
		}
		rec = rec[w:]
		var word []byte
		if v&1 != 0 {
			if v>>1 > uint64(len(rec)) {
				return dst, false
			}
			word, rec = rec[:v>>1], rec[v>>1:]
		} else if word, ok = n.word(v >> 1); !ok {
			return dst, false
		}
		if len(dst)-start+len(word) > MaxName {
			return dst, false
		}
		dst = append(dst, word...)
	}
	return dst, len(dst) > start
}

func (n *Names) word(i uint64) ([]byte, bool) {
	if i >= uint64(len(n.ends)/4) {
		return nil, false
	}
	lo := uint32(0)
	if i > 0 {
		lo = binary.LittleEndian.Uint32(n.ends[i*4-4:])
	}
	hi := binary.LittleEndian.Uint32(n.ends[i*4:])
	if lo > hi || uint64(hi) > uint64(len(n.words)) {
		return nil, false
	}
	return n.words[lo:hi], true
}

// A NamesWriter collects names in order.
type NamesWriter struct {
	samples, records []byte
	rec              []byte
	count            uint32
}

// NewNamesWriter returns a writer for count names with room for words of size bytes, as they are stored.
func NewNamesWriter(count, size int) *NamesWriter {
	return &NamesWriter{
		samples: make([]byte, 0, SampleBytes(uint32(count))),
		records: make([]byte, 0, size+binary.MaxVarintLen16*count),
	}
}

// Ref adds a word of the dictionary to the name.
func (w *NamesWriter) Ref(word uint32) { w.rec = binary.AppendUvarint(w.rec, uint64(word)<<1) }

// Literal adds a word by its bytes to the name.
func (w *NamesWriter) Literal(word []byte) {
	w.rec = append(binary.AppendUvarint(w.rec, uint64(len(word))<<1|1), word...)
}

// End ends the name.
func (w *NamesWriter) End() {
	if w.count%Stride == 0 {
		w.samples = binary.LittleEndian.AppendUint32(w.samples, uint32(len(w.records)))
	}
	w.count++
	w.records = append(binary.AppendUvarint(w.records, uint64(len(w.rec))), w.rec...)
	w.rec = w.rec[:0]
}

// Sections returns the sample table and the records.
func (w *NamesWriter) Sections() (samples, records []byte) { return w.samples, w.records }
