package entity

import (
	"math/bits"
	"slices"
	"strings"
)

// Evidence is the set of facts that spoke for or against a span. Each fact has a name and a weight in log-odds, both in
// the table weights.tsv; the score of a span is the sum of the weights of its facts.
type Evidence [evidenceWords]uint64

const evidenceWords = 7

// A fact is the number of one piece of evidence: an index into FactNames and into a table of weights.
type fact uint16

func (e *Evidence) add(f fact)      { e[f>>6] |= 1 << (f & 63) }
func (e *Evidence) has(f fact) bool { return e[f>>6]&(1<<(f&63)) != 0 }

// Names returns the names of the facts in the order of the table of weights.
func (e Evidence) Names() []string {
	var names []string
	all := &table().names
	for i, w := range e {
		for ; w != 0; w &= w - 1 {
			names = append(names, all[i<<6+bits.TrailingZeros64(w)])
		}
	}
	return names
}

// Has reports whether the set holds the fact of that name; a name that FactNames does not hold is in no set.
func (e Evidence) Has(name string) bool {
	i := slices.Index(table().names[:], name)
	return i >= 0 && e.has(fact(i))
}

// Listed reports whether the name stands in a list, as opposed to having been inferred from its parts or surroundings.
func (e Evidence) Listed() bool {
	return e.has(perListed) || e.has(perListedWord) || e.has(locListed) || e.has(orgListed) || e.has(otherListed)
}

// String returns the names joined by commas.
func (e Evidence) String() string { return strings.Join(e.Names(), ",") }

// Blocks of facts that exist once for each class of word.
const (
	perFirst  fact = 0                            // class of the first of several words of a person's name
	perLast        = perFirst + fact(numClasses)  // of the last
	perSingle      = perLast + fact(numClasses)   // of the only word
	perLeft        = perSingle + fact(numClasses) // of the word directly before, left outside the span
	perRight       = perLeft + fact(numClasses)   // of the word directly after, left outside the span
	locLeft        = perRight + fact(numClasses)
	locRight       = locLeft + fact(numClasses)
	orgLeft        = locRight + fact(numClasses)
	orgRight       = orgLeft + fact(numClasses)
	blocks         = orgRight + fact(numClasses)
)

