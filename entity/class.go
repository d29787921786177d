package entity

import "github.com/musamma/musamma/entity/internal/letters"

// A class says what a word of the text can be as part of a person's name. It is decided from three questions: do the
// lists know the word as a given or family name and how frequent is it, does the lexicon of common words hold its Strict
// form, and how productive is that word (how many of its inflected forms the lexicon holds). Names have few inflected
// forms and common words many, so productivity grades ambiguity without any annotated text.
type class uint8

// The classes. The table of weights calls them by these names, small and without cls.
const (
	clsNone      class = iota // no word: punctuation, number, Latin, or nothing there
	clsCommon                 // an ordinary word
	clsStrong                 // a name and no ordinary word, or a frequent name that hardly inflects as a word
	clsFrequent               // a frequent name that is also a productive word (سعيد، كريم)
	clsRare                   // a rare name and no ordinary word
	clsMixed                  // a known name, also a word with few inflected forms
	clsAmbiguous              // a name and an ordinary word
	clsWordlike               // no list has it, nor the lexicon, with or without proclitics and endings; made like a word
	clsUnknown                // the same, and its letters do not tell what it is; or a word of the lexicon that may be a name
	clsNamelike               // the same, and it sounds like a name (شونيسي)
	clsLink                   // بن، أبو، عبد، آل
	clsParticle               // دي، فان، فون
	clsNisba                  // an ordinary word of the form ال…ي, as surnames are formed
	clsDefinite               // another ordinary word with the article
	clsDemonym                // السوري، الأميركي
	clsOrdinal                // الأول، الثاني
	numClasses
)

// A classSet holds classes by their numbers.
type classSet uint32

func (s classSet) has(c class) bool { return s>>c&1 != 0 }

// Sets are asked some ten times a word, where a switch could not be predicted.
const (
	unlistedClasses classSet = 1<<clsWordlike | 1<<clsUnknown | 1<<clsNamelike
	knownClasses    classSet = 1<<clsStrong | 1<<clsFrequent | 1<<clsRare | 1<<clsMixed | 1<<clsAmbiguous
	linkingClasses  classSet = 1<<clsLink | 1<<clsParticle
)

// nameLike reports whether a word of this class beside a name probably belongs to it.
func (c class) nameLike() bool { return (unlistedClasses | knownClasses | linkingClasses).has(c) }

// unlisted reports whether no list knows the word, and the lexicon not as an ordinary word that hardly can be a name.
func (c class) unlisted() bool { return unlistedClasses.has(c) }

// known reports whether the lists know the word as a name.
func (c class) known() bool { return knownClasses.has(c) }

// Bounds of letters.Score between the classes of unlisted words. Of the words up to the first one 8 % were in names on the
// news they were chosen on, of those between 42 %, of the others 75 %; in an encyclopedia 9, 19 and 63 %.
const (
	wordlike = -4
	namelike = 20
	// proclitic is how much better the letters are without a first one that is a proclitic: لـماركوفا, not لافروف.
	proclitic = 12
)

// unlistedClass grades an unlisted word, without its proclitics, by its letters.
func unlistedClass(codes []byte) class { return scoredClass(letters.Score(codes)) }

// scoredClass is the class of an unlisted word whose letters have this score.
func scoredClass(s int) class {
	switch {
	case s < wordlike:
		return clsWordlike
	case s > namelike:
		return clsNamelike
	}
	return clsUnknown
}

// nameClass grades a listed name word. grade is 1 (rare) to 3 (frequent); productivity is -1 for a word that the lexicon
// does not hold. The bounds 3 and 7 separate words right 66 % of the time from those right 12 % of the time.
func nameClass(grade, productivity int) class {
	switch {
	case productivity < 0 && grade >= 2:
		return clsStrong
	case productivity < 0:
		return clsRare
	case grade >= 3 && productivity < 7, grade >= 2 && productivity == 0:
		return clsStrong
	case grade >= 3:
		return clsFrequent
	case grade >= 2 && productivity < 3, productivity == 0:
		return clsMixed
	}
	return clsAmbiguous
}
