package gazetteer

import (
	"math/bits"
	"runtime"
	"slices"

	"github.com/musamma/musamma/normalize"
)

// A Match is a name found in a text: which tokens and codes it covers, and what was cut before it. Its senses are given
// by AppendSenses of the same Gazetteer.
type Match struct {
	First, Last int32            // tokens [First,Last) of the text
	Lo, Hi      int32            // codes [Lo,Hi); text.Span gives their bytes
	Cut         normalize.Clitic // the proclitics before Lo in token First
	sense       uint32           // first sense
}

// The tokens of a text are matched in blocks, so that the loads of a block overlap: at a million names almost every
// probe misses the caches, and one that waits costs ten times one of many.
const (
	blockTokens = 256
	// blockSteps bounds the steps of a block, so that the time is linear in any text and with any list. A start has one step at
	// a time, and up to three more over apostrophes and joiners inside words; what is beyond the bound is dropped.
	blockSteps = 64 * blockTokens
	// inCache is the most slots of a vocabulary that the second cache of a core holds beside the rest: 512 KiB.
	inCache = 1 << 15
)

type found struct {
	Match
	node uint32
	next int32 // next match of the chain, -1: none
}

// A chain is the matches in found of one reading as a first word, in order of length.
type chain struct{ head, tail int32 }

var none = chain{head: -1}

// A scratch is the memory of one AppendMatches. A Gazetteer keeps some, so that matching allocates nothing when warm.
type scratch struct {
	says       [blockTokens + 16]uint8    // what the filter says of the tokens of the block, and of what follows it
	whole, cut batch                      // as whole words, and behind a proclitic of one letter
	cuts       []candidate                // all other readings that may begin a name
	twice      [blockTokens]uint8         // words of the block with two proclitics
	rare       [2 * blockTokens]int32     // tokens out of the ordinary
	matched    [(starts + 63) / 64]uint64 // bit set of the starts that matches begin at
	matches    [starts]chain              // of those that are no candidates
	readings   []normalize.Start
	ready      []step // whose edge can be looked up
	taken      []step // the ready ones of the depth before
	found      []found
	codes      []byte
	known      []bool // see AppendMatchesExcept
	block      int    // first token of the block
	sink       uint64 // keeps the loads of Touch
}

// AppendMatches appends every name of g that begins at a token of t or after proclitics of one, ordered by first token,
// then by what is cut, as normalize.Text.AppendStarts orders it, then by length. A name ends where a token ends. Its
// words may be apart as normalize.Text.Between tells; a sign inside a name must stand in the text. Nothing is appended
// when the Form of t is not that of g. It takes a time linear in the text, allocates nothing once dst has room and the
// buffers of g have grown, and may be called from several goroutines, each with its own t. Where apostrophes or joiners inside
// words let a list read a text in more than 64 ways a word, over 256 words together, some matches are left out.
func (g *Gazetteer) AppendMatches(dst []Match, t *normalize.Text) []Match {
	return g.AppendMatchesExcept(dst, t, nil)
}

// AppendMatchesExcept appends what AppendMatches does but for the matches of one token that begin at a token i where
// known[i] is set. It is for callers who keep what a word alone gives from text to text: three of four words of a text have
// been seen shortly before, and one of thirty begins a name of several. known has an element for each token, or is nil.
func (g *Gazetteer) AppendMatchesExcept(dst []Match, t *normalize.Text, known []bool) []Match {
	tokens := t.Tokens()
	if len(tokens) == 0 || t.Form() != g.form {
		return dst
	}
	s, _ := g.scratch.Get().(*scratch)
	if s == nil {
		s = new(scratch)
		for n := range s.whole.at {
			s.whole.at[n] = uint8(n)
		}
	}
	s.known = known
	for i := 0; i < len(tokens); {
		i = g.gather(s, t, i)
		g.firsts(s, t)
		for depth := 1; depth < MaxTokens && len(s.ready) > 0; depth++ {
			g.follow(s, t)
		}
		s.ready = s.ready[:0]
		dst = g.emit(s, dst)
	}
	s.known = nil
	g.scratch.Put(s)
	runtime.KeepAlive(g)
	return dst
}

// isKnown reports whether the matches of token i alone are left out.
func (s *scratch) isKnown(i int32) bool { return s.known != nil && s.known[i] }

// note adds a match that begins at a start and ends in token end before code hi, in place: what is built elsewhere and
// copied waits for its own bytes.
func (s *scratch) note(t *normalize.Text, node uint32, start, end, hi int32) {
	n := int32(len(s.found))
	s.found = slices.Grow(s.found, 1)[:n+1]
	f := &s.found[n]
	f.First, f.Lo, f.Cut = s.origin(t, start)
	f.Last, f.Hi, f.node, f.next = end+1, hi, node, -1
	var c *chain
	if start < 0 {
		c = &s.cuts[^start].matches
		start = startOf(f.First-int32(s.block), candidates)
	} else if c = &s.matches[start]; s.matched[start/64]>>(start%64)&1 == 0 {
		*c = none
	}
	s.matched[start/64] |= 1 << (start % 64)
	if c.head < 0 {
		c.head = n
	} else {
		s.found[c.tail].next = n
	}
	c.tail = n
}

// emit appends the matches of the block in order, with the place of their senses. The first sense is touched as well,
// since whoever asks for matches asks for their senses next.
func (g *Gazetteer) emit(s *scratch, dst []Match) []Match {
	sink, ranks := uint64(0), g.ranks
	for i := range s.found {
		sink += ranks.Touch(s.found[i].node)
	}
	for i := range s.found {
		s.found[i].sense = ranks.First(s.found[i].node)
	}
	for i := range s.found {
		if at := uint64(s.found[i].sense) * senseSize; at < uint64(len(g.senses)) {
			sink += uint64(g.senses[at])
		}
	}
	s.sink += sink
	cuts := s.cuts
	for i, set := range s.matched {
		for ; set != 0; set &= set - 1 {
			start := int32(64*i + bits.TrailingZeros64(set))
			if start%startKinds != candidates {
				dst = s.chain(dst, s.matches[start])
				continue
			}
			first := int32(s.block) + start/startKinds - 1
			for ; len(cuts) > 0 && cuts[0].first <= first; cuts = cuts[1:] {
				dst = s.chain(dst, cuts[0].matches)
			}
		}
		s.matched[i] = 0
	}
	return dst
}

// chain appends the matches of one reading.
func (s *scratch) chain(dst []Match, c chain) []Match {
	for m := c.head; m >= 0; m = s.found[m].next {
		if f := &s.found[m]; f.Last-f.First > 1 || !s.isKnown(f.First) {
			dst = append(dst, f.Match)
		}
	}
	return dst
}

// Span returns the bytes of the source of t, the text that m was found in, that the name stands in: t.Span(m.Lo, m.Hi),
// faster.
func (m Match) Span(t *normalize.Text) (start, end int) {
	tokens := t.Tokens()
	if m.First < 0 || m.First >= m.Last || int(m.Last) > len(tokens) {
		return 0, 0
	}
	end = int(tokens[m.Last-1].End)
	first := &tokens[m.First]
	start = int(first.Start) + 2*int(m.Lo-first.Lo)
	// The common case: letters of two bytes up to and with the first one of the name.
	if src := t.Source(); m.Lo > first.Lo && (start+2 > len(src) || !isPlain(src[first.Start:start+2])) {
		start, _ = t.Span(m.Lo, m.Lo+1)
	}
	return start, end
}
