package entity

import "github.com/musamma/musamma/normalize"

// How a title stands before a name.
type titleKind uint8

const (
	titleNone       titleKind = iota
	titleDirect               // الرئيس س
	titleAdjective            // الرئيس السوري س
	titleComplement           // رئيس الوزراء السوداني س، مدرب منتخب مصر س
)

// maxComplement bounds the words between a title and the name, "رئيس هيئة أركان القوات المسلحة الإيرانية س" has five.
const maxComplement = 6

// titleBefore looks for a title before word i, through demonyms and a complement.
func (d *document) titleBefore(i int32) titleKind {
	p := d.words[i].prev
	if p < 0 {
		return titleNone
	}
	if d.words[p].marks&markTitle != 0 {
		return titleDirect
	}
	kind := titleAdjective
	for range maxComplement {
		w := &d.words[p]
		if w.marks&markTitle != 0 {
			if kind == titleComplement && w.marks&markConstruct == 0 {
				return titleNone
			}
			return kind
		}
		if w.marks&(markSay|markAct|markPreposition|markRelative|markFunction) != 0 || w.whole.class == clsStrong && w.marks&(markPlaceEnd|markDemonym) == 0 {
			return titleNone
		}
		if w.marks&markDemonym == 0 {
			kind = titleComplement
		}
		if p = w.prev; p < 0 {
			return titleNone
		}
	}
	return titleNone
}

// before returns the word before word i, or -1, and whether the two are joined by و or ف: by the proclitic cut, or by
// a letter that stands alone, as corpora and careless typists write it.
func (d *document) before(i int32, cut normalize.Clitic) (p int32, joined bool) {
	p = d.words[i].prev
	if p >= 0 && cut == normalize.Whole && d.isLoneWaw(p) {
		return d.words[p].prev, true
	}
	return p, conjunction(cut)
}

func (d *document) isLoneWaw(i int32) bool {
	t := d.text.Tokens()[i]
	return t.Hi-t.Lo == 1 && d.text.Codes()[t.Lo] == codeWaw
}

// leftEdge adds the evidence for a name that nothing stands directly before: the sentence begins, or a sign.
func (d *document) leftEdge(ev *Evidence, i int32, start, punct, quote fact) {
	if i == 0 {
		ev.add(start)
		return
	}
	switch d.text.Tokens()[i-1].Kind {
	case normalize.Break:
		ev.add(start)
	case normalize.Quote:
		ev.add(quote)
	case normalize.Punct:
		if d.endsSentence(i - 1) {
			ev.add(start)
		} else {
			ev.add(punct)
		}
	}
}

// rightEdge does the same for the word j that nothing stands directly after.
func (d *document) rightEdge(ev *Evidence, j int32, punct, quote, paren fact) {
	tokens := d.text.Tokens()
	if int(j)+1 >= len(tokens) {
		return
	}
	t := tokens[j+1]
	switch t.Kind {
	case normalize.Quote:
		ev.add(quote)
	case normalize.Punct:
		if d.text.Source()[t.Start] == '(' {
			ev.add(paren)
		} else {
			ev.add(punct)
		}
	}
}

// endsSentence reports whether token i is a full stop, a question mark or the like.
func (d *document) endsSentence(i int32) bool {
	t := d.text.Tokens()[i]
	switch d.text.Source()[t.Start:t.End] {
	case ".", "!", "?", "؟", "۔":
		return true
	}
	return t.Kind == normalize.Break
}

// conjunction reports whether nothing but و or ف was taken off a word.
func conjunction(cut normalize.Clitic) bool {
	return cut != normalize.Whole && cut.Preposition() == normalize.Whole
}

// addCut adds the fact for the proclitic that was taken off; the six facts from base stand for و ف ب ك ل لل, of two
// proclitics for the one next to the name.
func addCut(ev *Evidence, cut normalize.Clitic, base fact) {
	switch cut.Preposition() {
	case normalize.Bi:
		ev.add(base + 2)
	case normalize.Ka:
		ev.add(base + 3)
	case normalize.Li:
		ev.add(base + 4)
	case normalize.LiAl, normalize.LiAll:
		ev.add(base + 5)
	default:
		switch cut.Conjunction() {
		case normalize.Wa:
			ev.add(base)
		case normalize.Fa:
			ev.add(base + 1)
		}
	}
}
