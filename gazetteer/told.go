package gazetteer

import (
	"github.com/musamma/musamma/gazetteer/internal/index"
	"github.com/musamma/musamma/normalize"
)

// Told is what a Gazetteer knows of a word wherever it stands, for AppendMatchesExcept of the same Gazetteer; zero tells
// nothing.
type Told uint32

// The bits of Told: toldCuts, index.Inner and index.Later as a Filter says them of the whole word, toldSet, and the id of
// the word plus one.
const (
	toldCuts  = 1 // a reading behind a proclitic may begin a name of several words
	toldSet   = 8
	toldShift = 4
)

func (w Told) says() uint8 { return uint8(w) & (index.Inner | index.Later) }

// id returns the id, index.None if no name of several words has the word.
func (w Told) id() uint32 { return uint32(w>>toldShift) - 1 }

// isTold reports whether token i was told of before: its matches of one token are left out.
func (s *scratch) isTold(i int32) bool { return s.told != nil && s.told[i] != 0 }

// tell tells of the words of a block of which nothing is told yet. Words out of the ordinary it leaves out.
func (g *Gazetteer) tell(s *scratch, block []normalize.Token, codes []byte) {
	if g.vocab.Slots() >= 1<<(32-toldShift)-1 {
		return
	}
	for n := range block {
		k, w := &block[n], &s.told[s.block+n]
		if *w == 0 && k.Kind == normalize.Word && isOrdinary(k) {
			*w = toldSet
			if what := g.filter.Says(s.hashes[n]) & (index.Inner | index.Later); what != 0 {
				id := s.ids[n]
				if id == unknown || what&index.Later == 0 { // not looked up yet, or perhaps not
					key := keyAt(codes, k.Lo, k.Hi)
					id = g.vocab.Find(s.hashes[n], key.Lo, key.Hi)
				}
				*w |= Told(what) | Told(id+1)<<toldShift
			}
			if s.inner[n] {
				*w |= toldCuts
			}
		}
	}
	clear(s.inner[:])
}
