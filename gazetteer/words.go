package gazetteer

import (
	"encoding/binary"

	"github.com/musamma/musamma/gazetteer/internal/index"
)

// A wordTable numbers the words of names as written, so that each is folded once: a million names have 2.4 million words
// and 0.4 million different ones.
type wordTable struct {
	arena []byte
	info  []wordInfo
	table []tagged // a power of two
	pows  [MaxBytes/2 + 1]uint64
}

// A tagged is a slot of a growing hash table: the number of an element plus one, and the hash that led there, so that
// most comparisons and all moves to a larger table read no element.
type tagged struct{ hash, number uint32 }

type wordInfo struct {
	short  [16]byte // the word, if it is not longer: nine of ten are not, and need no look into arena
	strict uint64   // sum of the strictHash, when plain
	start  uint32   // of the word in arena
	token  uint32   // when plain
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
	return t.arena[w.start:][:w.size]
}

// strict returns the strictHash of a plain word.
func (t *wordTable) strict(i uint32) strictHash {
	w := &t.info[i]
	return strictHash{w.strict, t.pows[w.size/2]}
}

// intern returns the number of a word, and whether it is new.
func (t *wordTable) intern(w string) (id uint32, fresh bool) {
	if len(t.info)*2 >= len(t.table) {
		t.table = grown(t.table)
		t.pows[0] = 1
		for i := range t.pows[1:] {
			t.pows[i+1] = t.pows[i] * strictBase
		}
	}
	h := uint32(hashString(w))
	mask := uint32(len(t.table) - 1)
	for at := h & mask; ; at = (at + 1) & mask {
		n := t.table[at]
		if n.number == 0 {
			t.info = append(t.info, wordInfo{start: uint32(len(t.arena)), size: uint16(len(w)), plain: isPlain(w)})
			copy(t.info[len(t.info)-1].short[:], w)
			t.arena = append(t.arena, w...)
			t.table[at] = tagged{h, uint32(len(t.info))}
			return uint32(len(t.info) - 1), true
		}
		if n.hash == h && t.is(n.number-1, w) {
			return n.number - 1, false
		}
	}
}

// is reports whether word i is w.
func (t *wordTable) is(i uint32, w string) bool {
	info := &t.info[i]
	if len(w) <= len(info.short) {
		return int(info.size) == len(w) && string(info.short[:len(w)]) == w
	}
	return string(t.word(i)) == w
}

// grown moves the elements of a table into one of twice the size.
func grown(old []tagged) []tagged {
	table := make([]tagged, max(1024, 2*len(old)))
	mask := uint32(len(table) - 1)
	for _, n := range old {
		if n.number == 0 {
			continue
		}
		at := n.hash & mask
		for table[at].number != 0 {
			at = (at + 1) & mask
		}
		table[at] = n
	}
	return table
}

// hashString hashes the bytes of s. It decides the order of words in a file, so it never changes.
func hashString(s string) uint64 {
	h := uint64(len(s))
	var b [8]byte
	for ; len(s) >= 8; s = s[8:] {
		copy(b[:], s)
		h = index.Mix(h, binary.LittleEndian.Uint64(b[:]), 0)
	}
	b = [8]byte{}
	copy(b[:], s)
	return index.Mix(h, binary.LittleEndian.Uint64(b[:]), 1)
}
