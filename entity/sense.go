package entity

import (
	"slices"

	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/normalize"
)

// sense notes one sense of a match.
func (d *document) sense(layer uint8, m *gazetteer.Match, s *gazetteer.Sense) {
	if !s.Strict {
		if s.Flags&gazetteer.StrictOnly != 0 {
			return
		}
		if m.Last-m.First == 1 && s.Roles&gazetteer.Function == 0 && d.contradicts(m) && !d.x.layers[layer].OmitsHamza(*s, *m, &d.text) {
			if s.Roles&gazetteer.Given != 0 && m.Cut == normalize.Whole {
				d.words[m.First].marks |= markMaybeGiven
			}
			return
		}
	}
	if s.Roles == 0 {
		d.nameSense(layer, m, s)
		return
	}
	cue := d.x.cues[layer][s.Cue]
	if s.Roles&(gazetteer.Title|gazetteer.Head) != 0 {
		d.titleSense(layer, m, s, cue)
	}
	switch m.Last - m.First {
	case 1:
		d.wordSense(m, s, cue)
	case 2:
		if s.Roles&(gazetteer.Given|gazetteer.Family) != 0 { // a name word written apart: نصر الله
			d.wordSense(m, s, cue)
		}
	}
}

// nameSense notes a listed name.
func (d *document) nameSense(layer uint8, m *gazetteer.Match, s *gazetteer.Sense) {
	d.names = append(d.names, named{})
	n := &d.names[len(d.names)-1]
	n.first, n.last, n.lo, n.hi, n.cut = m.First, m.Last, m.Lo, m.Hi, m.Cut
	n.layer, n.entry, n.typ, n.weight = layer, s.Entry, d.x.types[layer][s.Type], s.Weight
	n.cue, n.strict, n.user, n.productivity = d.x.cues[layer][s.Cue], s.Strict, !d.x.graded[layer], -1
	n.ambiguous, n.never = s.Flags&gazetteer.Ambiguous != 0, s.Flags&gazetteer.Never != 0
	first, last := d.marksOf(m)
	single := m.Last-m.First == 1
	if single {
		n.productivity = d.productivity(m)
	} else {
		for i := m.First; i < m.Last; i++ {
			d.around[i] |= markInName
		}
	}
	if n.cut == normalize.Whole && !n.ambiguous {
		*first |= markWholeName
	}
	switch n.typ {
	case typeLocation:
		*first |= markPlaceStart
		*last |= markPlaceEnd
		if conjunction(m.Cut) {
			*first |= markAndPlace
		}
		if single {
			*first |= markPlaceWord
		}
	case typeOrganization:
		*first |= markOrgStart
		*last |= markOrgEnd
	}
}

// marksOf returns the marks of the first and the last word of a match. What names of several words tell is kept apart
// until the words are classified.
func (d *document) marksOf(m *gazetteer.Match) (first, last *mark) {
	if m.Last-m.First == 1 {
		own := &d.words[m.First].marks
		return own, own
	}
	return &d.around[m.First], &d.around[m.Last-1]
}

// titleSense notes a title or a head noun of one or several words.
func (d *document) titleSense(layer uint8, m *gazetteer.Match, s *gazetteer.Sense, cue cueID) {
	first, last := d.marksOf(m)
	if s.Roles&gazetteer.Title != 0 {
		*first |= markTitleWord
		*last |= markTitle
		if cue == cueConstruct {
			*last |= markConstruct
		}
	}
	if s.Roles&gazetteer.Head != 0 {
		*first |= markHead
		*last |= headMarks[cue]
		if d.x.types[layer][s.Type] == typeLocation {
			*last |= markLocHead
		} else {
			*last |= markOrgHead
		}
		w := &d.words[m.Last-1]
		w.strength = max(w.strength, min(s.Weight, 3), 1) // a list may leave the weight out
		if first == last {
			w.headLo, w.headCut = m.Lo, m.Cut
		} else if w.state == stateAlone {
			w.state = stateMixed
		}
	}
	if first != last {
		for i := m.First; i < m.Last; i++ {
			d.around[i] |= markInTitle
		}
		if s.Roles&gazetteer.Head != 0 {
			d.longHeads = append(d.longHeads, head{last: m.Last - 1, first: m.First, lo: m.Lo, cut: m.Cut})
		}
	}
}

// headAt returns the longest head noun that ends in word i.
func (d *document) headAt(i int32) head {
	k, _ := slices.BinarySearchFunc(d.longHeads, i, func(h head, i int32) int { return int(h.last) - int(i) })
	if k < len(d.longHeads) && d.longHeads[k].last == i {
		return d.longHeads[k]
	}
	w := &d.words[i]
	return head{last: i, first: i, lo: w.headLo, cut: w.headCut}
}

// wordSense notes what a single word can be beside a name, and as a part of one.
func (d *document) wordSense(m *gazetteer.Match, s *gazetteer.Sense, cue cueID) {
	w := &d.words[m.First]
	if m.Last-m.First > 1 {
		w.reopen()
	}
	w.marks |= cueMark(s, cue, m.Cut)
	r := &w.whole
	if m.Lo != d.text.Tokens()[m.First].Lo {
		r = &w.cut
		switch {
		case r.class == clsNone:
		case r.lo < m.Lo:
			return // the fewest letters win
		case r.lo > m.Lo: // a name of two words comes after what was known of the first one
			*r = reading{}
		}
		r.lo, r.cut = m.Lo, m.Cut
	}
	switch {
	case s.Roles&gazetteer.Link != 0 && cue == cueParticle:
		r.class = clsParticle
	case s.Roles&gazetteer.Link != 0:
		r.class = clsLink
	case s.Roles&gazetteer.Ordinal != 0:
		r.class = clsOrdinal
	case s.Roles&(gazetteer.Given|gazetteer.Family) != 0:
		r.grade = max(r.grade, min(s.Weight, 3), 1)
		r.given = r.given || s.Roles&gazetteer.Given != 0
		if r.class == clsNone {
			r.class = clsRare // graded by classify
		}
	case s.Roles&gazetteer.Demonym != 0 && r.class == clsNone:
		r.class = clsDemonym
	}
}

// cueMark returns the marks of a word that stands beside names.
func cueMark(s *gazetteer.Sense, cue cueID, cut normalize.Clitic) mark {
	marks, roles := mark(0), s.Roles
	if roles&gazetteer.Demonym != 0 {
		marks |= markDemonym
	}
	if roles&gazetteer.Speech != 0 {
		if cue == cueSay {
			marks |= markSay
		} else {
			marks |= markAct
		}
	}
	if roles&gazetteer.Event != 0 {
		if cue == cueSport {
			marks |= markSport
		} else {
			marks |= markEvent
		}
	}
	if roles&gazetteer.Function != 0 {
		switch {
		case conjunction(cut):
			marks |= markAndFunction
		case cut != normalize.Whole:
		case !s.Strict:
			marks |= markMaybeFunction
		case cue == cuePreposition:
			marks |= markPreposition
		case cue == cueRelative:
			marks |= markRelative
		default:
			marks |= markPlainFunction
		}
	}
	return marks
}
