package gazetteer

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/musamma/musamma/gazetteer/spelling"
	"github.com/musamma/musamma/normalize"
)

// nearNames are names whose words have near ones, among themselves too.
var nearNames = []string{
	"أنطونيو غوتيريس", "سيرغي شويغو", "سيرغي لافروف", "ستافان دي ميستورا", "استوكهولم", "طهران", "كازاخستان", "كراتشي",
	"ميونيخ", "هامبورغ", "جامعة هارفارد", "جامعة ستانفورد", "فولوديمير زيلينسكي", "إثيوبيا", "إسطنبول", "لوغانسك",
	"غوتيريس", "غوتيريز", "جوتيرس", "مستورا", "الحسن بن طلال", "الحسين بن طلال", "رمضان", "سان جيرمان", "بلاتيني",
	"قيرغيزستان", "بورغ", "عبد الفتاح الشناوي", "برنامج الأغذية العالمي", "زيلينسكا",
}

func buildNames(t testing.TB, names ...string) (*Gazetteer, []Entry) {
	t.Helper()
	b := NewBuilder(normalize.Ortho)
	var entries []Entry
	for i, name := range names {
		e := Entry{Name: name, Type: "LOC", ID: fmt.Sprint(i)}
		entries = append(entries, e)
		if err := b.Add(e); err != nil {
			t.Fatal(err)
		}
	}
	g, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return g, entries
}

func resetText(text string) *normalize.Text {
	var t normalize.Text
	t.Reset(normalize.Ortho, text)
	return &t
}

// allWords are the words of a text that may be misspelt: every one.
func allWords(t *normalize.Text) (words []int32) {
	for i, k := range t.Tokens() {
		if k.Kind == normalize.Word {
			words = append(words, int32(i))
		}
	}
	return words
}

// misspell makes random edits that the rules know, and some that they do not.
func misspell(r *rand.Rand, word string) string {
	from := []string{"غ", "ك", "س", "ي", "و", "ا", "ت", "ش", "ف", "خ", "ت", "ستو", "ئ", "د"}
	to := []string{"ج", "ق", "ش", "", "", "", "ط", "تش", "و", "غ", "ن", "استو", "ي", "ذ"}
	for range 1 + r.IntN(2) {
		i := r.IntN(len(from))
		if r.IntN(2) == 0 {
			word = strings.Replace(word, from[i], to[i], 1)
		} else if to[i] != "" {
			word = strings.Replace(word, to[i], from[i], 1)
		}
	}
	return word
}

// nearSentence makes a text of words of names, some misspelt, some behind proclitics.
func nearSentence(r *rand.Rand) string {
	var words []string
	for range 1 + r.IntN(6) {
		for i, w := range strings.Fields(nearNames[r.IntN(len(nearNames))]) {
			if r.IntN(2) == 0 {
				w = misspell(r, w)
			}
			if i == 0 && r.IntN(4) == 0 {
				w = []string{"و", "ب", "وب", "لل"}[r.IntN(4)] + w
			}
			words = append(words, w)
		}
		switch r.IntN(5) {
		case 0:
			words = append(words, "في")
		case 1:
			words = append(words, "،")
		}
	}
	return strings.Join(words, " ")
}

// slowNear compares every place of a text with every name. For each first letter and last token it keeps the least
// distance alone.
func slowNear(t *normalize.Text, may []int32, entries []Entry) map[[3]int32]int {
	best := map[[3]int32]int{} // first code, cut, last token
	for _, e := range entries {
		for _, words := range spellings(e) {
			for first := range t.Tokens() {
				for _, r := range t.AppendStarts(nil, first) {
					if r.Next == int32(first)+1 {
						if last, distance := slowFrom(t, may, r, first, words); last > 0 && distance > 0 {
							k := [3]int32{r.Lo, int32(r.Cut), int32(last)}
							if d, ok := best[k]; !ok || distance < d {
								best[k] = distance
							}
						}
					}
				}
			}
		}
	}
	return best
}

// spellings returns the codes of the words of a name and of its derived keys.
func spellings(e Entry) (all [][]string) {
	names := []string{e.Name}
	for _, d := range derive(strings.Fields(normalize.Strict.Fold(e.Name)), kindOf(&e)) {
		names = append(names, strings.Join(d.words, " "))
	}
	for _, name := range names {
		t := resetText(name)
		var words []string
		for _, k := range t.Tokens() {
			words = append(words, string(t.Codes()[k.Lo:k.Hi]))
		}
		all = append(all, words)
	}
	return all
}

