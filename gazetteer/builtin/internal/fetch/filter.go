package main

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/gazetteer/builtin/internal/lists"
	"github.com/musamma/musamma/normalize"
)

// A filter knows the lists by hand and the common words, and refuses names that would do harm.
type filter struct {
	lexicon *lists.Lexicon
	known   map[string]bool  // type, tab, folded name of the lists by hand
	parts   map[string]bool  // folded given and family names by hand
	service map[string]bool  // folded titles, head nouns, cues and demonyms
	orgs    map[string]bool  // words that begin an organisation
	people  map[string]bool  // folded last words of people
	groups  map[string]group // of the places by hand, by their folded names
	refused map[string]bool  // read by eye and refused, folded
}

// A group is the spellings of one place: its canonical name, that folded, and the class of the place, which is its cue.
type group struct{ name, folded, class string }

// newFilter reads the lists by hand in a folder. The common words are given: they are among what is fetched.
func newFilter(folder string, words []string) (*filter, error) {
	lexicon, err := lists.NewLexicon(words)
	if err != nil {
		return nil, err
	}
	f := &filter{
		lexicon: lexicon, known: map[string]bool{}, parts: map[string]bool{}, service: map[string]bool{},
		orgs: map[string]bool{}, people: map[string]bool{}, groups: map[string]group{}, refused: refused(),
	}
	all, err := lists.Read(folder)
	if err != nil {
		return nil, err
	}
	for _, l := range all {
		if l.Fetched() {
			continue
		}
		for _, e := range l.Entries {
			f.learn(&e)
		}
	}
	return f, nil
}

func (f *filter) learn(e *gazetteer.Entry) {
	name := normalize.Ortho.Fold(e.Name)
	switch {
	case e.Roles == 0:
		f.known[e.Type+"\t"+name] = true
		if e.Type == "LOC" {
			f.groups[name] = group{cmp.Or(e.Canonical, e.Name), lists.Group(e.Name, e.Canonical), e.Cue}
		}
		if e.Type == "PER" {
			f.people[name[strings.LastIndexByte(name, ' ')+1:]] = true
		}
	case e.Roles&(gazetteer.Given|gazetteer.Family|gazetteer.Link) != 0:
		f.parts[name] = true
	case e.Roles&gazetteer.Head != 0 && e.Type == "ORG":
		f.orgs[name] = true
		f.service[name] = true
	default:
		f.service[name] = true
	}
}

// Words that tell what is no name, all in the Form Ortho. Places that are called so are found by their head noun, or
// not at all: each would be wrong far more often than right.
var (
	directions = folded(`شمال جنوب شرق غرب وسط شمالي جنوبي شرقي غربي وسطي شماليه جنوبيه شرقيه غربيه وسطى وسطي مركزيه
		مركزي اوسط عليا سفلى علوي سفلي علويه سفليه كبرى كبير كبيره صغرى صغير صغيره جديد جديده قديم قديمه اولى ثانيه ثالثه
		شمالا جنوبا شرقا غربا اعلى اسفل داخليه خارجيه ساحليه جبليه حدوديه`)
	prepositions = folded(`في من على الى عن بين حول عند لدى مع قرب تحت فوق قبل بعد خلف امام ضد نحو حتى غير ذات ذو`)
	bareNouns    = folded(`مدينه قريه بلده بلديه محافظه ولايه مقاطعه منطقه اقليم دوله جمهوريه مملكه عاصمه جزيره جزر جبل جبال وادي
		واد نهر بحر بحيره خليج حي شارع ميدان ساحه قصر قلعه برج ميناء مرفا مطار معبر مخيم قاعده معسكر سوق مسجد جامع
		كنيسه دير حصن سد بئر عين مزرعه بستان حديقه واحه سهل هضبه صحراء غابه ساحل شاطئ راس تل تله منزل بيت دار باب
		طريق جسر محطه مركز مستشفى مدرسه سجن قضاء ناحيه ضاحيه ريف لواء عماله دايره قطاع قناه كفر نزله عزبه شعبيه
		مستوطنه رباط حمام خان حاره درب كوم نجع منشيه`)
)

func folded(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[normalize.Ortho.Fold(w)] = true
	}
	return m
}

// placeName reports whether a name may be listed as a place in a tier. pop is the number of its people, 0 when unknown.
func (f *filter) placeName(name string, tier uint8, pop int) bool {
	key := normalize.Ortho.Fold(name)
	if f.refused[key] || f.known["LOC\t"+key] || f.service[key] {
		return false
	}
	words := strings.Fields(key)
	if prepositions[words[0]] || f.orgs[words[0]] || f.orgs[lists.WithoutArticle(words[0])] {
		return false
	}
	if !meaningful(words) || units[lists.WithoutArticle(words[0])] && words[0] != lists.WithoutArticle(words[0]) {
		return false
	}
	if len(words) == 1 {
		return f.single(name, key, tier, pop)
	}
	if f.known["PER\t"+key] || f.known["ORG\t"+key] || directions[words[0]] || words[0] == "القديس" {
		return false
	}
	return tier >= tierCity || len(words) <= 4 && !f.nameRun(words)
}

// meaningful reports whether a name has a word beyond directions and bare nouns: شمال المدينة has none. Two bare nouns
// are a name (رأس العين), one is not.
func meaningful(words []string) bool {
	nouns := 0
	for _, w := range words {
		bare := lists.WithoutArticle(w)
		switch {
		case directions[w] || directions[bare]:
		case bareNouns[w] || bareNouns[bare]:
			nouns++
		default:
			return true
		}
	}
	return nouns > 1
}

// nameRun reports whether all words are parts of people's names: بن ناصر.
func (f *filter) nameRun(words []string) bool {
	for _, w := range words {
		if !f.parts[w] {
			return false
		}
	}
	return true
}

// single reports whether a name of one word may be listed. A small place that is called like people, or like an
// organisation, is nearly always them; so is a word with many inflected forms the word.
func (f *filter) single(name, key string, tier uint8, pop int) bool {
	letters, everyday := utf8.RuneCountInString(name), f.lexicon.Resemblance(name)
	if f.known["LOC\tال"+key] || letters < 3 || everyday >= 7 {
		return false
	}
	if tier >= tierCity {
		return true
	}
	return everyday < 3 && (letters > 3 || pop >= 20_000) &&
		!f.parts[key] && !f.people[key] && !f.known["ORG\t"+key] && !f.known["PER\t"+key]
}

// The tiers, as the Weight of an entry; the lists by hand are tier 3.
const (
	tierWide uint8 = 1
	tierCity uint8 = 2
)
