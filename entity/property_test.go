package entity_test

import (
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/gazetteer/builtin"
	"github.com/musamma/musamma/normalize"
)

// Law 5: spans do not depend on the order in which entries were added.
func TestOrderOfEntriesDoesNotMatter(t *testing.T) {
	entries := []gazetteer.Entry{
		{Name: "بغداد", Type: "LOC", ID: "1"}, {Name: "بغداد", Type: "LOC", ID: "2"}, {Name: "بغداد", Type: "ORG"},
		{Name: "كمال", Type: "PER", Roles: gazetteer.Given}, {Name: "جنبلاط", Type: "PER", Roles: gazetteer.Family},
		{Name: "كمال جنبلاط", Type: "PER"}, {Name: "جنبلاط", Type: "PLAY"}, {Name: "كمال جنبلاط", Type: "PLAY"},
		{Name: "الرئيس", Type: "PER", Roles: gazetteer.Title}, {Name: "السوق", Type: "LOC", Flags: gazetteer.Ambiguous},
	}
	const text = "وصل الرئيس كمال جنبلاط إلى بغداد. وقال جنبلاط في بغداد إن السوق مغلق"
	var want []entity.Span
	rnd := rand.New(rand.NewPCG(1, 2))
	for round := range 50 {
		rnd.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
		got := newExtractor(t, nil, build(t, entries...)).Extract(text)
		if round == 0 {
			want = got
		}
		if diff := cmp.Diff(want, got); diff != "" || len(got) < 3 {
			t.Fatalf("%d spans, in round %d others (-want +got):\n%s", len(got), round, diff)
		}
	}
}

// pieces reads a text in pieces of random length.
type pieces struct {
	text string
	rnd  *rand.Rand
}

func (p *pieces) Read(b []byte) (int, error) {
	if p.text == "" {
		return 0, io.EOF
	}
	n := copy(b[:min(len(b), 1+p.rnd.IntN(1000))], p.text)
	p.text = p.text[n:]
	return n, nil
}

// Law 5: spans do not depend on the pieces in which a reader gives a text, whatever ends its segments.
func TestScanOfRandomPiecesEqualsExtract(t *testing.T) {
	x := newExtractor(t, nil, builtin.Gazetteer())
	for name, text := range map[string]string{
		"blank lines":     strings.Repeat(story(t)+"\n\n", 70),
		"sentences":       strings.Repeat("قال كمال جنبلاط في بيروت ذلك. ", 12000),
		"spaces":          strings.Repeat("قال كمال جنبلاط في بيروت ذلك ", 21000),
		"no space at all": strings.Repeat("بيروت،", 100000),
	} {
		t.Run(name, func(t *testing.T) {
			want := x.Extract(text)
			if len(want) < 1000 {
				t.Fatalf("only %d spans", len(want))
			}
			var got []entity.Span
			for s, err := range x.Scan(&pieces{text, rand.New(rand.NewPCG(3, uint64(len(text))))}) {
				if err != nil {
					t.Fatal(err)
				}
				got = append(got, s)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("Scan differs from Extract (-want +got):\n%.2000s", diff)
			}
		})
	}
}

