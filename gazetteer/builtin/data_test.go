package builtin

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/gazetteer/builtin/internal/lists"
	"github.com/musamma/musamma/normalize"
)

func load(t *testing.T) *lists.Data {
	t.Helper()
	d, err := lists.Load("lists")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestStale builds the lists anew and compares the bytes.
func TestStale(t *testing.T) {
	d := load(t)
	g, err := d.Compile()
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := g.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	if b.String() != compiled {
		t.Errorf("builtin.gaz of %d bytes is not what the lists give, %d bytes: run go run gen.go", len(compiled), b.Len())
	}
	sources, err := os.ReadFile("SOURCES.md")
	if err != nil {
		t.Fatal(err)
	}
	want := lists.Table(d.Counts())
	if _, got, _, ok := lists.Between(string(sources)); !ok || got != want {
		t.Errorf("SOURCES.md does not have these counts: run go run gen.go\n%s", want)
	}
	t.Logf("%d entries, %d common words\n%s", g.Len(), len(d.Words), want)
}

// spelling is what names are written with: Arabic letters, five more that Arabic writes foreign sounds with, numbers that
// are words (قوى 14 آذار), one space or hyphen between words. Marks and tatweel are not, since every Form deletes them.
var spelling = regexp.MustCompile(`^([ء-غف-يپچڤگژ]+|[0-9]+)([ -]([ء-غف-يپچڤگژ]+|[0-9]+))*$`)

// TestLists looks at every entry of the readable lists.
func TestLists(t *testing.T) {
	all, err := lists.Read("lists")
	if err != nil {
		t.Fatal(err) // a line that does not parse, an unknown role or flag
	}
	for _, l := range all {
		if len(l.Entries) == 0 {
			t.Errorf("%s is empty", l.File)
		}
		seen := map[gazetteer.Entry]bool{}
		for i, e := range l.Entries {
			if seen[e] {
				t.Errorf("%s: %q is there twice", l.File, e.Name)
			}
			seen[e] = true
			if i > 0 && l.Entries[i-1].Name > e.Name {
				t.Errorf("%s: %q is not sorted, it is behind %q", l.File, e.Name, l.Entries[i-1].Name)
			}
			if !spelling.MatchString(e.Name) || e.Canonical != "" && !spelling.MatchString(e.Canonical) {
				t.Errorf("%s: stray characters in %q, canonical %q", l.File, e.Name, e.Canonical)
			}
			if why := strange(&l, &e); why != "" {
				t.Errorf("%s: %q: %s", l.File, e.Name, why)
			}
		}
	}
}

var identifier = regexp.MustCompile(`^(Q[1-9][0-9]*|geonames:[1-9][0-9]*|iso:[A-Z]{2}(-[A-Z0-9]{1,3})?)?$`)

// strange says what is wrong with an entry, beside its name; "" when nothing is.
func strange(l *lists.List, e *gazetteer.Entry) string {
	nameWord := e.Roles&(gazetteer.Given|gazetteer.Family|gazetteer.Link) != 0
	switch {
	case !slices.Contains([]string{"PER", "LOC", "ORG", "CUE"}, e.Type):
		return "unknown type " + e.Type
	case e.Type == "CUE" && e.Roles == 0:
		return "a cue without a role"
	case e.Type == "LOC" && e.Roles == 0 && (e.Weight < 1 || e.Weight > 3):
		return "a place without a tier from 1 to 3"
	case nameWord && e.Type != "PER":
		return "a name word of type " + e.Type
	case nameWord && e.Roles&gazetteer.Link == 0 && (e.Weight < 1 || e.Weight > 3):
		return "a name word without a grade from 1 to 3"
	case nameWord && strings.Contains(e.Name, " "):
		return "a name word of several words"
	case !identifier.MatchString(e.ID):
		return "unknown kind of id " + e.ID
	case l.Fetched() != (e.Source != ""):
		return "the source is " + e.Source
	}
	return ""
}

// TestCommonWords looks at every word of the lexicon.
func TestCommonWords(t *testing.T) {
	words, err := lists.ReadWords("lists")
	if err != nil {
		t.Fatal(err)
	}
	word := regexp.MustCompile(`^[ء-غف-ي]{2,}$`)
	for i, w := range words {
		if !word.MatchString(w) {
			t.Errorf("stray characters in %q", w)
		}
		if i > 0 && words[i-1] >= w {
			t.Errorf("%q is not sorted, it is behind %q", w, words[i-1])
		}
	}
	if len(words) < 100_000 {
		t.Errorf("%d words, expected 100,000 or more", len(words))
	}
}

// TestGrades asks the compiled lexicon for every name of one word: an ordinary word has the flag, or stands among the
// exceptions as safe.
func TestGrades(t *testing.T) {
	safe := map[[2]string]bool{}
	data, err := os.ReadFile(filepath.Join("lists", lists.AmbiguityFile))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if col := strings.Split(line, "\t"); col[2] == "safe" {
			safe[[2]string{col[0], col[1]}] = true
		}
	}
	g := Gazetteer()
	var text normalize.Text
	for e := range g.All() {
		if e.Roles != 0 || e.Flags&(gazetteer.Ambiguous|gazetteer.Never) != 0 || safe[[2]string{e.Name, e.Type}] {
			continue
		}
		text.Reset(g.Form(), e.Name)
		if len(text.Tokens()) != 1 {
			continue
		}
		limit := 7
		if e.Type == "PER" || e.Type == "LOC" && e.Weight < 3 {
			limit = 3
		}
		if n, ok := g.Common(text.StrictKey(0)); ok && n >= limit {
			t.Errorf("%s %q is an ordinary word with %d forms and not flagged", e.Type, e.Name, n)
		}
	}
}

// TestExceptions fails for an exception whose name is in no list any more.
func TestExceptions(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("lists", lists.AmbiguityFile))
	if err != nil {
		t.Fatal(err)
	}
	names := map[[2]string]bool{}
	for e := range Gazetteer().All() {
		if e.Roles == 0 {
			names[[2]string{e.Name, e.Type}] = true
		}
	}
	for i, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n") {
		if col := strings.Split(line, "\t"); i > 0 && !names[[2]string{col[0], col[1]}] {
			t.Errorf("no entry %s %q, which %s calls %s", col[1], col[0], lists.AmbiguityFile, col[2])
		}
	}
}

// BenchmarkOpen opens the embedded lists and asks for one name.
func BenchmarkOpen(b *testing.B) {
	data := []byte(compiled)
	for b.Loop() {
		g, err := gazetteer.OpenBytes(data)
		if err != nil {
			b.Fatal(err)
		}
		found := 0
		for range g.Lookup("القاهرة") {
			found++
		}
		if found == 0 {
			b.Fatal("القاهرة is not found")
		}
	}
}
