package normalize

import (
	"io"
	"strings"
	"testing"

	"golang.org/x/text/transform"
)

// seeds gives a fuzz target every vector of fold.tsv-like texts: each piece alone and among words.
func seeds(f *testing.F) {
	for _, p := range append(pieces, illFormedPieces...) {
		f.Add(uint32(Ortho), p)
		f.Add(uint32(Loose), "وبال"+p+"رياضة "+p)
	}
	for line := range strings.Lines(news(f, 1)) {
		f.Add(uint32(Canonical), line)
	}
}

// FuzzFold checks law 1 of any Form on any bytes, and the fast path against the builder.
func FuzzFold(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, form uint32, s string) {
		checkFold(t, Form(form), s)
		checkFoldTwin(t, Form(form), s)
	})
}

// FuzzText checks law 2 of any Form on any bytes, and the fast path against the builder.
func FuzzText(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, form uint32, s string) {
		checkText(t, Form(form), s)
		checkTwin(t, Form(form), s)
		checkTwin(t, Ortho, s)
	})
}

// FuzzTransformer checks that a stream in two pieces folds as the whole does.
func FuzzTransformer(f *testing.F) {
	f.Add(uint32(Ortho), "مدر", "سة النور\xD8")
	f.Fuzz(func(t *testing.T, form uint32, a, b string) {
		r := transform.NewReader(io.MultiReader(strings.NewReader(a), strings.NewReader(b)), Form(form).Transformer())
		got, err := io.ReadAll(r)
		if want := Form(form).Fold(a + b); string(got) != want || err != nil {
			t.Fatalf("%v: %+q and %+q give %+q, %v, want %+q", Form(form), a, b, got, err, want)
		}
	})
}
