package entity

import "github.com/musamma/musamma/normalize"

// The tiers of listed places, as the Weight of their entries.
const (
	tierWide = 1 // any place of a large gazetteer
	tierCity = 2 // a larger city of the world
	tierCore = 3 // reviewed by hand
)

// places adds a candidate for each listed place, for the members of a list after a plural head (قرى س وص) and for an
// unknown word after a head that stays outside (بلدة س).
func (d *document) places() {
	d.listMembers()
	for k := range d.names {
		if n := &d.names[k]; n.typ == typeLocation {
			d.listedPlace(int32(k), n)
		}
	}
	for _, i := range d.namelike {
		w := &d.words[i]
		if w.prev < 0 || !w.whole.class.unlisted() || w.marks&markListMember != 0 || w.name >= 0 {
			continue
		}
		switch h := &d.words[w.prev]; {
		case h.marks&markLocHead != 0 && h.marks&markOutside != 0 && d.mayBePlace(w, h):
			d.unlistedPlace(i, i+1, locUnlistedHead)
			if w.next >= 0 && d.words[w.next].whole.class.unlisted() && d.words[w.next].marks&(markDefinite|markNisba) == 0 {
				d.unlistedPlace(i, w.next+1, locUnlistedHead)
			}
		case h.marks&markPreposition != 0 && w.whole.class == clsNamelike:
			d.unlistedPlace(i, i+1, locUnlistedPreposition)
		}
	}
}

// mayBePlace reports whether an unlisted word may be the name of the place that its head noun h calls: with the article it
// is an adjective behind a head that has it too, and without it a nisba is (البلدة الزراعية، قرية زراعية).
func (d *document) mayBePlace(w, h *word) bool {
	if w.marks&markDefinite != 0 {
		return h.marks&markDefinite == 0
	}
	return w.marks&markNisba == 0
}

// unlistedPlace adds a candidate for words that only what stands before them and the letters of the first one show to be a
// place.
func (d *document) unlistedPlace(i, end int32, why fact) {
	r := d.words[i].whole
	c := d.candidate(i, end, r.lo, typeLocation)
	c.ev.add(locBias)
	c.ev.add(why)
	if end > i+1 {
		c.ev.add(locUnlistedWords2)
	}
	addLetters(&c.ev, r.class)
	d.placeLeft(c, r.cut)
	d.placeRight(c)
	d.finish(c)
}

// addLetters adds what the letters of an unlisted place tell.
func addLetters(ev *Evidence, c class) {
	switch c {
	case clsWordlike:
		ev.add(locUnlistedWordlike)
	case clsNamelike:
		ev.add(locUnlistedNamelike)
	}
}

func (d *document) listedPlace(k int32, n *named) {
	c := d.candidate(n.first, n.last, n.lo, typeLocation)
	c.named, c.cut = k, n.cut
	ev := &c.ev
	ev.add(locBias)
	ev.add(locListed)
	if n.near != 0 {
		ev.addNear(n, locNear)
	}
	words := n.last - n.first
	switch {
	case n.user:
		ev.add(locUser)
	case n.weight >= tierCore:
		ev.add(locTierCore)
	case n.weight == tierCity:
		ev.add(locTierCity)
	default:
		ev.add(locTierWide)
		if words > 1 {
			ev.add(locTierWideWords2)
		}
	}
	switch {
	case words == 2:
		ev.add(locWords2)
	case words > 2:
		ev.add(locWords3)
	}
	if f := placeClasses[n.cue]; f != 0 {
		ev.add(f)
	}
	addProductivity(ev, n.productivity, locCommon0)
	if n.productivity >= 0 && n.weight < tierCore && !n.user {
		ev.add(locWideCommon)
	}
	if n.ambiguous {
		ev.add(locAmbiguousFlag)
	}
	if !n.strict {
		ev.add(locNotStrict)
	}
	if n.hi-n.lo <= 2 {
		ev.add(locShort)
	}
	w := &d.words[n.first]
	if words == 1 {
		r := w.whole
		if n.cut != normalize.Whole {
			r = w.cut
		}
		switch {
		case r.class == clsStrong:
			ev.add(locNameWordStrong)
		case r.class.known():
			ev.add(locNameWord)
		}
		if w.marks&markDemonym != 0 {
			ev.add(locDemonymReading)
		}
		if d.text.Tokens()[n.first].Flags&normalize.Tanween != 0 {
			ev.add(locTanween)
		}
	}
	if w.marks&markOrgStart != 0 {
		ev.add(locIsOrganization)
		if d.sport(n.first) {
			ev.add(locSport)
		}
	}
	if n.cut != normalize.Whole && !w.whole.class.unlisted() {
		ev.add(locWholeIsCommon)
	}
	if d.wholeListed(c) {
		ev.add(locWholeListed)
	}
	d.addInside(c, locInside, locInsideOther)
	d.placeLeft(c, n.cut)
	d.placeRight(c)
	d.finish(c)
}

