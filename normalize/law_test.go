package normalize

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// pieces are what random texts are made of: every class, every character with a rule of its own, and ill-formed bytes.
var pieces = []string{
	"ا", "أ", "إ", "آ", "ٱ", "ب", "و", "ف", "ل", "ك", "لل", "ه", "ة", "ى", "ي", "ء", "ؤ", "ئ", "م", "ر", "محمد", "ال", "الأسد",
	"\u064B", "\u064E", "\u0651", "\u0652", "\u0670", "\u0653", "\u0654", "\u0655", "\u0610", "\u06D6", "\u0657", "\u08F0",
	"\u0640", "\u0640\u0640", "\u06E5", "\u0674", "\uFE73", "\u200C", "\u200D", "\u200E", "\u200F", "\u202B", "\u00AD", "\uFEFF", "\u034F", "\uFE0F",
	"ک", "ی", "ے", "ہ", "ە", "ۀ", "ۃ", "پ", "گ", "ڤ", "ڢ", "ݣ", "ݐ", "ࢠ", "ۄ",
	"\uFEF7", "\uFEFB", "\uFDF2", "\uFE7D", "\uFC5E", "\uFC5B", "\uFD3C", "\uFDFA", "\uFDFC", "\uFBDD", "\uFE93", "\U0001EE00",
	"0", "1", "٣", "۴", "\u066B", "\u066C", "\u066A", "½", "²", "Ⅷ", "１", "९",
	"a", "B", "é", "e\u0301", "ﬁ", "Å", "Ａ", "ñ", "が", "ｶﾞ", "กำ", "한", "ʼ", "\u0301", "\u20DD", "\u0903",
	" ", " ", " ", "\t", "\u00A0", "\u200B", "\u3000", "\n", "\n\n", "\r\n", "\u2028", "\u0085", "\x00",
	".", "،", "؛", "؟", "-", "–", "‑", "_", "/", "«", "»", "“", "\"", "'", "’", "…", "℀", "+", "😀", "\uE000", "\U0001F1E6", "\uFFFD",
}

var illFormedPieces = []string{"\xFF", "\xD8", "\xE2\x80", "\xED\xA0\x80", "\x80", "\xF4\x90\x80\x80"}