// slowFrom compares the words of a name with those of a text from a reading on.
func slowFrom(t *normalize.Text, may []int32, r normalize.Start, i int, words []string) (last, distance int) {
	codes := t.AppendStartCodes(nil, r)
	for n, w := range words {
		if string(codes) != w {
			d, ok := spelling.Near(codes, []byte(w))
			if !ok || !slices.Contains(may, int32(i)) || len(w) > 16 {
				return 0, 0
			}
			distance += d
		}
		if n == len(words)-1 {
			return i + 1, distance
		}
		next, ok := t.Between(i)
		if !ok {
			return 0, 0
		}
		i = next
		k := t.Tokens()[i]
		codes = t.Codes()[k.Lo:k.Hi]
	}
	return 0, 0
}

func checkNear(t *testing.T, n *Near, entries []Entry, text string, may []int32) int {
	t.Helper()
	x := resetText(text)
	got := map[[3]int32]int{}
	before := int32(0)
	for _, m := range n.AppendMatches(nil, x, may) {
		if m.First < before {
			t.Fatalf("%q: a match at token %d after one at %d", text, m.First, before)
		}
		before = m.First
		got[[3]int32{m.Lo, int32(m.Cut), m.Last}] = m.Distance
		if len(n.g.AppendSenses(nil, m.Match, x)) == 0 {
			t.Fatalf("%q: a match without senses: %+v", text, m)
		}
	}
	want := slowNear(x, may, entries)
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Fatalf("%q (-slow +near):\n%s", text, diff)
	}
	return len(want)
}

func TestNearEqualsTwin(t *testing.T) {
	g, entries := buildNames(t, nearNames...)
	n := NewNear(g)
	r := rand.New(rand.NewPCG(1, 1))
	found := 0
	for range 1000 {
		text := nearSentence(r)
		may := allWords(resetText(text))
		if r.IntN(3) == 0 { // some only
			may = slices.DeleteFunc(may, func(int32) bool { return r.IntN(3) == 0 })
		}
		found += checkNear(t, n, entries, text, may)
	}
	if found < 700 {
		t.Errorf("only %d matches", found)
	}
}

func FuzzNear(f *testing.F) {
	g, entries := buildNames(f, nearNames...)
	n := NewNear(g)
	f.Add("زار جوتيريش طهران وجامعة هارفرد", uint64(0))
	f.Add("عبدالفتاح الشناوى للاستوكهولم", uint64(7))
	f.Fuzz(func(t *testing.T, text string, skip uint64) {
		if len(text) > 400 {
			return
		}
		may := slices.DeleteFunc(allWords(resetText(text)), func(i int32) bool { return skip>>(i%64)&1 != 0 })
		x := resetText(text)
		for _, k := range x.Tokens() { // the twin reads neither joined words nor pieces
			if k.Kind == normalize.Quote || k.Kind == normalize.Punct || k.Flags&normalize.Soft != 0 {
				n.AppendMatches(nil, x, may)
				return
			}
		}
		checkNear(t, n, entries, text, may)
	})
}

// lookupNear returns the tokens near a word, nearest first, as they are found or by comparing with every one.
func lookupNear(n *Near, word []byte) (fast, slow []normalize.Key) {
	var s nearScratch
	n.lookup(&s, word)
	for _, k := range s.tokens {
		fast = append(fast, k.key)
	}
	var all []nearToken
	for slot := range n.g.vocab.Slots() {
		lo, hi := n.g.vocab.Key(slot)
		key := normalize.Key{Lo: lo, Hi: hi}
		if lo|hi == 0 || !key.Exact() {
			continue
		}
		if d, ok := spelling.Near(word, appendKey(nil, key)); ok {
			all = append(all, nearToken{key, slot, int32(d)})
		}
	}
	slices.SortFunc(all, func(a, b nearToken) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(a.key.Lo, b.key.Lo), cmp.Compare(a.key.Hi, b.key.Hi))
	})
	for _, k := range all[:min(len(all), maxNear)] {
		slow = append(slow, k.key)
	}
	return fast, slow
}

