package builtin_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/gazetteer/builtin"
)

func ExampleGazetteer() {
	for e := range builtin.Gazetteer().Lookup("القاهره") { // as often written, without the dots of ة
		if e.Type == "LOC" {
			fmt.Println(e.Name, e.ID, "tier", e.Weight)
		}
	}
	// Output: القاهرة geonames:360630 tier 3
}

func ExamplePeople() {
	for e := range builtin.People() {
		if e.Name == "نجيب محفوظ" {
			fmt.Println(e.Name, e.Type)
		}
	}
	// Output: نجيب محفوظ PER
}

func ExamplePlaces() {
	for e := range builtin.Places() {
		if e.ID == "iso:EG" && e.Canonical == "" {
			fmt.Println(e.Name, e.Type)
		}
	}
	// Output: مصر LOC
}

func ExampleOrganizations() {
	for e := range builtin.Organizations() {
		if e.Name == "جامعة الدول العربية" {
			fmt.Println(e.Name, e.Type)
		}
	}
	// Output: جامعة الدول العربية ORG
}

func ExampleAttribution() {
	first, _, _ := strings.Cut(builtin.Attribution(), " (")
	fmt.Println(first)
	// Output: Names and identifiers of places contain information from GeoNames
}

func TestVerify(t *testing.T) {
	if err := builtin.Gazetteer().Verify(); err != nil {
		t.Error(err)
	}
}

// TestOneValue opens the lists from many goroutines at once.
func TestOneValue(t *testing.T) {
	var got [8]*gazetteer.Gazetteer
	var wg sync.WaitGroup
	for i := range got {
		wg.Go(func() { got[i] = builtin.Gazetteer() })
	}
	wg.Wait()
	for _, g := range got {
		if g == nil || g != got[0] {
			t.Fatalf("got %p and %p", g, got[0])
		}
	}
}

// TestParts checks that the parts are names that stand alone, and all of them.
func TestParts(t *testing.T) {
	total := 0
	for _, part := range []struct {
		typ string
		seq func(func(gazetteer.Entry) bool)
	}{{"PER", builtin.People()}, {"LOC", builtin.Places()}, {"ORG", builtin.Organizations()}} {
		for e := range part.seq {
			total++
			if e.Type != part.typ || e.Roles != 0 || e.Flags&gazetteer.Never != 0 {
				t.Fatalf("%+v among those of type %s", e, part.typ)
			}
		}
	}
	want := 0
	for e := range builtin.Gazetteer().All() {
		if e.Roles == 0 && e.Flags&gazetteer.Never == 0 {
			want++
		}
	}
	if total != want || total == 0 {
		t.Errorf("%d names in the parts, %d in all", total, want)
	}
	for range builtin.People() {
		break // a sequence may be left early
	}
}

// TestAttribution checks that the text names the author of every source and that NOTICE has it.
func TestAttribution(t *testing.T) {
	notice, err := os.ReadFile(filepath.Join("..", "..", "NOTICE"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(string(notice), builtin.Attribution()) {
		t.Error("NOTICE does not end with Attribution()")
	}
	licence, err := os.ReadFile("DATA-LICENSE")
	if err != nil {
		t.Fatal(err)
	}
	sources, err := os.ReadFile("SOURCES.md")
	if err != nil {
		t.Fatal(err)
	}
	authors := map[string]bool{}
	_, table, _ := strings.Cut(string(sources), "## Sources")
	for line := range strings.Lines(table) {
		if col := strings.Split(line, " | "); len(col) == 6 && col[0] != "| source" {
			author := strings.TrimSuffix(strings.TrimSpace(col[5]), " |")
			author, _, _ = strings.Cut(author, ",")
			authors[author] = true
		}
	}
	if len(authors) < 9 {
		t.Fatalf("read %d authors in SOURCES.md", len(authors))
	}
	for a := range authors {
		if !strings.Contains(flat(builtin.Attribution()), a) {
			t.Errorf("Attribution() does not name %s", a)
		}
		if a != "Hewlett-Packard" && !strings.Contains(flat(string(licence)), a) {
			t.Errorf("DATA-LICENSE does not name %s", a)
		}
	}
}

// flat is a text in one line.
func flat(text string) string { return strings.Join(strings.Fields(text), " ") }

// TestUnlinked builds a program that uses the package and not its data, and one that uses the data: only the second may
// carry it.
func TestUnlinked(t *testing.T) {
	size := func(use string) int64 {
		dir := t.TempDir()
		source := "package main\n\nimport \"github.com/musamma/musamma/gazetteer/builtin\"\n\nfunc main() { println(" + use + ") }\n"
		main, program := filepath.Join(dir, "main.go"), filepath.Join(dir, "program")
		if err := os.WriteFile(main, []byte(source), 0o666); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command("go", "build", "-o", program, main).CombinedOutput(); err != nil {
			t.Fatalf("go build: %v\n%s", err, out)
		}
		info, err := os.Stat(program)
		if err != nil {
			t.Fatal(err)
		}
		return info.Size()
	}
	without, with := size("builtin.Attribution()"), size("builtin.Gazetteer().Len()")
	data, err := os.Stat("builtin.gaz")
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d bytes without the data, %d with it, %d of data", without, with, data.Size())
	if with-without < data.Size() {
		t.Errorf("the program without the data has %d bytes, with it %d, and the data %d", without, with, data.Size())
	}
}
