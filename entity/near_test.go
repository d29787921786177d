package entity_test

import (
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/gazetteer/builtin"
)

var approximate = &entity.Options{Approximate: true}

func TestApproximateFindsMisspeltNames(t *testing.T) {
	mine := build(t,
		gazetteer.Entry{Name: "برانكوفينا العليا", Type: "LOC", ID: "l1"},
		gazetteer.Entry{Name: "دورتموند", Type: "TEAM", ID: "t1"},
		gazetteer.Entry{Name: "مؤسسة برانكوفيتش", Type: "ORG"},
		gazetteer.Entry{Name: "الشاطئون", Type: "LOC", Flags: gazetteer.Ambiguous},
		gazetteer.Entry{Name: "تورينتو", Type: "LOC", Flags: gazetteer.Never},
	)
	x := newExtractor(t, approximate, mine, builtin.Gazetteer())
	off := newExtractor(t, nil, mine, builtin.Gazetteer())
	for _, tt := range []struct {
		text string
		want []found
	}{
		{"التقى سيرغى شويقو نظيره", []found{{"سيرغى شويقو", "PER", "سيرغي شويغو"}}},
		{"عاد الوفد أمس إلى كازخستان", []found{{"كازخستان", "LOC", "كازاخستان"}}},
		{"عاد الوفد أمس بكازخستان وكاساخستان", []found{{"كازخستان", "LOC", "كازاخستان"}, {"كاساخستان", "LOC", "كازاخستان"}}},
		{"أشاد به برنامج الأغدية العالمي أمس", []found{{"برنامج الأغدية العالمي", "ORG", "برنامج الأغذية العالمي"}}},
		{"في مدينة تهران القديمة", []found{{"تهران", "LOC", "طهران"}}},
		{"فوز كبير حققه دورتمند أمس", []found{{"دورتمند", "TEAM", "دورتموند"}}},
		{"في برنكوفينا العليا أمس", []found{{"برنكوفينا العليا", "LOC", "برانكوفينا العليا"}}},
		{"قالت مؤسسة برنكوفيتش ذلك", []found{{"مؤسسة برنكوفيتش", "ORG", "مؤسسة برانكوفيتش"}}},
	} {
		got := x.Extract(tt.text)
		if diff := cmp.Diff(tt.want, summary(got)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
		for _, s := range got {
			if !strings.Contains(strings.Join(s.Evidence.Reasons(), " "), "listed") || !strings.Contains(strings.Join(s.Evidence.Reasons(), " "), "approximate") {
				t.Errorf("%q: the reasons of %s are %v", tt.text, s.Text, s.Evidence.Reasons())
			}
		}
		for _, s := range off.Extract(tt.text) {
			if s.Name != s.Text {
				t.Errorf("%q: %s is %s although the option is off", tt.text, s.Text, s.Name)
			}
		}
	}
}

// What is something as it stands is never taken for a name near it, and some names are never meant.
func TestApproximateLeavesWordsAlone(t *testing.T) {
	mine := build(t,
		gazetteer.Entry{Name: "الشاطئونة", Type: "LOC", Flags: gazetteer.Ambiguous},
		gazetteer.Entry{Name: "تورينتون", Type: "LOC", Flags: gazetteer.Never},
		gazetteer.Entry{Name: "مدرسات", Type: "LOC"},   // a form of an ordinary word
		gazetteer.Entry{Name: "الرئسيان", Type: "LOC"}, // near a title
		gazetteer.Entry{Name: "برتغالين", Type: "LOC"}, // near a demonym
		gazetteer.Entry{Name: "الحسن", Type: "LOC"},
		gazetteer.Entry{Name: "هولندا", Type: "LOC"},
	)
	x := newExtractor(t, &entity.Options{Approximate: true, Types: []entity.Type{entity.Location}}, mine, builtin.Gazetteer())
	for _, text := range []string{
		"ذهب إلى الشاطئوونة", "ذهب إلى تورنتون", "كانت المدارس في الحي", "أعلن الرئيسان ذلك", "وصل لاعبون برتغاليون", "حضر الحسين الحفل",
		"مواطن هولندي", "مواطنة هولندية",
	} {
		for _, s := range x.Extract(text) {
			if s.Name != s.Text && s.Evidence.Has("loc.near") {
				t.Errorf("%q: %s for %s, %v", text, s.Text, s.Name, s.Evidence)
			}
		}
	}
}

// A short name needs other evidence, a long one or one of several words less.
func TestApproximateNeedsEvidence(t *testing.T) {
	x := newExtractor(t, approximate, builtin.Gazetteer())
	for text, want := range map[string]string{
		"قيل إن ميشيقان كبيرة": "", "سافر إلى ميشيقان أمس": "ميشيغان", "قيل إن لينوس تورفالدز حاضر": "لينوس تورفالدس",
	} {
		got := ""
		for _, s := range x.Extract(text) {
			got = s.Name
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestApproximateWithListedOnly(t *testing.T) {
	mine := build(t, gazetteer.Entry{Name: "شركة برانكوفيتش للنقل", Type: "CLIENT", ID: "c1"},
		gazetteer.Entry{Name: "برانكوفيتش", Type: "CLIENT", ID: "c2"})
	x := newExtractor(t, &entity.Options{Approximate: true, ListedOnly: true}, mine)
	got := x.Extract("عقد مع شركة برنكوفيتش للنقل ثم مع برانكوفيتش وبرانكوفيتس")
	want := []found{{"شركة برنكوفيتش للنقل", "CLIENT", "شركة برانكوفيتش للنقل"}, {"برانكوفيتش", "CLIENT", "برانكوفيتش"},
		{"برانكوفيتس", "CLIENT", "برانكوفيتش"}}
	if diff := cmp.Diff(want, summary(got)); diff != "" {
		t.Fatalf("(-want +got):\n%s", diff)
	}
	for i, marked := range []bool{true, false, true} {
		if got[i].Evidence.Has("other.near") != marked {
			t.Errorf("%s: %v", got[i].Text, got[i].Evidence)
		}
	}
}

// Where nothing is misspelt, the option changes nothing.
func TestApproximateOfTheStory(t *testing.T) {
	text := story(t)
	want := newExtractor(t, nil, builtin.Gazetteer()).Extract(text)
	got := newExtractor(t, approximate, builtin.Gazetteer()).Extract(text)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-off +on):\n%s", diff)
	}
}

// Law 5, for names that are near several others.
func TestApproximateDoesNotDependOnOrderOrGoroutines(t *testing.T) {
	entries := []gazetteer.Entry{
		{Name: "جوتيرس", Type: "LOC"}, {Name: "غوتيريس", Type: "LOC"}, {Name: "غوتيريس", Type: "ORG"}, {Name: "كوتيريس", Type: "PER"},
		{Name: "غوتيريز", Type: "PER"}, {Name: "سيرغي شويغو", Type: "PER"}, {Name: "سرغي شويغو", Type: "PER"},
	}
	text := strings.Repeat("زار جوتيريش ثم سيرجي شويجو وجوتيريز المكان. ", 50)
	var want []entity.Span
	r := rand.New(rand.NewPCG(4, 4))
	for round := range 20 {
		r.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
		x := newExtractor(t, approximate, build(t, entries...), builtin.Gazetteer())
		got := x.Extract(text)
		if round == 0 {
			want = got
		}
		if diff := cmp.Diff(want, got); diff != "" || len(got) < 100 {
			t.Fatalf("%d spans, in round %d others (-want +got):\n%s", len(got), round, diff)
		}
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() {
				if diff := cmp.Diff(want, x.Extract(text)); diff != "" {
					t.Errorf("in a goroutine (-want +got):\n%s", diff)
				}
			})
		}
		wg.Wait()
	}
	x := newExtractor(t, approximate, build(t, entries...), builtin.Gazetteer())
	long := strings.Repeat(text+"\n\n", 75)
	want = x.Extract(long)
	var got []entity.Span
	for s, err := range x.Scan(&pieces{long, r}) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, s)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Scan differs from Extract (-want +got):\n%.2000s", diff)
	}
}

