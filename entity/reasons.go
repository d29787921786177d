package entity

import "slices"

// reasons sums up the facts for a reader who wants to know where a span comes from, not how it was weighed.
var reasons = [...]struct {
	name  string
	facts []fact
}{
	{"listed", []fact{perListed, perListedWord, locListed, orgListed, otherListed}},
	{"title", []fact{perTitle, perTitleAdjective, perTitleComplement}},
	{"head", []fact{locHeadOutside, locHeadPlural, locUnlistedHead, orgMediaHead, orgClubHead, orgPattern}},
	{"list", []fact{locMember, locMemberUnlisted}},
	{"coordination", []fact{perCoordBefore, locCoordBefore, locCoordAfter, orgCoordBefore, orgCoordAfter}},
	{"preposition", []fact{locPreposition}},
	{"speech", []fact{perSayBefore, perSayAfter}},
	{"quotes", []fact{orgQuoted, orgQuoteHead}},
	{"memory", []fact{perSurnameOfFull, perGivenOfFull, perFullElsewhere, perSingleElsewhere, perSingleElsewhere2,
		locElsewhere, orgElsewhere, orgPartElsewhere}},
	{"approximate", []fact{perApproximate, perNear, locNear, orgNear, otherNear}},
}

// Reasons returns what a span rests on, in short: listed (it stands in a list), names (a run of name words, or one name
// word that nothing else speaks for), title, head, list (a list after a plural head), coordination, preposition, speech,
// quotes, memory (of the document), approximate. Names has the facts themselves.
func (e Evidence) Reasons() []string {
	out := []string{}
	if e.hasIn(perFirst, perSingle) {
		out = append(out, "names")
	}
	for _, r := range reasons {
		if slices.ContainsFunc(r.facts, func(f fact) bool { return e.has(f) }) {
			out = append(out, r.name)
		}
	}
	if len(out) == 0 && e.hasIn(perSingle, perLeft) {
		out = append(out, "names")
	}
	return out
}

// hasIn reports whether one of the facts from first up to end is in the set.
func (e *Evidence) hasIn(first, end fact) bool {
	for f := first; f < end; f++ {
		if e.has(f) {
			return true
		}
	}
	return false
}
