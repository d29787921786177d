package gazetteer

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/musamma/musamma/normalize"
)

func writeFile(t testing.TB, name, content string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// TestMappedEqualsBuilt: law 5, and law 3 for a mapped file.
func TestMappedEqualsBuilt(t *testing.T) {
	entries := readList(t, list)
	g, err := Open(writeFile(t, "list.gaz", string(build(t, normalize.Ortho, entries).data)))
	if err != nil {
		t.Fatal(err)
	}
	if err := g.Verify(); err != nil {
		t.Fatal(err)
	}
	w := newTwin(normalize.Ortho, entries)
	var text normalize.Text
	var kept []twinMatch
	for _, s := range texts {
		text.Reset(normalize.Ortho, s)
		got := fast(g, &text)
		if d := cmp.Diff(w.matches(&text), got); d != "" {
			t.Fatalf("%q (-twin +got):\n%s", s, d)
		}
		kept = append(kept, got...)
	}
	if err := g.Close(); err != nil {
		t.Fatal(err)
	}
	if err := g.Close(); err != nil {
		t.Fatal("second Close:", err)
	}
	runtime.GC()
	for _, m := range kept { // strings outlive the map
		if m.Entry.Name == "" {
			t.Fatal("a name is gone")
		}
	}
}

func TestOpenErrors(t *testing.T) {
	if _, err := Open(filepath.Join(t.TempDir(), "none.gaz")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing file: %v", err)
	}
	if _, err := Open(t.TempDir()); err == nil {
		t.Error("a directory was opened")
	}
	for _, content := range []string{"", "name\ttype\nمصر\tLOC\n", strings.Repeat("\x00", 4096)} {
		file := writeFile(t, "bad.gaz", content)
		_, err := Open(file)
		var bad *Error
		if !errors.As(err, &bad) || !strings.Contains(err.Error(), file) {
			t.Errorf("%.10q: %v, want an *Error that names the file", content, err)
		}
	}
}

func TestLoad(t *testing.T) {
	g, err := Load(writeFile(t, "list.tsv", list))
	if err != nil {
		t.Fatal(err)
	}
	compiled, err := Load(writeFile(t, "list.gaz", string(g.data)))
	if err != nil {
		t.Fatal(err)
	}
	defer compiled.Close()
	if compiled.Len() != g.Len() || g.Form() != normalize.Ortho {
		t.Errorf("%d and %d entries in Form %v", compiled.Len(), g.Len(), g.Form())
	}
	for content, want := range map[string]string{
		"name\ttype\nمصر\n":  `list.tsv:2: name "مصر": no type`,
		"name\ttype\n!\tX\n": `list.tsv:2: name "!": no letter or digit`,
		"":                   "list.tsv:1: no header line that names the columns",
	} {
		if _, err := Load(writeFile(t, "list.tsv", content)); err == nil || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("%q: %v, want %s", content, err, want)
		}
	}
	if _, err := Load(filepath.Join(t.TempDir(), "none.tsv")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing list: %v", err)
	}
}
