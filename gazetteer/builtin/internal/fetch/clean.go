package main

import (
	"regexp"
	"strings"
)

// arabicOnly matches what names are made of: the letters of Arabic, those of Persian, Urdu, Kurdish and Uyghur left out,
// and single spaces.
var arabicOnly = regexp.MustCompile(`^[ء-غف-ي]+( [ء-غف-ي]+)*$`)

// noise is what sources leave in names: marks and signs that have no width, vowels, tatweel, numbers of footnotes.
var noise = regexp.MustCompile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeffً-ْٰـ²³¹⁰-₉]")

// qualifier matches what follows a name to tell it from others of the name: "(سريلانكا)", "، تونس".
var qualifier = regexp.MustCompile(`\s*([(\[].*|[،,/].*)$`)

// tail matches words behind a name that say what or where the place is.
var tail = regexp.MustCompile(` (في لندن|أوبلاست|أوبلاستي|أتول|اتول|الحضري|الإدارية الخاصة|ذات الحكم الذاتي|المدينة)$`)

var (
	spaces   = regexp.MustCompile(`\s+`)
	looseAnd = regexp.MustCompile(`(\S) و (\S)`)
)

// tidy returns the name in a string of a source, "" when it is no Arabic name. A hyphen is a space; with hyphens false
// it is taken for the mark of a machine's transcription, which it mostly is where the source does not say the language.
func tidy(s string, hyphens bool) string {
	s = qualifier.ReplaceAllString(noise.ReplaceAllString(s, ""), "")
	if hyphens {
		s = strings.NewReplacer("-", " ", "–", " ", "ـ", " ").Replace(s)
	}
	s = strings.TrimSpace(spaces.ReplaceAllString(s, " "))
	s = tail.ReplaceAllString(s, "")
	s = looseAnd.ReplaceAllString(s, "$1 و$2")
	if !arabicOnly.MatchString(s) || uyghurSpelling(s) {
		return ""
	}
	return s
}

// foreignSpelling reports whether an Arabic-script name of unknown language, of a place with a Latin name, is rather
// Persian or Urdu: these write alef madda inside words, heh at the end for a, and waw for v.
func foreignSpelling(name, latin string) bool {
	for w := range strings.FieldsSeq(name) {
		if strings.Contains(w[len("ا"):], "آ") || strings.HasSuffix(w, "ه") {
			return true
		}
	}
	return strings.ContainsAny(latin, "vV") && !strings.Contains(name, "ف")
}

// uyghurSpelling reports whether a word of the name has an alef maqsura or a teh marbuta before its end, or begins with
// a hamza on yeh, as Uyghur and old Kurdish spelling does.
func uyghurSpelling(name string) bool {
	for w := range strings.FieldsSeq(name) {
		if strings.Contains(strings.TrimSuffix(w, "ى"), "ى") || strings.Contains(strings.TrimSuffix(w, "ة"), "ة") ||
			strings.HasPrefix(w, "ئ") {
			return true
		}
	}
	return false
}

// units are the nouns of units of administration that sources put before the name of the unit.
var units = map[string]bool{}

func init() {
	for w := range strings.FieldsSeq(`محافظة ولاية مقاطعة إمارة امارة إقليم اقليم منطقة مدينة قضاء بلدية جهة مديرية
		دائرة كانتون أوبلاست كراي جمهورية مركز بلدة قرية ناحية رايون دوقية أبرشية ابرشية أبريشة أوبليس اوبليس مقاطعه محافظه ولايه منطقه عمالة
		إدارة أدارة اداره أوبلاست اوبلاست حي قسم آتول كانتونة محمية مملكة كومونة تجمع مجلس مجتمع بلديات إتحاد الكانتون محافضة بلديه كونتية منظقة لواء شعبية`) {
		units[w] = true
	}
}

// kinds of units that consist of more than one word, and adjectives behind the noun.
var unitPhrases = []string{
	"منطقة الحكم الذاتي", "جمهورية الحكم الذاتي", "إقليم اتحادي", "منطقة مجلس", "مجلس مقاطعة", "مجلس مدينة", "مدينة ومقاطعة",
}

// withoutUnit returns the name behind the noun of its unit: محافظة دمياط is دمياط; and whether there was one.
func withoutUnit(name string) (string, bool) {
	cut := false
	for {
		rest := ""
		for _, p := range unitPhrases {
			if r, ok := strings.CutPrefix(name, p+" "); ok {
				rest = r
			}
		}
		if first, r, ok := strings.Cut(name, " "); rest == "" && ok && units[first] {
			rest = r
		}
		if rest == "" {
			return name, cut
		}
		name, cut = rest, true
	}
}
