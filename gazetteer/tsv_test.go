package gazetteer

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

func TestReadTSV(t *testing.T) {
	long := strings.Repeat("ا", maxLine)
	tests := []struct {
		name, in string
		want     []string // names, or errors
	}{
		{"plain", "name\ttype\nالرياض\tLOC\n", []string{"الرياض"}},
		{"order of columns", "type\tweight\tname\nLOC\t3\tالرياض\n", []string{"الرياض"}},
		{"mark, CRLF, comments, no final newline", "\ufeff# مدن\r\nname\ttype\r\n\r\n# مصر\r\nالقاهرة\tLOC\r\nأسوان\tLOC", []string{"القاهرة", "أسوان"}},
		{"missing fields at the end", "name\ttype\troles\tid\nمصر\tLOC\n", []string{"مصر"}},
		{"common word without type", "name\ttype\troles\nفي\t\tcommon\n", []string{"في"}},
		{"exact repeat", "name\ttype\nمصر\tLOC\nمصر\tLOC\n", []string{"مصر", "مصر"}},
		{"two senses", "name\ttype\tid\nطرابلس\tLOC\tQ3579\nطرابلس\tLOC\tQ168954\n", []string{"طرابلس", "طرابلس"}},
		{"empty", "", []string{"line 1: no header line that names the columns"}},
		{"only comments", "# مدن\n", []string{"line 2: no header line that names the columns"}},
		{"column missing", "name\troles\nمصر\t\n", []string{`line 1: the header has no column "type"`}},
		{"column unknown", "name\ttype\trole\n", []string{
			`line 1: column 3: unknown column "role", expected one of name type roles id canonical weight flags cue source`}},
		{"column twice", "name\ttype\tname\n", []string{`line 1: column 3: column "name" twice`}},
		{"bad lines between good ones", "name\ttype\tweight\troles\tflags\n\tLOC\nمصر\t\nمصر\tLOC\t256\nمصر\tLOC\t1\tcity\n" +
			"مصر\tLOC\t1\ttitle,\nمصر\tLOC\t1\t\tnever, often\nمصر\tLOC\t1\t\t\t\nم\xd8\tLOC\nم\x00\tLOC\nالسودان\tLOC\n", []string{
			`line 2: name "": empty name`, `line 3: name "مصر": no type`, `line 4: column 3: weight "256", expected 0 to 255`,
			`line 5: column 4: unknown role "city", expected given,family,link,title,head,demonym,speech,event,ordinal,common,function`,
			`line 6: column 4: unknown role "", expected given,family,link,title,head,demonym,speech,event,ordinal,common,function`,
			`line 7: column 5: unknown flag "often", expected ambiguous,strictonly,lexicalarticle,articleoptional,never`,
			"line 8: column 6: more fields than the 5 columns of the header", "line 9: ill-formed UTF-8",
			"line 10: control character U+0000", "السودان",
		}},
		{"conflict", "name\ttype\tweight\nمصر\tLOC\t1\nليبيا\tLOC\nمصر\tLOC\t2\nتونس\tLOC\n", []string{"مصر", "ليبيا",
			`line 4: "مصر" contradicts line 2: same type, roles, id and cue, other canonical name, weight or flags`, "تونس"}},
		{"long line", "name\ttype\n" + long + "\tLOC\nمصر\tLOC\n", []string{"line 2: longer than 65536 bytes", "مصر"}},
		{"long last line", "name\ttype\n" + long, []string{"line 2: longer than 65536 bytes"}},
	}
	for _, tt := range tests {
		for _, r := range []io.Reader{strings.NewReader(tt.in), iotest.OneByteReader(strings.NewReader(tt.in))} {
			var got []string
			for e, err := range ReadTSV(r) {
				if err != nil {
					var syntax *SyntaxError
					if !errors.As(err, &syntax) {
						t.Errorf("%s: %T, want a SyntaxError", tt.name, err)
					}
					got = append(got, err.Error())
				} else {
					got = append(got, e.Name)
				}
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("%s (-want +got):\n%s", tt.name, d)
			}
		}
	}
}

func TestReadTSVFields(t *testing.T) {
	in := "name\ttype\troles\tid\tcanonical\tweight\tflags\tcue\tsource\n" +
		"بوش\tPER\tfamily\tQ207\tجورج بوش\t7\tambiguous, never\tm\thand\n"
	for e, err := range ReadTSV(strings.NewReader(in)) {
		want := Entry{Name: "بوش", Type: "PER", Roles: Family, ID: "Q207", Canonical: "جورج بوش", Weight: 7,
			Flags: Ambiguous | Never, Cue: "m", Source: "hand"}
		if d := cmp.Diff(want, e); d != "" || err != nil {
			t.Errorf("error %v (-want +got):\n%s", err, d)
		}
	}
}

func TestReadTSVReadError(t *testing.T) {
	broken := errors.New("broken")
	r := io.MultiReader(strings.NewReader("name\ttype\nمصر\tLOC\n"), iotest.ErrReader(broken))
	var got []string
	for e, err := range ReadTSV(r) {
		if err != nil && !errors.Is(err, broken) {
			t.Errorf("%v, want %v", err, broken)
		}
		got = append(got, fmt.Sprint(e.Name, err))
	}
	if d := cmp.Diff([]string{"مصر<nil>", "line 3: broken"}, got); d != "" {
		t.Error(d)
	}
}

func FuzzReadTSV(f *testing.F) {
	f.Add("name\ttype\nمصر\tLOC\n")
	f.Add(list)
	f.Fuzz(func(t *testing.T, s string) {
		b := NewBuilder(0xFFF)
		lines := 0
		for e, err := range ReadTSV(strings.NewReader(s)) {
			if lines++; lines > strings.Count(s, "\n")+2 {
				t.Fatal("more results than lines")
			}
			if err == nil {
				if err := b.Add(e); err == nil && e.Roles != Common && e.Name == "" {
					t.Fatal("an entry without a name was added")
				}
			}
		}
		if _, err := b.Build(); err != nil {
			t.Fatal(err)
		}
	})
}
