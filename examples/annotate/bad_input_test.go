package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestBadInput gives the program what goes wrong in real files: each has a defined result or one line on standard error,
// and the rest goes on.
func TestBadInput(t *testing.T) {
	long := strings.Repeat("كلام ", 1<<20) // 9 MiB without a line end
	for _, c := range []struct {
		name  string
		files map[string]string
		args  []string
		want  result
	}{
		{"ill-formed UTF-8", map[string]string{"a.txt": "\xff\xfe الرياض \xd8"}, []string{"a.txt"},
			result{Stdout: header + "3      15   LOC   0.0    listed    الرياض\n"}},
		{"ill-formed UTF-8 in runes", map[string]string{"a.txt": "\xff\xfe الرياض \xd8"}, []string{"-unit", "rune", "a.txt"},
			result{Stdout: header + "3      9    LOC   0.0    listed    الرياض\n"}},
		{"ill-formed UTF-8 to JSON", map[string]string{"a.txt": "\xff\xfe مكة \xd8"}, []string{"-out", "jsonl", "a.txt"},
			result{Stdout: `{"text":"�� مكة �","spans":[],"unit":"byte"}` + "\n"}},
		{"ill-formed UTF-8 in JSON", map[string]string{"a": "{\"text\":\"\xff الرياض\"}"}, []string{"-in", "jsonl", "a"},
			result{Stdout: header + "4      16   LOC   0.0    listed    الرياض\n"}},
		{"byte order mark before JSON", map[string]string{"a": "\ufeff{\"text\":\"الرياض\"}\r\n"}, []string{"-in", "jsonl", "a"},
			result{Stdout: header + "0      12   LOC   0.0    listed    الرياض\n"}},
		{"empty file", map[string]string{"a.txt": ""}, []string{"a.txt"}, result{Stdout: header}},
		{"empty file of lines", map[string]string{"a.txt": ""}, []string{"-in", "lines", "a.txt"}, result{}},
		{"empty file of objects", map[string]string{"a.txt": "\n \r\n"}, []string{"-in", "jsonl", "a.txt"}, result{}},
		{"missing file", map[string]string{"b.txt": "الرياض"}, []string{"a.txt", "b.txt"},
			result{1, header + "0      12   LOC   0.0    listed    الرياض\n", "annotate: open a.txt: no such file or directory\n"}},
		{"folder", map[string]string{"b.txt": "الرياض"}, []string{".", "b.txt"},
			result{1, header + "0      12   LOC   0.0    listed    الرياض\n", "annotate: .: read .: is a directory\n"}},
		{"long line", map[string]string{"a.txt": long + "الرياض\n" + "الرياض"}, []string{"-in", "lines", "a.txt"},
			result{Stdout: "START    END      TYPE  SCORE  EVIDENCE  TEXT\n9437184  9437196  LOC   0.0    listed    الرياض\n\n" + header + "0      12   LOC   0.0    listed    الرياض\n"}},
		{"NUL bytes", map[string]string{"a.txt": "\x00الرياض\x00دير\x00الزور"}, []string{"a.txt"},
			result{Stdout: header + "1      13   LOC   0.0    listed    الرياض\n14     31   LOC   0.0    listed    دير الزور\n"}},
		{"broken line", map[string]string{"a": "{\"text\":\"الرياض\"}\n{\"text\":\n{\"text\":\"\"}\n[]\n"}, []string{"-in", "jsonl", "a"},
			result{1, header + "0      12   LOC   0.0    listed    الرياض\n\n" + header,
				"annotate: a:2: jsonl: key \"text\": unexpected EOF\nannotate: a:4: jsonl: want an object, got [\n"}},
		{"list with a broken line", map[string]string{"l.tsv": "name\ttype\nجدة\nمكة\tLOC\n", "a": "جدة مكة"}, []string{"-gazetteer", "l.tsv", "a"},
			result{1, header + "7      13   LOC   0.0    listed    مكة\n", "annotate: l.tsv:2: name \"جدة\": no type\n"}},
		{"list without a column", map[string]string{"l.tsv": "name\tid\nجدة\tQ1\n"}, []string{"-gazetteer", "l.tsv", "a"},
			result{1, "", "annotate: l.tsv:1: the header has no column \"type\"\n"}},
		{"missing list", nil, []string{"-gazetteer", "l.tsv", "a"}, result{1, "", "annotate: open l.tsv: no such file or directory\n"}},
		{"no compiled list", map[string]string{"l.gaz": "junk"}, []string{"-gazetteer", "l.gaz", "a"}, result{Status: 1}},
		{"list without its ending", map[string]string{"l.txt": "name\ttype\nجدة\tLOC\n"}, []string{"-gazetteer", "l.txt", "a"}, result{1, "",
			"annotate: l.txt: gazetteer: bad compiled data: header: not a compiled gazetteer (a list that is not compiled needs a name that ends in .tsv)\n"}},
		{"unknown format", nil, []string{"-out", "xml"}, result{2, "", "annotate: -out \"xml\" is none of table, jsonl, conll, brat, html\n"}},
		{"unknown input", nil, []string{"-in", "xml"}, result{2, "", "annotate: -in \"xml\" is none of text, lines, jsonl\n"}},
		{"unknown unit", nil, []string{"-unit", "char"}, result{2, "", "annotate: -unit: unit \"char\" is none of byte, rune, utf16\n"}},
		{"unknown scheme", nil, []string{"-scheme", "iob"}, result{2, "", "annotate: -scheme: scheme \"iob\" is none of iob2, bioes\n"}},
		{"brat without a folder", nil, []string{"-out", "brat"}, result{2, "", "annotate: -out brat needs a folder: -dir FOLDER\n"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := files(t, c.files)
			if err := os.WriteFile(filepath.Join(dir, "list.tsv"), []byte(list), 0o666); err != nil {
				t.Fatal(err)
			}
			got := annotate(t, dir, "", only(c.args...)...)
			if c.want.Status == 1 && c.want.Stderr == "" {
				if n := strings.Count(got.Stderr, "\n"); n != 1 || !strings.HasPrefix(got.Stderr, "annotate: l.gaz: ") {
					t.Errorf("standard error %q, want one line that names the file", got.Stderr)
				}
				got.Stderr = ""
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestFullDisk has outputs that cannot be written.
func TestFullDisk(t *testing.T) {
	dir := files(t, map[string]string{"list.tsv": list, "file": ""})
	got := annotate(t, dir, "الرياض", only("-out", "brat", "-dir", "file/out")...)
	if got.Status != 1 || !strings.Contains(got.Stderr, "not a directory") {
		t.Errorf("%+v", got)
	}
	for _, out := range []string{"table", "jsonl", "conll", "html"} {
		for _, text := range []string{"الرياض", strings.Repeat("في الرياض\n", 20_000)} {
			in := strings.NewReader(text)
			var stderr bytes.Buffer
			status := run(only("-out", out, "-in", "lines"), in, full{}, &stderr)
			if want := "annotate: full: " + os.ErrInvalid.Error() + "\n"; status != 1 || stderr.String() != want {
				t.Errorf("%s of %d bytes: status %d, %.200q, want one line", out, len(text), status, &stderr)
			}
		}
	}
}

// TestFullDiskEnds holds the program to reading no more than it can write of.
func TestFullDiskEnds(t *testing.T) {
	dir := files(t, map[string]string{"list.tsv": list})
	t.Chdir(dir)
	endless := &repeat{text: "في الرياض\n"}
	var stderr bytes.Buffer
	if status := run(only("-in", "lines"), endless, full{}, &stderr); status != 1 || endless.read > 64<<20 {
		t.Errorf("status %d, %d bytes read", status, endless.read)
	}
}

// repeat is a text without an end; to end a test that fails it has one after a gigabyte.
type repeat struct {
	text string
	read int
}

func (r *repeat) Read(b []byte) (n int, err error) {
	if r.read > 1<<30 {
		return 0, io.EOF
	}
	for n+len(r.text) <= len(b) {
		n += copy(b[n:], r.text)
	}
	r.read += n
	return n, nil
}

// full is an output that takes nothing.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, os.NewSyscallError("full", os.ErrInvalid) }
