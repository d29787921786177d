package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/musamma/musamma/gazetteer/builtin"
)

// files writes files into a folder of the test and returns it.
func files(t *testing.T, content map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range content {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// A result is what a run left.
type result struct {
	Status         int
	Stdout, Stderr string
}

// annotate runs the program in a folder.
func annotate(t *testing.T, dir, stdin string, args ...string) result {
	t.Helper()
	t.Chdir(dir)
	var stdout, stderr bytes.Buffer
	status := run(args, strings.NewReader(stdin), &stdout, &stderr)
	return result{status, stdout.String(), stderr.String()}
}

// list is a list of names that tests find without the built-in ones.
const list = "name\ttype\tid\nالرياض\tLOC\tQ3692\nدير الزور\tLOC\t\nجامعة الرياض\tORG\t\n"

// only makes the program find the names of the list and nothing else.
func only(args ...string) []string {
	return append([]string{"-no-builtin", "-listed-only", "-gazetteer", "list.tsv"}, args...)
}

const header = "START  END  TYPE  SCORE  EVIDENCE  TEXT\n"

func TestFormats(t *testing.T) {
	const text = "وفد بالرياض\n"
	for _, c := range []struct {
		name string
		args []string
		want string
	}{
		{"table", nil, header + "9      21   LOC   0.0    listed    الرياض\n"},
		{"table in runes", []string{"-unit", "rune"}, header + "5      11   LOC   0.0    listed    الرياض\n"},
		{"jsonl", []string{"-out", "jsonl", "-in", "lines"}, `{"text":"وفد بالرياض","spans":[{"start":9,"end":21,"word_start":7,"word_end":21,"label":"LOC","text":"الرياض","name":"الرياض","id":"Q3692","evidence":["listed"]}],"unit":"byte"}` + "\n"},
		{"conll", []string{"-out", "conll"}, "-DOCSTART- O\n\nوفد O\nبالرياض B-LOC\n\n"},
		{"conll in its other form", []string{"-out", "conll", "-split", "-scheme", "bioes"}, "-DOCSTART- O\n\nوفد O\nب O\nالرياض S-LOC\n\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := annotate(t, files(t, map[string]string{"list.tsv": list}), text, only(c.args...)...)
			if diff := cmp.Diff(result{Stdout: c.want}, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestHTML(t *testing.T) {
	dir := files(t, map[string]string{"list.tsv": list, "a.txt": "بالرياض", "b.txt": "دير\nالزور"})
	got := annotate(t, dir, "", only("-out", "html", "-in", "lines", "a.txt", "b.txt")...)
	for _, part := range []string{"<h2><bdi>a.txt:1</bdi></h2>", "ب<mark id=\"d1s1\"", "<h2><bdi>b.txt:2</bdi></h2>", "</html>\n"} {
		if !strings.Contains(got.Stdout, part) {
			t.Errorf("no %q in\n%s", part, got.Stdout)
		}
	}
	if got.Status != 0 || got.Stderr != "" {
		t.Errorf("status %d, %q", got.Status, got.Stderr)
	}
}

func TestBrat(t *testing.T) {
	dir := files(t, map[string]string{"list.tsv": list, "a.txt": "بالرياض\nإلى دير الزور\n", "sub/a.txt": "دير الزور"})
	got := annotate(t, dir, "الرياض", only("-out", "brat", "-dir", "out", "-in", "lines", "a.txt", "sub/a.txt", "-")...)
	if diff := cmp.Diff(result{}, got); diff != "" {
		t.Fatalf("(-want +got):\n%s", diff)
	}
	for name, want := range map[string]string{
		"a.txt":              "بالرياض\nإلى دير الزور",
		"a.ann":              "T1\tLOC 1 7\tالرياض\nN1\tReference T1 Wikidata:Q3692\tالرياض\n#1\tAnnotatorNotes T1\tlisted\nT2\tLOC 12 21\tدير الزور\n#2\tAnnotatorNotes T2\tlisted\n",
		"a-2.txt":            "دير الزور",
		"a-2.ann":            "T1\tLOC 0 9\tدير الزور\n#1\tAnnotatorNotes T1\tlisted\n",
		"standard input.txt": "الرياض",
	} {
		data, err := os.ReadFile(filepath.Join(dir, "out", name))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, string(data)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestBratSpares holds brat to what it may write: no pair over another, nothing over an input that is not there as it is.
func TestBratSpares(t *testing.T) {
	const line = "بالرياض\n"
	long := strings.Repeat(line, 1<<17) // over what is read ahead
	for _, c := range []struct {
		name   string
		inputs map[string]string
		args   []string
		status int
		want   map[string]string // texts
	}{
		{"files of one name in several folders", map[string]string{"a.txt": "في الرياض", "x/a.txt": line, "a-2.txt": "من الرياض"},
			[]string{"-dir", "out", "a.txt", "x/a.txt", "a-2.txt"}, 0,
			map[string]string{"out/a.txt": "في الرياض", "out/a-2.txt": line, "out/a-2-2.txt": "من الرياض"}},
		{"a name that is nothing but its ending", map[string]string{".a": line}, []string{"-dir", "out", ".a"}, 0,
			map[string]string{"out/.a.txt": line}},
		{"beside the input", map[string]string{"a.txt": line}, []string{"-dir", ".", "a.txt"}, 0,
			map[string]string{"a.txt": line, "a.ann": "T1\tLOC 1 7\tالرياض\nN1\tReference T1 Wikidata:Q3692\tالرياض\n#1\tAnnotatorNotes T1\tlisted\n"}},
		{"over the lines of the input", map[string]string{"a.txt": long}, []string{"-dir", ".", "-in", "lines", "a.txt"}, 1,
			map[string]string{"a.txt": long}},
		{"over another input", map[string]string{"x/a.txt": line, "a.txt": "في الرياض"}, []string{"-dir", ".", "x/a.txt", "a.txt"}, 1,
			map[string]string{"a.txt": "في الرياض"}},
		{"over an input that is annotations", map[string]string{"a.ann": "في الرياض"}, []string{"-dir", ".", "a.ann"}, 1,
			map[string]string{"a.ann": "في الرياض"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.inputs["list.tsv"] = list
			dir := files(t, c.inputs)
			got := annotate(t, dir, "", only(append([]string{"-out", "brat"}, c.args...)...)...)
			if got.Status != c.status || strings.Count(got.Stderr, "\n") != c.status {
				t.Errorf("%+v, want status %d and as many lines of errors", got, c.status)
			}
			for name, want := range c.want {
				data, err := os.ReadFile(filepath.Join(dir, name))
				if err != nil || string(data) != want {
					t.Errorf("%s: %.100q, error %v, want %.100q", name, data, err, want)
				}
			}
		})
	}
}

// TestJSONLines holds -in jsonl -out jsonl to one object out for one in, in order, with the other keys.
func TestJSONLines(t *testing.T) {
	var in strings.Builder
	for i := range 300 {
		in.WriteString(`{"n":` + string(rune('0'+i%10)) + `,"text":"` + strings.Repeat("في الرياض ", i%7) + `"}` + "\n\n")
	}
	got := annotate(t, files(t, map[string]string{"list.tsv": list}), in.String(), only("-in", "jsonl", "-out", "jsonl", "-unit", "rune")...)
	lines := strings.Split(strings.TrimSuffix(got.Stdout, "\n"), "\n")
	if got.Status != 0 || len(lines) != 300 {
		t.Fatalf("status %d, %d lines", got.Status, len(lines))
	}
	for i, line := range lines {
		var o struct {
			N     int
			Unit  string
			Spans []struct{ Start int }
		}
		if err := json.Unmarshal([]byte(line), &o); err != nil {
			t.Fatal(err)
		}
		if o.N != i%10 || len(o.Spans) != i%7 || o.Unit != "rune" {
			t.Errorf("line %d: %s", i, line)
		}
	}
}

func TestHelp(t *testing.T) {
	got := annotate(t, t.TempDir(), "", "-h")
	if got.Status != 0 || !strings.HasPrefix(got.Stderr, "usage: annotate") || !strings.HasSuffix(got.Stderr, builtin.Attribution()) {
		t.Errorf("%+v", got)
	}
}

// TestReadme holds the output that the README shows to what the program prints.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	var shown strings.Builder
	for line := range strings.Lines(string(readme)) {
		if line, ok := strings.CutPrefix(line, "    "); ok && (shown.Len() > 0 || strings.HasPrefix(line, "START")) {
			shown.WriteString(line)
		} else if shown.Len() > 0 {
			break
		}
	}
	var stdout bytes.Buffer
	if status := run([]string{"../../testdata/story.txt"}, strings.NewReader(""), &stdout, os.Stderr); status != 0 {
		t.Fatalf("status %d", status)
	}
	got := stdout.String()
	if lines := strings.SplitAfter(got, "\n"); len(lines) > strings.Count(shown.String(), "\n") {
		got = strings.Join(lines[:strings.Count(shown.String(), "\n")], "")
	}
	if diff := cmp.Diff(shown.String(), got); diff != "" || shown.Len() == 0 {
		t.Errorf("README.md shows other spans than annotate prints (-README +annotate):\n%s", diff)
	}
}