// The other facts. The comment is what the table of weights says of each; the order is the order of the table.
const (
	// People.
	perBias fact = blocks + iota
	perListed
	perListedWords3
	perListedWord
	perWords3
	perWords4
	perWords5
	perUnknown1
	perUnknown2
	perUnknown3
	perAmbiguous1
	perAmbiguous2
	perDefinite1
	perDefinite2
	perNisba1
	perCommon1
	perLink1
	perParticle1
	perStrong2
	perGiven
	perGivenFamily
	perTitle
	perTitleSingle
	perTitleUnknown
	perTitleAdjective
	perTitleAdjectiveSingle
	perTitleComplement
	perTitleComplementSingle
	perSayBefore
	perSayAfter
	perActBefore
	perActAfter
	perRelativeAfter
	perDemonymBefore
	perPrepositionBefore
	perCutWa
	perCutFa
	perCutBa
	perCutKa
	perCutLa
	perCutLal
	perWholeIsCommon
	perWholeListed
	perLocHeadBefore
	perOrgHeadBefore
	perEventBefore
	perStartsTitle
	perEndsTitle
	perEndsInitial
	perStartsHead
	perStartsDemonym
	perStartsArticle
	perStartsPlace
	perEndsPlace
	perIsPlace
	perIsOrganization
	perSingleFamily1
	perSingleFamily2
	perSingleFamily3
	perSingleProductive1
	perSingleProductive7
	perSingleShort
	perCoordBefore
	perCoordAfter
	perPunctBefore
	perPunctAfter
	perQuoteBefore
	perQuoteAfter
	perParenAfter
	perSentenceStart
	perTanween
	perSurnameOfFull
	perSurnameOfFullAmbiguous
	perGivenOfFull
	perFullElsewhere
	perSingleElsewhere
	perSingleElsewhere2
	perPartOfFull
	perTwoSurnames
	perPlaceElsewhere
	perInside
	perInsideOther
	perApproximate
	perAlone

	// Places.
	locBias
	locListed
	locUser
	locTierCore
	locTierCity
	locTierWide
	locWords2
	locWords3
	locTierWideWords2
	locCommon0
	locCommon1
	locCommon3
	locCommon7
	locWideCommon
	locClassWord
	locClassCountry
	locClassRegion
	locClassCapital
	locClassAdmin
	locClassCity
	locClassTown
	locClassWater
	locClassLand
	locClassQuarter
	locClassSite
	locClassCamp
	locClassHistoric
	locAmbiguousFlag
	locNotStrict
	locShort
	locCutWa
	locCutFa
	locCutBa
	locCutKa
	locCutLa
	locCutLal
	locWholeIsCommon
	locWholeListed
	locPreposition
	locHeadOutside
	locHeadPlural
	locHeadInside
	locDirection
	locCoordBefore
	locCoordAfter
	locCommaBefore
	locCommaAfter
	locMember
	locMemberUnlisted
	locMemberWords2
	locMemberExtends
	locMemberStrong
	locMemberStrongList
	locMemberList
	locMemberUnknown
	locMemberCommon
	locMemberIndefinite
	locUnlistedHead
	locUnlistedWords2
	locUnlistedPreposition
	locUnlistedWordlike
	locUnlistedNamelike
	locEventBefore
	locTitleBefore
	locTitleDemonym
	locOrgHeadBefore
	locSayBefore
	locSayAfter
	locDemonymAfter
	locDemonymReading
	locNameWord
	locNameWordStrong
	locIsOrganization
	locSport
	locQuoteBefore
	locParen
	locSentenceStart
	locDatelineStart
	locTanween
	locBank
	locElsewhere
	locPartOfPerson
	locPersonElsewhere
	locInside
	locInsideStart
	locInsideWhole
	locInsideOther
	locInsidePair
	locAlone

	// Organisations.
	orgBias
	orgListed
	orgUser
	orgWords2
	orgWords3
	orgCommon0
	orgCommon1
	orgCommon3
	orgCommon7
	orgAmbiguousFlag
	orgClassWord
	orgClassClubCity
	orgClassClubWord
	orgClassUn
	orgClassBody
	orgClassCourt
	orgClassGovernment
	orgClassMilitary
	orgClassParty
	orgClassArmed
	orgClassBank
	orgClassCompany
	orgClassAirline
	orgClassUniversity
	orgClassMedia
	orgClassNewsagency
	orgClassClub
	orgClassFederation
	orgClassNgo
	orgClassReligious
	orgClassCulture
	orgClassHistoric
	orgClassParliament
	orgClassMinistry
	orgClassAgency
	orgEndsDemonym
	orgNotStrict
	orgCut
	orgWholeIsCommon
	orgWholeListed
	orgMediaHead
	orgClubHead
	orgHeadInside
	orgSport
	orgSportCity
	orgEventBefore
	orgQuoted
	orgQuoteHead
	orgParen
	orgPreposition
	orgTitleBefore
	orgSayBefore
	orgSayAfter
	orgCoordBefore
	orgCoordAfter
	orgIsPlace
	orgIsName
	orgPattern
	orgHead3
	orgHead2
	orgHead1
	orgHeadState
	orgStateDemonym
	orgStateBeforeDemonym
	orgHeadDefinite
	orgExtendsListed
	orgPlaceComplement
	orgDemonymComplement
	orgNameComplement
	orgUnknownComplement
	orgDefiniteComplement
	orgIndefiniteComplement
	orgIndefiniteAfterDefinite
	orgEndsIndefinite
	orgNextAdjective
	orgNextLil
	orgPatternWords3
	orgPatternWords4
	orgPatternWords5
	orgPatternWords6
	orgTitleConstruct
	orgCutPattern
	orgInside
	orgInsideOther
	orgStartsHead
	orgStartsMedia
	orgStartsClub
	orgElsewhere
	orgPartElsewhere
	orgAlone

	// Any other type of a user's list.
	otherListed
	otherInsideOther
	otherAlone

	// A part of a longer name of a user's list: the longest wins.
	userInside

	// Listed names that the text nearly spells.
	perNear
	perNearLong
	perNearWords
	locNear
	locNearLong
	locNearWords
	orgNear
	orgNearLong
	orgNearWords
	otherNear
	otherNearLong
	otherNearWords

	numFacts
)

var _ [evidenceWords*64 - int(numFacts)]struct{} // the set has room for every fact
