package normalize

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// TestReuse checks that a Text forgets what it held, whatever Form and source come next.
func TestReuse(t *testing.T) {
	sources := []string{"محمد علي", "", "x", strings.Repeat("الأُسـرة ", 500), "للأسد\n\nBBC ٢٫٥"}
	var x Text
	for _, f := range []Form{Ortho, Canonical, Strict, Loose, 0, Ortho} {
		for _, s := range sources {
			x.Reset(f, s)
			if x.Form() != f || x.Source() != s {
				t.Fatalf("Form() = %v, Source() = %+q after Reset(%v, %+q)", x.Form(), x.Source(), f, s)
			}
			var fresh Text
			fresh.Reset(f, s)
			if d := cmp.Diff(fresh.Tokens(), x.Tokens(), cmpopts.EquateEmpty()); d != "" {
				t.Errorf("%v: tokens of %+q (-fresh +used):\n%s", f, s, d)
			}
			if d := cmp.Diff(fresh.Codes(), x.Codes(), cmpopts.EquateEmpty()); d != "" {
				t.Errorf("%v: codes of %+q (-fresh +used):\n%s", f, s, d)
			}
			if d := cmp.Diff(fresh.StrictCodes(), x.StrictCodes(), cmpopts.EquateEmpty()); d != "" {
				t.Errorf("%v: strict codes of %+q (-fresh +used):\n%s", f, s, d)
			}
		}
	}
}

// TestZeroText checks that a Text that was never reset is empty.
func TestZeroText(t *testing.T) {
	var x Text
	if x.Form() != 0 || x.Source() != "" || len(x.Tokens()) != 0 || len(x.Codes()) != 0 || x.StrictCodes() != nil {
		t.Errorf("the zero Text is not empty: %+v", x)
	}
	if start, end := x.Span(0, 1); start != 0 || end != 0 {
		t.Errorf("Span(0, 1) = %d, %d, want 0, 0", start, end)
	}
}

// TestNoAllocs checks that a warm Text allocates nothing, on plain words and on all others.
func TestNoAllocs(t *testing.T) {
	s := news(t, 4096) + strings.Join(pieces, " ")
	var texts [3]Text
	var starts []Start
	var buf []byte
	run := func() {
		for i, f := range [...]Form{Ortho, Canonical, Loose} {
			x := &texts[i]
			x.Reset(f, s)
			for i, k := range x.Tokens() {
				starts = x.AppendStarts(starts[:0], i)
				for _, p := range starts {
					x.Span(p.Lo, p.Hi)
				}
				x.Span(k.Lo, k.Hi)
				buf = x.AppendFolded(buf[:0], i)
				x.Between(i)
				x.StrictKey(i)
			}
		}
	}
	if n := testing.AllocsPerRun(20, run); n != 0 {
		t.Errorf("%v allocations", n)
	}
	folded := Ortho.Fold(news(t, 4096))
	if n := testing.AllocsPerRun(100, func() { Ortho.Fold(folded); Ortho.Folded(folded) }); n > 1 { // the race detector empties the pool
		t.Errorf("%v allocations to fold what is folded", n)
	}
	if n := testing.AllocsPerRun(100, func() { buf = Ortho.AppendFold(buf[:0], s) }); n > 3 { // as above
		t.Errorf("%v allocations to append", n)
	}
}

// TestSpanAnyOrder checks that Span does not depend on the spans asked for before.
func TestSpanAnyOrder(t *testing.T) {
	s := news(t, 4096)
	var x Text
	x.Reset(Ortho, s)
	n := int32(len(x.Codes()))
	for i := range n {
		lo := i * 7919 % n
		hi := min(n, lo+1+i%9)
		var y Text
		if i%50 != 0 {
			continue
		}
		y.Reset(Ortho, s)
		a, b := x.Span(lo, hi)
		if c, d := y.Span(lo, hi); a != c || b != d {
			t.Fatalf("Span(%d, %d) = %d, %d, of a fresh Text %d, %d", lo, hi, a, b, c, d)
		}
	}
	if a, b := x.Span(-5, n+5); a != 0 || b != len(strings.TrimSpace(s)) && b != len(s) {
		t.Errorf("Span(-5, %d) = %d, %d of %d", n+5, a, b, len(s))
	}
}

// TestClip checks where an overlong source is cut off.
func TestClip(t *testing.T) {
	for _, c := range []struct {
		s    string
		n    int
		want string
	}{
		{"ab", 2, "ab"},
		{"abc", 2, "ab"},
		{"اب", 3, "ا"},
		{"😀😀", 7, "😀"},
		{"\x80\x80\x80\x80\x80\x80", 5, "\x80\x80"},
	} {
		if got := clip(c.s, c.n); got != c.want {
			t.Errorf("clip(%+q, %d) = %+q, want %+q", c.s, c.n, got, c.want)
		}
	}
}

// The places of codes are of 32 bits: those of the longest text fit, whatever character it is made of.
func TestCodesOfLongestTextFit(t *testing.T) {
	var x Text
	for _, f := range []Form{Ortho, Canonical, 0} {
		for r := range rune(utf8.MaxRune) {
			s := string(r)
			x.Reset(f, s)
			if n := int64(len(x.Codes())) * maxText / int64(len(s)); n > math.MaxInt32 {
				t.Fatalf("%v: %U has %d codes, so the longest text has %d", f, r, len(x.Codes()), n)
			}
		}
	}
}
