package gazetteer

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// maxDerived bounds the further keys of one name.
const maxDerived = 8

// Derived keys. Arabic writes one name in several ways that no folding of letters can join. Build adds the other
// spellings of a name as keys of the same entry, at most eight, by these rules, each applied to the results of the ones
// before it:
//
//	rule      applies to                                  adds
//	abd       عبد before ال… or ربه, written apart or not  عبد الله ↔ عبدالله
//	allah     a word of theophores before الله             نصر الله ↔ نصرالله
//	ibn       ابن, بن after the first word                 ابن ↔ بن
//	abu       أبو, أبي, أبا before another word             the other two
//	plural    words ال…ون, ال…ين of a longer name; not PER  الإخوان المسلمون ↔ الإخوان المسلمين
//	dual      two or more words ال…ان, ال…ين; not PER       الحرمان الشريفان ↔ الحرمين الشريفين
//	hamza     ؤو, ئو in a word                             شؤون ↔ شئون, مسؤول ↔ مسئول
//	article   the first word of an ArticleOptional entry   الأسد → أسد
//	tanween   a Given name of one word                     محمد → محمدا, only where the text has tanween: محمداً
var deriveRules = []func(words []string, k deriveKind) [][]string{
	deriveAbd, deriveAllah, deriveIbn, deriveAbu, derivePlural, deriveHamza, deriveArticle,
}

// A deriveKind is what the rules ask of an entry.
type deriveKind struct{ given, person, articleOptional bool }

func kindOf(e *Entry) deriveKind {
	return deriveKind{e.Roles&Given != 0, e.Type == "PER", e.Flags&ArticleOptional != 0}
}

// A variant is a derived name, as words at the Strict level.
type variant struct {
	words   []string
	tanween bool // counts only where the last word of the text has tanween
}

// derive returns the further spellings of a name given as its words at the Strict level.
func derive(words []string, k deriveKind) []variant {
	all := [][]string{words}
	for _, rule := range deriveRules {
		for _, w := range all {
			for _, d := range rule(w, k) {
				if len(all) <= maxDerived && !slices.ContainsFunc(all, func(o []string) bool { return slices.Equal(o, d) }) {
					all = append(all, d)
				}
			}
		}
	}
	var out []variant
	for _, w := range all[1:] {
		out = append(out, variant{words: w})
	}
	if k.given && len(words) == 1 && len(out) < maxDerived && takesTanween(words[0]) {
		out = append(out, variant{words: []string{words[0] + "ا"}, tanween: true})
	}
	return out
}

// A name can have further spellings when the hints of its words add up to enough. This is the fast way past derive for
// 19 names of 20.
const enoughHints = 2

// hintsOf returns the hints that a word gives: enough for a rule that might apply to it, one for a dual in ان, which
// needs a second.
func hintsOf(w string) uint8 {
	switch w {
	case "ابن", "إبن", "بن", "الله":
		return enoughHints
	}
	if strings.HasPrefix(w, "عبد") || strings.HasSuffix(w, "الله") || slices.Contains(abu, w) ||
		strings.Contains(w, "ؤو") || strings.Contains(w, "ئو") {
		return enoughHints
	}
	if !strings.HasPrefix(w, "ال") || !pluralEnding(w) {
		return 0
	}
	if strings.HasSuffix(w, "ان") {
		return enoughHints / 2
	}
	return enoughHints
}

func replaceAt(words []string, i, n int, with ...string) []string {
	return slices.Concat(words[:i], with, words[i+n:])
}

func deriveAbd(words []string, _ deriveKind) (out [][]string) {
	divine := func(w string) bool {
		return strings.HasPrefix(w, "ال") && utf8.RuneCountInString(w) >= 4 || w == "ربه"
	}
	for i, w := range words {
		if w == "عبد" && i+1 < len(words) && divine(words[i+1]) {
			out = append(out, replaceAt(words, i, 2, w+words[i+1]))
		} else if rest, ok := strings.CutPrefix(w, "عبد"); ok && divine(rest) {
			out = append(out, replaceAt(words, i, 1, "عبد", rest))
		}
	}
	return out
}

