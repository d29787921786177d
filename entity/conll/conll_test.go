package conll_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/entity/conll"
	"github.com/musamma/musamma/entity/internal/golden"
)

// write returns what a Writer makes of one document, without the line that begins it.
func write(t *testing.T, opts *conll.Options, text string, spans []entity.Span) string {
	t.Helper()
	var b bytes.Buffer
	if err := conll.NewWriter(&b, opts).Write(text, spans); err != nil {
		t.Fatal(err)
	}
	body, ok := strings.CutPrefix(b.String(), "-DOCSTART- O\n\n")
	if !ok {
		t.Fatalf("no -DOCSTART- in %q", b.String())
	}
	return body
}

func TestWrite(t *testing.T) {
	split := &conll.Options{SplitProclitics: true}
	bioes := &conll.Options{Scheme: conll.BIOES}
	for _, c := range []struct {
		name, marked string
		opts         *conll.Options
		want         []string // lines
	}{
		{"empty", "", nil, nil},
		{"no name", "هذا نص.", nil, []string{"هذا O", "نص O", ". O", ""}},
		{"whole words", "زار وب[LOC الرياض].", nil, []string{"زار O", "وبالرياض B-LOC", ". O", ""}},
		{"two words", "قال [PER كمال الخطيب]", nil, []string{"قال O", "كمال B-PER", "الخطيب I-PER", ""}},
		{"neighbours", "[LOC حلب] [LOC حماة]", nil, []string{"حلب B-LOC", "حماة B-LOC", ""}},
		{"bioes", "[PER جان لوك برنار] في [LOC حلب]، [LOC دير الزور]", bioes,
			[]string{"جان B-PER", "لوك I-PER", "برنار E-PER", "في O", "حلب S-LOC", "، O", "دير B-LOC", "الزور E-LOC", ""}},
		{"proclitics", "وب[LOC الرياض] ول[LOC لبنان] ب[LOC بيروت]", split,
			[]string{"و O", "ب O", "الرياض B-LOC", "و O", "ل O", "لبنان B-LOC", "ب O", "بيروت B-LOC", ""}},
		{"proclitics of the article", "ولل[ORG أمم المتحدة] و[LOC الرقة]", split,
			[]string{"و O", "لل O", "أمم B-ORG", "المتحدة I-ORG", "و O", "الرقة B-LOC", ""}},
		{"proclitics with marks", "وَبِ[LOC الرّياض] لـ[PER ماركوفا]", split,
			[]string{"وَ O", "بِ O", "الرّياض B-LOC", "لـ O", "ماركوفا B-PER", ""}},
		{"words outside spans stay whole", "وبالعمل في [LOC جدة]", split, []string{"وبالعمل O", "في O", "جدة B-LOC", ""}},
		{"lines are sentences", "\n[LOC حلب]\n\n\nحماة\n", nil, []string{"حلب B-LOC", "", "حماة O", ""}},
		{"the outer of nested spans", "[ORG جامعة [LOC دمشق]] و[LOC حلب]", nil, []string{"جامعة B-ORG", "دمشق I-ORG", "وحلب B-LOC", ""}},
		{"a span over a line end", "[LOC دير\nالزور]", nil, []string{"دير B-LOC", "", "الزور B-LOC", ""}},
		{"signs in a name", "وكالة [ORG أ.ف.ب]", bioes,
			[]string{"وكالة O", "أ B-ORG", ". I-ORG", "ف I-ORG", ". I-ORG", "ب E-ORG", ""}},
		{"ill-formed", "في\xff[LOC حلب]", nil, []string{"في O", "\uFFFD O", "حلب B-LOC", ""}},
		{"type with a space", "[بلد\u00a0كبير مصر]", nil, []string{"مصر B-بلد_كبير", ""}},
	} {
		text, spans := golden.Mark(c.marked)
		want := strings.Join(append(c.want, ""), "\n")
		if len(c.want) == 0 {
			want = ""
		}
		if diff := cmp.Diff(want, write(t, c.opts, text, spans)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestColumns holds every line to the form that readers of the format rely on.
func TestColumns(t *testing.T) {
	text, spans := golden.Story(t)
	text += "\u00a0\t\u3000\u2028\x00\x1c\u200f٣٫٥ a\u0301b\r\n\ufeff-DOCSTART-\n\u064b"
	for _, opts := range []*conll.Options{nil, {SplitProclitics: true}, {Scheme: conll.BIOES}} {
		var all []string
		for line := range strings.Lines(write(t, opts, text, spans)) {
			line = strings.TrimSuffix(line, "\n")
			if line == "" {
				continue
			}
			token, tag, _ := strings.Cut(line, " ")
			if token == "" || strings.ContainsFunc(token, unicode.IsSpace) || token == "-DOCSTART-" {
				t.Errorf("token %q", token)
			}
			if tag != "O" && !slices.Contains([]string{"B-", "I-", "E-", "S-"}, tag[:2]) {
				t.Errorf("tag %q", tag)
			}
			all = append(all, token)
		}
		// No letter is lost and none is added.
		letters := func(s string) string {
			return strings.Map(func(r rune) rune {
				if unicode.IsLetter(r) && r != 'ـ' || unicode.IsDigit(r) {
					return r
				}
				return -1
			}, s)
		}
		if diff := cmp.Diff(letters(text), letters(strings.Join(all, ""))); diff != "" {
			t.Errorf("letters (-want +got):\n%s", diff)
		}
	}
}

func TestGolden(t *testing.T) {
	text, spans := golden.Story(t)
	for file, opts := range map[string]*conll.Options{
		"story.iob2.conll":        nil,
		"story.bioes.split.conll": {Scheme: conll.BIOES, SplitProclitics: true},
	} {
		var b bytes.Buffer
		if err := conll.NewWriter(&b, opts).Write(text, spans); err != nil {
			t.Fatal(err)
		}
		golden.Compare(t, file, b.Bytes())
	}
}

func TestErrors(t *testing.T) {
	var b bytes.Buffer
	w := conll.NewWriter(&b, nil)
	for _, s := range []entity.Span{{Start: -1, End: 2}, {Start: 2, End: 2}, {Start: 0, End: 7}} {
		if err := w.Write("حلب", []entity.Span{s}); err == nil {
			t.Errorf("span %d:%d: no error", s.Start, s.End)
		}
	}
	if b.Len() > 0 {
		t.Errorf("%q was written", b.String())
	}
	full := errors.New("full")
	if err := conll.NewWriter(failing{full}, nil).Write("حلب", nil); !errors.Is(err, full) {
		t.Errorf("error %v, want %v", err, full)
	}
	if _, err := conll.ParseScheme("iob"); err == nil {
		t.Error("scheme iob: no error")
	}
	if got, want := conll.Scheme(9).String(), "Scheme(9)"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
