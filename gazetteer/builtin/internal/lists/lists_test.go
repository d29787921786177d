package lists

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/musamma/musamma/gazetteer"
)

// folder writes files, by name, into a new folder. What Load needs beside them is empty.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{AmbiguityFile, Words} {
		if _, ok := files[name]; !ok {
			files[name] = ""
		}
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func mustLoad(t *testing.T, files map[string]string) *Data {
	t.Helper()
	d, err := Load(folder(t, files))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// words are an ordinary word, بيت, with seven forms, and one with a form, قلم.
const words = "البيت\nبالبيت\nبيت\nبيتنا\nبيته\nبيتها\nبيتهم\nبيتي\nقلم\nالقلم\n"

func TestProductivity(t *testing.T) {
	x, err := NewLexicon(strings.Fields(words))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		word                      string
		productivity, resemblance int
	}{
		{"بيت", 7, 7}, {"بَيْت", 7, 7}, {"البيت", 0, 7}, {"قلم", 1, 1}, {"قلمي", -1, -1}, {"ألبيت", -1, 7}, {"بيت قلم", -1, -1},
	} {
		if p, r := x.Productivity(tt.word), x.Resemblance(tt.word); p != tt.productivity || r != tt.resemblance {
			t.Errorf("%s: productivity %d and resemblance %d, expected %d and %d", tt.word, p, r, tt.productivity, tt.resemblance)
		}
	}
}

