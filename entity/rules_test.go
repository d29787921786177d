package entity_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/gazetteer/builtin"
)

// has asks for the spans of a text and tells which of the facts the one with a surface and type rests on; ok is false
// where there is no such span.
func has(spans []entity.Span, surface string, typ entity.Type, facts []string) (held []string, ok bool) {
	for _, s := range spans {
		if s.Text == surface && s.Type == typ {
			for _, f := range facts {
				if s.Evidence.Has(f) {
					held = append(held, f)
				}
			}
			return held, true
		}
	}
	return nil, false
}

// Each rule finds its span, and says that it was this rule.
func TestRuleFindsSpan(t *testing.T) {
	x := newExtractor(t, nil, builtin.Gazetteer())
	for _, tt := range []struct {
		rule, text, surface string
		typ                 entity.Type
		facts               []string
	}{
		{"a title before a name", "استقبل الرئيس محمود عباس الوفد", "محمود عباس", entity.Person, []string{"per.title"}},
		{"a demonym between title and name", "وصل الرئيس السوري شكري القوتلي صباحا", "شكري القوتلي", entity.Person, []string{"per.title.adjective"}},
		{"a complement between title and name", "قال مدير المدرسة كمال جنبلاط للصحفيين", "كمال جنبلاط", entity.Person, []string{"per.title.complement"}},
		{"a verb of saying before a name", "قال محمد البرادعي للصحفيين", "محمد البرادعي", entity.Person, []string{"per.say.before"}},
		{"people joined by waw", "حضر محمود درويش وسميح القاسم الأمسية", "سميح القاسم", entity.Person, []string{"per.coord.before", "per.cut.wa"}},
		{"waw that stands alone", "حضر محمود درويش و سميح القاسم الأمسية", "سميح القاسم", entity.Person, []string{"per.coord.before"}},
		{"what follows عبد is part of the name", "قال عبد الشكور للصحفيين", "عبد الشكور", entity.Person, []string{"per.link.1", "per.last.strong"}},
		{"a name goes on behind a link of kinship", "قال المدير جبران ولد شمعولة ولد الزاهي للصحفيين", "جبران ولد شمعولة ولد الزاهي", entity.Person, []string{"per.link.1"}},
		{"many links make no long name", "صرح الدكتور عبد الرحمن بن عبد الله بن محمد آل الشيخ بذلك", "عبد الرحمن بن عبد الله بن محمد آل الشيخ", entity.Person, []string{"per.words.4"}},
		{"an initial inside a name", "وصل الرئيس جون ف. كينيدي أمس", "جون ف. كينيدي", entity.Person, []string{"per.particle.1"}},
		{"initials before a surname", "كتب الروائي ج. ر. تولكين القصة", "ج. ر. تولكين", entity.Person, []string{"per.first.particle"}},
		{"an initial for a surname", "أوقفت الشرطة المدعو هشام ل. في المدينة", "هشام ل", entity.Person, []string{"per.ends.initial"}},
		{"a preposition before a place", "وصل الوفد إلى بغداد مساء", "بغداد", entity.Location, []string{"loc.preposition"}},
		{"a proclitic preposition", "عقد المؤتمر ببغداد أمس", "بغداد", entity.Location, []string{"loc.cut.ba"}},
		{"a head noun that stays outside", "يسكن في مدينة حلب منذ عام", "حلب", entity.Location, []string{"loc.head.outside"}},
		{"an unlisted place of two words", "وصل الجيش إلى قرية شمعولة برطيلين صباح أمس", "شمعولة برطيلين", entity.Location, []string{"loc.unlisted.head", "loc.unlisted.words.2"}},
		{"an unlisted place with the article", "قصفت الطائرات حي الزبدانة أمس", "الزبدانة", entity.Location, []string{"loc.unlisted.head"}},
		{"places joined by waw", "زار دمشق وبيروت", "بيروت", entity.Location, []string{"loc.coord.before"}},
		{"a list after a plural head", "تقع قرى شمعولة وبرطيلين في الشمال", "شمعولة", entity.Location, []string{"loc.member.unlisted", "loc.head.plural"}},
		{"the members of a list after the first", "تقع قرى شمعولة وبرطيلين في الشمال", "برطيلين", entity.Location, []string{"loc.member.unlisted"}},
		{"a member that begins as a listed place does", "تقع قرى جسرين فوقاني وبرطيلين في الشمال", "جسرين فوقاني", entity.Location, []string{"loc.member.words.2"}},
		{"the member after it", "تقع قرى جسرين فوقاني وبرطيلين في الشمال", "برطيلين", entity.Location, []string{"loc.member.unlisted"}},
		{"a quoted organisation after a head", "نقلت وكالة «سانا» الخبر", "سانا", entity.Organization, []string{"org.quoted"}},
		{"a head with its complement", "أعلن حزب الزيتون ذلك", "حزب الزيتون", entity.Organization, []string{"org.pattern", "org.head.3"}},
		{"a clause behind a head ends its complement", "أعلن حزب الزيتون وسيطرة العمال كبيرة", "حزب الزيتون", entity.Organization, []string{"org.pattern"}},
		{"a short name in parentheses behind the long one", "أفادت وكالة الأنباء القطرية (قنا) بذلك", "قنا", entity.Organization, []string{"org.paren"}},
		{"a listed organisation of several words", "وصل وفد من صندوق النقد الدولي برئاسة مديره", "صندوق النقد الدولي", entity.Organization, []string{"org.words.3"}},
		{"a body of state", "أعلن الجيش السوري ذلك", "الجيش السوري", entity.Organization, []string{"org.state.demonym"}},
		{"a surname after the full name", "وصل كمال جنبلاط أمس. وقال جنبلاط للصحفيين ذلك", "جنبلاط", entity.Person, []string{"per.surname.of.full"}},
		{"a surname in the headline before the full name", "جنبلاط: لا تراجع\nقال كمال جنبلاط للصحفيين ذلك", "جنبلاط", entity.Person, []string{"per.surname.of.full"}},
		{"an approximate repeat", "وصل كمال جنبلاط أمس. وقال جنبلات للصحفيين ذلك", "جنبلات", entity.Person, []string{"per.approximate"}},
		{"a hamza left out is no other word", "وقف إلى جانب السائق السابق لاسامة بن لادن", "اسامة بن لادن", entity.Person, []string{"per.listed", "per.cut.la"}},
		{"عبد behind a proclitic", "حضر محمود درويش وعبد الشكور الأمسية", "عبد الشكور", entity.Person, []string{"per.link.1", "per.last.strong"}},
		{"a surname written apart", "وصل حسن نصر الله أمس. وقال نصر الله للصحفيين ذلك", "نصر الله", entity.Person, []string{"per.surname.of.full"}},
		{"a listed name of ordinary words", "وكان الإسكندر الأكبر قائدا", "الإسكندر الأكبر", entity.Person, []string{"per.listed"}},
		{"an organisation by a word of its name", "فاز ريال مدريد أمس. وكان الريال قد خسر في الذهاب", "الريال", entity.Organization, []string{"org.part.elsewhere"}},
		{"a preposition before a quoted place", "من أجل الأمن في «الشرق الأوسط» كله", "الشرق الأوسط", entity.Location, []string{"loc.preposition", "loc.quote.before"}},
		{"an unlisted surname behind a proclitic is no part of the name before", "جنبلاط لـماركوفا: لا تراجع\nقال كمال جنبلاط للصحفيين ذلك", "جنبلاط", entity.Person, []string{"per.surname.of.full", "per.right.wordlike"}},
		{"an unlisted word that sounds like a name", "قال شوبنيسكي للصحفيين", "شوبنيسكي", entity.Person, []string{"per.single.namelike"}},
		{"an unlisted word that sounds like a name, of a place", "تقع بلدة شوبنيسك في الشمال", "شوبنيسك", entity.Location, []string{"loc.unlisted.head", "loc.unlisted.namelike"}},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			spans := x.Extract(tt.text)
			held, ok := has(spans, tt.surface, tt.typ, tt.facts)
			if !ok {
				t.Fatalf("no %s %q in %q, only %v", tt.typ, tt.surface, tt.text, summary(spans))
			}
			if diff := cmp.Diff(tt.facts, held); diff != "" {
				t.Errorf("facts of %q (-want +got):\n%s", tt.surface, diff)
			}
		})
	}
}

