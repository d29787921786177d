package gazetteer

import (
	"bytes"
	"encoding/binary"

	"github.com/musamma/musamma/gazetteer/internal/index"
	"github.com/musamma/musamma/normalize"
)

// A wordTable numbers the words of names as written, so that each is folded once: a million names have 2.4 million words
// and 0.4 million different ones. Tokens that are no plain words have numbers too, as words of a space and their codes:
// no word of a name has a space.
type wordTable struct {
	info  pieces[wordInfo]
	keys  pieces[normalize.Key] // of plain words and of tokens
	arena []byte                // words too long for wordInfo
	table []tagged              // a power of two
	pows  [MaxBytes/2 + 1]uint64

	fresh  []uint32 // plain words that were numbered last
	loaded uint64   // keeps the loads that number makes for their effect on the cache
}

// A tagged is a slot of a growing hash table: the number of an element plus one, and the hash that led there, so that
// most comparisons and all moves to a larger table read no element.
type tagged struct{ hash, number uint32 }

// A wordInfo is half a cache line, so that what a name asks of a word comes with the comparison.
type wordInfo struct {
	short  [16]byte // the word, or the first bytes of it; nine of ten are not longer
	strict uint64   // sum of the strictHash, when plain
	start  uint32   // of a longer word in arena
	size   uint16   // bytes
	plain  bool     // letters U+0621-064A only: one token, whatever stands beside it
	hints  uint8    // hintsOf, when plain
}

func (t *wordTable) word(i uint32) []byte {
	w := t.info.at(i)
	if int(w.size) <= len(w.short) {
		return w.short[:w.size]
	}
	return t.arena[w.start:][:w.size]
}

// strict returns the strictHash of a plain word.
func (t *wordTable) strict(w *wordInfo) strictHash { return strictHash{w.strict, t.pows[w.size/2]} }

// number writes the numbers of the words of q to numbers. The new plain ones of them are in t.fresh.
func (t *wordTable) number(q *queue, numbers []uint32) {
	for 2*(int(t.info.size)+len(q.words)) > len(t.table) {
		t.grow()
	}
	t.fresh = t.fresh[:0]
	mask := uint32(len(t.table) - 1)
	loaded := uint64(0)
	for i := range q.words {
		loaded += uint64(t.table[q.words[i].hash&mask].number)
	}
	for i := range q.words {
		if n := t.table[q.words[i].hash&mask].number; n > 0 {
			loaded += uint64(t.info.at(n - 1).size)
		}
	}
	t.loaded = loaded
	for i := range q.words {
		w := &q.words[i]
		at := w.hash & mask
		for t.table[at].number != 0 && !(t.table[at].hash == w.hash && t.is(t.table[at].number-1, q, w)) {
			at = (at + 1) & mask
		}
		n := &t.table[at]
		if n.number == 0 {
			*n = tagged{w.hash, t.add(q, w) + 1}
		}
		numbers[i] = n.number - 1
	}
}

// is reports whether word i is w.
func (t *wordTable) is(i uint32, q *queue, w *queued) bool {
	info := t.info.at(i)
	return binary.LittleEndian.Uint64(info.short[:]) == w.lo && binary.LittleEndian.Uint64(info.short[8:]) == w.hi &&
		info.size == w.size && (int(w.size) <= len(info.short) || bytes.Equal(t.word(i), q.word(w)))
}

func (t *wordTable) add(q *queue, w *queued) uint32 {
	i := t.info.size
	info, key := t.info.grow(), t.keys.grow()
	binary.LittleEndian.PutUint64(info.short[:], w.lo)
	binary.LittleEndian.PutUint64(info.short[8:], w.hi)
	info.size, info.plain = w.size, w.plain
	if int(w.size) > len(info.short) {
		info.start = uint32(len(t.arena))
		t.arena = append(t.arena, q.word(w)...)
	}
	if text := q.word(w); w.plain {
		t.fresh = append(t.fresh, i)
	} else if len(text) > 0 && text[0] == ' ' {
		*key = normalize.KeyOf(text[1:])
	}
	return i
}

// grow moves the words into a table of twice the size.
func (t *wordTable) grow() {
	if len(t.table) == 0 {
		t.pows[0] = 1
		for i := range t.pows[1:] {
			t.pows[i+1] = t.pows[i] * strictBase
		}
	}
	table := make([]tagged, max(1024, 2*len(t.table)))
	mask := uint32(len(table) - 1)
	for _, n := range t.table {
		if n.number == 0 {
			continue
		}
		at := n.hash & mask
		for table[at].number != 0 {
			at = (at + 1) & mask
		}
		table[at] = n
	}
	t.table = table
}

// hashBytes hashes s. It decides the order of words in a file, so it never changes.
func hashBytes(s []byte) uint64 {
	h := uint64(len(s))
	for ; len(s) >= 8; s = s[8:] {
		h = index.Mix(h, binary.LittleEndian.Uint64(s), 0)
	}
	var rest [8]byte
	copy(rest[:], s)
	return index.Mix(h, binary.LittleEndian.Uint64(rest[:]), 1)
}