// addProductivity adds the fact for a name that is a common word: the four facts from base stand for no inflected form
// in the lexicon, one or two, three to six, and more.
func addProductivity(ev *Evidence, p int8, base fact) {
	switch {
	case p >= 7:
		ev.add(base + 3)
	case p >= 3:
		ev.add(base + 2)
	case p >= 1:
		ev.add(base + 1)
	case p == 0:
		ev.add(base)
	}
}

// addMember adds the evidence of the list after a plural head that a place is in, listed or not.
func addMember(ev *Evidence, m mark) {
	if m&markListMember == 0 {
		return
	}
	ev.add(locMember)
	many := m&markManyMembers != 0
	switch {
	case m&markStrongMember == 0 && many:
		ev.add(locMemberList)
	case m&markStrongMember != 0:
		ev.add(locMemberStrong)
		if many {
			ev.add(locMemberStrongList)
		}
	}
}

// placeLeft adds the evidence of what stands before a place.
func (d *document) placeLeft(c *candidate, cut normalize.Clitic) {
	ev := &c.ev
	addCut(ev, cut, locCutWa)
	w := &d.words[c.first]
	if c.named < 0 || d.names[c.named].near == 0 { // a member nobody knows is no misspelt place
		addMember(ev, w.marks)
	}
	p, joined := d.before(c.first, cut)
	if p < 0 {
		d.leftEdge(ev, c.first, locSentenceStart, locCommaBefore, locQuoteBefore)
		if ev.has(locQuoteBefore) && c.first >= 2 && d.words[c.first-2].marks&markPreposition != 0 {
			ev.add(locPreposition) // في «الشرق الأوسط»
		}
		if ev.has(locCommaBefore) {
			ev[locCommaBefore>>6] &^= 1 << (locCommaBefore & 63)
			if c.first >= 2 && d.words[c.first-2].marks&markPlaceEnd != 0 {
				ev.add(locCommaBefore)
			}
			if d.text.Source()[d.text.Tokens()[c.first-1].Start] == '(' {
				ev.add(locParen)
			}
		}
		return
	}
	b := &d.words[p]
	if joined {
		if b.marks&markPlaceEnd != 0 && !ev.has(locInside) { // البوسنة والهرسك is one name
			ev.add(locCoordBefore)
		}
		return
	}
	ev.add(locLeft + fact(b.whole.class))
	if b.marks&markPreposition != 0 {
		ev.add(locPreposition)
	}
	if b.marks&markLocHead != 0 && !ev.has(locInside) { // a listed name is not trimmed to what follows its head
		switch {
		case b.marks&markPlural != 0:
			ev.add(locHeadPlural)
		case b.marks&markOutside != 0:
			ev.add(locHeadOutside)
		case b.marks&markDirection != 0:
			ev.add(locDirection)
		default:
			ev.add(locHeadInside)
		}
	}
	if b.marks&markEvent != 0 || b.prev >= 0 && d.words[b.prev].marks&markEvent != 0 {
		ev.add(locEventBefore)
	}
	switch d.titleBefore(c.first) {
	case titleDirect:
		ev.add(locTitleBefore)
	case titleAdjective:
		ev.add(locTitleDemonym)
	}
	if b.marks&markOrgHead != 0 {
		ev.add(locOrgHeadBefore)
	}
	if b.marks&markSay != 0 {
		ev.add(locSayBefore)
	}
}

// placeRight adds the evidence of what stands after a place.
func (d *document) placeRight(c *candidate) {
	ev := &c.ev
	n := d.words[c.last-1].next
	if n < 0 {
		tokens := d.text.Tokens()
		if k := c.last; int(k) < len(tokens) && tokens[k].Kind == normalize.Punct {
			switch s := d.text.Source()[tokens[k].Start:tokens[k].End]; {
			case (s == "،" || s == ",") && int(k)+1 < len(tokens) && d.words[k+1].marks&markPlaceStart != 0:
				ev.add(locCommaAfter)
			case c.first == 0 || tokens[c.first-1].Kind == normalize.Break:
				if s == "-" || s == "/" || s == ":" || s == "(" || s == "–" || s == "ـ" {
					ev.add(locDatelineStart)
				}
			}
		}
		return
	}
	a := &d.words[n]
	if a.cut.class != clsNone && conjunction(a.cut.cut) || a.marks&markAndPlace != 0 {
		if a.marks&markPlaceStart != 0 && !ev.has(locInside) {
			ev.add(locCoordAfter)
		}
		return
	}
	ev.add(locRight + fact(a.whole.class))
	if a.marks&markDemonym != 0 && a.marks&markDefinite != 0 {
		ev.add(locDemonymAfter)
	}
	if a.marks&markSay != 0 {
		ev.add(locSayAfter)
	}
	if d.isBank(c) {
		ev.add(locBank)
	}
}

// isBank reports whether "the western bank" is followed by ل and a river, and so no name.
func (d *document) isBank(c *candidate) bool {
	if d.words[c.first].marks&markBank == 0 {
		return false
	}
	n := d.words[c.last-1].next
	if n >= 0 && d.words[n].marks&markRiver == 0 {
		n = d.words[n].next // الضفة الشرقية لنهر
	}
	return n >= 0 && d.words[n].marks&markRiver != 0
}
