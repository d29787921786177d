package strtab

import "hash/maphash"

// A Strings numbers strings, from 1 on in the order they come; 0 is the empty string. It holds no pointer to any of them,
// so that those of a million entries cost the garbage collector nothing.
type Strings struct {
	text  []byte
	ends  []uint64 // of each in text
	table []slot   // a power of two
	seed  maphash.Seed
}

// A slot holds the number of a string, 0 when it is empty, and part of its hash.
type slot struct{ hash, number uint32 }

// Number returns the number of s.
func (t *Strings) Number(s string) uint32 {
	if s == "" {
		return 0
	}
	if 2*len(t.ends) >= len(t.table) {
		t.grow()
	}
	h := uint32(maphash.String(t.seed, s))
	at := t.find(h, s)
	if t.table[at].number == 0 {
		t.text = append(t.text, s...)
		t.ends = append(t.ends, uint64(len(t.text)))
		t.table[at] = slot{h, uint32(len(t.ends))}
	}
	return t.table[at].number
}

// find returns the slot of s, or the empty one where it belongs.
func (t *Strings) find(h uint32, s string) uint32 {
	mask := uint32(len(t.table) - 1)
	at := h & mask
	for n := t.table[at]; n.number != 0 && !(n.hash == h && string(t.At(n.number)) == s); n = t.table[at] {
		at = (at + 1) & mask
	}
	return at
}

func (t *Strings) grow() {
	old := t.table
	if len(old) == 0 {
		t.seed = maphash.MakeSeed()
	}
	t.table = make([]slot, max(64, 2*len(old)))
	mask := uint32(len(t.table) - 1)
	for _, n := range old {
		if n.number == 0 {
			continue
		}
		at := n.hash & mask
		for t.table[at].number != 0 {
			at = (at + 1) & mask
		}
		t.table[at] = n
	}
}

// At returns the string with a number.
func (t *Strings) At(number uint32) []byte {
	switch number {
	case 0:
		return nil
	case 1:
		return t.text[:t.ends[0]]
	}
	return t.text[t.ends[number-2]:t.ends[number-1]]
}

// Size returns the bytes of all strings.
func (t *Strings) Size() int { return len(t.text) }
