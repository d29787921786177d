package entity

import "github.com/musamma/musamma/normalize"

// maxMemberWords bounds the words of an unlisted member of a list: بقرص فوقاني.
const maxMemberWords = 2

// listMembers marks the words at which the members of a list after a plural or dual head begin (قرى س وص), and adds a
// candidate for each that may be unlisted. A list goes on as long as the next word is joined by و or a comma.
func (d *document) listMembers() {
	for _, h := range d.heads {
		if m := d.words[h].marks; m&markLocHead == 0 || m&markPlural == 0 {
			continue
		}
		d.members = d.members[:0]
		for i := d.words[h].next; i >= 0 && d.isMember(i, len(d.members) == 0); i = d.nextMember(i) {
			d.words[i].marks |= markListMember
			d.members = append(d.members, i)
		}
		list := mark(0)
		if d.words[h].strength >= 3 {
			list |= markStrongMember
		}
		if len(d.members) > 1 {
			list |= markManyMembers
		}
		for k, i := range d.members {
			d.words[i].marks |= list
			if end := d.listedEnd(i); end < 0 || d.goesOn(i, end) {
				d.unlistedMember(i, d.memberReading(i, k == 0))
			}
		}
	}
}

// isMember reports whether a member of a list may begin at word i: any word first, then one that و joins. A word is a
// member once, so that the cost stays linear.
func (d *document) isMember(i int32, first bool) bool {
	m := d.words[i].marks
	if m&(markListMember|markPreposition|markFunction|markAndFunction|markRelative|markSay) != 0 ||
		m&markLocHead != 0 && m&(markOutside|markPlural) != 0 {
		return false // the sentence goes on, or another list begins
	}
	return first || d.beginsWithWaw(i) || d.words[i].prev < 0 && (d.words[i].whole.class != clsCommon || d.listedEnd(i) >= 0)
}

// nextMember returns where the next member may begin after the one at word i, or -1.
func (d *document) nextMember(i int32) int32 {
	end := d.listedEnd(i)
	switch {
	case end >= 0 && d.goesOn(i, end):
		end = d.words[end-1].next + 1
	case end < 0:
		end = i + 1
		for n := 1; n < maxMemberWords; n++ {
			next := d.words[end-1].next
			if next < 0 || d.beginsWithWaw(next) || !d.mayContinue(next) {
				break
			}
			end = next + 1
		}
	}
	tokens := d.text.Tokens()
	n := d.words[end-1].next
	if n < 0 && int(end)+1 < len(tokens) && d.isComma(end) && tokens[end+1].Kind == normalize.Word {
		return end + 1
	}
	if n >= 0 && d.beginsWithWaw(n) {
		return n
	}
	return -1
}

// goesOn reports whether word i, of the listed places that begin there the longest ending before token end, is the first of
// two words that are not listed: قرى بقرص فوقاني وبقرص تحتاني. A word with the article is an adjective rather: مدينتي حلب
// وحماة السوريتين.
func (d *document) goesOn(i, end int32) bool {
	next := d.words[i].next
	return end == i+1 && next >= 0 && !d.beginsWithWaw(next) && d.mayContinue(next) && d.words[next].marks&(markDefinite|markDemonym) == 0
}

// mayContinue reports whether a word may be the second of an unlisted member.
func (d *document) mayContinue(i int32) bool {
	w := &d.words[i]
	return w.marks&(markPreposition|markFunction|markSay|markAct|markRelative) == 0 && w.whole.class != clsCommon
}

func (d *document) isComma(i int32) bool {
	t := d.text.Tokens()[i]
	s := d.text.Source()[t.Start:t.End]
	return s == "،" || s == ","
}

func (d *document) beginsWithWaw(i int32) bool {
	t := d.text.Tokens()[i]
	return t.Hi-t.Lo > 3 && d.text.Codes()[t.Lo] == codeWaw
}

// memberReading is the reading of a member of a list: after the first, without the و that joins it.
func (d *document) memberReading(i int32, first bool) reading {
	w := &d.words[i]
	if first || !d.beginsWithWaw(i) {
		return w.whole
	}
	if w.cut.class != clsNone && conjunction(w.cut.cut) {
		return w.cut
	}
	lo := d.text.Tokens()[i].Lo + 1
	class := unlistedClass(d.text.Codes()[lo:d.text.Tokens()[i].Hi])
	if p := d.x.common(d.stemKey(lo, d.text.Tokens()[i].Hi, normalize.Wa)); p >= 0 {
		class = clsCommon
	}
	return reading{class: class, lo: lo, cut: normalize.Wa}
}

// listedEnd returns the token after the longest listed place that begins at word i, or -1.
func (d *document) listedEnd(i int32) int32 {
	end := int32(-1)
	for _, n := range d.namesAt(i) {
		if n.typ == typeLocation && n.near == 0 {
			end = max(end, n.last)
		}
	}
	return end
}

// unlistedMember adds the candidates for an unlisted member that begins at word i: one word, or two where the second is
// not the beginning of the next member.
func (d *document) unlistedMember(i int32, r reading) {
	end, listed := i+1, d.listedEnd(i)
	for n := 1; n <= maxMemberWords; n++ {
		c := d.candidate(i, end, r.lo, typeLocation)
		c.cut = r.cut
		c.ev.add(locBias)
		c.ev.add(locMemberUnlisted)
		switch {
		case end > listed && listed >= 0:
			c.ev.add(locMemberExtends)
		case r.class.unlisted():
			c.ev.add(locMemberUnknown)
			addLetters(&c.ev, r.class)
		case r.class <= clsCommon:
			c.ev.add(locMemberCommon)
			if !d.isDefinite(r.lo) {
				c.ev.add(locMemberIndefinite) // مدن مزدهرة
			}
		}
		if n > 1 {
			c.ev.add(locMemberWords2)
		}
		d.placeLeft(c, r.cut)
		d.placeRight(c)
		d.finish(c)
		next := d.words[end-1].next
		if next < 0 || d.beginsWithWaw(next) || !d.mayContinue(next) {
			return
		}
		end = next + 1
	}
}

// isDefinite reports whether the word from code lo on has the article.
func (d *document) isDefinite(lo int32) bool {
	codes := d.text.Codes()[lo:]
	return len(codes) > 2 && codes[0] == codeAlef && codes[1] == codeLam
}
