package entity

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

// Reasons returns what a span rests on, in short: listed (it stands in a list), names (a run of name words), title,
// head, list (a list after a plural head), coordination, preposition, speech, quotes, memory (of the document),
// approximate. Names has the facts themselves.
func (e Evidence) Reasons() []string {
	out := []string{}
	for f := perFirst; f < perSingle; f++ {
		if e.has(f) {
			out = append(out, "names")
			break
		}
	}
	for _, r := range reasons {
		for _, f := range r.facts {
			if e.has(f) {
				out = append(out, r.name)
				break
			}
		}
	}
	return out
}
