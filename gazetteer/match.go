package gazetteer

import (
	"runtime"
	"slices"

	"github.com/musamma/musamma/gazetteer/internal/index"
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
	// blockSteps bounds the steps of a block. A start has one step at a time, and another only over an apostrophe or a
	// joiner inside a word; what is beyond the bound comes from a damaged file alone, and is dropped.
	blockSteps = 16 * blockTokens
	// inCache is the most slots of a vocabulary that the second cache of a core holds beside the rest: 512 KiB.
	inCache = 1 << 15
	// unknown is the id of a token that was not looked up; index.None that of one that no name has.
	unknown = index.None - 1
)

// A start is a reading that begins some name.
type start struct {
	first, lo  int32 // token and code
	cut        normalize.Clitic
	head, tail int32 // first and last of its matches in found, in order of length; -1: none
}

type found struct {
	Match
	node uint32
	next int32 // next match of the start, -1: none
}

// A scratch is the memory of one AppendMatches. A Gazetteer keeps some, so that matching allocates nothing when warm.
type scratch struct {
	hashes   [blockTokens]uint64     // of the tokens of the block as whole words
	says     [blockTokens + 16]uint8 // what the filter says of them, and of what follows the block
	ids      [blockTokens]uint32     // of them, unknown before they are looked up
	wholes   [blockTokens]uint8      // those that may begin a name, counted from the first of the block
	cuts     []candidate             // all other readings that may
	others   [2 * blockTokens]int32  // tokens with other readings; the complement of a token for uncommon
	readings []normalize.Start
	starts   []start
	pending  []step // whose token has no id yet
	ready    []step // whose edge can be looked up
	taken    []step // the ready ones of the depth before
	found    []found
	codes    []byte
	told     []Told            // see AppendMatchesExcept; nil: nothing
	inner    [blockTokens]bool // a reading behind a proclitic may begin a longer name
	block    int               // first token of the block
	sink     uint64            // keeps the loads of Touch
}

// AppendMatches appends every name of g that begins at a token of t or after proclitics of one, ordered by first token,
// then by what is cut, as normalize.Text.AppendStarts orders it, then by length. A name ends where a token ends. Its
// words may be apart as normalize.Text.Between tells; a sign inside a name must stand in the text. Nothing is appended
// when the Form of t is not that of g. It takes a time linear in the text, allocates nothing once dst has room and the
// buffers of g have grown, and may be called from several goroutines, each with its own t.
func (g *Gazetteer) AppendMatches(dst []Match, t *normalize.Text) []Match {
	return g.AppendMatchesExcept(dst, t, nil)
}

// AppendMatchesExcept appends what AppendMatches does but for the matches of one token that begin at token i where
// told[i] is set. It is for callers who keep what a word alone gives from text to text: three of four words of a text have
// been seen shortly before, and one of thirty begins a name of several. told has an element for each token, or is nil.
// Zero elements are set, if g can tell what the next call asks for: they go with a token of the same letters.
func (g *Gazetteer) AppendMatchesExcept(dst []Match, t *normalize.Text, told []Told) []Match {
	tokens := t.Tokens()
	if len(tokens) == 0 || t.Form() != g.form {
		return dst
	}
	s, _ := g.scratch.Get().(*scratch)
	if s == nil {
		s = new(scratch)
	}
	s.told = told
	for i := 0; i < len(tokens); {
		var wholes int
		wholes, i = g.gather(s, t, i)
		g.firsts(s, t, s.wholes[:wholes])
		for depth := 1; depth < MaxTokens && len(s.pending)+len(s.ready) > 0; depth++ {
			g.follow(s, t)
		}
		s.pending, s.ready = s.pending[:0], s.ready[:0]
		dst = g.emit(s, dst)
		if s.told != nil && g.shiftsKeys(t) {
			g.tell(s, tokens[s.block:i], roomy(t))
		}
	}
	s.told = nil
	g.scratch.Put(s)
	runtime.KeepAlive(g)
	return dst
}

// firsts looks up the candidates, those of whole words and s.cuts, and takes the first step from each that begins a
// name. All whole words are looked up before the first step, since the next word's id is what a step asks for.
func (g *Gazetteer) firsts(s *scratch, t *normalize.Text, wholes []uint8) {
	sink, vocab := uint64(0), g.vocab
	if vocab.Slots() > inCache {
		for _, n := range wholes {
			if s.says[n]&whole != 0 {
				sink += vocab.Touch(s.hashes[n])
			}
		}
		for i := range s.cuts {
			sink += vocab.Touch(s.cuts[i].hash)
		}
	}
	s.sink += sink
	tokens, codes := t.Tokens(), roomy(t)
	block := tokens[s.block:]
	for _, n := range wholes {
		if s.says[n]&whole == 0 {
			continue // told
		}
		k := &block[n]
		key := keyAt(codes, k.Lo, k.Hi)
		s.ids[n] = vocab.Find(s.hashes[n], key.Lo, key.Hi)
	}
	s.found, s.starts = s.found[:0], s.starts[:0]
	cuts := s.cuts
	for _, n := range wholes {
		first := int32(s.block + int(n))
		for len(cuts) > 0 && cuts[0].first < first {
			g.first(s, t, &cuts[0])
			cuts = cuts[1:]
		}
		if id := s.ids[n]; id != index.None {
			if what := g.root(id); what != 0 {
				k := &block[n]
				g.reached(s, t, id, what, s.start(first, k.Lo, normalize.Whole), first, k.Hi)
			}
		}
	}
	for i := range cuts {
		g.first(s, t, &cuts[i])
	}
}

// start adds a start and returns its number. As everything that is added for a match it is made in place: what is built
// elsewhere and copied waits for its own bytes.
func (s *scratch) start(first, lo int32, cut normalize.Clitic) int32 {
	n := len(s.starts)
	s.starts = slices.Grow(s.starts, 1)[:n+1]
	at := &s.starts[n]
	at.first, at.lo, at.cut, at.head, at.tail = first, lo, cut, -1, -1
	return int32(n)
}

// first looks up a reading that is not a whole word.
func (g *Gazetteer) first(s *scratch, t *normalize.Text, c *candidate) {
	end, hi := c.first, t.Tokens()[c.first].Hi
	var id uint32
	if c.reading >= 0 {
		r := &s.readings[c.reading]
		id = g.lookup(s, t, c.hash, r)
		end, hi = max(r.Next-1, c.first), r.Hi
	} else {
		key := cutKey(keyAt(roomy(t), c.lo, hi), c.cut)
		id = g.vocab.Find(c.hash, key.Lo, key.Hi)
	}
	if id == index.None {
		return
	}
	if what := g.root(id); what != 0 {
		g.reached(s, t, id, what, s.start(c.first, c.lo, c.cut), end, hi)
	}
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
	for i := range s.starts {
		for m := s.starts[i].head; m >= 0; m = s.found[m].next {
			dst = append(dst, s.found[m].Match)
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