func randomText(r *rand.Rand, n int, valid bool) string {
	var b strings.Builder
	for range 1 + r.IntN(n) {
		if !valid && r.IntN(20) == 0 {
			b.WriteString(illFormedPieces[r.IntN(len(illFormedPieces))])
		} else {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
	}
	return b.String()
}

func randomForm(r *rand.Rand) Form {
	if r.IntN(2) == 0 {
		return []Form{Canonical, Strict, Ortho, Loose}[r.IntN(4)]
	}
	return Form(r.Uint32()) & allFoldings
}

// A folded is what a token says of itself, without its place.
type folded struct {
	Kind  Kind
	Codes string
	Flags TokenFlags
}

func tokensOf(f Form, s string) []folded {
	var t Text
	t.Reset(f, s)
	var out []folded
	for _, k := range t.Tokens() {
		out = append(out, folded{k.Kind, string(t.Codes()[k.Lo:k.Hi]), k.Flags & (Glued | Para)})
	}
	return out
}

// checkFold checks law 1 on one text: Fold is idempotent and well formed, agrees with Folded and AppendFold, and the
// folded text has the same tokens.
func checkFold(t *testing.T, f Form, s string) {
	t.Helper()
	once := f.Fold(s)
	if !utf8.ValidString(once) {
		t.Fatalf("%v.Fold(%+q) = %+q, ill-formed", f, s, once)
	}
	if twice := f.Fold(once); twice != once {
		t.Fatalf("%v: Fold(%+q) = %+q, again: %+q", f, s, once, twice)
	}
	if got, want := f.Folded(s), once == s; got != want {
		t.Fatalf("%v.Folded(%+q) = %v, want %v", f, s, got, want)
	}
	if got := string(f.AppendFold([]byte("x"), s)); got != "x"+once {
		t.Fatalf("%v.AppendFold(x, %+q) = %+q, want x%+q", f, s, got, once)
	}
	if f &= allFoldings; utf8.ValidString(s) && f&(Tatweel|Invisible) == Tatweel|Invisible {
		if d := cmp.Diff(tokensOf(f, s), tokensOf(f, once)); d != "" {
			t.Fatalf("%v: tokens of %+q and of its folded form %+q differ (-text +folded):\n%s", f, s, once, d)
		}
	}
}

// checkText checks law 2 on one text: tokens are in order and well placed, and every span slices on cluster boundaries.
func checkText(t *testing.T, f Form, s string) {
	t.Helper()
	var x Text
	x.Reset(f, s)
	at, code := int32(0), int32(0)
	for i, k := range x.Tokens() {
		if k.Start < at || k.End <= k.Start || k.Lo != code || k.Hi < k.Lo {
			t.Fatalf("%v: token %d of %+q is %+v after byte %d, code %d", f, i, s, k, at, code)
		}
		at, code = k.End, k.Hi
		if k.Kind != Break && k.Lo == k.Hi {
			t.Fatalf("%v: token %d of %+q has no codes: %+v", f, i, s, k)
		}
		checkBoundaries(t, s, int(k.Start), int(k.End), k.Kind)
		if start, end := x.Span(k.Lo, k.Hi); k.Kind != Break && (start != int(k.Start) || end != int(k.End)) {
			t.Fatalf("%v: Span(%d, %d) of %+q is %d, %d, the token %+v", f, k.Lo, k.Hi, s, start, end, k)
		}
		if k.Kind > Latin {
			continue
		}
		if got, want := x.Folded(i), f.Fold(s[k.Start:k.End]); got != want && f&(Tatweel|Invisible) == Tatweel|Invisible {
			t.Fatalf("%v: token %d of %+q is %+q, folded alone %+q", f, i, s, got, want)
		}
		for lo := k.Lo; lo < min(k.Hi, k.Lo+12); lo++ {
			for hi := lo + 1; hi <= min(k.Hi, lo+12); hi++ {
				start, end := x.Span(lo, hi)
				if start < int(k.Start) || end > int(k.End) || start >= end {
					t.Fatalf("%v: Span(%d, %d) of %+q is %d, %d, outside of %+v", f, lo, hi, s, start, end, k)
				}
				if f&(Tatweel|Invisible) == Tatweel|Invisible {
					checkBoundaries(t, s, start, end, k.Kind)
				}
			}
		}
		for _, p := range x.AppendStarts(nil, i) {
			if p.Lo < k.Lo || p.Lo >= k.Hi || p.Hi <= p.Lo || int(p.Next) > len(x.Tokens()) {
				t.Fatalf("%v: start %+v of token %d of %+q", f, p, i, s)
			}
			if codes := x.AppendStartCodes(nil, p); KeyOf(codes) != p.Key {
				t.Fatalf("%v: start %+v of token %d of %+q: codes % x", f, p, i, s, codes)
			}
		}
	}
	if int(code) != len(x.Codes()) {
		t.Fatalf("%v: %d codes of %+q, tokens have %d", f, len(x.Codes()), s, code)
	}
	if strict := x.StrictCodes(); strict != nil {
		var y Text
		y.Reset(Strict, s)
		if d := cmp.Diff(y.Codes(), strict); d != "" {
			t.Fatalf("%v: strict codes of %+q (-Strict +twin):\n%s", f, s, d)
		}
	}
}

// checkBoundaries checks that s[start:end] begins and ends between clusters and not in deleted characters (O1, O2, O5).
func checkBoundaries(t *testing.T, s string, start, end int, kind Kind) {
	t.Helper()
	mark := func(r rune) bool { return unicode.In(r, unicode.Mn, unicode.Mc, unicode.Me) }
	first, _ := utf8.DecodeRuneInString(s[start:])
	last, size := utf8.DecodeLastRuneInString(s[:end])
	next, _ := utf8.DecodeRuneInString(s[end:])
	if mark(first) || mark(next) {
		t.Fatalf("%+q[%d:%d] cuts a cluster", s, start, end)
	}
	if kind <= Latin && !utf8.ValidString(s[start:end]) {
		t.Fatalf("%+q[%d:%d] is ill-formed", s, start, end)
	}
	if size == 1 {
		return
	}
	switch classOf(last) & classMask {
	case classTatweel, classFormat, classSoft:
		t.Fatalf("%+q[%d:%d] ends with an invisible sign", s, start, end)
	}
}

func TestLaws(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 15000 {
		f := randomForm(r)
		checkFold(t, f, randomText(r, 12, false))
		checkFold(t, f, randomText(r, 6, true))
		checkFoldTwin(t, f, randomText(r, 12, false))
		checkText(t, f, randomText(r, 12, false))
		checkTwin(t, Ortho, randomText(r, 12, false))
		checkTwin(t, f, randomText(r, 30, false))
	}
}
