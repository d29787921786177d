package gazetteer

import (
	"cmp"
	"encoding/binary"
	"runtime"
	"slices"

	"github.com/musamma/musamma/gazetteer/internal/index"
	"github.com/musamma/musamma/normalize"
)

// A NearMatch is a name that a text nearly spells: at least one of its words is near that of the name, the others are
// equal to theirs. AppendSenses of the Gazetteer gives its senses; none of them is Strict.
type NearMatch struct {
	Match
	Distance int // of its words together, in tenths of a letter; see package spelling
}

const (
	// nearBefore is how many tokens before a misspelt word a name may begin.
	nearBefore = 12
	// nearSteps bounds the steps into the lists from one reading of a token.
	nearSteps = 128
)

// A nearScratch is the memory of one AppendMatches.
type nearScratch struct {
	scratch  scratch
	sounds   []uint64
	letters  []byte
	readings []normalize.Start
	tokens   []nearToken
	words    []nearWord
	at       []int32 // words[at[i]-1:] are those of token i, if any
	found    []NearMatch
	steps    int
}

// A nearWord is a reading of a misspelt word, with the tokens near it.
type nearWord struct {
	start    normalize.Start
	token    int32
	from, to int32 // in tokens
}

// AppendMatches appends the names that t nearly spells, in the order of AppendMatches of the Gazetteer. words are the
// tokens of t that may be misspelt, ascending; they are the caller's choice, because an ordinary word, or one that is a
// name as it stands, should not be taken for another. All other tokens must be as in the name. The first word of a name
// may have proclitics. Titles, name words and other entries with roles are passed over, and Ambiguous, StrictOnly and
// Never ones, for which spelling is all. Of the names that end at one token and begin at one letter only the nearest are
// appended. A name begins at most twelve tokens before its first misspelt word.
//
// It takes a time linear in the text and may be called from several goroutines, each with its own t: a word is compared
// with 256 tokens at most, the nearest 16 are followed, 128 steps from each place. With the built-in lists half of all
// words are compared with 8 tokens and one of a hundred with more than 124; in lists ten times as long a spelling that
// changes a consonant of a short word may be passed over.
func (n *Near) AppendMatches(dst []NearMatch, t *normalize.Text, words []int32) []NearMatch {
	tokens := t.Tokens()
	if t.Form() != n.g.form || len(words) == 0 {
		return dst
	}
	s, _ := n.scratch.Get().(*nearScratch)
	if s == nil {
		s = new(nearScratch)
	}
	n.near(s, t, words)
	next := int32(0) // token that was not yet tried as a first one
	for i := 0; i < len(s.words); i++ {
		w := &s.words[i]
		if i > 0 && w.token == s.words[i-1].token {
			continue
		}
		first := w.token
		for ; first > next && w.token-first < nearBefore && tokens[first-1].Kind != normalize.Break; first-- {
		}
		for ; first <= w.token; first++ {
			if tokens[first].Kind <= normalize.Latin {
				dst = n.from(dst, s, t, first)
			}
			next = first + 1
		}
	}
	n.scratch.Put(s)
	runtime.KeepAlive(n.g)
	return dst
}

// near fills s.words with the readings of words that some token is near to.
func (n *Near) near(s *nearScratch, t *normalize.Text, words []int32) {
	s.tokens, s.words = s.tokens[:0], s.words[:0]
	count := len(t.Tokens())
	if cap(s.at) < count {
		s.at = make([]int32, count+count/4)
	}
	s.at = s.at[:count]
	clear(s.at)
	before := int32(-1)
	for _, i := range words {
		if i <= before || int(i) >= count || t.Tokens()[i].Kind != normalize.Word {
			continue
		}
		before = i
		s.readings = t.AppendStarts(s.readings[:0], int(i))
		for _, r := range s.readings {
			if r.Next != i+1 {
				continue
			}
			s.scratch.codes = t.AppendStartCodes(s.scratch.codes[:0], r)
			from := len(s.tokens)
			if n.lookup(s, s.scratch.codes); len(s.tokens) == from {
				continue
			}
			s.words = append(s.words, nearWord{r, i, int32(from), int32(len(s.tokens))})
			if s.at[i] == 0 {
				s.at[i] = int32(len(s.words))
			}
		}
	}
}

// reading returns the tokens near a reading of token i that begins with code lo and has what is cut.
func (s *nearScratch) reading(i, lo int32, cut normalize.Clitic) []nearToken {
	if s.at[i] == 0 {
		return nil
	}
	for k := s.at[i] - 1; int(k) < len(s.words) && s.words[k].token == i; k++ {
		if w := &s.words[k]; w.start.Lo == lo && w.start.Cut == cut {
			return s.tokens[w.from:w.to]
		}
	}
	return nil
}

