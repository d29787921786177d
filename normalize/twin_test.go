package normalize

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// Twins are a Text with the fast path and one without.
type twins struct{ fast, slow Text }

// check checks that both give the same tokens and codes.
func (w *twins) check(t *testing.T, f Form, s string) {
	t.Helper()
	fast, slow := &w.fast, &w.slow
	slow.slow = true
	fast.Reset(f, s)
	slow.Reset(f, s)
	for i := range fast.tokens {
		fast.tokens[i].Flags &^= plain // a hint of the fast path alone
	}
	if slices.Equal(fast.tokens, slow.tokens) && bytes.Equal(fast.Codes(), slow.Codes()) && bytes.Equal(fast.StrictCodes(), slow.StrictCodes()) {
		return
	}
	type all struct {
		Tokens        []Token
		Codes, Strict []byte
	}
	t.Fatalf("%v: %+q (-builder +fast):\n%s", f, s, cmp.Diff(
		all{slow.tokens, slow.Codes(), slow.StrictCodes()}, all{fast.tokens, fast.Codes(), fast.StrictCodes()}))
}

func checkTwin(t *testing.T, f Form, s string) {
	t.Helper()
	new(twins).check(t, f, s)
}

// checkFoldTwin checks that Fold with and without its own fast path gives the same.
func checkFoldTwin(t *testing.T, f Form, s string) {
	t.Helper()
	slow := folder{slow: true}
	slow.b.f = f.folding()
	slow.fold(s)
	if got, want := f.Fold(s), string(append(slow.dst, s[slow.done:]...)); got != want {
		t.Fatalf("%v.Fold(%+q) = %+q, by the builder alone %+q", f, s, got, want)
	}
}

// TestTwinCodePoints compares the fast paths with the builder on every code point, alone and inside of a word.
func TestTwinCodePoints(t *testing.T) {
	var w twins
	for r := range utf8.MaxRune + 1 {
		s := "با" + string(rune(r)) + "ة " + string(rune(r))
		w.check(t, Ortho, s)
		checkFoldTwin(t, Ortho, s)
	}
}

// TestTwinPairs compares them on every pair of code points of the Arabic block, in words of several lengths, and on every
// pair of one of these and one of the other blocks, in both orders.
func TestTwinPairs(t *testing.T) {
	var w twins
	prefixes := []string{"", "مم", "محمدمحمد", "محمدمحم"}
	for b := range rune(utf8.MaxRune + 1) {
		if b>>8 != 0x06 && !unicode.Is(unicode.Arabic, b) {
			continue
		}
		for a := rune(0x0600); a <= 0x06FF; a++ {
			pair := string([]rune{a, b})
			w.check(t, Ortho, pair)
			if b>>8 != 0x06 {
				w.check(t, Ortho, string([]rune{b, a}))
				continue
			}
			for _, p := range prefixes {
				w.check(t, Ortho, p+pair+" ")
			}
			w.check(t, Strict, pair+"ا "+pair)
			checkFoldTwin(t, Ortho, pair)
			checkFoldTwin(t, Canonical, pair+"ة")
			checkFoldTwin(t, Ortho|HamzaSeats|FinalVowels, pair)
		}
	}
}

// TestTwinASCII compares them on every pair of ASCII characters between words, and on long runs of each character.
func TestTwinASCII(t *testing.T) {
	var w twins
	for a := range rune(utf8.RuneSelf) {
		for b := range rune(utf8.RuneSelf) {
			w.check(t, Ortho, "ا"+string(a)+string(b)+"ا")
		}
		for _, n := range []int{stretch - 1, stretch, 10 * stretch} {
			run := strings.Repeat(string(a), n)
			for _, next := range []string{"", " ", "ا", "٣", "،", "\u0301"} {
				w.check(t, Ortho, run+next+run)
			}
		}
	}
}

// TestTwinLengths compares them on words of every length around the eight letters of a step, at every distance from the
// end of the text, where a step reads fewer bytes.
func TestTwinLengths(t *testing.T) {
	const letters = `أبتثجحخدذرزسشصضطظعغفقكلمنهويىةءؤ`
	for n := range len(letters)/2 + 1 {
		for tail := range 20 {
			s := letters[:2*n]
			checkTwin(t, Ortho, s+" "+letters[:2*tail])
			checkTwin(t, Ortho, letters[:2*tail]+"\u0640"+s+"\u064B"+letters[:tail])
		}
	}
}
