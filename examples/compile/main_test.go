package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRun(t *testing.T) {
	dir := t.TempDir()
	list, out := filepath.Join(dir, "cities.tsv"), filepath.Join(dir, "cities.gaz")
	err := os.WriteFile(list, []byte("name\ttype\nالخرطوم\tLOC\nالإسكندرية\tLOC\nالاسكندريه\tLOC\nدُبَيّ\tLOC\nOslo\tLOC\nأم درمان\n"), 0o644)
	if err != nil {
		t.Fatal(err)
	}
	check := func(args []string, want int, wantOut, wantErr string) {
		t.Helper()
		var stdout, stderr strings.Builder
		if status := run(args, &stdout, &stderr); status != want {
			t.Errorf("%v: status %d, want %d", args, status, want)
		}
		clean := strings.NewReplacer(dir+string(filepath.Separator), "")
		if d := cmp.Diff(wantOut, clean.Replace(stdout.String())); d != "" {
			t.Errorf("%v: output (-want +got):\n%s", args, d)
		}
		if d := cmp.Diff(wantErr, clean.Replace(stderr.String())); d != "" {
			t.Errorf("%v: errors (-want +got):\n%s", args, d)
		}
	}
	bad := "cities.tsv:7: name \"أم درمان\": no type\n"
	check([]string{"-o", out, list}, 1, "5 entries, 4 spellings, 0 common words, 1728 bytes\n", bad)
	check([]string{"-audit", list}, 1, `cities.tsv	duplicate	الاسكندريه	LOC	of الإسكندرية in cities.tsv
cities.tsv	stray character	دُبَيّ	LOC	U+064F
cities.tsv	no Arabic letter	Oslo	LOC	
# 1 duplicate
# 1 no Arabic letter
# 0 one letter
# 0 common word
# 1 stray character
5 entries, 4 spellings, 0 common words, 1728 bytes
`, bad)
	var stdout strings.Builder
	if status := run([]string{"-stats", out}, &stdout, os.Stderr); status != 0 || !strings.Contains(stdout.String(), "5 entries, types LOC") {
		t.Errorf("status %d, output:\n%s", status, stdout.String())
	}
	for _, c := range []struct {
		args   []string
		status int
		want   string // in the first line of the errors
	}{
		{[]string{"-h"}, 0, "usage: compile"},
		{nil, 2, "compile: no files"},
		{[]string{"-x"}, 2, "flag provided but not defined: -x"},
		{[]string{"-form", "none", list}, 2, `compile: -form "none" is none of canonical, strict, ortho, loose`},
		{[]string{filepath.Join(dir, "none.tsv")}, 1, "compile: open "},
		{[]string{"-stats", list}, 1, "compile: "},
	} {
		var stdout, stderr strings.Builder
		status := run(c.args, &stdout, &stderr)
		if line, _, _ := strings.Cut(stderr.String(), "\n"); status != c.status || !strings.Contains(line, c.want) || stdout.Len() > 0 {
			t.Errorf("%v: status %d, output %q, errors %q, want status %d and %q", c.args, status, &stdout, line, c.status, c.want)
		}
	}
}

// A list that cannot be read, or of which nothing can, replaces no compiled file.
func TestUnreadableListReplacesNothing(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, content := range map[string]string{
		"none.tsv": "", "other.tsv": "الخرطوم\tLOC\n", "typeless.tsv": "name\ttype\nأم درمان\n", "good.tsv": "name\ttype\nالخرطوم\tLOC\n", "old.gaz": "old",
	} {
		if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir("folder.tsv", 0o777); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ list, want string }{
		{"none.tsv", "none.tsv:1: no header line that names the columns\ncompile: none.tsv: no line of it can be used\n"},
		{"other.tsv", "compile: other.tsv: no line of it can be used\n"},
		{"typeless.tsv", "typeless.tsv:2: name \"أم درمان\": no type\ncompile: typeless.tsv: no line of it can be used\n"},
		{"folder.tsv", "is a directory\n"},
	} {
		var stderr strings.Builder
		if status := run([]string{"-o", "old.gaz", "good.tsv", c.list}, io.Discard, &stderr); status != 1 || !strings.HasSuffix(stderr.String(), c.want) {
			t.Errorf("%s: status %d, errors %q, want 1 and %q", c.list, status, &stderr, c.want)
		}
		if data, err := os.ReadFile("old.gaz"); err != nil || string(data) != "old" {
			t.Fatalf("%s: the old file is %.20q, error %v", c.list, data, err)
		}
	}
}
