package gazetteer

import "github.com/musamma/musamma/normalize"

// A start is where matches begin: a token and one of these kinds of readings of it, in the order of their matches.
const (
	wholeWord  = iota
	behindOne  // a proclitic of one letter
	candidates // all others of the token, in order
	startKinds

	// starts is how many a block has, with those of the token before it, which a quote mark may join to it.
	starts = (blockTokens + 1) * startKinds
)

// startOf returns the number of the start of one kind at a token that is counted from the first of the block.
func startOf(at, kind int32) int32 { return (at+1)*startKinds + kind }

// origin returns the first token, the first code and the proclitics of a start.
func (s *scratch) origin(t *normalize.Text, start int32) (first, lo int32, cut normalize.Clitic) {
	if start < 0 {
		c := &s.cuts[^start]
		return c.first, c.lo, c.cut
	}
	first = int32(s.block) + start/startKinds - 1
	lo = t.Tokens()[first].Lo
	if start%startKinds == behindOne {
		return first, lo + 1, oneCut[t.Codes()[lo]]
	}
	return first, lo, normalize.Whole
}

// key returns the key of a start that was not looked up.
func (s *scratch) key(t *normalize.Text, start int32) normalize.Key {
	first, lo, cut := s.origin(t, start)
	return cutKey(keyAt(roomy(t), lo, t.Tokens()[first].Hi), cut)
}
