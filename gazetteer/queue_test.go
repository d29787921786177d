package gazetteer

import (
	"slices"
	"strings"
	"testing"

	"github.com/musamma/musamma/normalize"
)

// TestQueue: the words of a name are cut at single spaces, plain or not, and a refused name leaves none.
func TestQueue(t *testing.T) {
	long := strings.Repeat("ب", 40)
	for _, name := range []string{
		"مصر", "عبد الله بن عبدالعزيز", "القسطنطينية الكبرى", long, "و " + long + " ي", "بغداد،", "بغداد ،", " ", "", "مصر ", " مصر",
		"أم  درمان", "Oslo", "بـاب", "م" + "\xd8", "ثمانية حروفوو", "ثمانيةحر", "ثمانيةح", "ثمانيةحر ثمانيةحر",
	} {
		var q queue
		q.addWords("قبل")
		text := len(q.text)
		want := strings.Split(name, " ")
		plain := !slices.ContainsFunc(want, func(w string) bool { return !isPlain(w) })
		if got := q.addPlain(name); got != plain {
			t.Errorf("%q: plain is %t, want %t", name, got, plain)
		}
		check := func() {
			for i, w := range want {
				k := &q.words[i+1]
				other := queue{}
				other.addBytes(other.copy(w), len(w))
				o := other.words[0]
				if string(q.word(k)) != w || k.lo != o.lo || k.hi != o.hi || k.hash != o.hash || k.plain != isPlain(w) {
					t.Errorf("%q: word %d is %q", name, i, q.word(k))
				}
			}
		}
		if plain {
			check()
		}
		q.clear(1)
		if n := q.addWords(name); int(n) != len(want) || len(q.words) != len(want)+1 {
			t.Fatalf("%q: %d words, want %d", name, n, len(want))
		}
		check()
		if q.clear(1); len(q.words) != 1 || len(q.text) != text {
			t.Errorf("%q leaves %d words, %d bytes", name, len(q.words), len(q.text)-text)
		}
	}
}

// TestRefused: names that are refused take no memory, and leave nothing in what is built.
func TestRefused(t *testing.T) {
	b := NewBuilder(normalize.Ortho)
	for range 10000 {
		for _, name := range []string{"…", strings.Repeat("بن ", MaxTokens) + "سعود", "بور\nسعيد"} {
			if err := b.Add(Entry{Name: name, Type: "LOC"}); err == nil {
				t.Fatalf("%q was taken", name)
			}
		}
	}
	if n := cap(b.queue.text); n > 64<<10 {
		t.Errorf("%d bytes of refused names", n)
	}
	g, err := b.Build()
	if err != nil || g.Len() != 0 || g.Sizes().Tokens != 0 {
		t.Errorf("%d entries, %d tokens, %v", g.Len(), g.Sizes().Tokens, err)
	}
}
