package main

import (
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
	check := func(args []string, wantFailed bool, wantOut, wantErr string) {
		t.Helper()
		var stdout, stderr strings.Builder
		failed, err := run(args, &stdout, &stderr)
		if err != nil || failed != wantFailed {
			t.Fatalf("failed %v, error %v", failed, err)
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
	check([]string{"-o", out, list}, true, "5 entries, 4 spellings, 0 common words, 1728 bytes\n", bad)
	check([]string{"-audit", list}, true, `cities.tsv	duplicate	الاسكندريه	LOC	of الإسكندرية in cities.tsv
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
	if _, err := run([]string{"-stats", out}, &stdout, os.Stderr); err != nil || !strings.Contains(stdout.String(), "5 entries, types LOC") {
		t.Errorf("error %v, output:\n%s", err, stdout.String())
	}
	for _, args := range [][]string{{}, {"-form", "none", list}, {filepath.Join(dir, "none.tsv")}, {"-stats", list}} {
		if _, err := run(args, &stdout, &stdout); err == nil {
			t.Errorf("%v: no error", args)
		}
	}
}
