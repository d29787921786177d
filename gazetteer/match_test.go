package gazetteer

import (
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/musamma/musamma/normalize"
)

// list is a small list that has every kind of entry.
const list = `name	type	roles	id	canonical	weight	flags	cue
الرياض	LOC		Q3692		3		
الرياض	ORG					ambiguous	
القاهرة	LOC		Q85		3		
جدة	LOC		Q374365		2	ambiguous	
مصر	LOC		Q79		3		
ليبيا	LOC		Q1016				
لبنان	LOC		Q822				
اللاذقية	LOC		Q190152				
بيروت	LOC		Q3820		3		
الأسد	PER	family				articleoptional	
بشار الأسد	PER		Q44329				
حافظ الأسد	PER		Q160308				
محمد	PER	given			3		
محمد علي	PER		Q36107				
محمد علي باشا	PER		Q170449	محمد علي			
عبد الله	PER	given					
عبدالعزيز آل سعود	PER						
آل سعود	PER	family				strictonly	
أبو ظبي	LOC		Q1519				
نصر الله	PER	family					
أحمد بن بيلا	PER		Q131707				
ابن سينا	PER		Q8011				
الإخوان المسلمون	ORG		Q39475				
وزارة شؤون المرأة	ORG						
مجلس الأمن	ORG		Q37470				
الأمم المتحدة	ORG		Q1065				
سان-جيرمان	LOC						
أ.ف.ب	ORG		Q40464				
BBC	ORG		Q9531				
جامعة 6 أكتوبر	ORG						
كا’دو	LOC						
وجدة	LOC		Q272460				
بن	PER	link					kunya
رئيس	PER	title					
علي	PER	given,family					
فلاديمير بوتين	PER		Q7747				
بوتين	PER	family					
المستشفيات والمستوصفات	ORG						
كان		common
في		common
على	X	common,function
الجامعة		common
جامعة		common
جامعته		common
جامعتها		common
`

func readList(t testing.TB, list string) []Entry {
	t.Helper()
	var out []Entry
	for e, err := range ReadTSV(strings.NewReader(list)) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, e)
	}
	return out
}

