package entity

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/musamma/musamma/normalize"
)

// A lexeme tells of a word at another place what was packed into it.
func TestPackedWordsComeBack(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 1))
	readingAt := func(lo int32) reading {
		return reading{lo: lo, class: class(rnd.IntN(int(numClasses))), grade: uint8(rnd.IntN(4)), given: rnd.IntN(2) == 1}
	}
	clitics := normalize.Clitics()
	for range 10000 {
		from, to := rnd.Int32N(1e6), rnd.Int32N(1e6)
		s := spelled{
			whole: readingAt(from), cut: readingAt(from + rnd.Int32N(16)), marks: mark(rnd.Uint64()) & ownMarks,
			headCut: clitics[rnd.IntN(len(clitics))], productivity: int8(rnd.Int()), strength: uint8(rnd.IntN(4)),
			senses: [2]class{class(rnd.IntN(int(numClasses))), class(rnd.IntN(int(numClasses)))},
		}
		s.cut.cut = clitics[rnd.IntN(len(clitics))]
		want := s
		want.whole.lo, want.cut.lo = to, s.cut.lo-from+to
		if s.marks&markHead != 0 {
			s.headLo = from + rnd.Int32N(16)
			want.headLo = s.headLo - from + to
		}
		var e lexeme
		e.pack(&s, from)
		got := spelled{headLo: 7} // what was there before
		e.unpack(&got, to)
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(spelled{}, reading{})); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
	}
}