// The index loses no token of ten thousand that is near a word.
func TestNearFindsEveryToken(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	const letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوياويرلنم"
	word := func() string {
		w := make([]rune, 5+r.IntN(5))
		for i := range w {
			w[i] = []rune(letters)[r.IntN(len([]rune(letters)))]
		}
		return string(w)
	}
	var names []string
	for range 10000 {
		w := word()
		names = append(names, w, misspell(r, w))
	}
	g, _ := buildNames(t, names...)
	n := NewNear(g)
	found := 0
	for range 300 {
		w := resetText(misspell(r, names[r.IntN(len(names))])).Codes()
		fast, slow := lookupNear(n, w)
		if diff := gocmp.Diff(slow, fast); diff != "" {
			t.Fatalf("% x (-slow +fast):\n%s", w, diff)
		}
		found += len(slow)
	}
	if found < 80 {
		t.Errorf("only %d words near", found)
	}
}

// Words made to sound alike cost no more than others: each is compared with a bounded number of tokens.
func TestNearIsBounded(t *testing.T) {
	var names []string
	vowels := []string{"ا", "و", "ي"}
	for i := range 20000 {
		var b strings.Builder
		for k, c := range []string{"ب", "ر", "ل", "ن", "م", "ب", "ر", "ل", "ن"} {
			b.WriteString(c)
			for range i >> k & 1 {
				b.WriteString(vowels[i/(k+1)%3])
			}
		}
		names = append(names, b.String())
	}
	g, _ := buildNames(t, names...)
	n := NewNear(g)
	text := resetText(strings.Repeat("برلنامبرلن ", 2000))
	got := n.AppendMatches(nil, text, allWords(text))
	if len(got) > 2000*maxNear {
		t.Errorf("%d matches", len(got))
	}
	s := new(nearScratch)
	if looked := n.lookup(s, resetText("برلنامبرلن").Codes()); looked < maxHeard || looked > maxLooked {
		t.Errorf("looked at %d tokens, want %d to %d", looked, maxHeard, maxLooked)
	}
	text = resetText("برلنامبرلن")
	if again := n.AppendMatches(nil, text, []int32{0, 0, -1, 7}); len(again)*2000 != len(got) {
		t.Errorf("%d matches of one word, %d of 2000", len(again), len(got))
	}
}

// The order in which names are added does not matter.
func TestNearDoesNotDependOnOrder(t *testing.T) {
	names := slices.Clone(nearNames)
	r := rand.New(rand.NewPCG(5, 5))
	x := resetText("زار جوتيريش جامعة هارفرد في طهرن مع سيرجي شويجو وفولديمير زلينسكي ستوكهولم")
	var want []string
	for round := range 20 {
		g, _ := buildNames(t, names...)
		var got []string
		for _, m := range NewNear(g).AppendMatches(nil, x, allWords(x)) {
			for _, s := range g.AppendSenses(nil, m.Match, x) {
				start, end := x.Span(m.Lo, m.Hi)
				got = append(got, fmt.Sprint(x.Source()[start:end], " ", g.Entry(s.Entry).Name, " ", m.Distance, " ", s.Strict))
			}
		}
		if round == 0 {
			want = got
		}
		if diff := gocmp.Diff(want, got); diff != "" || len(got) < 5 {
			t.Fatalf("round %d (-want +got):\n%s", round, diff)
		}
		r.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	}
	t.Log(strings.Join(want, "\n"))
}

func BenchmarkNewNear(b *testing.B) {
	r := rand.New(rand.NewPCG(8, 8))
	letters := []rune("ابتثجحخدذرزسشصضطظعغفقكلمنهوياويرلنم")
	var names []string
	for range 100000 {
		w := make([]rune, 5+r.IntN(4))
		for i := range w {
			w[i] = letters[r.IntN(len(letters))]
		}
		names = append(names, string(w))
	}
	g, _ := buildNames(b, names...)
	var n *Near
	for b.Loop() {
		if n = NewNear(g); len(n.tokens) < 90000 {
			b.Fatalf("only %d tokens", len(n.tokens))
		}
	}
	b.ReportMetric(float64(n.Bytes())/float64(len(n.tokens)), "B/token")
}

// A sign inside a name stands in the text, before and behind a misspelt word.
func TestNearOverSigns(t *testing.T) {
	g, _ := buildNames(t, "ستوديوهات سوني/بيكسارد")
	n := NewNear(g)
	for _, s := range []string{"ستوديوهات سوني/بيكصارد", "ستوديوهاط سوني/بيكسارد"} {
		text := resetText(s)
		if got := n.AppendMatches(nil, text, allWords(text)); len(got) != 1 {
			t.Errorf("%q: %d matches, want 1", s, len(got))
		}
	}
}