// A text without spaces is cut at its signs, so that it has no name less and no part of one: بيرو in بيروت. One without
// signs too is cut between characters with their marks.
func TestCutSparesNames(t *testing.T) {
	x := newExtractor(t, &entity.Options{ListedOnly: true}, builtin.Gazetteer())
	for _, name := range []string{"بيروت", "بَيْرُوتّ"} {
		for shift := range 4 {
			text := strings.Repeat("،", shift) + strings.Repeat(name+"،", 2<<20/len(name))
			for _, s := range x.Extract(text) {
				if s.Text != name {
					t.Errorf("%d signs before: %q at %d, want %q", shift, s.Text, s.Start, name)
				}
			}
			if n := len(x.Extract(text)); n != 2<<20/len(name) {
				t.Errorf("%d signs before: %d times %q, want %d", shift, n, name, 2<<20/len(name))
			}
		}
	}
	for _, letter := range []string{"بّ", "ب\u0301\u20dd", "ب\u200cّ", "é", "e\u0301"} {
		for shift := range 6 {
			text := strings.Repeat("a", shift) + strings.Repeat(letter, 2<<20/len(letter))
			if n := entity.Cut(text); n > 1<<20 || n < 1<<19 || (n-shift)%len(letter) != 0 {
				t.Errorf("%d bytes and letters %q: cut at %d, inside of a letter", shift, letter, n)
			}
		}
	}
	for _, text := range []string{strings.Repeat("ّ", 1<<20), "ب" + strings.Repeat("ّ", 1<<20), strings.Repeat("\xff", 2<<20), strings.Repeat("\u200c", 1<<20)} {
		if n := entity.Cut(text); n > 1<<20 || n < 1<<19 {
			t.Errorf("%.9q: cut at %d", text, n)
		}
	}
}

// A long text is cut at its first blank line behind 256 KiB, whatever its line ends are.
func TestCutAtBlankLine(t *testing.T) {
	for _, end := range []string{"\n", "\r\n"} {
		line := "سطر من الكلام" + end
		before := strings.Repeat(line, 300<<10/len(line)) + end
		if n := entity.Cut("عنوان" + end + end + before + strings.Repeat(line+end, 1000)); n != len("عنوان"+end+end+before) {
			t.Errorf("lines that end in %q: cut at %d, want %d", end, n, len("عنوان"+end+end+before))
		}
		if n := entity.Cut(strings.Repeat(line, 1<<20/len(line))); n < 512<<10 || n > 512<<10+len(line) {
			t.Errorf("lines that end in %q, none of them blank: cut at %d", end, n)
		}
	}
}

// Law 2: spans slice any text on cluster boundaries, under all options and beside lists of a user's own, and do not overlap.
func TestSpansSliceAnyText(t *testing.T) {
	mine := build(t, gazetteer.Entry{Name: "قلب مدينة", Type: "LOC", Roles: gazetteer.Head, Cue: "outside", Weight: 3},
		gazetteer.Entry{Name: "دمشق", Type: "SHIP"}, gazetteer.Entry{Name: "جسر الفرات", Type: "SHIP"},
		gazetteer.Entry{Name: "بَيروت", Type: "LOC"}, gazetteer.Entry{Name: "حلب", Type: "LOC", Flags: gazetteer.Never})
	signs := []string{" ", "  ", "\n", "\r\n", "ـ", "\u200f", "\u200c", "َ", "ّ", "ً", "ٔ", "\u0301", "\u20dd", "\ufe0f", "\xff", "\xd8", "\u00a0",
		"ﻻ", "ﷲ", "ﷺ", "«", "»", "’", "'", "-", ".", "،", "١٢", "Abc", "한", "و", "وال", "لل", "ب", "بال", "ل", "ی", "\x00", "مدينة ", "مد’ينة ", "قلب مدينة "}
	words := strings.Fields(story(t))
	extractors := map[string]*entity.Extractor{}
	for name, opts := range map[string]*entity.Options{
		"default": nil, "listed only": {ListedOnly: true}, "approximate": {Approximate: true, Threshold: -3},
		"heads and lam": {PlaceHeads: true, KeepLam: true, Threshold: -5},
	} {
		extractors[name] = newExtractor(t, opts, mine, builtin.Gazetteer())
	}
	rnd := rand.New(rand.NewPCG(5, 6))
	found := 0
	for range 2000 {
		var b strings.Builder
		for range 1 + rnd.IntN(30) {
			w := []rune(words[rnd.IntN(len(words))])
			if at := rnd.IntN(4 * len(w)); at < len(w) {
				b.WriteString(string(w[:at]) + signs[rnd.IntN(len(signs))] + string(w[at:]))
			} else {
				b.WriteString(string(w))
			}
			b.WriteString(signs[min(len(signs)-1, rnd.IntN(3*len(signs))*rnd.IntN(2))])
		}
		text := b.String()
		for name, x := range extractors {
			spans := x.Extract(text)
			checkSlices(t, text, spans)
			for _, s := range spans {
				found++
				first, _ := utf8.DecodeRuneInString(s.Text)
				last, _ := utf8.DecodeLastRuneInString(s.Text)
				next, _ := utf8.DecodeRuneInString(text[s.End:])
				if unicode.Is(unicode.M, first) || unicode.Is(unicode.M, next) || last == 'ـ' || unicode.Is(unicode.Cf, last) {
					t.Errorf("%s: %q cuts a letter, or ends with what is none, in %q", name, s.Text, text)
				}
			}
		}
	}
	if found < 10_000 {
		t.Errorf("only %d spans", found)
	}
}

