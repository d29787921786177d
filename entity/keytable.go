package entity

import (
	"math/bits"
	"math/rand/v2"

	"github.com/musamma/musamma/normalize"
)

// A keyTable maps keys to what is remembered of them, by open addressing. It is emptied at no cost and keeps its memory.
type keyTable struct {
	slots  []slot // a power of two, at most half of them used
	shift  int    // leaves of a hash the number of a slot
	lo, hi uint64 // odd and random: no text is made to collide
	round  uint32 // slots of another round are empty
	used   int
}

type slot struct {
	key   normalize.Key
	value remembered
	round uint32
}

// reset empties the table.
func (t *keyTable) reset() {
	t.used = 0
	if t.round++; t.round == 0 { // after 2³² documents
		clear(t.slots)
		t.round = 1
	}
}

// find returns the slot that holds a key, or the empty one where it belongs.
func (t *keyTable) find(k normalize.Key) *slot {
	mask := uint64(len(t.slots) - 1)
	for h := (k.Lo*t.lo + k.Hi*t.hi) >> t.shift; ; h++ {
		s := &t.slots[h&mask]
		if s.round != t.round || s.key == k {
			return s
		}
	}
}

// get returns what is remembered of a key, or nil.
func (t *keyTable) get(k normalize.Key) *remembered {
	if t.used == 0 {
		return nil
	}
	if s := t.find(k); s.round == t.round {
		return &s.value
	}
	return nil
}

// at returns the place for what is remembered of a key, until the next call.
func (t *keyTable) at(k normalize.Key) *remembered {
	if 2*t.used >= len(t.slots) {
		t.grow()
	}
	s := t.find(k)
	if s.round != t.round {
		s.key, s.value, s.round = k, remembered{}, t.round
		t.used++
	}
	return &s.value
}

func (t *keyTable) grow() {
	old := t.slots
	t.slots = make([]slot, max(256, 2*len(old)))
	t.shift = 64 - bits.TrailingZeros(uint(len(t.slots)))
	if old == nil {
		t.lo, t.hi = rand.Uint64()|1, rand.Uint64()|1
	}
	for i := range old {
		if s := &old[i]; s.round == t.round {
			*t.find(s.key) = *s
		}
	}
}
