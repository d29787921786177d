package gazetteer

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/musamma/musamma/normalize"
)

// TestTold: what is told of words in one text holds in others.
func TestTold(t *testing.T) {
	for _, form := range []normalize.Form{normalize.Ortho, normalize.Strict, normalize.Loose, normalize.Canonical} {
		g := build(t, form, readList(t, list))
		all := strings.Join(texts, "\n")
		checkTold(t, g, all)
		words := strings.Fields(all)
		rnd := rand.New(rand.NewPCG(1, 1))
		for range 200 {
			rnd.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
			checkTold(t, g, strings.Join(words, " "))
		}
	}
}

// checkTold holds AppendMatchesExcept to AppendMatches: without the matches of one token of the words of source that it
// told of before, each in a text of its own. Of every third word it is asked anew.
func checkTold(t *testing.T, g *Gazetteer, source string) {
	t.Helper()
	var text, word normalize.Text
	text.Reset(g.Form(), source)
	told := make([]Told, len(text.Tokens()))
	for i, k := range text.Tokens() {
		if i%3 == 0 {
			continue
		}
		word.Reset(g.Form(), source[k.Start:k.End])
		if len(word.Tokens()) == 1 && word.Key(0) == text.Key(i) {
			alone := make([]Told, 1)
			g.AppendMatchesExcept(nil, &word, alone)
			told[i] = alone[0]
		}
	}
	var want []Match
	for _, m := range g.AppendMatches(nil, &text) {
		if m.Last-m.First > 1 || told[m.First] == 0 {
			want = append(want, m)
		}
	}
	if d := cmp.Diff(want, g.AppendMatchesExcept(nil, &text, told), cmpopts.EquateComparable(Match{})); d != "" {
		t.Errorf("%q (-want +got):\n%s", source, d)
	}
}
