package gazetteer

import (
	"slices"

	"github.com/musamma/musamma/gazetteer/internal/index"
	"github.com/musamma/musamma/normalize"
)

// A step leads from a node over a token. Neither the first word of a name nor a token is looked up before the step: the
// hash of an edge is made of theirs, and of ten edges that are looked for at a million names seven are not there.
type step struct {
	hash   uint64 // of the edge
	home   uint32 // of the token in the vocabulary
	origin        // where it comes from
	token  uint32 // index.None: its key tells
	end    int32  // token that the step ends in
	codeHi int32  // code that it ends before
}

// An origin is where a step comes from.
type origin struct {
	node  uint32 // index.None: that of the first word, whose key tells
	start int32  // as startOf gives it, or the complement of a number in cuts
}

// onward adds every step from a node that the text has reached in token end before codeHi. Hashed is what the hash of its
// edges is made of.
func (g *Gazetteer) onward(s *scratch, t *normalize.Text, hashed uint64, from origin, end, codeHi int32) {
	tokens := t.Tokens()
	if codeHi < tokens[end].Hi { // a piece of a token with a joiner
		if key, hi, ok := t.Piece(int(end), codeHi); ok {
			g.other(s, t, hashed, from, end, hi, normalize.Start{Key: key, Lo: codeHi, Hi: hi, Next: end})
		}
		return
	}
	if next := int(end) + 1; next+1 < len(tokens) && tokens[next].Kind <= normalize.Latin &&
		tokens[next].Flags&normalize.Soft == 0 && tokens[next+1].Kind != normalize.Quote {
		g.ahead(s, t, hashed, from, int32(next)) // the common case: a word behind a word
		return
	}
	next, ok := t.Between(int(end))
	if n := int(end) + 1; n < len(tokens) && (n != next || !ok) && tokens[n].Kind != normalize.Break {
		g.ahead(s, t, hashed, from, int32(n))
	}
	if !ok {
		return
	}
	k := &tokens[next]
	g.ahead(s, t, hashed, from, int32(next))
	if key, after, ok := t.Joined(next); ok {
		end := int32(after - 1)
		g.other(s, t, hashed, from, end, tokens[end].Hi, normalize.Start{Key: key, Lo: k.Lo, Hi: tokens[end].Hi, Next: int32(after)})
	}
	if key, hi, ok := t.Piece(next, k.Lo); ok {
		g.other(s, t, hashed, from, int32(next), hi, normalize.Start{Key: key, Lo: k.Lo, Hi: hi, Next: int32(next)})
	}
}

// ahead adds a step over a whole token, if the filter says that it stands later in a name.
func (g *Gazetteer) ahead(s *scratch, t *normalize.Text, hashed uint64, from origin, end int32) {
	k := &t.Tokens()[end]
	if n := uint(int(end) - s.block); n < blockTokens && s.says[n]&isHashed != 0 {
		if s.says[n]&index.Later != 0 {
			h := s.whole.hashes[n]
			s.step(hashed, h, g.vocab.Home(h), from, index.None, end, k.Hi)
		}
		return
	}
	r := normalize.Start{Key: t.Key(int(end)), Lo: k.Lo, Hi: k.Hi, Next: end + 1}
	if r.Key.Exact() {
		h := g.vocab.Hash(r.Key.Lo, r.Key.Hi)
		s.step(hashed, h, g.vocab.Home(h), from, index.None, end, k.Hi)
		return
	}
	g.other(s, t, hashed, from, end, k.Hi, r)
}

// other adds a step over a reading that is not one whole token, or whose key is not exact: it is looked up at once.
func (g *Gazetteer) other(s *scratch, t *normalize.Text, hashed uint64, from origin, end, codeHi int32, r normalize.Start) {
	h := g.vocab.Hash(r.Key.Lo, r.Key.Hi)
	if token := g.lookup(s, t, h, &r); token != index.None {
		s.step(hashed, h, g.vocab.Home(h), from, token, end, codeHi)
	}
}

// step adds a step by a token of hash h.
func (s *scratch) step(hashed, h uint64, home uint32, from origin, token uint32, end, codeHi int32) {
	n := len(s.ready)
	if n == blockSteps {
		return
	}
	s.ready = slices.Grow(s.ready, 1)[:n+1]
	p := &s.ready[n]
	p.hash, p.home, p.origin, p.token, p.end, p.codeHi = index.HashEdge(hashed, h), home, from, token, end, codeHi
}

// follow takes all steps of one length.
func (g *Gazetteer) follow(s *scratch, t *normalize.Text) {
	s.taken, s.ready = s.ready, s.taken[:0]
	sink, edges, taken := uint64(0), g.edges, s.taken
	for i := range taken {
		sink += edges.Touch(taken[i].hash)
	}
	s.sink += sink
	tokens := t.Tokens()
	var p *step
	is := func(parent, token uint32) bool { return g.leads(s, t, p, parent, token) }
	for i := range taken {
		p = &taken[i]
		node, what := edges.Find(p.hash, p.home, is)
		if what&index.Terminal != 0 && p.codeHi == tokens[p.end].Hi {
			s.note(t, node, p.start, p.end, p.codeHi)
		}
		if what&index.Inner != 0 {
			g.onward(s, t, uint64(node), origin{node, p.start}, p.end, p.codeHi)
		}
	}
}

// leads reports whether an edge by a token from a node is that of a step.
func (g *Gazetteer) leads(s *scratch, t *normalize.Text, p *step, parent, token uint32) bool {
	if p.node != index.None {
		if parent != p.node {
			return false
		}
	} else if key := s.key(t, p.start); !g.vocab.Is(parent, key.Lo, key.Hi) {
		return false
	}
	if p.token != index.None {
		return token == p.token
	}
	key := t.Key(int(p.end))
	return g.vocab.Is(token, key.Lo, key.Hi)
}

// child returns the node that a token of the vocabulary leads to from a node, and what it is: 0 when there is none.
func (g *Gazetteer) child(node, slot uint32) (child uint32, what uint8) {
	home := g.vocab.Home(g.vocab.Hash(g.vocab.Key(slot)))
	return g.edges.Find(g.vocab.HashEdge(node, slot), home, func(parent, token uint32) bool {
		return parent == node && token == slot
	})
}
