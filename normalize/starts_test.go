package normalize

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A reading is what AppendStarts says of a word, in letters.
type reading struct {
	Cut  Clitic
	Word string
	At   int // letters before the name
}

// slowReadings applies the inventory row by row: LiAll and LiAl both need the second lam.
func slowReadings(word string) []reading {
	var out []reading
	for _, p := range inventory {
		need := p.written
		if p.Preposition() == LiAll {
			need += `ل`
		}
		rest, ok := strings.CutPrefix(word, p.written)
		if !ok || !strings.HasPrefix(word, need) || len(rest) == 0 || p.Preposition() == LiAll && rest == `ل` {
			continue
		}
		out = append(out, reading{p.Clitic, p.restored + rest, len(p.written) / 2})
	}
	return out
}

// TestStartsInventory compares AppendStarts with the inventory on random words of the letters of proclitics.
func TestStartsInventory(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	letters := []rune(`وفبكلللامد`)
	var x Text
	for range 20000 {
		word := make([]rune, 1+r.IntN(20))
		for i := range word {
			word[i] = letters[r.IntN(len(letters))]
		}
		x.Reset(Ortho, string(word))
		var got []reading
		for _, p := range x.AppendStarts(nil, 0) {
			codes := x.AppendStartCodes(nil, p)
			if p.Next != 1 || p.Hi != int32(len(word)) || KeyOf(codes) != p.Key {
				t.Fatalf("%s: start %+v, codes % x", string(word), p, codes)
			}
			if strict := x.AppendStartStrict(nil, p); string(strict) != string(codes) {
				t.Fatalf("%s: start %+v, codes % x, strict % x", string(word), p, codes, strict)
			}
			got = append(got, reading{p.Cut, string(appendDecoded(nil, codes)), int(p.Lo)})
		}
		if d := cmp.Diff(slowReadings(string(word)), got); d != "" {
			t.Fatalf("%s (-inventory +AppendStarts):\n%s", string(word), d)
		}
	}
}

// TestClitics checks the inventory itself.
func TestClitics(t *testing.T) {
	seen := map[Clitic]bool{}
	for _, c := range Clitics() {
		if seen[c] {
			t.Errorf("%v twice", c)
		}
		seen[c] = true
		if c != c.Conjunction()|c.Preposition() {
			t.Errorf("%v is not %v and %v", c, c.Conjunction(), c.Preposition())
		}
		if got := strings.ReplaceAll(c.String(), "+", ""); got != c.Written() &&
			got != strings.TrimSuffix(c.Written(), `ل`)+`ال` && got != c.Written()+`ال` {
			t.Errorf("%v writes %s", c, c.Written())
		}
		if (c.Restored() == `ال`) != (c.Preposition() == LiAl || c.Preposition() == LiAll) {
			t.Errorf("%v restores %q", c, c.Restored())
		}
	}
	if len(seen) != 18 {
		t.Errorf("%d clitics, want 18", len(seen))
	}
	if c := Clitic(7); c.Written() != "" || c.Restored() != "" {
		t.Errorf("%d writes %q and restores %q", c, c.Written(), c.Restored())
	}
}

// TestPieces walks the parts of Soft tokens.
func TestPieces(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"محمد\u200Cعلي", "محمد علي"},
		{"مدرسة\u200Cم\u0640ا\u200C\u200Dهي", "مدرسه ما هي"},
		{"محمد", ""},
		{"ا\u200Cب\u200Cت\u200Cث\u200Cج\u200Cح\u200Cخ\u200Cد", "ا ب ت ث ج ح خ د"},
		{"ا\u200Cب\u200Cت\u200Cث\u200Cج\u200Cح\u200Cخ\u200Cد\u200Cذ", ""},
	} {
		var x Text
		x.Reset(Ortho, c.text)
		var got []string
		k := x.Tokens()[0]
		for lo := k.Lo; ; {
			key, hi, ok := x.Piece(0, lo)
			if !ok {
				break
			}
			codes := x.AppendStartCodes(nil, Start{Lo: lo, Hi: hi, Next: 0})
			if key != KeyOf(codes) {
				t.Errorf("%+q: key %x of % x", c.text, key, codes)
			}
			got = append(got, string(appendDecoded(nil, codes)))
			lo = hi
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%+q: parts %q, want %q", c.text, s, c.want)
		}
	}
}
