package entity

import "github.com/musamma/musamma/normalize"

// organizations adds a candidate for each listed organisation, for a head noun with what may complete it (حزب العمال،
// منظمة الصحة العالمية) and for a quoted string after a head.
func (d *document) organizations() {
	for k := range d.names {
		if n := &d.names[k]; n.typ == typeOrganization {
			d.listedOrganization(int32(k), n)
		}
	}
	for _, h := range d.heads {
		if m := d.words[h].marks; m&markOrgHead != 0 {
			d.quotedOrganization(h)
			if m&(markPlural|markMedia|markClub) == 0 {
				d.patternOrganization(h)
			}
		}
	}
}

func (d *document) listedOrganization(k int32, n *named) {
	head := d.words[n.first].marks
	if n.last-n.first == 1 || head&markOrgHead == 0 {
		head = 0
	}
	if d.x.noStateBodies && !n.user && (head&markState != 0 || isStateBody(n.cue)) {
		return
	}
	c := d.candidate(n.first, n.last, n.lo, typeOrganization)
	c.named, c.cut = k, n.cut
	ev := &c.ev
	ev.add(orgBias)
	ev.add(orgListed)
	if n.near != 0 {
		ev.addNear(n, orgNear)
	}
	switch {
	case head&markState != 0:
		ev.add(orgHeadState)
		if next := d.words[n.last-1].next; next >= 0 && d.words[next].marks&markDemonym != 0 {
			ev.add(orgStateBeforeDemonym)
		} else if d.words[n.last-1].marks&markDemonym != 0 {
			ev.add(orgStateDemonym)
		}
	case head&markMedia != 0:
		ev.add(orgStartsMedia)
	case head&markClub != 0:
		ev.add(orgStartsClub)
	case head != 0:
		ev.add(orgStartsHead)
	}
	if n.user {
		ev.add(orgUser)
	}
	words := n.last - n.first
	switch {
	case words == 2:
		ev.add(orgWords2)
	case words > 2:
		ev.add(orgWords3)
	}
	addProductivity(ev, n.productivity, orgCommon0)
	if p, joined := d.before(n.first, n.cut); p < 0 || joined || d.words[p].marks&(markMedia|markClub) == 0 {
		if n.ambiguous { // but قناة الجزيرة، نادي النصر
			ev.add(orgAmbiguousFlag)
		}
		if f := organizationClasses[n.cue]; f != 0 {
			ev.add(f)
		}
	}
	if words > 1 && isClub(n.cue) && d.words[n.last-1].marks&markDemonym != 0 {
		ev.add(orgEndsDemonym) // ميلان الإيطالي
	}
	if !n.strict {
		ev.add(orgNotStrict)
	}
	w := &d.words[n.first]
	if n.cut != normalize.Whole {
		ev.add(orgCut)
		if !w.whole.class.unlisted() {
			ev.add(orgWholeIsCommon)
		}
	}
	if d.wholeListed(c) {
		ev.add(orgWholeListed)
	}
	if words == 1 {
		if w.marks&markPlaceWord != 0 {
			ev.add(orgIsPlace)
		}
		if w.whole.class.known() && n.cut == normalize.Whole {
			ev.add(orgIsName)
		}
	}
	if d.sport(n.first) {
		if n.cue == cueClubCity {
			ev.add(orgSportCity)
		} else {
			ev.add(orgSport)
		}
	}
	d.organizationContext(c)
	d.addInside(c, orgInside, orgInsideOther)
	d.finish(c)
}

// organizationContext adds the evidence of what stands around an organisation.
func (d *document) organizationContext(c *candidate) {
	ev := &c.ev
	tokens := d.text.Tokens()
	if c.first > 0 && tokens[c.first-1].Kind == normalize.Quote && int(c.last) < len(tokens) && tokens[c.last].Kind == normalize.Quote {
		ev.add(orgQuoted)
		if c.first > 1 && d.words[c.first-2].marks&markOrgHead != 0 {
			ev.add(orgQuoteHead)
		}
	}
	if d.isShort(c) {
		ev.add(orgParen)
	}
	if p, joined := d.before(c.first, c.cut); p >= 0 {
		b := &d.words[p]
		if joined {
			if b.marks&markOrgEnd != 0 {
				ev.add(orgCoordBefore)
			}
		} else {
			ev.add(orgLeft + fact(b.whole.class))
			d.organizationLeft(ev, b, c)
		}
	}
	n := d.words[c.last-1].next
	if n < 0 {
		return
	}
	a := &d.words[n]
	if d.beginsWithWaw(n) && a.marks&markOrgStart != 0 {
		ev.add(orgCoordAfter)
		return
	}
	ev.add(orgRight + fact(a.whole.class))
	if a.marks&markSay != 0 {
		ev.add(orgSayAfter)
	}
}

// isShort reports whether a candidate stands alone in parentheses behind a listed organisation, as its short name does:
// وكالة الأنباء القطرية (قنا).
func (d *document) isShort(c *candidate) bool {
	tokens, source := d.text.Tokens(), d.text.Source()
	return c.first > 1 && int(c.last) < len(tokens) && source[tokens[c.first-1].Start] == '(' &&
		tokens[c.last].Kind == normalize.Punct && source[tokens[c.last].Start] == ')' && d.words[c.first-2].marks&markOrgEnd != 0
}

func (d *document) organizationLeft(ev *Evidence, b *word, c *candidate) {
	if b.marks&markPreposition != 0 {
		ev.add(orgPreposition)
	}
	if b.marks&markOrgHead != 0 {
		switch {
		case b.marks&markMedia != 0:
			ev.add(orgMediaHead)
		case b.marks&markClub != 0:
			ev.add(orgClubHead)
		default:
			ev.add(orgHeadInside)
		}
	}
	if b.marks&markEvent != 0 {
		ev.add(orgEventBefore)
	}
	if b.marks&markSay != 0 {
		ev.add(orgSayBefore)
	}
	if b.marks&markTitle != 0 {
		ev.add(orgTitleBefore)
		if b.marks&markConstruct != 0 {
			ev.add(orgTitleConstruct)
		}
	}
}

// quotedOrganization adds the one to four quoted words directly after a head: وكالة «سانا».
func (d *document) quotedOrganization(h int32) {
	tokens := d.text.Tokens()
	i := h + 2
	if int(i) >= len(tokens) || tokens[h+1].Kind != normalize.Quote {
		return
	}
	j := i
	for ; int(j) < len(tokens) && tokens[j].Kind == normalize.Word && j-i < 4; j++ {
	}
	if j == i || int(j) >= len(tokens) || tokens[j].Kind != normalize.Quote {
		return
	}
	c := d.candidate(i, j, tokens[i].Lo, typeOrganization)
	c.ev.add(orgBias)
	d.organizationContext(c)
	switch m := d.words[h].marks; {
	case m&markMedia != 0:
		c.ev.add(orgMediaHead)
	case m&markClub != 0:
		c.ev.add(orgClubHead)
	}
	d.finish(c)
}

// isStateBody reports whether a list calls an organisation a body of state.
func isStateBody(c cueID) bool {
	return c == cueGovernment || c == cueMilitary || c == cueMinistry || c == cueParliament
}

// isClub reports whether a list calls an organisation a club.
func isClub(c cueID) bool { return c == cueClub || c == cueClubCity || c == cueClubWord }
