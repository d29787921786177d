package entity

import "github.com/musamma/musamma/normalize"

// personLeft returns the evidence of what stands before a name that begins with reading r of word i.
func (d *document) personLeft(i int32, r reading) Evidence {
	var ev Evidence
	d.personCut(&ev, i, r)
	p, joined := d.before(i, r.cut)
	if p < 0 {
		d.leftEdge(&ev, i, perSentenceStart, perPunctBefore, perQuoteBefore)
		return ev
	}
	w := &d.words[p]
	if joined {
		if w.whole.class.known() || w.marks&markPlaceEnd != 0 {
			ev.add(perCoordBefore)
		}
		return ev
	}
	ev.add(perLeft + fact(w.whole.class))
	switch d.titleBefore(i) {
	case titleDirect:
		ev.add(perTitle)
	case titleAdjective:
		ev.add(perTitleAdjective)
	case titleComplement:
		ev.add(perTitleComplement)
	}
	switch {
	case w.marks&markSay != 0:
		ev.add(perSayBefore)
	case w.marks&markAct != 0:
		ev.add(perActBefore)
	case w.marks&markPreposition != 0:
		ev.add(perPrepositionBefore)
	}
	if w.marks&markDemonym != 0 {
		ev.add(perDemonymBefore)
	}
	if w.marks&markLocHead != 0 {
		ev.add(perLocHeadBefore)
	}
	if w.marks&markOrgHead != 0 {
		ev.add(perOrgHeadBefore)
	}
	if w.marks&markEvent != 0 {
		ev.add(perEventBefore)
	}
	return ev
}

// personCut adds the evidence of the proclitic that was taken off word i.
func (d *document) personCut(ev *Evidence, i int32, r reading) {
	if r.cut == normalize.Whole {
		return
	}
	addCut(ev, r.cut, perCutWa)
	if c := d.words[i].whole.class; !c.unlisted() && c != clsNone {
		ev.add(perWholeIsCommon)
	}
}

// personRight adds the evidence of what stands after a name that ends with word j.
func (d *document) personRight(c *candidate, j int32) {
	n := d.words[j].next
	if n < 0 {
		d.rightEdge(&c.ev, j, perPunctAfter, perQuoteAfter, perParenAfter)
		return
	}
	w := &d.words[n]
	if w.cut.class != clsNone && conjunction(w.cut.cut) {
		if w.cut.class.known() {
			c.ev.add(perCoordAfter)
		}
		return
	}
	c.ev.add(perRight + fact(w.whole.class))
	switch {
	case w.marks&markSay != 0:
		c.ev.add(perSayAfter)
	case w.marks&markAct != 0:
		c.ev.add(perActAfter)
	case w.marks&markRelative != 0:
		c.ev.add(perRelativeAfter)
	}
}