// theophores are the words that make one name with الله (عبد is a rule of its own).
var theophores = []string{
	"نصر", "عطا", "فضل", "هبة", "سعد", "خير", "ضيف", "جار", "جاد", "حسب", "عون", "فتح", "رزق", "خلف", "حمد", "عبيد",
	"رحمة", "نعمة", "أمر", "شكر", "دخيل", "منة", "آية", "فرج",
}

func deriveAllah(words []string, _ deriveKind) (out [][]string) {
	for i, w := range words {
		if i > 0 && w == "الله" && slices.Contains(theophores, words[i-1]) {
			out = append(out, replaceAt(words, i-1, 2, words[i-1]+w))
		} else if first, ok := strings.CutSuffix(w, "الله"); ok && slices.Contains(theophores, first) {
			out = append(out, replaceAt(words, i, 1, first, "الله"))
		}
	}
	return out
}

func deriveIbn(words []string, _ deriveKind) (out [][]string) {
	for i, w := range words {
		switch {
		case i == 0:
		case w == "ابن", w == "إبن":
			out = append(out, replaceAt(words, i, 1, "بن"))
		case w == "بن":
			out = append(out, replaceAt(words, i, 1, "ابن"))
		}
	}
	return out
}

// abu in its three cases; with the hamza left out it is the same word.
var abu = []string{"أبو", "أبي", "أبا", "ابو", "ابي", "ابا"}

func deriveAbu(words []string, _ deriveKind) (out [][]string) {
	for i, w := range words {
		at := slices.Index(abu, w)
		if at < 0 || i+1 == len(words) {
			continue
		}
		for n := range 3 {
			if n != at%3 {
				out = append(out, replaceAt(words, i, 1, abu[at/3*3+n]))
			}
		}
	}
	return out
}

// pluralEnding reports an ending ون, ان, ين behind at least three letters and the article.
func pluralEnding(w string) bool {
	return utf8.RuneCountInString(w) >= 7 && (strings.HasSuffix(w, "ون") || strings.HasSuffix(w, "ان") || strings.HasSuffix(w, "ين"))
}

// pluralCases are the changes of case, and how many words at least they take.
var pluralCases = [...]struct {
	from, to string
	least    int
}{{"ون", "ين", 1}, {"ين", "ون", 1}, {"ان", "ين", 2}, {"ين", "ان", 2}}

// derivePlural changes the case of a name: all its sound plurals at once, or all its duals, as they agree. One word in ان
// is rarely a dual (الإخوان, السودان). A name of a person is left alone, since الحسين is no plural.
func derivePlural(words []string, k deriveKind) (out [][]string) {
	if k.person || len(words) < 2 {
		return nil
	}
	for _, s := range pluralCases {
		ends := func(w string) bool {
			return strings.HasSuffix(w, s.from) && strings.HasPrefix(w, "ال") && pluralEnding(w)
		}
		n := 0
		for _, w := range words {
			if ends(w) {
				n++
			}
		}
		if n < s.least {
			continue
		}
		d := slices.Clone(words)
		for i, w := range d {
			if ends(w) {
				d[i] = strings.TrimSuffix(w, s.from) + s.to
			}
		}
		out = append(out, d)
	}
	return out
}

func deriveHamza(words []string, _ deriveKind) (out [][]string) {
	for _, s := range [][2]string{{"ؤو", "ئو"}, {"ئو", "ؤو"}} {
		if !slices.ContainsFunc(words, func(w string) bool { return strings.Contains(w, s[0]) }) {
			continue
		}
		d := slices.Clone(words)
		for i, w := range words {
			d[i] = strings.ReplaceAll(w, s[0], s[1])
		}
		out = append(out, d)
	}
	return out
}

func deriveArticle(words []string, k deriveKind) [][]string {
	bare, ok := strings.CutPrefix(words[0], "ال")
	if !k.articleOptional || !ok || utf8.RuneCountInString(bare) < 2 {
		return nil
	}
	return [][]string{replaceAt(words, 0, 1, bare)}
}

// takesTanween reports whether the accusative of a name is written with an alef: not after alef, ta marbuta, hamza or
// alef maqsura.
func takesTanween(w string) bool {
	last, _ := utf8.DecodeLastRuneInString(w)
	return last >= 'ب' && last <= 'ي' && last != 'ة' && last != 'ى'
}