// TestOrder checks that lists by hand come first and take their names out of the fetched ones.
func TestOrder(t *testing.T) {
	d := mustLoad(t, map[string]string{
		"places_wide.tsv":   "name\ttype\tweight\nدمياط\tLOC\t1\nطنطا\tLOC\t1\nقنا\tLOC\t1\n",
		"places_cities.tsv": "name\ttype\tweight\nطنطا\tLOC\t2\n",
		"towns.tsv":         "name\ttype\tweight\nدمياط\tLOC\t3\nقنا\tORG\t\n",
	})
	var got []string
	for _, l := range d.Lists {
		for _, e := range l.Entries {
			got = append(got, l.File+" "+e.Name)
		}
	}
	want := []string{"towns.tsv دمياط", "towns.tsv قنا", "places_cities.tsv طنطا", "places_wide.tsv قنا"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestIDs(t *testing.T) {
	d := mustLoad(t, map[string]string{
		"places.tsv": "name\ttype\tid\tcanonical\tcue\n" +
			"سوريا\tLOC\tiso:SY\t\tcountry\nسورية\tLOC\t\tسوريا\tcountry\nدمشق\tLOC\tiso:SY\t\tcapital\nحمص\tLOC\tQ131183\t\tcity\nالجولان\tLOC\tiso:SY\t\tland\n",
		IDsFile: "name\ttype\tid\nسوريا\tLOC\tiso:SY\nدمشق\tLOC\tgeonames:170654\nحمص\tLOC\tgeonames:169577\n",
	})
	got := map[string]string{}
	for _, e := range d.Lists[0].Entries {
		got[e.Name] = e.ID
	}
	want := map[string]string{"سوريا": "iso:SY", "سورية": "iso:SY", "دمشق": "geonames:170654", "حمص": "Q131183", "الجولان": ""}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestGrade(t *testing.T) {
	d := mustLoad(t, map[string]string{
		Words:         words + "حكم\nالحكم\nبالحكم\nحكمه\n",
		AmbiguityFile: "name\ttype\tgrade\twhy\nبيت\tORG\tsafe\tfor a test\nقلم\tPER\tambiguous\tfor a test\nقلم بيت\tLOC\tambiguous\tof two words\n",
		"a.tsv": "name\ttype\troles\tflags\n" +
			"بيت\tLOC\t\t\nالبيت\tLOC\t\t\nالبيت\tORG\t\t\nبيت\tORG\t\t\nحكم\tLOC\t\t\nحكم\tPER\t\t\nقلم\tPER\t\t\n" +
			"السوري\tORG\t\t\nالسوري\tLOC\t\t\nالسوري\tLOC\tdemonym\t\nقلم بيت\tORG\t\t\nقلم بيت\tLOC\t\t\nبيت\tPER\tgiven\t\nبيت\tXXX\t\tnever\n",
		"places_cities.tsv": "name\ttype\tweight\tsource\nحكم\tLOC\t2\tgeonames\nالحكم\tLOC\t2\tgeonames\n",
	})
	var got []Graded
	for _, g := range d.Flagged {
		g.File = ""
		got = append(got, g)
	}
	want := []Graded{
		{"", "بيت", "LOC", 7, "word"},
		{"", "البيت", "ORG", 7, "word"}, // the place is known, the organisation is taken for the word without ال
		{"", "حكم", "PER", 3, "word"},
		{"", "قلم", "PER", 1, "for a test"},
		{"", "السوري", "ORG", -1, "demonym"},
		{"", "قلم بيت", "LOC", -1, "of two words"},
		{"", "الحكم", "LOC", 3, "word"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	flagged := 0
	for _, l := range d.Lists {
		for _, e := range l.Entries {
			if e.Flags&gazetteer.Ambiguous != 0 {
				flagged++
			}
		}
	}
	if flagged != len(want) {
		t.Errorf("%d entries have the flag, expected %d", flagged, len(want))
	}
}

// TestLeaveOut checks that rare name words go that are ordinary words, and no others.
func TestLeaveOut(t *testing.T) {
	d := mustLoad(t, map[string]string{
		Words: words,
		"names.tsv": "name\ttype\troles\tweight\nبيت\tPER\tgiven\t1\nالبيت\tPER\tfamily\t1\nبيت\tPER\tgiven,family\t2\nقلم\tPER\tgiven\t1\n" +
			"بيت\tPER\tlink\t1\nبيت\tPER\t\t1\n",
	})
	want := []Graded{{"names.tsv", "بيت", "PER", 7, "left out"}, {"names.tsv", "البيت", "PER", 7, "left out"}}
	if diff := cmp.Diff(want, d.LeftOut); diff != "" || len(d.Lists[0].Entries) != 4 {
		t.Errorf("%d entries are left, expected 4; -want +got\n%s", len(d.Lists[0].Entries), diff)
	}
}

func TestErrors(t *testing.T) {
	for _, tt := range []struct{ file, text, want string }{
		{"a.tsv", "name\ttype\nقنا\n", "a.tsv: line 2"},
		{"a.tsv", "name\ttype\troles\nقنا\tLOC\tking\n", `unknown role "king"`},
		{AmbiguityFile, "name\ttype\tgrade\twhy\nقنا\tLOC\tmaybe\tso\n", AmbiguityFile + ":2"},
		{AmbiguityFile, "name\ttype\tgrade\twhy\nقنا\tLOC\tsafe\n", AmbiguityFile + ":2"},
		{AmbiguityFile, "name\ttype\tgrade\twhy\nقنا\tLOC\tsafe\ta\nقنا\tLOC\tsafe\tb\n", "is there twice"},
		{Words, "بيت\nبيت قلم\n", Words + ":2"},
	} {
		_, err := Load(folder(t, map[string]string{tt.file: tt.text}))
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s with %q: error %v, expected one with %q", tt.file, tt.text, err, tt.want)
		}
	}
	if _, err := Load(t.TempDir()); err == nil {
		t.Error("no error for an empty folder")
	}
}

func TestCounts(t *testing.T) {
	d := mustLoad(t, map[string]string{
		Words: words,
		"a.tsv": "name\ttype\troles\tid\tweight\tflags\n" +
			"قنا\tLOC\t\tiso:EG-KN\t3\t\nبيت\tLOC\t\t\t3\t\nقنا\tORG\t\t\t\t\nسعاد حسني\tPER\t\t\t\t\nسعاد\tPER\tgiven\t\t3\t\n" +
			"بن\tPER\tlink\t\t\t\nالسيد\tPER\ttitle\t\t\t\nمدينة\tLOC\thead\t\t\t\nالقناوي\tLOC\tdemonym\t\t\t\nقال\tCUE\tspeech\t\t\t\nبيت الله\tPER\t\t\t\tnever\n",
		"places_wide.tsv": "name\ttype\tweight\tsource\nإسنا\tLOC\t1\tgeonames\n",
	})
	want := `| kind | tier | source | entries | ambiguous | with id |
|---|---|---|---:|---:|---:|
| common word |  | tesseract-ocr-ara | 10 | 0 | 0 |
| cue |  | by hand | 1 | 0 | 0 |
| demonym |  | by hand | 1 | 0 | 0 |
| head noun |  | by hand | 1 | 0 | 0 |
| name word | 3 | by hand | 1 | 0 | 0 |
| name word | 0 | by hand | 1 | 0 | 0 |
| organisation |  | by hand | 1 | 0 | 0 |
| person |  | by hand | 1 | 0 | 0 |
| phrase that is no name |  | by hand | 1 | 0 | 0 |
| place | 3 | by hand | 2 | 1 | 1 |
| place | 1 | geonames | 1 | 0 | 0 |
| title |  | by hand | 1 | 0 | 0 |
`
	if diff := cmp.Diff(want, Table(d.Counts())); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
