package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/entity/brat"
	"github.com/musamma/musamma/entity/conll"
	"github.com/musamma/musamma/entity/jsonl"
	"github.com/musamma/musamma/examples/internal/gold"
	"github.com/musamma/musamma/gazetteer"
)

// A result is what a run left.
type result struct {
	Status         int
	Stdout, Stderr string
}

// evaluate runs the program in a new folder with the files, given as name and content in turn.
func evaluate(t *testing.T, files []string, args ...string) result {
	t.Helper()
	t.Chdir(t.TempDir())
	for i := 0; i < len(files); i += 2 {
		if err := os.WriteFile(files[i], []byte(files[i+1]), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var stdout, stderr bytes.Buffer
	status := run(args, &stdout, &stderr)
	return result{status, stdout.String(), stderr.String()}
}

// only makes the program find the names of the list and nothing else.
func only(args ...string) []string {
	return append([]string{"-no-builtin", "-listed-only", "-gazetteer", "list.tsv"}, args...)
}

const list = "name\ttype\nالرياض\tLOC\nحلب\tLOC\nدير الزور\tLOC\nكمال\tPER\nسمير\tPER\nالنهار\tORG\n"

// The gold has an error of each cause: كمال الخطيب is cut short, النهار is a place here, طه is not listed, سمير is the
// ordinary word.
const columns = `-DOCSTART- O

وصل O
كمال B-PER
الخطيب I-PER
وبالرياض B-LOC
إلى O
النهار B-LOC

سمير O
مع O
طه B-PER
. O
`

const report = `gold.conll: 1 documents, 4 names

strict
PER  P   0.0 R   0.0 F1   0.0  (0 right, 2 wrong, 2 missed)
LOC  P 100.0 R  50.0 F1  66.7  (1 right, 0 wrong, 1 missed)
ORG  P   0.0 R   0.0 F1   0.0  (0 right, 1 wrong, 0 missed)
ALL  P  25.0 R  25.0 F1  25.0  (1 right, 3 wrong, 3 missed)

overlap
PER  P  50.0 R  50.0 F1  50.0  (1 right, 1 wrong, 1 missed)
LOC  P 100.0 R  50.0 F1  66.7  (1 right, 0 wrong, 1 missed)
ORG  P   0.0 R   0.0 F1   0.0  (0 right, 1 wrong, 0 missed)
ALL  P  50.0 R  50.0 F1  50.0  (2 right, 2 wrong, 2 missed)

errors    missed  wrong
boundary       1      1  overlaps one of its type with other limits
  missed PER كمال الخطيب | PER كمال
         gold.conll:3: … وصل كمال الخطيب وبالرياض إلى النهار سمير …
  wrong  PER كمال | PER كمال الخطيب
         gold.conll:3: … وصل كمال الخطيب وبالرياض إلى النهار …
type           1      1  overlaps one of another type
  missed LOC النهار | ORG النهار
         gold.conll:3: … كمال الخطيب وبالرياض إلى النهار سمير مع طه . …
  wrong  ORG النهار | LOC النهار
         gold.conll:3: … كمال الخطيب وبالرياض إلى النهار سمير مع طه . …
not listed     1      0  missed, and no list has it with its type
  missed PER طه
         gold.conll:3: … وبالرياض إلى النهار سمير مع طه . …
ambiguity      0      1  a listed name that was not taken, or taken where it is none
  wrong  PER سمير
         gold.conll:3: … الخطيب وبالرياض إلى النهار سمير مع طه . …
inferred       0      0  wrong, and no list has it with its type
`

func TestReport(t *testing.T) {
	got := evaluate(t, []string{"list.tsv", list, "gold.conll", columns}, only("-docs", "-errors", "2", "gold.conll")...)
	if diff := cmp.Diff(result{Stdout: report}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestPredictions scores the spans of a file: an unlisted name that is wrong, and a listed one that was not taken.
func TestPredictions(t *testing.T) {
	files := []string{"list.tsv", list,
		"gold.jsonl", `{"text":"في حلب مع عمر","spans":[{"start":5,"end":11,"type":"LOC"}]}` + "\n",
		"found.jsonl", `{"text":"في حلب مع عمر","spans":[{"start":10,"end":13,"label":"PER"}],"unit":"rune"}` + "\n"}
	got := evaluate(t, files, only("-predictions", "found.jsonl", "gold.jsonl")...)
	for _, want := range []string{"LOC  P   0.0 R   0.0 F1   0.0  (0 right, 0 wrong, 1 missed)\n", "ambiguity      1      0", "inferred       0      1"} {
		if !strings.Contains(got.Stdout, want) {
			t.Errorf("no %q in\n%s", want, got.Stdout)
		}
	}
	// Types that are not scored are told: a corpus may call people otherwise.
	files = []string{"list.tsv", list, "gold.conll", "عمر B-PERS\nقال O\nعيد B-MISC\nعمر B-PERS\n"}
	if got, want := evaluate(t, files, only("gold.conll")...), "gold.conll: 1 documents, 0 names, not scored: MISC 1, PERS 2\n"; !strings.HasPrefix(got.Stdout, want) {
		t.Errorf("%+v, want %q", got, want)
	}
	// Sentences end with a line feed that a tagger of them need not have seen.
	files = []string{"list.tsv", list, "gold.jsonl", `{"tokens":["في","حلب"],"tags":["O","B-LOC"]}`,
		"found.jsonl", `{"text":"في حلب","spans":[{"start":5,"end":11,"label":"LOC"}]}`}
	if got := evaluate(t, files, only("-predictions", "found.jsonl", "gold.jsonl")...); !strings.Contains(got.Stdout, "(1 right, 0 wrong, 0 missed)") {
		t.Errorf("%+v", got)
	}
	files = []string{"list.tsv", list, "gold.jsonl", `{"text":"في حلب","spans":[{"start":5,"end":11,"label":"LOC"}]}`,
		"found.jsonl", `{"text":"في حلب\n\n","spans":[{"start":5,"end":13,"label":"LOC"},{"start":12,"end":13,"label":"LOC"}]}`}
	if got := evaluate(t, files, only("-predictions", "found.jsonl", "gold.jsonl")...); !strings.Contains(got.Stdout, "(1 right, 1 wrong, 0 missed)") {
		t.Errorf("%+v", got)
	}
	// Spans of names are widened where the gold covers whole words.
	files = []string{"list.tsv", list, "gold.conll", "بحلب B-LOC\n", "found.jsonl", `{"text":"بحلب\n","spans":[{"start":2,"end":8,"label":"LOC"}]}`}
	if got := evaluate(t, files, only("-predictions", "found.jsonl", "gold.conll")...); !strings.Contains(got.Stdout, "(1 right, 0 wrong, 0 missed)") {
		t.Errorf("%+v", got)
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct {
		name  string
		files []string
		args  []string
		want  result
	}{
		{"no file", nil, nil, result{2, "", "evaluate: want annotated files, with -predictions one\n"}},
		{"two files with predictions", nil, []string{"-predictions", "p", "a", "b"}, result{2, "", "evaluate: want annotated files, with -predictions one\n"}},
		{"missing", nil, []string{"a"}, result{1, "", "evaluate: open a: no such file or directory\n"}},
		{"broken", []string{"a", "x O\ny\n"}, []string{"a"}, result{1, "", "evaluate: a:2: want a token and a tag, got \"y\"\n"}},
		{"missing predictions", []string{"a", "x O\n"}, []string{"-predictions", "p", "a"}, result{1, "", "evaluate: open p: no such file or directory\n"}},
		{"other number of documents", []string{"a", "x O\n", "p", "x O\n\ny O\n"}, []string{"-predictions", "p", "a"}, result{1, "", "evaluate: a has 1 documents, p has 2\n"}},
		{"other text", []string{"a", "x O\n", "p", "y O\n"}, []string{"-predictions", "p", "a"}, result{1, "", "evaluate: a:1 and p:1 are different texts\n"}},
		{"missing list", nil, []string{"-gazetteer", "l.tsv", "a"}, result{1, "", "evaluate: open l.tsv: no such file or directory\n"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, evaluate(t, c.files, c.args...)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestHelp(t *testing.T) {
	if got := evaluate(t, nil, "-h"); got.Status != 0 || !strings.HasPrefix(got.Stderr, "usage: evaluate [flags] GOLD") {
		t.Errorf("%+v", got)
	}
}

// TestRoundTrip writes the story in every format and reads it back with the same spans.
func TestRoundTrip(t *testing.T) {
	story, err := os.ReadFile("../../testdata/story.txt")
	if err != nil {
		t.Fatal(err)
	}
	names, err := gazetteer.Load("../../testdata/outputs/names.tsv")
	if err != nil {
		t.Fatal(err)
	}
	x, err := entity.New(&entity.Options{ListedOnly: true}, names)
	if err != nil {
		t.Fatal(err)
	}
	text := string(story)
	spans := x.Extract(text)
	t.Chdir(t.TempDir())

	var want []gold.Span
	var surfaces, wordSurfaces []string
	for _, s := range spans {
		want = append(want, gold.Span{Start: s.Start, End: s.End, Type: string(s.Type)})
		surfaces = append(surfaces, string(s.Type)+" "+s.Text)
		wordSurfaces = append(wordSurfaces, string(s.Type)+" "+text[s.WordStart:s.WordEnd])
	}
	write := func(file string, err error, data *bytes.Buffer) []gold.Document {
		t.Helper()
		if err = errors.Join(err, os.WriteFile(file, data.Bytes(), 0o666)); err != nil {
			t.Fatal(err)
		}
		if filepath.Ext(file) == ".txt" {
			return nil
		}
		docs, err := gold.Read(file, gold.Join{Doc: true})
		if err != nil {
			t.Fatal(err)
		}
		if len(docs) != 1 {
			t.Fatalf("%s: %d documents", file, len(docs))
		}
		return docs
	}

	for _, unit := range []jsonl.Unit{jsonl.Byte, jsonl.Rune, jsonl.UTF16} {
		var b bytes.Buffer
		err := jsonl.NewWriter(&b, unit).Write(jsonl.Document{Text: text}, spans)
		d := write(unit.String()+".jsonl", err, &b)[0]
		if diff := cmp.Diff(gold.Document{Where: unit.String() + ".jsonl:1", Text: text, Spans: want}, d); diff != "" {
			t.Errorf("%v (-want +got):\n%s", unit, diff)
		}
	}

	var txt, ann bytes.Buffer
	err = brat.NewWriter(&txt, &ann).Write(text, spans)
	write("a.txt", err, &txt)
	if diff := cmp.Diff(gold.Document{Where: "a.ann", Text: text, Spans: want}, write("a.ann", nil, &ann)[0]); diff != "" {
		t.Errorf("brat (-want +got):\n%s", diff)
	}

	for _, scheme := range []conll.Scheme{conll.IOB2, conll.BIOES} {
		for _, split := range []bool{false, true} {
			var b bytes.Buffer
			err := conll.NewWriter(&b, &conll.Options{Scheme: scheme, SplitProclitics: split}).Write(text, spans)
			d := write("a.conll", err, &b)[0]
			var got []string
			for _, s := range d.Spans {
				got = append(got, s.Type+" "+d.Text[s.Start:s.End])
			}
			want := wordSurfaces
			if split {
				want = surfaces
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("conll %v, split %v (-want +got):\n%s", scheme, split, diff)
			}
		}
	}
}