// Each guard keeps a span away that would stand without it: the first text has the span, the second has not.
func TestRuleKeepsSpanAway(t *testing.T) {
	x := newExtractor(t, nil, build(t, gazetteer.Entry{Name: "الضفة الغربية", Type: "LOC"}), builtin.Gazetteer())
	for _, tt := range []struct {
		rule, with, without, surface string
		typ                          entity.Type
		other                        string // the surface in the second text; empty: the same
	}{
		{"the bank of a river is no region", "زار الضفة الغربية", "زار الضفة الغربية لنهر الليطاني", "الضفة الغربية", entity.Location, ""},
		{"tanween on a single word", "قال جنبلاط للصحفيين ذلك", "قال جنبلاطاً للصحفيين ذلك", "جنبلاط", entity.Person, ""},
		{"a function word without its hamza", "قال آن كلود للصحفيين", "قال ان كلود للصحفيين", "آن كلود", entity.Person, "ان كلود"},
		{"an adjective after a plural head", "زار قرى المزدهرة والعامرة", "زار قرى مزدهرة وعامرة", "المزدهرة", entity.Location, "مزدهرة"},
		{"the verb ولد is no link of kinship", "قال جبران ولد شمعولة للصحفيين", "قال جبران ولد سنة للصحفيين", "جبران ولد شمعولة", entity.Person, "جبران ولد سنة"},
		{"an era behind a number is no initial", "كتب الروائي ج. ر. تولكين القصة", "كتب عام 1950 م. تولكين القصة", "ج. ر. تولكين", entity.Person, "م. تولكين"},
		{"an event named after a place", "وصل إلى قطر", "بطولة كأس قطر", "قطر", entity.Location, ""},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			if spans := x.Extract(tt.with); !holds(spans, tt.surface, tt.typ) {
				t.Errorf("no %s %q in %q, only %v", tt.typ, tt.surface, tt.with, summary(spans))
			}
			other := first(tt.other, tt.surface)
			if spans := x.Extract(tt.without); holds(spans, other, tt.typ) {
				t.Errorf("%s %q in %q", tt.typ, other, tt.without)
			}
		})
	}
}

