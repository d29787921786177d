package index

import (
	"encoding/binary"
	"fmt"
)

// Words is an open-addressing table of words of up to seven letters with a count: lines of eight 64-bit slots, the
// letters in the low 56 bits, count+1 in the top byte, zero when empty. A word of a lexicon costs 11 bytes.
type Words struct {
	data  []byte
	lines uint32
	seed  uint64
}

const wordMask = 1<<56 - 1

// FitsWord reports whether a token key has a place in Words.
func FitsWord(lo, hi uint64) bool { return hi == 0 && lo <= wordMask }

// NewWords reads a table in data.
func NewWords(data []byte, seed uint64) (Words, error) {
	if len(data)%lineSize != 0 || len(data) == 0 || uint64(len(data))/edgeSize >= 1<<31 {
		return Words{}, fmt.Errorf("words of %d bytes, expected a multiple of %d", len(data), lineSize)
	}
	return Words{data, uint32(len(data) / lineSize), seed}, nil
}

// Touch loads the place where the probe for a word begins, as Vocab.Touch does.
func (w *Words) Touch(word uint64) uint64 {
	h := hashWord(w.seed, word)
	return binary.LittleEndian.Uint64(w.data[uint(scale(h, w.lines))*lineSize+uint(h)%lineEdges*edgeSize:])
}

// Find returns the count of a word.
func (w *Words) Find(word uint64) (count uint8, ok bool) {
	x := findWord(w.data, w.seed, w.lines, word)
	return uint8(x>>56) - 1, x != 0
}

// Slots returns the number of slots, At what a slot holds: word zero when it is empty.
func (w *Words) Slots() uint32 { return w.lines * lineEdges }

// At returns the word and the count in a slot, zero when it is empty.
func (w *Words) At(slot uint32) (word uint64, count uint8) {
	x := binary.LittleEndian.Uint64(w.data[uint(slot)*edgeSize:])
	return x & wordMask, uint8(x>>56) - 1
}

// findWord returns the slot's content, zero when the word is absent.
func findWord(data []byte, seed uint64, lines uint32, word uint64) uint64 {
	h := hashWord(seed, word)
	line := scale(h, lines)
	for range MaxProbe {
		p := (*[lineSize]byte)(data[uint(line)*lineSize:])
		for n := uint(0); n < lineEdges; n++ {
			x := binary.LittleEndian.Uint64(p[(uint(h)+n)%lineEdges*edgeSize:])
			if x == 0 || x&wordMask == word {
				return x
			}
		}
		if line++; line == lines {
			line = 0
		}
	}
	return 0
}

// HashWord returns the hash by which words are ordered before insertion.
func HashWord(seed, word uint64) uint64 { return hashWord(seed, word) }

// InsertWord puts a word into data, a table of whole lines; false when no slot is near enough.
func InsertWord(data []byte, seed, word uint64, count uint8) bool {
	lines := uint32(len(data) / lineSize)
	h := hashWord(seed, word)
	line := scale(h, lines)
	for range min(MaxProbe, lines) {
		p := data[uint(line)*lineSize:][:lineSize]
		for n := uint(0); n < lineEdges; n++ {
			slot := p[(uint(h)+n)%lineEdges*edgeSize:]
			if binary.LittleEndian.Uint64(slot) == 0 {
				binary.LittleEndian.PutUint64(slot, word|uint64(count+1)<<56)
				return true
			}
		}
		if line++; line == lines {
			line = 0
		}
	}
	return false
}
