package entity_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/gazetteer/builtin"
)

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

// A head noun of several words in a user's list begins a name as one of a single word does.
func TestPatternOfHeadOfSeveralWords(t *testing.T) {
	mine := build(t, gazetteer.Entry{Name: "دار نشر", Type: "ORG", Roles: gazetteer.Head, Weight: 3})
	x := newExtractor(t, nil, mine, builtin.Gazetteer())
	want := []found{{"دار نشر الزيتون", "ORG", "دار نشر الزيتون"}}
	if diff := cmp.Diff(want, summary(x.Extract("أصدرت دار نشر الزيتون كتابا"))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A head noun that another span ends with is not taken into the next one.
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
