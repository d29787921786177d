package gazetteer

import (
	"github.com/musamma/musamma/gazetteer/internal/index"
	"github.com/musamma/musamma/normalize"
)

// firsts looks up the readings of the block that may be names and takes the first step from those that may begin longer ones.
func (g *Gazetteer) firsts(s *scratch, t *normalize.Text) {
	s.found = s.found[:0]
	g.touch(s)
	g.nameOf(s, t, &s.whole, wholeWord)
	g.nameOf(s, t, &s.cut, behindOne)
	g.longer(s, t, &s.whole, wholeWord)
	g.longer(s, t, &s.cut, behindOne)
	for i := range s.cuts {
		g.first(s, t, int32(i))
	}
}

// touch loads what nameOf will read.
func (g *Gazetteer) touch(s *scratch) {
	sink, vocab := uint64(0), g.vocab
	if vocab.Slots() <= inCache {
		return
	}
	for _, n := range s.whole.names.list() {
		sink += vocab.Touch(s.whole.hashes[n])
	}
	for _, n := range s.cut.names.list() {
		sink += vocab.Touch(s.cut.hashes[n])
	}
	s.sink += sink
}

// nameOf notes the readings of one kind that are names.
func (g *Gazetteer) nameOf(s *scratch, t *normalize.Text, r *batch, kind int32) {
	tokens, codes, vocab := t.Tokens()[s.block:], roomy(t), g.vocab
	names := r.names.list()
	for i, n := range names {
		k := &tokens[r.at[n]]
		key := keyAt(codes, k.Lo+kind, k.Hi)
		r.ids[i] = vocab.Find(r.hashes[n], key.Lo, key.Hi)
	}
	for i, n := range names {
		if id := r.ids[i]; id != index.None && g.root(id)&index.Terminal != 0 {
			at := int32(r.at[n])
			s.note(t, id, startOf(at, kind), int32(s.block)+at, tokens[at].Hi)
		}
	}
}

// longer takes the first step from the readings of one kind that may begin longer names.
func (g *Gazetteer) longer(s *scratch, t *normalize.Text, r *batch, kind int32) {
	block := t.Tokens()[s.block:]
	for _, n := range r.longer.list() {
		at := int32(r.at[n])
		g.onward(s, t, r.hashes[n], origin{index.None, startOf(at, kind)}, int32(s.block)+at, block[at].Hi)
	}
}

// first does the same for a candidate.
func (g *Gazetteer) first(s *scratch, t *normalize.Text, i int32) {
	c := &s.cuts[i]
	id, end, hi := index.None, c.first, t.Tokens()[c.first].Hi
	if c.reading >= 0 {
		r := &s.readings[c.reading]
		end, hi = max(r.Next-1, c.first), r.Hi
		if id = g.lookup(s, t, c.hash, r); id == index.None {
			return
		}
	} else if c.may&index.Terminal != 0 {
		key := cutKey(keyAt(roomy(t), c.lo, hi), c.cut)
		id = g.vocab.Find(c.hash, key.Lo, key.Hi)
	}
	if c.may&index.Terminal != 0 && id != index.None && g.root(id)&index.Terminal != 0 && hi == t.Tokens()[end].Hi {
		s.note(t, id, ^i, end, hi)
	}
	if c.may&index.Inner != 0 {
		g.onward(s, t, c.hash, origin{id, ^i}, end, hi)
	}
}

// root returns what the node behind a first token is.
func (g *Gazetteer) root(slot uint32) uint8 {
	return g.roots[slot/4] >> (slot % 4 * 2) & 3
}
