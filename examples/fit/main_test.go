package main

import (
	"os"
	"strings"
	"testing"

	"github.com/musamma/musamma/entity"
)

func TestRun(t *testing.T) {
	t.Chdir(t.TempDir())
	gold := strings.Repeat("وصل O\nكمال B-PER\nجنبلاط I-PER\nإلى O\nبغداد B-LOC\n\n", 4)
	for name, content := range map[string]string{"gold": gold, "bad": "x\n"} {
		if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var stdout, stderr strings.Builder
	if status := run([]string{"-rounds", "1", "-steps", "20", "-bias", "1,0,0", "gold", "gold:x0.5:block2:nocv"}, &stdout, &stderr); status != 0 {
		t.Fatalf("status %d: %s", status, &stderr)
	}
	rows := strings.Split(strings.TrimSuffix(stdout.String(), "\n"), "\n")
	if names := entity.FactNames(); len(rows) != len(names)+1 || !strings.HasPrefix(rows[1], names[0]+"\t") {
		t.Errorf("%d rows, the first %q, want a heading and %d rows", len(rows), rows[:2], len(names))
	}
	if !strings.HasPrefix(stderr.String(), "gold\nPER  P") || strings.Count(stderr.String(), "gold") != 1 {
		t.Errorf("scores of the cross-validation:\n%s", &stderr)
	}
	for _, c := range []struct {
		args   []string
		status int
		want   string // the errors begin with it
	}{
		{[]string{"-h"}, 0, "usage: fit"},
		{nil, 2, "fit: no files"},
		{[]string{"-bias", "1,2", "gold"}, 2, "invalid value \"1,2\" for flag -bias: want 3 numbers, got 2"},
		{[]string{"none"}, 1, "fit: open none: "},
		{[]string{"bad"}, 1, "fit: bad:1: "},
		{[]string{"gold:twice"}, 1, "fit: gold:twice: \"twice\": want xN, docs, blockN or nocv"},
	} {
		var stdout, stderr strings.Builder
		if status := run(c.args, &stdout, &stderr); status != c.status || !strings.HasPrefix(stderr.String(), c.want) || stdout.Len() > 0 {
			t.Errorf("%q: status %d, output %q, errors %q, want status %d and %q", c.args, status, &stdout, &stderr, c.status, c.want)
		}
	}
}