// first returns a, b if a is empty.
func first(a, b string) string {
	if a == "" {
		return b
	}
	return a
}

func holds(spans []entity.Span, surface string, typ entity.Type) bool {
	return slices.ContainsFunc(spans, func(s entity.Span) bool { return s.Text == surface && s.Type == typ })
}

// Two people side by side, verb, subject and object, are not one.
func TestTwoSurnamesSideBySideAreTwoPeople(t *testing.T) {
	x := newExtractor(t, nil, builtin.Gazetteer())
	text := "التقى كمال جنبلاط رياض الصلح. ثم دعا جنبلاط الصلح"
	for _, s := range x.Extract(text) {
		if s.Text == "جنبلاط الصلح" {
			t.Errorf("one person %q of two", s.Text)
		}
	}
	for _, c := range x.Candidates(text) {
		if c.Text == "جنبلاط الصلح" {
			if !c.Evidence.Has("per.two.surnames") {
				t.Errorf("evidence of %q is %v, want per.two.surnames in it", c.Text, c.Evidence)
			}
			return
		}
	}
	t.Error("the two surnames were not weighed as one name")
}

// Each option changes what its text gives.
func TestOptionChangesSpans(t *testing.T) {
	for _, tt := range []struct {
		name, text  string
		opts        entity.Options
		without, to []found
	}{
		{"NoStateBodies", "أعلن الجيش السوري ذلك", entity.Options{NoStateBodies: true},
			[]found{{"الجيش السوري", "ORG", "الجيش السوري"}}, nil},
		{"NoStateBodies, listed", "ناقش مجلس الشيوخ الأمريكي الموازنة", entity.Options{NoStateBodies: true},
			[]found{{"مجلس الشيوخ الأمريكي", "ORG", "مجلس الشيوخ الأمريكي"}}, nil},
		{"PlaceHeads", "يسكن في مدينة حلب منذ عام", entity.Options{PlaceHeads: true},
			[]found{{"حلب", "LOC", "حلب"}}, []found{{"مدينة حلب", "LOC", "حلب"}}},
		{"KeepLam", "زيارة للقاهرة", entity.Options{KeepLam: true},
			[]found{{"قاهرة", "LOC", "القاهرة"}}, []found{{"لقاهرة", "LOC", "القاهرة"}}},
		{"Nested", "أعلن بنك مصر ذلك", entity.Options{Nested: true},
			[]found{{"بنك مصر", "ORG", "بنك مصر"}}, []found{{"بنك مصر", "ORG", "بنك مصر"}, {"مصر", "LOC", "مصر"}}},
		{"Threshold", "وصل الوفد إلى بغداد", entity.Options{Threshold: 100}, []found{{"بغداد", "LOC", "بغداد"}}, nil},
		{"Weights", "وصل الوفد إلى بغداد", entity.Options{Weights: map[string]float64{"loc.listed": -100}},
			[]found{{"بغداد", "LOC", "بغداد"}}, nil},
		{"ListedOnly", "قال عبد الشكور في بغداد", entity.Options{ListedOnly: true},
			[]found{{"عبد الشكور", "PER", "عبد الشكور"}, {"بغداد", "LOC", "بغداد"}}, []found{{"بغداد", "LOC", "بغداد"}}},
		{"Types", "قال عبد الشكور في بغداد", entity.Options{Types: []entity.Type{entity.Person}},
			[]found{{"عبد الشكور", "PER", "عبد الشكور"}, {"بغداد", "LOC", "بغداد"}}, []found{{"عبد الشكور", "PER", "عبد الشكور"}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.without, summary(newExtractor(t, nil, builtin.Gazetteer()).Extract(tt.text))); diff != "" {
				t.Errorf("by default (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.to, summary(newExtractor(t, &tt.opts, builtin.Gazetteer()).Extract(tt.text))); diff != "" {
				t.Errorf("with the option (-want +got):\n%s", diff)
			}
		})
	}
}

// The precise profile gives no span that the default does not, and fewer.
func TestPreciseGivesFewerSpans(t *testing.T) {
	text := story(t)
	plain := newExtractor(t, nil, builtin.Gazetteer()).Extract(text)
	precise := newExtractor(t, &entity.Options{Precise: true}, builtin.Gazetteer()).Extract(text)
	if len(precise) == 0 || len(precise) >= len(plain) {
		t.Errorf("%d spans with Precise, %d without", len(precise), len(plain))
	}
	for _, s := range precise {
		if s.Score <= 1.5 {
			t.Errorf("%q has a score of %v, want more than 1.5", s.Text, s.Score)
		}
	}
}