func build(t testing.TB, f normalize.Form, entries []Entry) *Gazetteer {
	t.Helper()
	b := NewBuilder(f)
	for _, e := range entries {
		if err := b.Add(e); err != nil {
			t.Fatal(err)
		}
	}
	g, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// texts are inputs that exercise every rule of matching; random ones are made of their pieces.
var texts = []string{
	"وبالرياض والقاهرة، لمصر وللأسد ولليبيا وللبنان وللاذقية",
	"زار بشار الأسد بيروت ثم أسد آخر", "محمد علي باشا ومحمد\u200cعلي", "رأيت محمداً ومحمدا", "عبدالله وعبد الله وعبد العزيز ال سعود",
	"لأبي ظبي، أبا ظبي", "نصرالله", "أحمد ابن بيلا وابن سينا وبن سينا", "للإخوان المسلمين", "وزارة شئون المراه",
	"باريس سان جيرمان وسان - جيرمان وسان‐جيرمان", "قالت أ.ف.ب وأ. ف. ب و(ا ف ب)", "وBBC", "بجامعة 6 أكتوبر و٦ أكتوبر",
	"كا’دو وكادو وكا دو", "في الأمـــم المُتَّحِدَة\nمجلس\nالأمن", "وجدة ووجدة وجده", "بالمستشفيات والمستوصفات", "علی على", "",
	"\xff\x00بيروت\xd8", "ﻷسد", "فلاديمير\u200cبوتين",
}

func TestMatchesEqualTwin(t *testing.T) {
	entries := readList(t, list)
	r := rand.New(rand.NewSource(1))
	for _, form := range []normalize.Form{normalize.Ortho, normalize.Strict, normalize.Loose, normalize.Canonical} {
		g, w := build(t, form, entries), newTwin(form, entries)
		inputs := texts
		for range 300 {
			inputs = append(inputs, randomText(r, entries))
		}
		var text normalize.Text
		for _, s := range inputs {
			text.Reset(form, s)
			if d := cmp.Diff(w.matches(&text), fast(g, &text)); d != "" {
				t.Fatalf("%v: %q: twin, matches differ (-twin +got):\n%s", form, s, d)
			}
		}
	}
}

// randomText joins names, pieces of texts, proclitics and signs.
func randomText(r *rand.Rand, entries []Entry) string {
	glue := []string{" ", " ", " ", " و", " لل", " ب", "", "-", "\u200c", "’", "\n", ".", "ـ", "\u064b ", "ا "}
	var b strings.Builder
	for range 1 + r.Intn(30) {
		words := strings.Fields(texts[r.Intn(len(texts))] + " " + entries[r.Intn(len(entries))].Name)
		if r.Intn(2) == 0 {
			words = strings.Fields(entries[r.Intn(len(entries))].Name)
		}
		at := r.Intn(len(words))
		b.WriteString(strings.Join(words[at:min(len(words), at+1+r.Intn(3))], " "))
		b.WriteString(glue[r.Intn(len(glue))])
	}
	return b.String()
}

// TestSignInside: a name goes on behind a sign wherever the text ends.
func TestSignInside(t *testing.T) {
	for _, name := range []string{"سوني/بيكسار", "سوني & بيكسار", "سوني (بيكسار)", "سوني: بيكسار"} {
		g := build(t, normalize.Ortho, []Entry{{Name: name, Type: "ORG"}})
		for _, text := range []string{name, name + " قال", name + " قال هو", "و" + name + "."} {
			var x normalize.Text
			x.Reset(normalize.Ortho, text)
			if m := g.AppendMatches(nil, &x); len(m) != 1 {
				t.Errorf("%s in %q: %v, want one match", name, text, m)
			}
		}
	}
}

// TestBlockEnds moves names over the end of a block, also one that a quote mark there joins to its last token.
func TestBlockEnds(t *testing.T) {
	g := build(t, normalize.Ortho, []Entry{{Name: "كادو", Type: "LOC"}, {Name: "ليل", Type: "LOC"}, {Name: "ليل طويل", Type: "LOC"}, {Name: "كا دو", Type: "LOC"}})
	for before := blockTokens - 8; before < blockTokens+2; before++ {
		var x normalize.Text
		x.Reset(normalize.Ortho, strings.Repeat("هو ", before)+"وليل طويل كا'دو ليل طويل")
		var got []string
		last := int32(-1)
		for _, m := range g.AppendMatches(nil, &x) {
			if m.First < last {
				t.Errorf("%d words before: a match at token %d behind one at %d", before, m.First, last)
			}
			last = m.First
			start, end := m.Span(&x)
			got = append(got, x.Source()[start:end])
		}
		want := []string{"ليل", "ليل طويل", "كا'دو", "كا'دو", "ليل", "ليل طويل"}
		if !slices.Equal(got, want) {
			t.Errorf("%d words before: %q, want %q", before, got, want)
		}
	}
}

// TestManyReadings has a text and a list of words that may be read in twelve ways, over every apostrophe in four more: the
// steps of a block are far more than its tokens, and none is dropped.
func TestManyReadings(t *testing.T) {
	var entries []Entry
	for _, first := range []string{"وللم", "للم", "لم", "الم", "اللم", "م", "وللموللم", "للموللم", "لموللم", "الموللم", "اللموللم", "موللم"} {
		entries = append(entries, Entry{Name: first, Type: "T"})
		for _, next := range []string{"وللم", "وللموللم", "وللم' وللم"} {
			entries = append(entries, Entry{Name: first + " " + next, Type: "T"}, Entry{Name: first + "'" + next, Type: "T"},
				Entry{Name: first + " " + next + " " + next, Type: "T"})
		}
	}
	g := build(t, normalize.Ortho, entries)
	for _, unit := range []string{"وللم'", "وللم\u200cوللم'"} {
		matches := func(n int) int {
			var text normalize.Text
			text.Reset(normalize.Ortho, strings.Repeat(unit, n))
			return len(g.AppendMatches(nil, &text))
		}
		const few = 20 // units in less than a block
		if each, got := matches(few)-matches(few-1), matches(20*few); got != matches(few)+19*few*each || each < 10 {
			t.Errorf("%d times %q: %d matches, %d each of the first %d", 20*few, unit, got, each, few)
		}
	}
}

// TestMatchOfAnotherText asks for what a match is in texts that it is not of: that gives something or nothing, and no panic.
func TestMatchOfAnotherText(t *testing.T) {
	g := build(t, normalize.Ortho, []Entry{{Name: "محمد علي", Type: "PER"}, {Name: "عُمان", Type: "LOC"}, {Name: "القاهرة", Type: "LOC"}})
	texts := []string{"", ".", "عُمان", "محمد علي", "لا شيء هنا من الأسماء، ثم للقاهرة وبعُمان ومحمد علي", "a b c d e f g h i j", "محمد\u200cعلي", "كا’دو"}
	for _, of := range texts {
		for _, in := range texts {
			var text, other normalize.Text
			text.Reset(normalize.Ortho, of)
			other.Reset(normalize.Ortho, in)
			for _, m := range g.AppendMatches(nil, &text) {
				for _, s := range g.AppendSenses(nil, m, &other) {
					g.OmitsHamza(s, m, &other)
				}
				m.Span(&other)
			}
		}
	}
}