// from appends the names that begin at a token.
func (n *Near) from(dst []NearMatch, s *nearScratch, t *normalize.Text, first int32) []NearMatch {
	from := len(s.readings)
	s.readings = t.AppendStarts(s.readings, int(first))
	for _, r := range s.readings[from:] {
		if r.Next != first+1 {
			continue
		}
		s.found, s.steps = s.found[:0], nearSteps
		w := nearWalk{n: n, s: s, t: t, match: Match{First: first, Lo: r.Lo, Cut: r.Cut}}
		if h := n.g.vocab.Hash(r.Key.Lo, r.Key.Hi); n.g.filter.Says(h)&(index.Terminal|index.Inner) != 0 {
			if slot := n.g.lookup(&s.scratch, t, h, &r); slot != index.None {
				w.reached(slot, n.g.root(slot), first, 1, -1)
			}
		}
		for _, k := range s.reading(first, r.Lo, r.Cut) {
			w.reached(k.slot, n.g.root(k.slot), first, 1, int(k.distance))
		}
		dst = append(dst, s.nearest()...)
	}
	s.readings = s.readings[:from]
	return dst
}

// nearest returns the nearest of the names found at each end.
func (s *nearScratch) nearest() []NearMatch {
	slices.SortStableFunc(s.found, func(a, b NearMatch) int {
		return cmp.Or(cmp.Compare(a.Last, b.Last), cmp.Compare(a.Distance, b.Distance))
	})
	kept := s.found[:0]
	for _, m := range s.found {
		if n := len(kept); n == 0 || kept[n-1].Last != m.Last || kept[n-1].Distance == m.Distance {
			kept = append(kept, m)
		}
	}
	return kept
}

// A nearWalk follows names from one reading of a token.
type nearWalk struct {
	n     *Near
	s     *nearScratch
	t     *normalize.Text
	match Match // but for its end
}

// reached notes the name that ends at a node and goes on from there. The node is depth tokens deep and was reached with
// token end; distance is negative as long as no word was misspelt.
func (w *nearWalk) reached(node uint32, what uint8, end int32, depth, distance int) {
	if what&index.Terminal != 0 && distance >= 0 {
		m := w.match
		m.Last, m.Hi, m.sense = end+1, w.t.Tokens()[end].Hi, w.n.g.ranks.First(node)
		if w.n.g.isName(m.sense) {
			w.s.found = append(w.s.found, NearMatch{m, distance})
		}
	}
	if what&index.Inner == 0 || depth == MaxTokens || distance < 0 && end-w.match.First >= nearBefore {
		return
	}
	tokens := w.t.Tokens()
	next, ok := w.t.Between(int(end))
	if n := int(end) + 1; n < len(tokens) && (n != next || !ok) && tokens[n].Kind != normalize.Break {
		w.over(node, int32(n), depth, distance)
	}
	if ok {
		w.over(node, int32(next), depth, distance)
	}
}

// over goes on with a token as it stands and with the tokens near it.
func (w *nearWalk) over(node uint32, token int32, depth, distance int) {
	w.equal(node, token, depth, distance)
	for _, k := range w.s.reading(token, w.t.Tokens()[token].Lo, normalize.Whole) {
		w.step(node, k.slot, token, depth, max(distance, 0)+int(k.distance))
	}
}

// equal goes on with a token as it stands.
func (w *nearWalk) equal(node uint32, token int32, depth, distance int) {
	g, k := w.n.g, &w.t.Tokens()[token]
	key := w.t.Key(int(token))
	h := g.vocab.Hash(key.Lo, key.Hi)
	if g.filter.Says(h)&index.Later == 0 {
		return
	}
	slot := g.lookup(&w.s.scratch, w.t, h, &normalize.Start{Key: key, Lo: k.Lo, Hi: k.Hi, Next: token + 1})
	if slot != index.None {
		w.step(node, slot, token, depth, distance)
	}
}

func (w *nearWalk) step(node, slot uint32, token int32, depth, distance int) {
	if w.s.steps--; w.s.steps < 0 {
		return
	}
	if child, what := w.n.g.child(node, slot); what != 0 {
		w.reached(child, what, token, depth+1, distance)
	}
}

// isName reports whether one of the senses from first on is a name that may be misspelt.
func (g *Gazetteer) isName(first uint32) bool {
	if first >= g.file.Senses {
		return false
	}
	for i := first; i < min(g.ranks.End(first), first+MaxSenses); i++ {
		p, ok := g.profileAt(binary.LittleEndian.Uint16(g.senses[uint64(i)*senseSize:]))
		if ok && p.roles == 0 && p.flags&(Ambiguous|StrictOnly|Never) == 0 {
			return true
		}
	}
	return false
}
