package gazetteer

import (
	"encoding/binary"
	"slices"

	"github.com/musamma/musamma/gazetteer/internal/index"
	"github.com/musamma/musamma/normalize"
)

// A wordTable numbers the words of names as written, so that each is folded once: a million names have 2.4 million words
// and 0.4 million different ones. Tokens that are no plain words have numbers too, as words of a space and their codes:
// no word of a name has a space.
type wordTable struct {
	info  []wordInfo
	keys  []normalize.Key // of plain words and of tokens
	arena []byte          // words too long for wordInfo.short
	table []tagged        // a power of two
	pows  [MaxBytes/2 + 1]uint64
}

// A tagged is a slot of a growing hash table: the number of an element plus one, and the hash that led there, so that
// most comparisons and all moves to a larger table read no element.
type tagged struct{ hash, number uint32 }

// A wordInfo is half a cache line, so that what a name asks of a word comes with the comparison.
type wordInfo struct {
	short  [16]byte // the word, if it is not longer: nine of ten are not
	strict uint64   // sum of the strictHash, when plain
	start  uint32   // of a longer word in arena
	size   uint16   // bytes
	plain  bool     // letters U+0621-064A only: one token, whatever stands beside it
	derive bool     // mayDerive, when plain
}

// isPlain reports whether every character of w is a letter from ء to ي, tatweel and marks excluded.
func isPlain(w string) bool {
	if len(w)%2 != 0 {
		return false
	}
	for i := 0; i < len(w); i += 2 {
		switch hi, lo := w[i], w[i+1]; {
		case hi == 0xD8 && lo >= 0xA1 && lo <= 0xBA:
		case hi == 0xD9 && lo >= 0x81 && lo <= 0x8A:
		default:
			return false
		}
	}
	return len(w) > 0
}

func (t *wordTable) word(i uint32) []byte {
	w := &t.info[i]
	if int(w.size) <= len(w.short) {
		return w.short[:w.size]
	}
	return t.arena[w.start:][:w.size]
}

// strict returns the strictHash of a plain word.
func (t *wordTable) strict(w *wordInfo) strictHash { return strictHash{w.strict, t.pows[w.size/2]} }

// intern returns the number of a word, and whether it is new.
func (t *wordTable) intern(w string) (id uint32, fresh bool) {
	if len(t.info)*2 >= len(t.table) {
		t.grow()
	}
	lo, hi := first16(w)
	h := uint32(index.HashKey(uint64(len(w)), lo, hi))
	if len(w) > 16 {
		h = uint32(hashString(w))
	}
	mask := uint32(len(t.table) - 1)
	for at := h & mask; ; at = (at + 1) & mask {
		n := t.table[at]
		if n.number == 0 {
			t.table[at] = tagged{h, uint32(len(t.info) + 1)}
			return t.add(w), true
		}
		if n.hash == h && t.is(n.number-1, w, lo, hi) {
			return n.number - 1, false
		}
	}
}

func (t *wordTable) add(w string) uint32 {
	t.info, t.keys = append(doubled(t.info), wordInfo{size: uint16(len(w))}), append(doubled(t.keys), normalize.Key{})
	info := &t.info[len(t.info)-1]
	if copy(info.short[:], w) < len(w) {
		info.start = uint32(len(t.arena))
		t.arena = append(t.arena, w...)
	}
	return uint32(len(t.info) - 1)
}

// is reports whether word i is w, which begins with lo and hi.
func (t *wordTable) is(i uint32, w string, lo, hi uint64) bool {
	info := &t.info[i]
	return binary.LittleEndian.Uint64(info.short[:]) == lo && binary.LittleEndian.Uint64(info.short[8:]) == hi &&
		int(info.size) == len(w) && (len(w) <= len(info.short) || string(t.word(i)) == w)
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

// doubled returns s with room for one more. The arrays of a Builder grow twofold: append makes large ones a quarter
// larger, which writes five times the bytes of the last.
func doubled[E any](s []E) []E {
	if len(s) == cap(s) {
		return slices.Grow(s, len(s)+64)
	}
	return s
}

// first16 returns the first 16 bytes of s, with zeros behind a shorter one.
func first16(s string) (lo, hi uint64) {
	if len(s) < 8 {
		return tail(s), 0
	}
	if len(s) < 16 {
		return le64(s), tail(s[8:])
	}
	return le64(s), le64(s[8:])
}

func le64(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// tail returns the up to 7 bytes of s.
func tail(s string) uint64 {
	var b [8]byte
	copy(b[:], s)
	return binary.LittleEndian.Uint64(b[:])
}

// hashString hashes the bytes of s. It decides the order of words in a file, so it never changes.
func hashString(s string) uint64 {
	h := uint64(len(s))
	for ; len(s) >= 8; s = s[8:] {
		h = index.Mix(h, le64(s), 0)
	}
	return index.Mix(h, tail(s), 1)
}
