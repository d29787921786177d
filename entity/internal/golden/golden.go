// Package golden has what the tests of the output formats share: a text with spans that do not change when the built-in
// lists do, and the comparison with files of testdata/outputs.
package golden

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/gazetteer"
)

var update = flag.Bool("update", false, "write the files of testdata/outputs anew")

// root is the way from a package under entity to the top.
const root = "../.."

// Story returns testdata/story.txt and the names of testdata/outputs/names.tsv in it.
func Story(t testing.TB) (string, []entity.Span) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, "testdata/story.txt"))
	if err != nil {
		t.Fatal(err)
	}
	g, err := gazetteer.Load(filepath.Join(root, "testdata/outputs/names.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	x, err := entity.New(&entity.Options{ListedOnly: true}, g)
	if err != nil {
		t.Fatal(err)
	}
	return string(text), x.Extract(string(text))
}

// Compare compares an output with a file of testdata/outputs, or writes it if the tests run with -update.
func Compare(t testing.TB, file string, got []byte) {
	t.Helper()
	file = filepath.Join(root, "testdata/outputs", file)
	if *update {
		if err := os.WriteFile(file, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

// Mark returns a text and its spans from one in which they stand in brackets with their types: "في [LOC بيروت]". Brackets
// may be nested. A span begins inside its word where letters stand before the bracket.
func Mark(marked string) (string, []entity.Span) {
	var text strings.Builder
	var spans []entity.Span
	var open []int
	for marked != "" {
		i := strings.IndexAny(marked, "[]")
		if i < 0 {
			i = len(marked)
		}
		text.WriteString(marked[:i])
		marked = marked[i:]
		switch {
		case strings.HasPrefix(marked, "["):
			typ, rest, _ := strings.Cut(marked[1:], " ")
			open = append(open, len(spans))
			spans = append(spans, entity.Span{Start: text.Len(), Type: entity.Type(typ)})
			marked = rest
		case strings.HasPrefix(marked, "]"):
			spans[open[len(open)-1]].End = text.Len()
			open = open[:len(open)-1]
			marked = marked[1:]
		}
	}
	s := text.String()
	for i := range spans {
		p := &spans[i]
		p.Text, p.WordStart, p.WordEnd = s[p.Start:p.End], strings.LastIndexAny(s[:p.Start], " \n")+1, p.End
		p.Name = p.Text
	}
	return s, spans
}
