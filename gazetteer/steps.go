package gazetteer

import (
	"slices"

	"github.com/musamma/musamma/gazetteer/internal/index"
	"github.com/musamma/musamma/normalize"
)

// A step is a node with the token that may lead on from it.
type step struct {
	hash   uint64 // of the token, then of the edge
	node   uint32
	token  uint32
	start  int32
	end    int32 // token that the step ends in
	codeHi int32 // code that it ends before
}

// root returns what the node behind a first token is.
func (g *Gazetteer) root(slot uint32) uint8 {
	return g.roots[slot/4] >> (slot % 4 * 2) & 3
}

// reached notes the match of a node and the steps that lead on from it. The reading ends in token end before codeHi.
func (g *Gazetteer) reached(s *scratch, t *normalize.Text, node uint32, what uint8, st, end, codeHi int32) {
	tokens := t.Tokens()
	inside := codeHi < tokens[end].Hi // a piece of a token with a joiner
	if from := &s.starts[st]; what&index.Terminal != 0 && !inside && (end != from.first || !s.isTold(end)) {
		n := int32(len(s.found))
		s.found = slices.Grow(s.found, 1)[:n+1]
		f := &s.found[n]
		f.First, f.Last, f.Lo, f.Hi, f.Cut, f.node, f.next = from.first, end+1, from.lo, codeHi, from.cut, node, -1
		if from.head < 0 {
			from.head = n
		} else {
			s.found[from.tail].next = n
		}
		from.tail = n
	}
	if what&index.Inner == 0 {
		return
	}
	if next := int(end) + 1; !inside && next+1 < len(tokens) && tokens[next].Kind <= normalize.Latin &&
		tokens[next].Flags&normalize.Soft == 0 && tokens[next+1].Kind != normalize.Quote {
		g.ahead(s, t, step{node: node, start: st, end: int32(next), codeHi: tokens[next].Hi})
		return
	}
	g.onward(s, t, node, st, end, codeHi)
}

// onward adds every step from a node. The common one, to a plain word that no quote mark follows, reached takes itself.
func (g *Gazetteer) onward(s *scratch, t *normalize.Text, node uint32, st, end, codeHi int32) {
	tokens := t.Tokens()
	if codeHi < tokens[end].Hi {
		if key, hi, ok := t.Piece(int(end), codeHi); ok {
			g.other(s, t, step{node: node, start: st, end: end, codeHi: hi},
				normalize.Start{Key: key, Lo: codeHi, Hi: hi, Next: end})
		}
		return
	}
	next, ok := t.Between(int(end))
	if n := int(end) + 1; n < len(tokens) && (n != next || !ok) && tokens[n].Kind > normalize.Latin && tokens[n].Kind != normalize.Break {
		g.ahead(s, t, step{node: node, start: st, end: int32(n), codeHi: tokens[n].Hi})
	}
	if !ok {
		return
	}
	k := &tokens[next]
	g.ahead(s, t, step{node: node, start: st, end: int32(next), codeHi: k.Hi})
	if key, after, ok := t.Joined(next); ok {
		end := int32(after - 1)
		g.other(s, t, step{node: node, start: st, end: end, codeHi: tokens[end].Hi},
			normalize.Start{Key: key, Lo: k.Lo, Hi: tokens[end].Hi, Next: int32(after)})
	}
	if key, hi, ok := t.Piece(next, k.Lo); ok {
		g.other(s, t, step{node: node, start: st, end: int32(next), codeHi: hi},
			normalize.Start{Key: key, Lo: k.Lo, Hi: hi, Next: int32(next)})
	}
}

// ahead adds a step over the whole token p.end. The id of a token that was not asked for before is not looked up at once.
func (g *Gazetteer) ahead(s *scratch, t *normalize.Text, p step) {
	if len(s.pending)+len(s.ready) >= blockSteps {
		return
	}
	n := int(p.end) - s.block
	if n < blockTokens && s.ids[n] != unknown {
		if p.token = s.ids[n]; p.token != index.None {
			p.hash = g.edges.Hash(p.node, p.token)
			s.ready = append(s.ready, p)
		}
		return
	}
	if n < blockTokens && s.says[n]&whole != 0 {
		p.hash = s.hashes[n]
	} else {
		key := t.Key(int(p.end))
		p.hash = g.vocab.Hash(key.Lo, key.Hi)
	}
	s.pending = append(s.pending, p)
}

// other adds a step over a reading that is not one whole token.
func (g *Gazetteer) other(s *scratch, t *normalize.Text, p step, r normalize.Start) {
	p.token = g.lookup(s, t, g.vocab.Hash(r.Key.Lo, r.Key.Hi), &r)
	if p.token != index.None && len(s.pending)+len(s.ready) < blockSteps {
		p.hash = g.edges.Hash(p.node, p.token)
		s.ready = append(s.ready, p)
	}
}

// follow takes all steps of one length: first the tokens that have no id yet, then the edges.
func (g *Gazetteer) follow(s *scratch, t *normalize.Text) {
	sink, vocab, edges := uint64(0), g.vocab, g.edges
	for i := range s.pending {
		sink += vocab.Touch(s.pending[i].hash)
	}
	tokens, codes := t.Tokens(), roomy(t)
	for i := range s.pending {
		p := &s.pending[i]
		k := &tokens[p.end]
		if n := int(p.end) - s.block; n < blockTokens && s.says[n]&whole != 0 {
			key := keyAt(codes, k.Lo, k.Hi)
			p.token = vocab.Find(p.hash, key.Lo, key.Hi)
			s.ids[n] = p.token
		} else {
			p.token = g.lookup(s, t, p.hash, &normalize.Start{Key: t.Key(int(p.end)), Lo: k.Lo, Hi: k.Hi, Next: p.end + 1})
		}
		if p.token != index.None {
			p.hash = edges.Hash(p.node, p.token)
			s.ready = append(s.ready, *p)
		}
	}
	s.taken, s.ready, s.pending = s.ready, s.taken[:0], s.pending[:0]
	for i := range s.taken {
		sink += edges.Touch(s.taken[i].hash)
	}
	s.sink += sink
	for i := range s.taken {
		p := &s.taken[i]
		if node, what := edges.Find(p.hash, p.node, p.token); what != 0 {
			g.reached(s, t, node, what, p.start, p.end, p.codeHi)
		}
	}
}
