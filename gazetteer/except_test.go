package gazetteer

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/musamma/musamma/normalize"
)

func TestAppendMatchesExcept(t *testing.T) {
	for _, form := range []normalize.Form{normalize.Ortho, normalize.Strict, normalize.Loose, normalize.Canonical} {
		g := build(t, form, readList(t, list))
		all := strings.Join(texts, "\n")
		checkExcept(t, g, all)
		words := strings.Fields(all)
		rnd := rand.New(rand.NewPCG(1, 1))
		for range 200 {
			rnd.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
			checkExcept(t, g, strings.Join(words, " "))
		}
	}
}

// checkExcept holds AppendMatchesExcept to AppendMatches: without the matches of one token at two of three tokens.
func checkExcept(t *testing.T, g *Gazetteer, source string) {
	t.Helper()
	var text normalize.Text
	text.Reset(g.Form(), source)
	known := make([]bool, len(text.Tokens()))
	for i := range known {
		known[i] = i%3 != 0
	}
	var want []Match
	for _, m := range g.AppendMatches(nil, &text) {
		if m.Last-m.First > 1 || !known[m.First] {
			want = append(want, m)
		}
	}
	if d := cmp.Diff(want, g.AppendMatchesExcept(nil, &text, known), cmpopts.EquateComparable(Match{})); d != "" {
		t.Errorf("%q (-want +got):\n%s", source, d)
	}
}
