package entity

import "github.com/musamma/musamma/normalize"

// maxPatternWords bounds the words of an organisation read from its head noun, the head included.
const maxPatternWords = 6

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
	} else if head&markState != 0 && d.x.noStateBodies && !n.user {
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
	if n.ambiguous {
		ev.add(orgAmbiguousFlag)
	}
	if f := organizationClasses[n.cue]; f != 0 {
		ev.add(f)
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

// patternOrganization adds the head with one to five following words, as far as they may complete it.
func (d *document) patternOrganization(h int32) {
	head := &d.words[h]
	state := head.marks&markState != 0
	if state && d.x.noStateBodies || head.marks&markInTitle != 0 && head.marks&markTitleWord == 0 {
		return // وزير الخارجية names no ministry
	}
	definite := head.marks&markDefinite != 0
	var indefinite, place, demonym, known, unknown bool
	i := h
	for n := 2; n <= maxPatternWords; n++ {
		i = d.words[i].next
		if i < 0 {
			return
		}
		w := &d.words[i]
		if w.marks&(markPreposition|markFunction|markRelative|markSay|markTitle) != 0 || w.marks&markAct != 0 && w.marks&markDefinite == 0 {
			return
		}
		if d.startsPreposition(i) || d.startsClause(i) {
			return
		}
		if state && definite && w.marks&markDefinite == 0 || w.marks&markLocHead != 0 && w.marks&markPlural != 0 {
			return // حرر الجيش قرى س وص
		}
		place = place || w.marks&markPlaceStart != 0
		demonym = w.marks&markDemonym != 0
		known = known || w.whole.class.known()
		unknown = unknown || w.whole.class.unlisted()
		isDefinite := w.marks&(markDefinite|markPlaceStart) != 0 || w.whole.class.known() || w.whole.class.unlisted()
		indefinite = indefinite || !isDefinite
		if state && !demonym && !place {
			continue // a body of state is one by the name of its state
		}
		noun := d.headAt(h)
		c := d.candidate(noun.first, i+1, noun.lo, typeOrganization)
		c.cut = noun.cut
		ev := &c.ev
		if w.marks&markOrgEnd != 0 {
			ev.add(orgExtendsListed)
		}
		ev.add(orgBias)
		ev.add(orgPattern)
		switch {
		case state:
			ev.add(orgHeadState)
			if demonym {
				ev.add(orgStateDemonym)
			}
		default:
			ev.add(orgHead1 - fact(min(head.strength, 3)-1))
		}
		if c.cut != normalize.Whole {
			ev.add(orgCutPattern)
		}
		if definite {
			ev.add(orgHeadDefinite)
			if indefinite {
				ev.add(orgIndefiniteAfterDefinite)
			}
		}
		if place {
			ev.add(orgPlaceComplement)
		}
		if demonym {
			ev.add(orgDemonymComplement)
		}
		if known {
			ev.add(orgNameComplement)
		}
		if unknown {
			ev.add(orgUnknownComplement)
		}
		if n == 2 {
			if isDefinite {
				ev.add(orgDefiniteComplement)
			} else {
				ev.add(orgIndefiniteComplement)
			}
		}
		if !isDefinite {
			ev.add(orgEndsIndefinite)
		}
		if nx := w.next; nx >= 0 {
			if a := &d.words[nx]; a.marks&markDefinite != 0 && a.marks&(markNisba|markDemonym) != 0 {
				ev.add(orgNextAdjective)
			} else if t := d.text.Tokens()[nx]; t.Hi-t.Lo > 3 && d.text.Codes()[t.Lo] == codeLam && d.text.Codes()[t.Lo+1] == codeLam {
				ev.add(orgNextLil)
			}
		}
		if n > 2 {
			ev.add(orgPatternWords3 + fact(n-3))
		}
		d.organizationContext(c)
		d.finish(c)
	}
}

// startsPreposition reports whether a word is ل or ب before an ordinary word, which ends what may complete a head (جامعة
// دمشق لتنظيف), rather than a word of its own (لجنة) or لل before a complement (العربية للتصنيع).
func (d *document) startsPreposition(i int32) bool {
	t := d.text.Tokens()[i]
	codes := d.strict[t.Lo:t.Hi]
	if len(codes) < 4 || codes[0] != codeLam && codes[0] != codeBa || codes[0] == codeLam && codes[1] == codeLam || d.words[i].productivity > 1 {
		return false
	}
	return d.x.common(normalize.KeyOf(codes[1:])) >= 0
}

// startsClause reports whether a word is و before an ordinary word without the article, which does not go on with what
// completes a head (حزب الله وسيطرة الجيش) as one with the article does (وزارة الزراعة والري).
func (d *document) startsClause(i int32) bool {
	t := d.text.Tokens()[i]
	codes := d.strict[t.Lo:t.Hi]
	if len(codes) < 4 || codes[0] != codeWaw || codes[1] == codeAlef && codes[2] == codeLam || d.words[i].whole.class > clsCommon {
		return false
	}
	return d.x.common(normalize.KeyOf(codes[1:])) > int(d.words[i].productivity)
}

// isClub reports whether a list calls an organisation a club.
func isClub(c cueID) bool { return c == cueClub || c == cueClubCity || c == cueClubWord }
