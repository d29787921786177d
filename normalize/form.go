package normalize

import "strings"

// A Form is a set of foldings. Any union of the constants is a Form; for every Form f and string s, f.Fold(f.Fold(s)) ==
// f.Fold(s). The bits are stored in files: they never change their meaning.
type Form uint32

// The single foldings. A rule number (N1-N29) names the same rule in every comment, test and vector of this package.
const (
	// Tatweel deletes tatweel, the small waw and yeh, the high hamza and the tail fragment (N1, N6): محـــمد → محمد.
	Tatweel Form = 1 << iota
	// Invisible deletes bidi controls, joiners, soft hyphens, variation selectors and their like (N23-N25).
	Invisible
	// Spaces turns white space and controls into a space and line ends into a line feed (N26). Tabs and carriage returns stay.
	Spaces
	// Hamza composes alef, waw and yeh with a hamza or maddah mark of their cluster (N5): ا + ◌ٔ → أ. With heh and teh marbuta
	// the hamza above is dropped.
	Hamza
	// Compatibility replaces presentation forms and ligatures by their letters (N19-N21): ﻷ → لأ. Letters and digits outside
	// the Arabic blocks are decomposed as in Unicode NFKD, one by one, where nothing but letters, digits and marks comes out.
	Compatibility
	// VariantLetters maps letters that other keyboards write for an Arabic one (N12-N15, N18): ک → ك, ی → ي, ہ → ه, ڢ → ف.
	VariantLetters
	// Digits maps Arabic-Indic and Persian digits to 0-9 (N27).
	Digits
	// Marks deletes nonspacing marks: harakat, shadda, superscript alef, Quranic signs and all others (N2-N4).
	Marks
	// Alef maps أ إ آ ٱ to ا (N7).
	Alef
	// Yeh maps ى to ي, word-final or not (N8, N9).
	Yeh
	// TehMarbuta maps word-final ة to ه (N10).
	TehMarbuta
	// ForeignLetters maps letters of other languages to the Arabic one that stands in for them (N16, N17): پ → ب, ڤ → ف, گ → ك.
	ForeignLetters
	// HamzaSeats maps ؤ to و and ئ to ي and deletes ء, unless the word has no other letter (N11).
	HamzaSeats
	// FinalVowels makes word-final ا ة ه ى ي one class, written ه (N29). Yeh is in it because Yeh has made ى and ي one.
	FinalVowels
	// DoubledLetters makes a run of one Arabic letter a single letter: كيللي → كيلي.
	DoubledLetters

	allFoldings = DoubledLetters<<1 - 1
)

// The four levels. Each contains the ones before.
const (
	// Canonical removes noise of the encoding only; harakat and every distinction of spelling stay.
	Canonical = Tatweel | Invisible | Spaces | Hamza | Compatibility | VariantLetters | Digits
	// Strict removes marks as well. أ إ آ ا, ى ي, ة ه and ؤ ئ ء stay distinct.
	Strict = Canonical | Marks
	// Ortho is the level of gazetteer keys: what writers of Arabic confuse every day is one.
	Ortho = Strict | Alef | Yeh | TehMarbuta | ForeignLetters
	// Loose is for finding candidates, never for deciding.
	Loose = Ortho | HamzaSeats | FinalVowels | DoubledLetters
)

var foldingNames = [...]string{
	"Tatweel", "Invisible", "Spaces", "Hamza", "Compatibility", "VariantLetters", "Digits", "Marks",
	"Alef", "Yeh", "TehMarbuta", "ForeignLetters", "HamzaSeats", "FinalVowels", "DoubledLetters",
}

// String names the highest level in f and the foldings beyond it, joined by "|": "Ortho", "Strict|Alef", "Tatweel|Marks".
func (f Form) String() string {
	var names []string
	for _, level := range [...]struct {
		Form
		name string
	}{{Loose, "Loose"}, {Ortho, "Ortho"}, {Strict, "Strict"}, {Canonical, "Canonical"}} {
		if f&level.Form == level.Form {
			names = append(names, level.name)
			f &^= level.Form
			break
		}
	}
	for i, name := range foldingNames {
		if f&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return "0"
	}
	return strings.Join(names, "|")
}