// BenchmarkApproximate is BenchmarkExtract with the option: news, news of which every sentence has a misspelt name, and
// words made to sound alike.
func BenchmarkApproximate(b *testing.B) {
	x := newExtractor(b, approximate, builtin.Gazetteer())
	for _, bb := range []struct {
		name, unit string
		times      int
	}{
		{"story", story(b) + "\n", 13},
		{"misspelt", "عاد الوفد من كازخستان إلى تهران والتقى سيرغى شويقو هناك. ", 600},
		{"one sound", "ستوتستوتستات سيتوستيتستو ", 1300},
	} {
		text := strings.Repeat(bb.unit, bb.times)
		b.Run(bb.name, func(b *testing.B) {
			spans := x.AppendSpans(nil, text)
			want := len(spans)
			if bb.name == "misspelt" && want != 3*bb.times {
				b.Fatalf("%d spans, want %d", want, 3*bb.times)
			}
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if spans = x.AppendSpans(spans[:0], text); len(spans) != want {
					b.Fatalf("%d spans, want %d", len(spans), want)
				}
			}
		})
	}
}

// Marks in the text and in a user's list tell names of one key apart.
func TestMarksTellNamesApart(t *testing.T) {
	mine := build(t, gazetteer.Entry{Name: "عُمان", Type: "LOC", ID: "country"}, gazetteer.Entry{Name: "عَمّان", Type: "LOC", ID: "city"})
	x := newExtractor(t, nil, mine)
	for text, want := range map[string]string{
		"وصل إلى عُمان أمس": "country", "وصل إلى عَمَّانَ أمس": "city", "وصل الوفد من عُمانَ": "country",
		"زار الوفد عَمّان وبقي": "city", "وعُمان دولة": "country",
	} {
		got := ""
		for _, s := range x.Extract(text) {
			got += s.ID
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
