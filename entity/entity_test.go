package entity_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/gazetteer/builtin"
	"github.com/musamma/musamma/normalize"
)

// found is a span in the form that the tests write down.
type found struct{ Text, Type, Name string }

func summary(spans []entity.Span) []found {
	var out []found
	for _, s := range spans {
		out = append(out, found{s.Text, string(s.Type), s.Name})
	}
	return out
}

func newExtractor(t testing.TB, opts *entity.Options, layers ...*gazetteer.Gazetteer) *entity.Extractor {
	t.Helper()
	x, err := entity.New(opts, layers...)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func build(t testing.TB, entries ...gazetteer.Entry) *gazetteer.Gazetteer {
	t.Helper()
	b := gazetteer.NewBuilder(normalize.Ortho)
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

func story(t testing.TB) string {
	t.Helper()
	b, err := os.ReadFile("../testdata/story.txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// The story was written for this test and is as hard as a newspaper: what is found in it may not get worse.
func TestStory(t *testing.T) {
	text := story(t)
	gold, err := os.ReadFile("../testdata/story.gold.tsv")
	if err != nil {
		t.Fatal(err)
	}
	type at struct {
		start, end int
		typ        entity.Type
	}
	want := map[at]string{}
	for line := range strings.Lines(string(gold)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		start, _ := strconv.Atoi(f[0])
		end, _ := strconv.Atoi(f[1])
		want[at{start, end, entity.Type(f[2])}] = f[4]
	}
	right, wrong, total := 0, 0, len(want)
	for _, s := range newExtractor(t, nil, builtin.Gazetteer()).Extract(text) {
		k := at{s.Start, s.End, s.Type}
		if _, ok := want[k]; ok {
			right++
			delete(want, k)
		} else {
			wrong++
			t.Logf("wrong  %s %s %v", s.Type, s.Text, s.Evidence)
		}
	}
	for k, surface := range want {
		t.Logf("missed %s %s", k.typ, surface)
	}
	if f1 := 200 * right / (2*right + wrong + total - right); f1 < 90 {
		t.Errorf("F1 %d, want at least 90: %d right, %d wrong, %d missed", f1, right, wrong, total-right)
	}
}

func TestUserLists(t *testing.T) {
	mine := build(t,
		gazetteer.Entry{Name: "بحيرة قطينة", Type: "LOC", ID: "lake:1"},
		gazetteer.Entry{Name: "قطينة", Type: "LOC", ID: "village:1"},
		gazetteer.Entry{Name: "الشرق الأوسط", Type: "ORG"},
		gazetteer.Entry{Name: "معرض الكتاب", Type: "EVENT"},
		gazetteer.Entry{Name: "باريس", Type: "LOC", Flags: gazetteer.Never},
		gazetteer.Entry{Name: "زوليكا", Type: "ORG"},
		gazetteer.Entry{Name: "برتانيا", Type: "ORG"},
		gazetteer.Entry{Name: "زوليكا برتانيا", Type: "ORG"},
		gazetteer.Entry{Name: "فاروق جبران", Type: "PER"},
		gazetteer.Entry{Name: "فاروق جبران قطينة", Type: "PER"},
		gazetteer.Entry{Name: "شمعولة", Type: "LOC"},
		gazetteer.Entry{Name: "برطيلين", Type: "LOC"},
		gazetteer.Entry{Name: "شمعولة برطيلين", Type: "LOC"},
	)
	for _, tt := range []struct {
		name, text string
		opts       entity.Options
		want       []found
	}{
		{"a listed name after a proclitic", "نزهة ببحيرة قطينة", entity.Options{}, []found{{"بحيرة قطينة", "LOC", "بحيرة قطينة"}}},
		{"a type of the user's own", "افتتح معرض الكتاب أبوابه", entity.Options{}, []found{{"معرض الكتاب", "EVENT", "معرض الكتاب"}}},
		{"the longest organisation", "قالت زوليكا برتانيا إنها تنمو", entity.Options{}, []found{{"زوليكا برتانيا", "ORG", "زوليكا برتانيا"}}},
		{"the longest person", "ذكرت فاروق جبران قطينة كتب", entity.Options{}, []found{{"فاروق جبران قطينة", "PER", "فاروق جبران قطينة"}}},
		{"the longest place", "بقينا في شمعولة برطيلين يومين", entity.Options{}, []found{{"شمعولة برطيلين", "LOC", "شمعولة برطيلين"}}},
		{"a Never entry suppresses a later layer", "سافر إلى باريس ثم إلى لندن", entity.Options{}, []found{{"لندن", "LOC", "لندن"}}},
		{"listed only", "سافر إلى باريس ولندن مع الشرق الأوسط", entity.Options{ListedOnly: true},
			[]found{{"لندن", "LOC", "لندن"}, {"الشرق الأوسط", "ORG", "الشرق الأوسط"}}},
		{"listed only and nested", "نزهة ببحيرة قطينة", entity.Options{ListedOnly: true, Nested: true},
			[]found{{"بحيرة قطينة", "LOC", "بحيرة قطينة"}, {"قطينة", "LOC", "قطينة"}}},
		{"types wanted", "سافر إلى لندن لزيارة معرض الكتاب", entity.Options{Types: []entity.Type{"EVENT"}},
			[]found{{"معرض الكتاب", "EVENT", "معرض الكتاب"}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			x := newExtractor(t, &tt.opts, mine, builtin.Gazetteer())
			if diff := cmp.Diff(tt.want, summary(x.Extract(tt.text))); diff != "" {
				t.Errorf("Extract(%q) (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

// The words of a head noun of several words, or of one that an apostrophe parts, are taken into the span as they stand.
func TestHeadOfSeveralWords(t *testing.T) {
	mine := build(t, gazetteer.Entry{Name: "عموم ديار", Type: "LOC", Roles: gazetteer.Head, Cue: "outside", Weight: 3},
		gazetteer.Entry{Name: "قلب مدينة", Type: "LOC", Roles: gazetteer.Head, Cue: "outside", Weight: 3},
		gazetteer.Entry{Name: "ديوان الرئيس", Type: "ORG", Roles: gazetteer.Head, Weight: 3},
		gazetteer.Entry{Name: "الرئيس", Type: "PER", Roles: gazetteer.Title})
	x := newExtractor(t, &entity.Options{PlaceHeads: true, Threshold: -5}, mine, builtin.Gazetteer())
	for _, tt := range []struct{ text, want string }{
		{"انتشر الجيش بعموم ديار حلب أمس", "عموم ديار حلب"},
		{"انتشر الجيش وبمد’ينة حلب أمس", "مد’ينة حلب"},
		{"انتشر الجيش في قلب مدينة حلب أمس", "قلب مدينة حلب"},
		{"أعلن أمس ديوان الرئيس الزيتون ذلك", "ديوان الرئيس الزيتون"},
	} {
		spans := x.Extract(tt.text)
		if !slices.ContainsFunc(spans, func(s entity.Span) bool { return s.Text == tt.want }) {
			t.Errorf("Extract(%q) = %q, want %q in it", tt.text, summary(spans), tt.want)
		}
	}
}

// A head noun that another span ends with is not taken into the next one.
// A head noun of several words in a user's list begins a name as one of a single word does.
func TestPatternOfHeadOfSeveralWords(t *testing.T) {
	mine := build(t, gazetteer.Entry{Name: "دار نشر", Type: "ORG", Roles: gazetteer.Head, Weight: 3})
	x := newExtractor(t, nil, mine, builtin.Gazetteer())
	want := []found{{"دار نشر الزيتون", "ORG", "دار نشر الزيتون"}}
	if diff := cmp.Diff(want, summary(x.Extract("أصدرت دار نشر الزيتون كتابا"))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestHeadIsInOneSpan(t *testing.T) {
	mine := build(t, gazetteer.Entry{Name: "بنك مدينة", Type: "ORG"})
	const text = "أعلن بنك مدينة حلب أمس"
	for _, tt := range []struct {
		types []entity.Type
		want  []found
	}{
		{nil, []found{{"بنك مدينة", "ORG", "بنك مدينة"}, {"حلب", "LOC", "حلب"}}},
		{[]entity.Type{entity.Location}, []found{{"مدينة حلب", "LOC", "حلب"}}},
	} {
		x := newExtractor(t, &entity.Options{PlaceHeads: true, Types: tt.types}, mine, builtin.Gazetteer())
		if diff := cmp.Diff(tt.want, summary(x.Extract(text))); diff != "" {
			t.Errorf("types %q (-want +got):\n%s", tt.types, diff)
		}
	}
}

// Of names of a user's own type, which has no evidence to choose by, the longest is taken, whatever its parts are.
func TestLongestOfOwnType(t *testing.T) {
	mine := build(t,
		gazetteer.Entry{Name: "أرز", Type: "PRODUCT"},
		gazetteer.Entry{Name: "بسمتي", Type: "PRODUCT"},
		gazetteer.Entry{Name: "أرز بسمتي", Type: "PRODUCT"},
		gazetteer.Entry{Name: "كعك", Type: "PRODUCT"},
		gazetteer.Entry{Name: "كعك حلب", Type: "PRODUCT"},
	)
	const text = "اشترى أرز بسمتي وكعك حلب أمس"
	for _, tt := range []struct {
		nested bool
		want   []found
	}{
		{false, []found{{"أرز بسمتي", "PRODUCT", "أرز بسمتي"}, {"كعك حلب", "PRODUCT", "كعك حلب"}}},
		{true, []found{{"أرز بسمتي", "PRODUCT", "أرز بسمتي"}, {"أرز", "PRODUCT", "أرز"}, {"بسمتي", "PRODUCT", "بسمتي"},
			{"كعك حلب", "PRODUCT", "كعك حلب"}, {"كعك", "PRODUCT", "كعك"}, {"حلب", "LOC", "حلب"}}},
	} {
		x := newExtractor(t, &entity.Options{Nested: tt.nested}, mine, builtin.Gazetteer())
		if diff := cmp.Diff(tt.want, summary(x.Extract(text))); diff != "" {
			t.Errorf("nested %v (-want +got):\n%s", tt.nested, diff)
		}
	}
}

// The types of all layers and the layers are numbered in a byte; one too many is an error, not another one's span.
func TestTooManyTypesOrLayers(t *testing.T) {
	var mine []gazetteer.Entry
	for i := range 253 {
		mine = append(mine, gazetteer.Entry{Name: "صنف " + strconv.Itoa(i), Type: "T" + strconv.Itoa(i)})
	}
	x := newExtractor(t, &entity.Options{ListedOnly: true}, build(t, mine[:252]...))
	want := []found{{"صنف 0", "T0", "صنف 0"}, {"صنف 251", "T251", "صنف 251"}}
	if diff := cmp.Diff(want, summary(x.Extract("صنف 0، صنف 251، صنف 252"))); diff != "" {
		t.Errorf("252 types beside the three (-want +got):\n%s", diff)
	}
	for _, layers := range [][]*gazetteer.Gazetteer{
		{build(t, mine...)},
		{build(t, mine[:100]...), build(t, mine[100:]...)},
		slices.Repeat([]*gazetteer.Gazetteer{build(t)}, 256),
	} {
		if _, err := entity.New(nil, layers...); err == nil {
			t.Errorf("%d layers: no error", len(layers))
		}
	}
}

// Every span says why, a name of one word too that nothing but itself speaks for.
func TestEverySpanHasReasons(t *testing.T) {
	alone := 0
	for _, s := range newExtractor(t, nil, builtin.Gazetteer()).Extract(story(t)) {
		switch reasons := s.Evidence.Reasons(); {
		case len(reasons) == 0:
			t.Errorf("%s %s has no reasons: %v", s.Type, s.Text, s.Evidence)
		case s.Evidence.Has("per.single.strong") && slices.Equal(reasons, []string{"names"}):
			alone++
		}
	}
	if alone == 0 {
		t.Error("no name of one word has itself as its reason")
	}
}

// A number that is none would take every span away.
func TestOptionsThatAreNoNumbers(t *testing.T) {
	for _, opts := range []entity.Options{{Threshold: math.NaN()}, {Weights: map[string]float64{"loc.listed": math.NaN()}}} {
		if _, err := entity.New(&opts); err == nil {
			t.Errorf("%+v: no error", opts)
		}
	}
}

// A list that was not loaded is told at once.
func TestNilLayer(t *testing.T) {
	_, err := entity.New(nil, build(t), nil)
	if want := "entity: gazetteer 2 of 2 is nil"; err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}

func TestDifferentForms(t *testing.T) {
	strict, err := gazetteer.NewBuilder(normalize.Strict).Build()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := entity.New(nil, builtin.Gazetteer(), strict); !errors.Is(err, entity.ErrForms) {
		t.Errorf("New with two forms: %v, want ErrForms", err)
	}
}

func TestUnknownWeight(t *testing.T) {
	if _, err := entity.New(&entity.Options{Weights: map[string]float64{"per.hat": 1}}); err == nil {
		t.Error("New took a weight for evidence that does not exist")
	}
}

// Law 2: spans slice the text on cluster boundaries and lie inside their words.
func checkSlices(t *testing.T, text string, spans []entity.Span) {
	t.Helper()
	last := 0
	for _, s := range spans {
		if s.WordStart > s.Start || s.Start >= s.End || s.End > s.WordEnd || s.WordStart < last || s.WordEnd > len(text) {
			t.Fatalf("span %+v does not fit its words or the one before (%d) in %q", s, last, text)
		}
		if s.Text != text[s.Start:s.End] || !utf8.ValidString(s.Text) {
			t.Fatalf("span %+v does not slice the text %q", s, text)
		}
		last = s.WordEnd
	}
}

// Law 4: a listed name of one type, alone as a text, is found whole.
func TestListedNameAlone(t *testing.T) {
	g := builtin.Gazetteer()
	one := func(name string) bool { // one type, no other role, not ambiguous
		typ := ""
		for e := range g.Lookup(name) {
			if e.Roles != 0 || e.Flags&(gazetteer.Ambiguous|gazetteer.Never) != 0 || typ != "" && typ != e.Type {
				return false
			}
			typ = e.Type
		}
		return true
	}
	x := newExtractor(t, nil, g)
	tried, failed := 0, 0
	for e := range g.All() {
		if !one(e.Name) {
			continue
		}
		tried++
		spans := x.Extract(e.Name)
		if len(spans) != 1 || spans[0].Text != e.Name || string(spans[0].Type) != e.Type {
			if failed++; failed <= 10 {
				t.Errorf("%q (%s) alone gives %v", e.Name, e.Type, summary(spans))
			}
		}
	}
	if failed > 0 || tried < 5000 {
		t.Errorf("%d of %d names failed, want 0 of at least 5000", failed, tried)
	}
}

// Law 4 for a user's names: the sign that a name ends with belongs to it, also where the name is the whole text.
func TestListedNameWithSignAlone(t *testing.T) {
	for _, typ := range []string{"PER", "LOC", "ORG", "SHOW"} {
		const name = "يكونون!"
		x := newExtractor(t, nil, build(t, gazetteer.Entry{Name: name, Type: typ}), builtin.Gazetteer())
		for _, text := range []string{name, "«" + name + "»"} {
			if diff := cmp.Diff([]found{{name, typ, name}}, summary(x.Extract(text))); diff != "" {
				t.Errorf("%q (-want +got):\n%s", text, diff)
			}
		}
	}
}

// Law 5: spans do not depend on how a text is fed.
func TestScanEqualsExtract(t *testing.T) {
	x := newExtractor(t, nil, builtin.Gazetteer())
	text := strings.Repeat(story(t)+"\n\n", 80) // over two segments
	want := x.Extract(text)
	checkSlices(t, text, want)
	for name, r := range map[string]io.Reader{
		"whole":   strings.NewReader(text),
		"halves":  iotest.HalfReader(strings.NewReader(text)),
		"dataerr": iotest.DataErrReader(strings.NewReader(text)),
	} {
		var got []entity.Span
		for s, err := range x.Scan(r) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, s)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("Scan from %s differs from Extract (-want +got):\n%.2000s", name, diff)
		}
	}
}

// What a reader does wrong is reported, whatever it is wrapped in.
func TestScanError(t *testing.T) {
	x := newExtractor(t, nil, builtin.Gazetteer())
	cut := fmt.Errorf("record 3: %w", io.EOF)
	for _, tt := range []struct {
		name string
		r    io.Reader
		want error
	}{
		{"an error", iotest.ErrReader(io.ErrClosedPipe), io.ErrClosedPipe},
		{"an end that another reader did not expect", iotest.ErrReader(cut), cut},
		{"a reader that never reads", never{}, io.ErrNoProgress},
	} {
		var spans []entity.Span
		var last error
		for s, err := range x.Scan(io.MultiReader(strings.NewReader("وصل الوفد إلى بغداد"), tt.r)) {
			if last = err; err == nil {
				spans = append(spans, s)
			}
		}
		if last != tt.want {
			t.Errorf("%s: Scan ended with %v, want %v", tt.name, last, tt.want)
		}
		if diff := cmp.Diff([]found{{"بغداد", "LOC", "بغداد"}}, summary(spans)); diff != "" {
			t.Errorf("%s: spans before the error (-want +got):\n%s", tt.name, diff)
		}
	}
}

// never is a reader that reads nothing, without an error.
type never struct{}

func (never) Read([]byte) (int, error) { return 0, nil }

func TestConcurrentUse(t *testing.T) {
	x := newExtractor(t, nil, builtin.Gazetteer())
	text := story(t)
	want := x.Extract(text)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 20 {
				if got := x.Extract(text); !slices.Equal(got, want) {
					t.Error("another result on another goroutine")
				}
			}
		})
	}
	wg.Wait()
}

func TestHostileText(t *testing.T) {
	x := newExtractor(t, nil, builtin.Gazetteer())
	for _, text := range []string{
		"", " ", "\x00", "\xff\xfe", "محمد\xff علي", strings.Repeat("\xff", 1000),
		strings.Repeat("\u0651", 100000), strings.Repeat("م", 300000), strings.Repeat("محمد ", 60000),
		strings.Repeat("«", 50000), strings.Repeat("قرى و", 20000), strings.Repeat("رئيس ", 50000),
		strings.Repeat("حزب محمد ", 20000), strings.Repeat("عبد ", 50000), strings.Repeat("a\x00ب", 10000),
	} {
		checkSlices(t, text, x.Extract(text))
	}
}

func FuzzExtract(f *testing.F) {
	x := newExtractor(f, nil, builtin.Gazetteer())
	nested := newExtractor(f, &entity.Options{Nested: true}, builtin.Gazetteer())
	listed := newExtractor(f, &entity.Options{ListedOnly: true}, builtin.Gazetteer())
	b, err := os.ReadFile("../testdata/story.txt")
	if err != nil {
		f.Fatal(err)
	}
	for line := range bytes.Lines(b) {
		f.Add(string(line))
	}
	f.Fuzz(func(t *testing.T, text string) {
		spans := x.Extract(text)
		checkSlices(t, text, spans)
		checkSlices(t, text, listed.Extract(text))
		nested.Extract(text)
		var scanned []entity.Span
		for s, err := range x.Scan(iotest.OneByteReader(strings.NewReader(text))) {
			if err != nil {
				t.Fatal(err)
			}
			scanned = append(scanned, s)
		}
		if diff := cmp.Diff(spans, scanned); diff != "" {
			t.Errorf("Scan differs (-want +got):\n%s", diff)
		}
	})
}
