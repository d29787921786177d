package gold_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/examples/internal/gold"
)

// read writes files into a folder and reads the first.
func read(t *testing.T, join gold.Join, content ...string) ([]gold.Document, error) {
	t.Helper()
	t.Chdir(t.TempDir())
	for i := 0; i < len(content); i += 2 {
		if err := os.WriteFile(content[i], []byte(content[i+1]), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return gold.Read(content[0], join)
}

func TestRead(t *testing.T) {
	type doc = gold.Document
	words := func(where, text string, spans ...gold.Span) doc { return doc{where, text, spans, true} }
	for _, c := range []struct {
		name    string
		join    gold.Join
		content []string
		want    []doc
	}{
		{"iob2", gold.Join{}, []string{"f", "a B-PER\nb I-PER\nc B-PER\nd O\n\ne I-LOC\n"},
			[]doc{words("f:1", "a b c d\n", gold.Span{0, 3, "PER"}, gold.Span{4, 5, "PER"}), words("f:6", "e\n", gold.Span{0, 1, "LOC"})}},
		{"iob1 and another type", gold.Join{}, []string{"f", "a I-PER\nb I-LOC\nc B-LOC\n"},
			[]doc{words("f:1", "a b c\n", gold.Span{0, 1, "PER"}, gold.Span{2, 3, "LOC"}, gold.Span{4, 5, "LOC"})}},
		{"bioes", gold.Join{}, []string{"f", "a S-PER\nb S-PER\nc B-LOC\nd I-LOC\ne E-LOC\nf I-LOC\n"},
			[]doc{words("f:1", "a b c d e f\n", gold.Span{0, 1, "PER"}, gold.Span{2, 3, "PER"}, gold.Span{4, 9, "LOC"}, gold.Span{10, 11, "LOC"})}},
		{"four columns, tabs, CRLF, a byte order mark", gold.Join{}, []string{"f", "\ufeff-DOCSTART- -X- O O\r\n\r\na\tNN\tx\tB-A-B\r\n"},
			[]doc{words("f:3", "a\n", gold.Span{0, 1, "A-B"})}},
		{"white space in a token", gold.Join{}, []string{"f", "a\u00a0b B-PER\n"}, []doc{words("f:1", "a\u00a0b\n", gold.Span{0, 4, "PER"})}},
		{"documents of columns", gold.Join{Doc: true}, []string{"f", "-DOCSTART- O\n\na O\n\nb B-LOC\n\n-DOCSTART- O\n\nc O\n"},
			[]doc{words("f:3", "a\nb\n", gold.Span{2, 3, "LOC"}), words("f:9", "c\n")}},
		{"blocks", gold.Join{Block: 2}, []string{"f", "a O\n\nb O\n\nc B-LOC\n"}, []doc{words("f:1", "a\nb\n"), words("f:5", "c\n", gold.Span{0, 1, "LOC"})}},
		{"tokens", gold.Join{Doc: true}, []string{"f", `{"tokens":["a","b c"],"tags":["O","B-LOC"],"doc":1}` + "\n\n" + `{"tokens":["d"],"tags":["B-LOC"],"doc":1}` + "\n" +
			`{"tokens":["e"],"tags":["O"],"doc":[2]}` + "\n" + `{"tokens":["f"],"tags":["O"],"doc":null}` + "\n" + `{"tokens":["g"],"tags":["O"]}`},
			[]doc{words("f:1", "a b\u00a0c\nd\n", gold.Span{2, 6, "LOC"}, gold.Span{7, 8, "LOC"}), words("f:4", "e\n"), words("f:5", "f\n"), words("f:6", "g\n")}},
		{"tokens apart", gold.Join{}, []string{"f", `{"tokens":["a"],"tags":["O"],"doc":1}` + "\n" + `{"tokens":["d"],"tags":["B-LOC"],"doc":1}`},
			[]doc{words("f:1", "a\n"), words("f:2", "d\n", gold.Span{0, 1, "LOC"})}},
		{"a byte order mark before JSON", gold.Join{}, []string{"f", "\ufeff" + `{"tokens":["a"],"tags":["B-LOC"]}`}, []doc{words("f:1", "a\n", gold.Span{0, 1, "LOC"})}},
		{"spans", gold.Join{}, []string{"f", `{"text":"في مصر","spans":[{"start":5,"end":11,"type":"LOC"}]}` + "\n" + `{"text":"","spans":[]}`},
			[]doc{{"f:1", "في مصر", []gold.Span{{5, 11, "LOC"}}, false}, {"f:2", "", nil, false}}},
		{"spans in runes", gold.Join{}, []string{"f", `{"text":"𐤀 مصر","unit":"rune","spans":[{"start":2,"end":5,"label":"LOC","text":"مصر"}]}`},
			[]doc{{"f:1", "𐤀 مصر", []gold.Span{{5, 11, "LOC"}}, false}}},
		{"spans in UTF-16", gold.Join{}, []string{"f", `{"text":"𐤀 مصر","unit":"utf16","spans":[{"start":3,"end":6,"label":"LOC","text":"مصر"}]}`},
			[]doc{{"f:1", "𐤀 مصر", []gold.Span{{5, 11, "LOC"}}, false}}},
		{"brat", gold.Join{}, []string{"f.ann", "T1\tLOC 2 5\tمصر\n#1\tAnnotatorNotes T1\tT\nT2\tPER 0 1;2 5\t𐤀 مصر\nE1\tX:T1\n", "f.txt", "𐤀 مصر"},
			[]doc{{"f.ann", "𐤀 مصر", []gold.Span{{5, 11, "LOC"}, {0, 11, "PER"}}, false}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := read(t, c.join, c.content...)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestReadErrors(t *testing.T) {
	for _, c := range []struct {
		content []string
		want    string
	}{
		{[]string{"f", "a O\nb\n"}, `f:2: want a token and a tag, got "b"`},
		{[]string{"f", ""}, "f: no sentence and no text"},
		{[]string{"f", "-DOCSTART- O\n\n"}, "f: no sentence and no text"},
		{[]string{"f", "a O\nb LOC\n"}, `f:2: tag "LOC": want O, or B-, I-, E- or S- and a type`},
		{[]string{"f", "a B-\n"}, `f:1: tag "B-": want O`},
		{[]string{"f", "a U-LOC\n"}, `f:1: tag "U-LOC": want O`},
		{[]string{"f", `{"tokens":["a","b"],"tags":["O",""]}`}, `f:1: tag "": want O`},
		{[]string{"f", `{"tokens":["a"],"tags":["O"]}` + "\n{\n"}, "f:2: unexpected end of JSON input"},
		{[]string{"f", `{"txt":"a"}`}, `f:1: neither a "text" nor "tokens"`},
		{[]string{"f", `{"tokens":["a"],"tags":[]}`}, "f:1: 1 tokens but 0 tags"},
		{[]string{"f", `{"text":"في","spans":[{"start":0,"end":5}]}`}, "f:1: span 0:5 does not slice the text"},
		{[]string{"f", `{"text":"في","spans":[{"start":0,"end":1}]}`}, "f:1: span 0:1 does not slice the text"},
		{[]string{"f", `{"text":"في","spans":[{"start":2,"end":2}]}`}, "f:1: span 2:2 does not slice the text"},
		{[]string{"f", `{"text":"في","spans":[{"start":0,"end":2,"text":"ي"}]}`}, `f:1: span 0:2 is "ف", not "ي"`},
		{[]string{"f", `{"text":"𐤀","unit":"utf16","spans":[{"start":1,"end":2}]}`}, "f:1: span 1:2 does not slice the text"},
		{[]string{"f", `{"text":"","unit":"char"}`}, `f:1: unit "char" is none of byte, rune, utf16`},
		{[]string{"f.ann", "\nT1 LOC 0 1\n", "f.txt", "a"}, "f.ann:2: want a number"},
		{[]string{"f.ann", "T1\tLOC 0 2\ta\n", "f.txt", "a"}, "f.ann:1: span 0:2 does not slice the text"},
		{[]string{"f.ann", ""}, "f.txt"},
	} {
		_, err := read(t, gold.Join{}, c.content...)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want %q", c.content, err, c.want)
		}
	}
	if _, err := gold.Read(filepath.Join(t.TempDir(), "none"), gold.Join{}); err == nil {
		t.Error("a missing file is no error")
	}
}

func TestPlaces(t *testing.T) {
	found := []entity.Span{{Start: 4, End: 10, WordStart: 2, WordEnd: 10, Type: entity.Location}}
	d := gold.Document{Text: "(بمصر)\n", Words: false}
	if diff := cmp.Diff([]gold.Span{{4, 10, "LOC"}}, d.Places(found)); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
	d.Words = true
	if diff := cmp.Diff([]gold.Span{{0, 10, "LOC"}}, d.Places(found)); diff != "" {
		t.Errorf("words (-want +got):\n%s", diff)
	}
}

func TestTally(t *testing.T) {
	type spans = []gold.Span
	for _, c := range []struct {
		name            string
		want, got       spans
		strict, overlap string
	}{
		{"nothing", nil, nil, "ALL  P   0.0 R   0.0 F1   0.0  (0 right, 0 wrong, 0 missed)\n", "ALL  P   0.0 R   0.0 F1   0.0  (0 right, 0 wrong, 0 missed)\n"},
		{"right, and once", spans{{0, 4, "PER"}, {0, 4, "PER"}}, spans{{0, 4, "PER"}, {0, 4, "PER"}},
			"PER  P 100.0 R 100.0 F1 100.0  (1 right, 0 wrong, 0 missed)\nALL  P 100.0 R 100.0 F1 100.0  (1 right, 0 wrong, 0 missed)\n",
			"PER  P 100.0 R 100.0 F1 100.0  (1 right, 0 wrong, 0 missed)\nALL  P 100.0 R 100.0 F1 100.0  (1 right, 0 wrong, 0 missed)\n"},
		{"other limits, other type, not scored", spans{{0, 4, "PER"}, {5, 9, "LOC"}, {10, 12, "MISC"}}, spans{{0, 3, "PER"}, {5, 9, "ORG"}, {10, 12, "MISC"}},
			"PER  P   0.0 R   0.0 F1   0.0  (0 right, 1 wrong, 1 missed)\nLOC  P   0.0 R   0.0 F1   0.0  (0 right, 0 wrong, 1 missed)\n" +
				"ORG  P   0.0 R   0.0 F1   0.0  (0 right, 1 wrong, 0 missed)\nALL  P   0.0 R   0.0 F1   0.0  (0 right, 2 wrong, 2 missed)\n",
			"PER  P 100.0 R 100.0 F1 100.0  (1 right, 0 wrong, 0 missed)\nLOC  P   0.0 R   0.0 F1   0.0  (0 right, 0 wrong, 1 missed)\n" +
				"ORG  P   0.0 R   0.0 F1   0.0  (0 right, 1 wrong, 0 missed)\nALL  P  50.0 R  50.0 F1  50.0  (1 right, 1 wrong, 1 missed)\n"},
		{"one gold span is found once", spans{{0, 9, "PER"}, {10, 12, "PER"}}, spans{{0, 3, "PER"}, {4, 9, "PER"}, {12, 13, "PER"}},
			"PER  P   0.0 R   0.0 F1   0.0  (0 right, 3 wrong, 2 missed)\nALL  P   0.0 R   0.0 F1   0.0  (0 right, 3 wrong, 2 missed)\n",
			"PER  P  33.3 R  50.0 F1  40.0  (1 right, 2 wrong, 1 missed)\nALL  P  33.3 R  50.0 F1  40.0  (1 right, 2 wrong, 1 missed)\n"},
		{"an equal span comes before one that overlaps", spans{{0, 4, "LOC"}, {2, 8, "LOC"}}, spans{{0, 8, "LOC"}, {0, 4, "LOC"}},
			"LOC  P  50.0 R  50.0 F1  50.0  (1 right, 1 wrong, 1 missed)\nALL  P  50.0 R  50.0 F1  50.0  (1 right, 1 wrong, 1 missed)\n",
			"LOC  P 100.0 R 100.0 F1 100.0  (2 right, 0 wrong, 0 missed)\nALL  P 100.0 R 100.0 F1 100.0  (2 right, 0 wrong, 0 missed)\n"},
	} {
		strict, overlap := gold.Tally{}, gold.Tally{Overlap: true}
		strict.Add(c.want, c.got)
		overlap.Add(c.want, c.got)
		if strict.Faults() < overlap.Faults() {
			t.Errorf("%s: %d faults strictly, %d by overlap", c.name, strict.Faults(), overlap.Faults())
		}
		if diff := cmp.Diff([]string{c.strict, c.overlap}, []string{strict.String(), overlap.String()}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
