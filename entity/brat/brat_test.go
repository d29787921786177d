package brat_test

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/entity/brat"
	"github.com/musamma/musamma/entity/internal/golden"
)

func TestWrite(t *testing.T) {
	for _, c := range []struct {
		name     string
		marked   []string // documents
		txt, ann string
	}{
		{"empty", []string{"", ""}, "", ""},
		{"one", []string{"في [LOC حلب]"}, "في حلب", "T1\tLOC 3 6\tحلب\n"},
		{"behind a proclitic", []string{"ب[LOC حلب]\n"}, "بحلب\n", "T1\tLOC 1 4\tحلب\n"},
		{"nested", []string{"[ORG جامعة [LOC دمشق]]"}, "جامعة دمشق", "T1\tORG 0 10\tجامعة دمشق\nT2\tLOC 6 10\tدمشق\n"},
		{"documents", []string{"[LOC حلب]", "", "[LOC جدة]\n", "و[LOC مكة]"}, "حلب\nجدة\nومكة",
			"T1\tLOC 0 3\tحلب\nT2\tLOC 4 7\tجدة\nT3\tLOC 9 12\tمكة\n"},
		{"beyond the first plane", []string{"𐤀 [LOC صور]"}, "𐤀 صور", "T1\tLOC 2 5\tصور\n"},
		{"fragments", []string{"[LOC دير\r\n\tالزور]"}, "دير\r\n\tالزور", "T1\tLOC 0 3;6 11\tدير الزور\n"},
		{"white space alone", []string{"ا[LOC \n]"}, "ا\n", ""},
		{"ill-formed", []string{"\xff\xd8 [LOC حلب]"}, "\uFFFD\uFFFD حلب", "T1\tLOC 3 6\tحلب\n"},
		{"type with a space", []string{"[بلد\u00a0كبير مصر]"}, "مصر", "T1\tبلد_كبير 0 3\tمصر\n"},
	} {
		var txt, ann bytes.Buffer
		w := brat.NewWriter(&txt, &ann)
		for _, m := range c.marked {
			text, spans := golden.Mark(m)
			if err := w.Write(text, spans); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff([]string{c.txt, c.ann}, []string{txt.String(), ann.String()}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestReferences(t *testing.T) {
	for id, want := range map[string]string{
		"Q85":             "Wikidata:Q85",
		"geonames:360630": "geonames:360630",
		"Q":               "ID:Q",
		"Q8b":             "ID:Q8b",
		"my id\t1":        "ID:my_id_1",
	} {
		text, spans := golden.Mark("في [LOC مصر]")
		spans[0].ID, spans[0].Name = id, "مصر\nالعربية"
		var txt, ann bytes.Buffer
		if err := brat.NewWriter(&txt, &ann).Write(text, spans); err != nil {
			t.Fatal(err)
		}
		want = "T1\tLOC 3 6\tمصر\nN1\tReference T1 " + want + "\tمصر العربية\n"
		if diff := cmp.Diff(want, ann.String()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", id, diff)
		}
	}
}

// TestSlices reads the offsets back and cuts the text at them, as brat does.
func TestSlices(t *testing.T) {
	text, spans := golden.Story(t)
	var txt, ann bytes.Buffer
	w := brat.NewWriter(&txt, &ann)
	for range 2 {
		if err := w.Write(text, spans); err != nil {
			t.Fatal(err)
		}
	}
	runes := []rune(txt.String())
	n := 0
	for line := range strings.Lines(ann.String()) {
		if line[0] != 'T' {
			continue
		}
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		place := strings.Fields(f[1])
		start, _ := strconv.Atoi(place[1])
		end, err := strconv.Atoi(place[2])
		if err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		want := spans[n%len(spans)]
		if diff := cmp.Diff([]string{string(want.Type), want.Text, want.Text}, []string{place[0], string(runes[start:end]), f[2]}); diff != "" {
			t.Errorf("%q (-want +got):\n%s", line, diff)
		}
		n++
	}
	if n != 2*len(spans) {
		t.Errorf("%d spans, want %d", n, 2*len(spans))
	}
}

func TestGolden(t *testing.T) {
	text, spans := golden.Story(t)
	var txt, ann bytes.Buffer
	if err := brat.NewWriter(&txt, &ann).Write(text, spans); err != nil {
		t.Fatal(err)
	}
	if txt.String() != text {
		t.Error("the text changed")
	}
	golden.Compare(t, "story.ann", ann.Bytes())
}

func TestErrors(t *testing.T) {
	var txt, ann bytes.Buffer
	w := brat.NewWriter(&txt, &ann)
	for _, s := range []entity.Span{{Start: -1, End: 2}, {Start: 2, End: 2}, {Start: 0, End: 7}, {Start: 1, End: 4}} {
		if err := w.Write("حلب", []entity.Span{s}); err == nil {
			t.Errorf("span %d:%d: no error", s.Start, s.End)
		}
	}
	if txt.Len()+ann.Len() > 0 {
		t.Errorf("%q and %q were written", txt.String(), ann.String())
	}
	full := errors.New("full")
	for _, w := range []*brat.Writer{brat.NewWriter(failing{full}, &ann), brat.NewWriter(&txt, failing{full})} {
		if err := w.Write("حلب", nil); !errors.Is(err, full) {
			t.Errorf("error %v, want %v", err, full)
		}
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
