package entity

import "github.com/musamma/musamma/normalize"

// A mark is something that the lists say of a word of the text other than being part of a name.
type mark uint64

const (
	markTitle         mark = 1 << iota // a title ends here (الرئيس، وزير الخارجية)
	markConstruct                      // that title wants a complement (رئيس، وزير)
	markTitleWord                      // a title begins here
	markHead                           // a head noun begins here
	markLocHead                        // a head noun of places ends here
	markOrgHead                        // a head noun of organisations ends here
	markPlural                         // … plural or dual (قرى، مدينتي)
	markOutside                        // … that stays outside the name (مدينة)
	markDirection                      // … a direction (شمال)
	markMedia                          // … of media, outside before a quoted name (وكالة «سانا»)
	markClub                           // … of sport (فريق)
	markState                          // … of the state (الجيش، وزارة)
	markSay                            // a verb of saying
	markAct                            // another verb that has a person beside it
	markPreposition                    // a preposition that places follow (في، إلى)
	markRelative                       // الذي، إن
	markPlainFunction                  // another function word
	markLooseFunction                  // … though the list spells it otherwise, and it is no name
	markAndFunction                    // a function word behind و or ف (وليست)
	markEvent                          // كأس، بطولة، جائزة
	markSport                          // مباراة، هدف
	markDemonym                        // السوري، سوري
	markDefinite                       // the word has the article
	markPlaceStart                     // a listed place begins here, …
	markPlaceEnd                       // … or ends here
	markPlaceWord                      // the word alone is a listed place
	markAndPlace                       // a listed place begins here behind و or ف
	markRiver                          // the head noun نهر
	markBank                           // the head noun ضفة
	markOrgStart                       // a listed organisation begins here, …
	markOrgEnd                         // … or ends here
	markWholeName                      // a listed name begins here, nothing cut
	markMaybeGiven                     // a given name if it were spelled otherwise (على): only after a title
	markMaybeFunction                  // a function word if it were spelled otherwise (إلي): where it is no name
	markNisba                          // the word ends in the yāʾ of relation

	// Only what stands around a word tells these.
	markInTitle      // inside a title or head of several words
	markInName       // inside a listed name of several words
	markCompletes    // the second half of a name written apart: الله in نصر الله
	markInitial      // a letter for a name: ف. in جون ف. كينيدي
	markListMember   // a member of the list after a plural head (قرى س وص) begins here, …
	markStrongMember // … of a head that hardly has anything else behind it, …
	markManyMembers  // … of a list of several

	ownMarks = markInTitle - 1

	markFunction = markPlainFunction | markLooseFunction
)

// A reading is one way to take a word: with its first letters as part of it, or as proclitics.
type reading struct {
	lo    int32 // first code of the word without the proclitics
	class class
	cut   normalize.Clitic
	grade uint8 // of the name word, 1 to 3; 0 for none
	given bool  // a given name, as opposed to a family name only
}

// A spelled is what a word tells by its letters alone, whatever stands around it.
type spelled struct {
	whole, cut   reading // cut.class is clsNone where no proclitic reading makes sense
	marks        mark
	headLo       int32 // first code of the one-word head noun that stands here, behind headCut
	headCut      normalize.Clitic
	productivity int8     // of the whole word as a common word; -1 if the lexicon does not hold it
	strength     uint8    // of the head noun that ends here, 1 to 3
	senses       [2]class // of whole and cut by the senses of the word, before classify
}

// A wordState says what is left to find out of a word.
type wordState uint8

const (
	stateAlone   wordState = iota // to be classified, by what its own senses tell
	stateMixed                    // to be classified, with what names of several words tell of it
	stateSpelled                  // classified
)

// A word is what is known of one token.
type word struct {
	spelled
	next, prev int32 // the neighbour a name may go on to, or -1 (end of text, punctuation, a new line)
	name       int32 // index of the first listed name that begins here, or -1
	longest    int32 // document.longest[longest:longestEnd] are the longest names of several words that begin here
	longestEnd int32
	state      wordState
}

// A named is one listed name found in the text.
type named struct {
	first, last  int32 // tokens
	lo, hi       int32 // codes
	entry        uint32
	layer, typ   uint8
	weight       uint8
	cue          cueID
	cut          normalize.Clitic
	strict       bool
	ambiguous    bool
	never        bool
	near         uint8 // how far the text is from the name, in tenths of a letter; 0: it spells it
	user         bool  // from a layer of the user's rather than a graded list
	productivity int8  // of the single word, as matched without its proclitics; -1 if it is no common word
}

// A head is a head noun in the text: its last and its first token, and its first code behind the proclitics.
type head struct {
	last, first, lo int32
	cut             normalize.Clitic
}

// An ending is where the longest listed name of a type ends, of those that begin at one word and are not ambiguous.
type ending struct {
	last int32
	typ  uint8
	user bool // one of them is from a user's list
}
