package gazetteer

import (
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/musamma/musamma/normalize"
)

// FuzzMatches: law 3 on any list and any text.
func FuzzMatches(f *testing.F) {
	for _, s := range texts {
		f.Add(list, s)
	}
	f.Add("name\ttype\tflags\nالأسد\tPER\tarticleoptional\nأسد\tPER\n", "للأسد")
	f.Fuzz(func(t *testing.T, list, s string) {
		var entries []Entry
		for e, err := range ReadTSV(strings.NewReader(list)) {
			if err == nil && len(entries) < 40 {
				entries = append(entries, e)
			}
		}
		if len(s) > 1<<10 {
			s = s[:1<<10]
		}
		var text normalize.Text
		for _, form := range []normalize.Form{normalize.Ortho, normalize.Loose} {
			g, w := build(t, form, entries), newTwin(form, entries)
			if err := g.Verify(); err != nil {
				t.Fatal(err)
			}
			text.Reset(form, s)
			if d := cmp.Diff(w.matches(&text), fast(g, &text)); d != "" {
				t.Fatalf("%v (-twin +got):\n%s", form, d)
			}
			checkExcept(t, g, s)
		}
	})
}

// TestSpans: law 2. A match covers whole clusters, from the name's first letter to the end of a token.
func TestSpans(t *testing.T) {
	g := build(t, normalize.Ortho, readList(t, list))
	var text normalize.Text
	for _, s := range texts {
		text.Reset(normalize.Ortho, s)
		for _, m := range g.AppendMatches(nil, &text) {
			k := text.Tokens()
			start, end := m.Span(&text)
			if lo, hi := text.Span(m.Lo, m.Hi); lo != start || hi != end {
				t.Errorf("%q: match %+v is [%d,%d), Text.Span gives [%d,%d)", s, m, start, end, lo, hi)
			}
			if start < int(k[m.First].Start) || start >= end || end != int(k[m.Last-1].End) {
				t.Errorf("%q: match %+v is [%d,%d)", s, m, start, end)
			}
		}
	}
}

// TestBlocks: a text of many blocks gives what its lines give.
func TestBlocks(t *testing.T) {
	g := build(t, normalize.Ortho, readList(t, list))
	var text normalize.Text
	n := 0
	for _, s := range texts {
		text.Reset(normalize.Ortho, s+"\n")
		n += len(g.AppendMatches(nil, &text))
	}
	text.Reset(normalize.Ortho, strings.Repeat(strings.Join(texts, "\n")+"\n", 50))
	if got := len(g.AppendMatches(nil, &text)); got != 50*n {
		t.Errorf("%d matches, want %d", got, 50*n)
	}
}

// TestDeepNames: names of 24 tokens, each the beginning of the next, in a text that is nothing else.
func TestDeepNames(t *testing.T) {
	var entries []Entry
	for n := range MaxTokens {
		entries = append(entries, Entry{Name: strings.TrimSpace(strings.Repeat("بن ", n+1)), Type: "PER"})
	}
	g := build(t, normalize.Ortho, entries)
	if err := g.Verify(); err != nil {
		t.Fatal(err)
	}
	const tokens = 1000
	var text normalize.Text
	text.Reset(normalize.Ortho, strings.Repeat("بن ", tokens))
	m := g.AppendMatches(nil, &text)
	want := tokens*MaxTokens - MaxTokens*(MaxTokens-1)/2 // the last 23 tokens begin fewer
	if len(m) != want {
		t.Errorf("%d matches, want %d", len(m), want)
	}
}

func TestOtherForm(t *testing.T) {
	g := build(t, normalize.Ortho, readList(t, list))
	var text normalize.Text
	text.Reset(normalize.Loose, "الرياض")
	if m := g.AppendMatches(nil, &text); len(m) > 0 {
		t.Errorf("%d matches in a text of another Form", len(m))
	}
}

func TestNoAllocations(t *testing.T) {
	g := build(t, normalize.Ortho, readList(t, list))
	joined := strings.Join(texts, " ")
	var text normalize.Text
	var matches []Match
	var senses []Sense
	run := func() {
		text.Reset(normalize.Ortho, joined)
		matches = g.AppendMatches(matches[:0], &text)
		for _, m := range matches {
			senses = g.AppendSenses(senses[:0], m, &text)
			for _, s := range senses {
				g.Entry(s.Entry)
			}
		}
		for i := range text.Tokens() {
			g.Common(text.StrictKey(i))
		}
	}
	run()
	if n := testing.AllocsPerRun(100, run); n > allowedAllocations {
		t.Errorf("%v allocations a run", n)
	}
}

func TestConcurrentUse(t *testing.T) {
	entries := readList(t, list)
	g, w := build(t, normalize.Ortho, entries), newTwin(normalize.Ortho, entries)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			var text normalize.Text
			for range 5 {
				for _, s := range texts {
					text.Reset(normalize.Ortho, s)
					if d := cmp.Diff(w.matches(&text), fast(g, &text)); d != "" {
						t.Errorf("%q (-twin +got):\n%s", s, d)
						return
					}
				}
			}
		})
	}
	wg.Wait()
}

func TestCommon(t *testing.T) {
	g := build(t, normalize.Ortho, readList(t, `name	type	roles
جامعة		common
الجامعة		common
جامعات		common
جامعته		common
جامعتها		common
بالجامعة		common
للجامعة		common
والجامعة		common
كتاب		common
كتابها		common
كتابك		common
كتابان		common
الكتاب		common
للكتاب		common
والمستشفيات		common
المستشفيات		common
مستشفيات		common
على		common
`))
	var text normalize.Text
	var keys []normalize.Key
	var wants []int
	for word, want := range map[string]int{
		"جامعة": 6, "كتاب": 5, "مستشفيات": 2, "على": 0, "المستشفيات": 0, "علي": -1, "جامعه": -1, "مدينة": -1,
		"والمستشفيين": -1, "عَلَى": 0,
	} {
		text.Reset(normalize.Ortho, word)
		n, ok := g.Common(text.StrictKey(0))
		if !ok {
			n = -1
		}
		if n != want {
			t.Errorf("%s: %d, want %d", word, n, want)
		}
		keys = append(keys, text.StrictKey(0))
		wants = append(wants, want)
	}
	if d := cmp.Diff(wants, g.AppendCommon(nil, keys)); d != "" {
		t.Errorf("of several (-want +got):\n%s", d)
	}
}

// TestFoldingVersion fails when normalize gives other keys than those that files of this version hold. Then
// foldingVersion goes up, and the sum below becomes the new one.
func TestFoldingVersion(t *testing.T) {
	var text normalize.Text
	sum := strictHash{0, 1}
	for r := rune(1); r < 0x20000; r++ {
		text.Reset(normalize.Ortho, "ب"+string(r)+"ب"+string(r))
		sum = sum.join(hashStrict(text.Codes())).join(hashStrict(text.StrictCodes()))
		sum = sum.join(hashStrict([]byte{byte(len(text.Tokens()))}))
	}
	if got, want := sum.stored(), uint32(0x19dd4509); foldingVersion != 1 || got != want {
		t.Errorf("keys of version %d have the sum %#x, want %#x", foldingVersion, got, want)
	}
}
