package entity

import "github.com/musamma/musamma/normalize"

// maxPatternWords bounds the words of an organisation read from its head noun, the head counted as one.
const maxPatternWords = 6

// A complement is what completes a head noun to the name of an organisation, and the head: it sums up the words of a
// candidate as it grows.
type complement struct {
	head     *word
	state    bool // the head is of a body of state
	definite bool // the head has the article

	words      int // the head and what completes it
	last       *word
	place      bool // a listed place begins in it
	known      bool // it has a word that the lists know as a name
	unknown    bool // it has an unlisted word
	indefinite bool // it has an ordinary word without the article
	closed     bool // the last word is none such
}

// add makes the complement longer by a word.
func (p *complement) add(w *word) {
	c := w.whole.class
	p.words, p.last = p.words+1, w
	p.place = p.place || w.marks&markPlaceStart != 0
	p.known = p.known || c.known()
	p.unknown = p.unknown || c.unlisted()
	p.closed = w.marks&(markDefinite|markPlaceStart) != 0 || c.known() || c.unlisted()
	p.indefinite = p.indefinite || !p.closed
}

// patternOrganization adds the head with one to five following words, as far as they may complete it.
func (d *document) patternOrganization(h int32) {
	head := &d.words[h]
	p := complement{head: head, words: 1, state: head.marks&markState != 0, definite: head.marks&markDefinite != 0}
	noun := d.headAt(h)
	if p.state && d.x.noStateBodies || head.marks&markInTitle != 0 && head.marks&markTitleWord == 0 && noun.first == h {
		return // وزير الخارجية names no ministry
	}
	for i := head.next; i >= 0 && p.words < maxPatternWords && d.mayComplete(&p, i); i = p.last.next {
		p.add(&d.words[i])
		if p.state && !p.place && p.last.marks&markDemonym == 0 {
			continue // a body of state is one by the name of its state
		}
		c := d.candidate(noun.first, i+1, noun.lo, typeOrganization)
		c.cut = noun.cut
		d.patternEvidence(c, &p)
		d.organizationContext(c)
		d.finish(c)
	}
}

// mayComplete reports whether word i may be the next one that completes a head.
func (d *document) mayComplete(p *complement, i int32) bool {
	m := d.words[i].marks
	switch definite := m&markDefinite != 0; {
	case m&(markPreposition|markFunction|markRelative|markSay|markTitle) != 0, m&markAct != 0 && !definite:
		return false
	case p.state && p.definite && !definite, m&markLocHead != 0 && m&markPlural != 0:
		return false // حرر الجيش قرى س وص
	}
	return !d.startsPreposition(i) && !d.startsClause(i)
}

// patternEvidence adds the evidence of a head and what completes it.
func (d *document) patternEvidence(c *candidate, p *complement) {
	ev, last := &c.ev, p.last
	demonym := last.marks&markDemonym != 0
	ev.add(orgBias)
	ev.add(orgPattern)
	if last.marks&markOrgEnd != 0 {
		ev.add(orgExtendsListed)
	}
	if p.state {
		ev.add(orgHeadState)
		if demonym {
			ev.add(orgStateDemonym)
		}
	} else {
		ev.add(orgHead1 - fact(min(p.head.strength, 3)-1))
	}
	if c.cut != normalize.Whole {
		ev.add(orgCutPattern)
	}
	if p.definite {
		ev.add(orgHeadDefinite)
		if p.indefinite {
			ev.add(orgIndefiniteAfterDefinite)
		}
	}
	if p.place {
		ev.add(orgPlaceComplement)
	}
	if demonym {
		ev.add(orgDemonymComplement)
	}
	if p.known {
		ev.add(orgNameComplement)
	}
	if p.unknown {
		ev.add(orgUnknownComplement)
	}
	switch {
	case p.words > 2:
		ev.add(orgPatternWords3 + fact(p.words-3))
	case p.closed:
		ev.add(orgDefiniteComplement)
	default:
		ev.add(orgIndefiniteComplement)
	}
	if !p.closed {
		ev.add(orgEndsIndefinite)
	}
	if n := last.next; n >= 0 {
		if a := &d.words[n]; a.marks&markDefinite != 0 && a.marks&(markNisba|markDemonym) != 0 {
			ev.add(orgNextAdjective)
		} else if t := d.text.Tokens()[n]; t.Hi-t.Lo > 3 && d.text.Codes()[t.Lo] == codeLam && d.text.Codes()[t.Lo+1] == codeLam {
			ev.add(orgNextLil)
		}
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
