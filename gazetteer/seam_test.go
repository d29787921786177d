package gazetteer

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/musamma/musamma/normalize"
)

// TestSeams puts what reaches over a token (an apostrophe, a joiner, a hyphen, a long word, a name of several words) at
// every place around the end of a block.
func TestSeams(t *testing.T) {
	entries := append(readList(t, list), Entry{Name: "مقهى كا’دو الكبير", Type: "LOC"},
		Entry{Name: "القسطنطينيةالقسطنطينية الكبرى", Type: "LOC"})
	g, w := build(t, normalize.Ortho, entries), newTwin(normalize.Ortho, entries)
	var text normalize.Text
	for _, s := range []string{
		"مقهى كا’دو الكبير", "وكا’دو بيروت", "محمد علي\u200cباشا والرياض", "باريس سان-جيرمان ولبنان",
		"القسطنطينيةالقسطنطينية الكبرى وللأسد", "بجامعة 6 أكتوبر وأ.ف.ب",
	} {
		text.Reset(normalize.Ortho, s)
		n := len(text.Tokens())
		for k := blockTokens - n - 1; k <= blockTokens+1; k++ {
			text.Reset(normalize.Ortho, strings.Repeat("في ", k)+s+" في لبنان")
			if d := cmp.Diff(w.matches(&text), fast(g, &text)); d != "" {
				t.Fatalf("%q behind %d tokens (-twin +got):\n%s", s, k, d)
			}
		}
	}
}

// TestOrder: matches come by their first token, then as AppendStarts orders what is cut, then by length.
func TestOrder(t *testing.T) {
	g := build(t, normalize.Ortho, readList(t, list))
	var text normalize.Text
	text.Reset(normalize.Ortho, strings.Repeat(strings.Join(texts, " ")+" ", 20))
	matches := g.AppendMatches(nil, &text)
	place := func(m Match) int {
		return slices.IndexFunc(text.AppendStarts(nil, int(m.First)), func(s normalize.Start) bool { return s.Lo == m.Lo && s.Cut == m.Cut })
	}
	for i := 1; i < len(matches); i++ {
		a, b := matches[i-1], matches[i]
		switch x, y := place(a), place(b); {
		case a.First != b.First && a.First < b.First, a.First == b.First && x < y, a.First == b.First && x == y && a.Hi <= b.Hi:
		default:
			t.Fatalf("%+v (start %d) before %+v (start %d)", a, x, b, y)
		}
	}
	if len(matches) < 1000 {
		t.Errorf("only %d matches", len(matches))
	}
}
