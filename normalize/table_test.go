package normalize

import (
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
)

// TestTable checks every line of norm_table.tsv at every level. The code point stands between two letters, so that no
// rule for the end of a word or for doubled letters applies.
func TestTable(t *testing.T) {
	data, err := os.ReadFile("norm_table.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		rows++
		c := strings.Split(strings.TrimSpace(line), "\t")
		cp := string(points(t, c[0]))
		for i, f := range [...]Form{Canonical, Strict, Ortho, Loose} {
			var want string
			switch col := c[2+i]; {
			case col == "SEP" && c[6] == "N26" && strings.Contains("\u2028\u2029\u0085", cp):
				want = "\n"
			case col == "SEP" && c[6] == "N26":
				want = " "
			case col == "SEP":
				want = cp
			default:
				want = string(points(t, col))
			}
			const before, after = "م", "م"
			if got := (f &^ DoubledLetters).Fold(before + cp + after); got != before+want+after {
				t.Errorf("U+%s %s at %v: %+q, want %+q", c[0], c[7], f, got, before+want+after)
			}
		}
	}
	if rows != 1192 {
		t.Errorf("%d rows, want 1192", rows)
	}
}

func points(t *testing.T, hex string) []rune {
	t.Helper()
	if hex == "-" {
		return nil
	}
	var rs []rune
	for f := range strings.FieldsSeq(hex) {
		n, err := strconv.ParseUint(f, 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		rs = append(rs, rune(n))
	}
	return rs
}

// differences are the reasons why the Canonical form of a code point is not its NFKD form, in the order in which they
// are tried, with the number of code points each stands for.
var differences = []struct {
	reason string
	holds  func(r rune, got, nfkd string) bool
	count  int
}{
	{"N1, N6, N23-N25: tatweel and signs without content are deleted; norm keeps them",
		func(r rune, got, nfkd string) bool { return got == "" }, 36},
	{"N26: white space and controls become a space or a line feed; norm keeps most",
		func(r rune, got, nfkd string) bool { return got == " " || got == "\n" }, 66},
	{"N22, N28, norm: a sign, or a number that comes apart into signs, stays itself, or folding would split words: ½, …, ﷺ",
		func(r rune, got, nfkd string) bool {
			return got == string(r) && (classOf(r)&classMask == classPunct || classOf(r)&classMask == classQuote || signs(nfkd))
		}, 1237},
	{"norm: a letter that comes apart into a mark and a letter stays itself, or the mark would go to the letter before",
		func(r rune, got, nfkd string) bool {
			first, _ := utf8.DecodeRuneInString(nfkd)
			return got == string(r) && unicode.Is(unicode.M, first)
		}, 2},
	{"N5: a letter with hamza or maddah is one letter; NFKD takes it apart and NFC puts it together again",
		func(r rune, got, nfkd string) bool { return got == string(r) && norm.NFC.String(nfkd) == got }, 5},
	{"N27: native digits become 0-9; norm keeps them",
		func(r rune, got, nfkd string) bool { return classOf(r)&classMask == classNumber && len(got) == 1 }, 20},
	{"N5, N7, N12-N15, N18: variants of a letter become that letter; norm keeps them or takes them apart",
		func(r rune, got, nfkd string) bool { return r>>8 == 6 && utf8.RuneCountInString(got) == 1 }, 33},
	{"N16: keheh with three dots above is kaf with three dots above; norm keeps both",
		func(r rune, got, nfkd string) bool { return r == 0x0763 && got == "ڭ" }, 1},
	{"N19: presentation forms become the letters of the rules above: ﯼ is ي and not ی, ﻷ is لأ in two letters and not three",
		func(r rune, got, nfkd string) bool {
			return got == Canonical.Fold(norm.NFC.String(nfkd)) || r == 0xFBDD && got == "ؤ"
		}, 102},
	{"N20: the tatweel or the space that carries an isolated mark goes, or it would cut the word",
		func(r rune, got, nfkd string) bool {
			return got == strings.NewReplacer("ـ", "", " ", "").Replace(nfkd)
		}, 14},
}

// signs tells whether s holds anything but letters, marks and numbers.
func signs(s string) bool {
	for _, r := range s {
		if !unicode.In(r, unicode.L, unicode.M, unicode.N) {
			return true
		}
	}
	return false
}

// TestNorm checks the Canonical form of every code point against its NFKD form.
func TestNorm(t *testing.T) {
	counts := make([]int, len(differences))
code:
	for r := range rune(utf8.MaxRune + 1) {
		if !utf8.ValidRune(r) {
			continue
		}
		got, nfkd := Canonical.Fold(string(r)), norm.NFKD.String(string(r))
		if got == nfkd {
			continue
		}
		for i, d := range differences {
			if d.holds(r, got, nfkd) {
				counts[i]++
				continue code
			}
		}
		t.Errorf("%U: %+q, NFKD %+q, for no known reason", r, got, nfkd)
	}
	var want []int
	for _, d := range differences {
		want = append(want, d.count)
	}
	if d := cmp.Diff(want, counts); d != "" && norm.Version == unicodeVersion { // later versions decompose more signs
		t.Errorf("code points for each reason (-want +got):\n%s", d)
	}
}

// TestClasses checks the class of every code point against its general category, for those that stand for themselves.
func TestClasses(t *testing.T) {
	for r := range rune(utf8.MaxRune + 1) {
		props := classOf(r)
		ok := true
		switch class := props & classMask; {
		case props&flagReplace != 0:
			for _, c := range Canonical.Fold(string(r)) {
				k := classOf(c) & classMask
				ok = ok && (k == class || k == classMark || k == classMarkKept)
			}
		case class == classWord:
			ok = unicode.Is(unicode.L, r) && unicode.Is(unicode.Arabic, r)
		case class == classLatin:
			ok = unicode.Is(unicode.L, r) && !unicode.Is(unicode.Arabic, r)
		case class == classNumber:
			ok = unicode.Is(unicode.N, r)
		case class == classMark || class == classMarkFormat:
			ok = unicode.Is(unicode.Mn, r)
		case class == classMarkKept:
			ok = unicode.In(r, unicode.Mc, unicode.Me)
		case class == classSpace || class == classNewline:
			ok = unicode.In(r, unicode.Z, unicode.Cc) || r == 0x200B
		case class == classQuote || class == classDecimal:
			ok = unicode.Is(unicode.P, r)
		case class == classFormat || class == classSoft:
			ok = unicode.Is(unicode.Cf, r)
		}
		if !ok {
			t.Errorf("%U has class %d", r, props)
		}
	}
	if unicodeVersion != "15.0.0" {
		t.Errorf("the tables are of Unicode %s; keys in files are of 15.0.0", unicodeVersion)
	}
}