// What a document remembers of its names is forgotten with it.
func TestMemoryEndsWithDocument(t *testing.T) {
	x := newExtractor(t, nil, builtin.Gazetteer())
	const line = "تحدث جنبلاط"
	want := x.Extract(line)
	x.Extract("وصل كمال جنبلاط أمس. وقال جنبلاط ذلك")
	if diff := cmp.Diff(want, x.Extract(line)); diff != "" {
		t.Errorf("after another document (-before +after):\n%s", diff)
	}
}

// A name in the first segment of a long text explains a surname in the second.
func TestMemoryCrossesSegments(t *testing.T) {
	x := newExtractor(t, nil, builtin.Gazetteer())
	filler := strings.Repeat("هذا نص طويل عن الطقس في الشتاء\n", 5200) // over 256 KiB
	text := "وصل كمال جنبلاط أمس.\n" + filler + "\n" + "وقال جنبلاط ذلك"
	held, ok := has(x.Extract(text), "جنبلاط", entity.Person, []string{"per.surname.of.full"})
	if !ok || len(held) != 1 {
		t.Errorf("the surname behind %d bytes is found: %t, for %v", len(text), ok, held)
	}
}

// Gazetteers of every level work, also those that tell no Strict spellings.
func TestEveryFormFindsNames(t *testing.T) {
	for _, form := range []normalize.Form{normalize.Canonical, normalize.Strict, normalize.Ortho, normalize.Loose} {
		b := gazetteer.NewBuilder(form)
		if err := b.Add(gazetteer.Entry{Name: "بغداد", Type: "LOC"}); err != nil {
			t.Fatal(err)
		}
		g, err := b.Build()
		if err != nil {
			t.Fatal(err)
		}
		got := summary(newExtractor(t, nil, g).Extract("وصل الوفد أمس إلى بغداد مساء"))
		if diff := cmp.Diff([]found{{"بغداد", "LOC", "بغداد"}}, got); diff != "" {
			t.Errorf("with Form %v (-want +got):\n%s", form, diff)
		}
	}
}

// A Never entry suppresses what lies inside it and no more.
func TestNeverCoversEqualAndShorterNames(t *testing.T) {
	never := build(t, gazetteer.Entry{Name: "بغداد الجديدة", Type: "LOC", Flags: gazetteer.Never})
	names := build(t, gazetteer.Entry{Name: "بغداد", Type: "LOC"}, gazetteer.Entry{Name: "بغداد الجديدة", Type: "ORG"},
		gazetteer.Entry{Name: "حي بغداد الجديدة", Type: "LOC"})
	for text, want := range map[string][]found{
		"في بغداد الجديدة":    nil,
		"في حي بغداد الجديدة": {{"حي بغداد الجديدة", "LOC", "حي بغداد الجديدة"}},
		"في بغداد":            {{"بغداد", "LOC", "بغداد"}},
	} {
		if diff := cmp.Diff(want, summary(newExtractor(t, nil, never, names).Extract(text))); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
	got := summary(newExtractor(t, nil, names, never).Extract("في بغداد الجديدة"))
	if len(got) != 1 {
		t.Errorf("a Never entry of a later layer took away names of an earlier one: %v", got)
	}
}
