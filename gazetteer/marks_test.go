package gazetteer

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/musamma/musamma/gazetteer/internal/vectors"
	"github.com/musamma/musamma/normalize"
)

// sensesOf returns the names of the senses in a text that has one name.
func sensesOf(g *Gazetteer, text string) (names []string) {
	t := resetText(text)
	for _, m := range g.AppendMatches(nil, t) {
		for _, s := range g.AppendSenses(nil, m, t) {
			names = append(names, g.Entry(s.Entry).Name)
		}
	}
	return names
}

func TestMarks(t *testing.T) {
	rows := vectors.Read(t, "../testdata/spelling/marks.tsv")
	for _, f := range rows {
		g, _ := buildNames(t, f[1])
		if err := g.Verify(); err != nil {
			t.Fatal(err)
		}
		if got := len(sensesOf(g, f[0])) > 0; got != (f[2] == "yes") {
			t.Errorf("%s is found in %s: %v, want %s", f[1], f[0], got, f[2])
		}
		if plain := normalize.Strict.Fold(f[0]); len(sensesOf(g, plain)) == 0 {
			t.Errorf("%s is not found in %s, which has no marks", f[1], plain)
		}
		if g, _ := buildNames(t, normalize.Strict.Fold(f[1])); len(sensesOf(g, f[0])) == 0 {
			t.Errorf("%s without its marks is not found in %s", f[1], f[0])
		}
	}
	if n := len(rows); n < 20 {
		t.Errorf("only %d lines", n)
	}
}

// Two names of one key are told apart where the text has marks, and a compiled file knows them as the Builder did.
func TestMarksTellNamesApart(t *testing.T) {
	g, _ := buildNames(t, "عُمان", "عَمّان", "عمان")
	var file strings.Builder
	if _, err := g.WriteTo(&file); err != nil {
		t.Fatal(err)
	}
	opened, err := OpenBytes([]byte(file.String()))
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string][]string{
		"في عمان":    {"عمان", "عَمّان", "عُمان"},
		"في عُمانَ":  {"عمان", "عُمان"},
		"في عَمَّان": {"عمان", "عَمّان"},
		"وبعَمّان":   {"عمان", "عَمّان"},
	} {
		for _, g := range []*Gazetteer{g, opened} {
			got := sensesOf(g, text)
			slices.Sort(got)
			if diff := cmp.Diff(slices.Sorted(slices.Values(want)), got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", text, diff)
			}
		}
	}
	if n := len(slices.Collect(g.Lookup("عُمان"))); n != 3 {
		t.Errorf("Lookup gives %d entries, want 3: it asks for the key", n)
	}
}

func FuzzMarks(f *testing.F) {
	f.Add("عُمان", "عَمّان")
	f.Add("سلطنةُ عُمان", "السّلطنة")
	f.Fuzz(func(t *testing.T, a, b string) {
		compare := func(a, b string) bool {
			x, y := normalize.Canonical.AppendFold(nil, a), normalize.Canonical.AppendFold(nil, b)
			return differ(&lettersOf{rest: x}, &lettersOf{rest: y})
		}
		if compare(a, a) {
			t.Errorf("%q differs from itself", a)
		}
		if compare(a, b) != compare(b, a) {
			t.Errorf("%q and %q differ one way only", a, b)
		}
		if compare(a, normalize.Strict.Fold(a)) {
			t.Errorf("%q differs from itself without marks", a)
		}
	})
}
