package entity_test

import (
	"bytes"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/gazetteer/builtin"
	"github.com/musamma/musamma/normalize"
)

// found is a span in the form that the tests write down.
type found struct{ Text, Type, Name string }

func summary(spans []entity.Span) []found {
	var out []found
	for _, s := range spans {
		out = append(out, found{s.Text, string(s.Type), s.Name})
	}
	return out
}

func newExtractor(t testing.TB, opts *entity.Options, layers ...*gazetteer.Gazetteer) *entity.Extractor {
	t.Helper()
	x, err := entity.New(opts, layers...)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func build(t testing.TB, entries ...gazetteer.Entry) *gazetteer.Gazetteer {
	t.Helper()
	b := gazetteer.NewBuilder(normalize.Ortho)
	for _, e := range entries {
		if err := b.Add(e); err != nil {
			t.Fatal(err)
		}
	}
	g, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func story(t testing.TB) string {
	t.Helper()
	b, err := os.ReadFile("../testdata/story.txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// The story was written for this test and is as hard as a newspaper: what is found in it may not get worse.
func TestStory(t *testing.T) {
	text := story(t)
	gold, err := os.ReadFile("../testdata/story.gold.tsv")
	if err != nil {
		t.Fatal(err)
	}
	type at struct {
		start, end int
		typ        entity.Type
	}
	want := map[at]string{}
	for line := range strings.Lines(string(gold)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		start, _ := strconv.Atoi(f[0])
		end, _ := strconv.Atoi(f[1])
		want[at{start, end, entity.Type(f[2])}] = f[4]
	}
	right, wrong, total := 0, 0, len(want)
	for _, s := range newExtractor(t, nil, builtin.Gazetteer()).Extract(text) {
		k := at{s.Start, s.End, s.Type}
		if _, ok := want[k]; ok {
			right++
			delete(want, k)
		} else {
			wrong++
			t.Logf("wrong  %s %s %v", s.Type, s.Text, s.Evidence)
		}
	}
	for k, surface := range want {
		t.Logf("missed %s %s", k.typ, surface)
	}
	if f1 := 200 * right / (2*right + wrong + total - right); f1 < 90 {
		t.Errorf("F1 %d, want at least 90: %d right, %d wrong, %d missed", f1, right, wrong, total-right)
	}
}

// Every span says why, a name of one word too that nothing but itself speaks for.
func TestEverySpanHasReasons(t *testing.T) {
	alone := 0
	for _, s := range newExtractor(t, nil, builtin.Gazetteer()).Extract(story(t)) {
		switch reasons := s.Evidence.Reasons(); {
		case len(reasons) == 0:
			t.Errorf("%s %s has no reasons: %v", s.Type, s.Text, s.Evidence)
		case s.Evidence.Has("per.single.strong") && slices.Equal(reasons, []string{"names"}):
			alone++
		}
	}
	if alone == 0 {
		t.Error("no name of one word has itself as its reason")
	}
}

// Law 2: spans slice the text on cluster boundaries and lie inside their words.
func checkSlices(t *testing.T, text string, spans []entity.Span) {
	t.Helper()
	last := 0
	for _, s := range spans {
		if s.WordStart > s.Start || s.Start >= s.End || s.End > s.WordEnd || s.WordStart < last || s.WordEnd > len(text) {
			t.Fatalf("span %+v does not fit its words or the one before (%d) in %q", s, last, text)
		}
		if s.Text != text[s.Start:s.End] || !utf8.ValidString(s.Text) {
			t.Fatalf("span %+v does not slice the text %q", s, text)
		}
		last = s.WordEnd
	}
}

// Law 4: a listed name of one type, alone as a text, is found whole.
func TestListedNameAlone(t *testing.T) {
	g := builtin.Gazetteer()
	one := func(name string) bool { // one type, no other role, not ambiguous
		typ := ""
		for e := range g.Lookup(name) {
			if e.Roles != 0 || e.Flags&(gazetteer.Ambiguous|gazetteer.Never) != 0 || typ != "" && typ != e.Type {
				return false
			}
			typ = e.Type
		}
		return true
	}
	x := newExtractor(t, nil, g)
	tried, failed := 0, 0
	for e := range g.All() {
		if !one(e.Name) {
			continue
		}
		tried++
		spans := x.Extract(e.Name)
		if len(spans) != 1 || spans[0].Text != e.Name || string(spans[0].Type) != e.Type {
			if failed++; failed <= 10 {
				t.Errorf("%q (%s) alone gives %v", e.Name, e.Type, summary(spans))
			}
		}
	}
	if failed > 0 || tried < 5000 {
		t.Errorf("%d of %d names failed, want 0 of at least 5000", failed, tried)
	}
}

// Law 4 for a user's names: the sign that a name ends with belongs to it, also where the name is the whole text.
func TestListedNameWithSignAlone(t *testing.T) {
	for _, typ := range []string{"PER", "LOC", "ORG", "SHOW"} {
		const name = "يكونون!"
		x := newExtractor(t, nil, build(t, gazetteer.Entry{Name: name, Type: typ}), builtin.Gazetteer())
		for _, text := range []string{name, "«" + name + "»"} {
			if diff := cmp.Diff([]found{{name, typ, name}}, summary(x.Extract(text))); diff != "" {
				t.Errorf("%q (-want +got):\n%s", text, diff)
			}
		}
	}
}

func TestConcurrentUse(t *testing.T) {
	x := newExtractor(t, nil, builtin.Gazetteer())
	text := story(t)
	want := x.Extract(text)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 20 {
				if got := x.Extract(text); !slices.Equal(got, want) {
					t.Error("another result on another goroutine")
				}
			}
		})
	}
	wg.Wait()
}

func TestHostileText(t *testing.T) {
	x := newExtractor(t, nil, builtin.Gazetteer())
	for _, text := range []string{
		"", " ", "\x00", "\xff\xfe", "محمد\xff علي", strings.Repeat("\xff", 1000),
		strings.Repeat("\u0651", 100000), strings.Repeat("م", 300000), strings.Repeat("محمد ", 60000),
		strings.Repeat("«", 50000), strings.Repeat("قرى و", 20000), strings.Repeat("رئيس ", 50000),
		strings.Repeat("حزب محمد ", 20000), strings.Repeat("عبد ", 50000), strings.Repeat("a\x00ب", 10000),
	} {
		checkSlices(t, text, x.Extract(text))
	}
}

func FuzzExtract(f *testing.F) {
	x := newExtractor(f, nil, builtin.Gazetteer())
	nested := newExtractor(f, &entity.Options{Nested: true}, builtin.Gazetteer())
	listed := newExtractor(f, &entity.Options{ListedOnly: true}, builtin.Gazetteer())
	b, err := os.ReadFile("../testdata/story.txt")
	if err != nil {
		f.Fatal(err)
	}
	for line := range bytes.Lines(b) {
		f.Add(string(line))
	}
	f.Fuzz(func(t *testing.T, text string) {
		spans := x.Extract(text)
		checkSlices(t, text, spans)
		checkSlices(t, text, listed.Extract(text))
		nested.Extract(text)
		var scanned []entity.Span
		for s, err := range x.Scan(iotest.OneByteReader(strings.NewReader(text))) {
			if err != nil {
				t.Fatal(err)
			}
			scanned = append(scanned, s)
		}
		if diff := cmp.Diff(spans, scanned); diff != "" {
			t.Errorf("Scan differs (-want +got):\n%s", diff)
		}
	})
}
