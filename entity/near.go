package entity

import (
	"slices"

	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/gazetteer/spelling"
	"github.com/musamma/musamma/normalize"
)

// Approximate matching against whole lists, Options.Approximate: جوتيريش for غوتيريس. A word may be misspelt if nothing at
// all is known of it, as it stands or behind proclitics; what lists then hold near it, alone or as a part of a longer
// name, is a listed name with the facts near, near.long and near.words, which weigh against it, the less the longer it is.

// notMisspelt are the marks of words that are something else already.
const notMisspelt = markTitle | markTitleWord | markHead | markLocHead | markOrgHead | markSay | markAct | markPreposition |
	markRelative | markFunction | markAndFunction | markMaybeGiven | markMaybeFunction | markEvent | markDemonym | markInTitle

// misspelt collects the words that may be misspelt: of five letters or more, unknown, and in no name as they stand.
func (d *document) misspelt() {
	d.known = grow(d.known, len(d.words))
	clear(d.known)
	for k := range d.names {
		n := &d.names[k]
		for i := n.first; i < n.last; i++ {
			d.known[i] = true
		}
	}
	d.unknown = d.unknown[:0]
	tokens := d.text.Tokens()
	for i := range d.words {
		w := &d.words[i]
		if w.productivity < 0 && w.whole.class.unlisted() && (w.cut.class.unlisted() || w.cut.class == clsNone) && w.marks&notMisspelt == 0 &&
			!d.known[i] && tokens[i].Hi-tokens[i].Lo >= spelling.MinLetters {
			d.unknown = append(d.unknown, int32(i))
		}
	}
}

// approximate adds the listed names that the text nearly spells to d.names, in their place.
func (d *document) approximate() {
	if d.misspelt(); len(d.unknown) == 0 {
		return
	}
	exact := len(d.names)
	for l, near := range d.x.near {
		d.nearMatches = near.AppendMatches(d.nearMatches[:0], &d.text, d.unknown)
		for i := range d.nearMatches {
			m := &d.nearMatches[i]
			d.senses = d.x.layers[l].AppendSenses(d.senses[:0], m.Match, &d.text)
			for k := range d.senses {
				d.nearSense(uint8(l), m, &d.senses[k])
			}
		}
	}
	if len(d.names) > exact {
		slices.SortStableFunc(d.names, func(a, b named) int { return int(a.first) - int(b.first) })
	}
}

// nearSense notes a listed name that the text nearly spells.
func (d *document) nearSense(layer uint8, m *gazetteer.NearMatch, s *gazetteer.Sense) {
	if s.Roles != 0 || s.Flags&(gazetteer.Ambiguous|gazetteer.StrictOnly|gazetteer.Never) != 0 {
		return
	}
	n := named{
		first: m.First, last: m.Last, lo: m.Lo, hi: m.Hi, cut: m.Cut, near: uint8(min(m.Distance, 255)),
		layer: layer, entry: s.Entry, typ: d.x.types[layer][s.Type], weight: s.Weight,
		cue: d.x.cues[layer][s.Cue], user: !d.x.graded[layer], productivity: -1, strict: true,
	}
	if m.Last-m.First == 1 {
		if n.productivity = d.productivityOf(layer, s.Entry); n.productivity >= inflects {
			return
		}
	} else {
		for i := n.first; i < n.last; i++ {
			d.words[i].marks |= markInName
		}
	}
	d.names = append(d.names, n)
}

// inflects is the productivity of an ordinary word; the lexicon holds many names too, with fewer forms. Nothing is near a
// name that is such a word.
const inflects = 3

// productivityOf returns the productivity of the name of an entry as an ordinary word, -1 if it is none.
func (d *document) productivityOf(layer uint8, entry uint32) int8 {
	d.stem = d.stem[:0]
	for _, c := range d.x.layers[layer].Entry(entry).Name {
		if c >= '\u064B' && c <= '\u0652' || c == '\u0670' {
			continue // a mark
		}
		if c < 'ء' || c > 'ي' {
			return -1
		}
		d.stem = append(d.stem, byte(c))
	}
	return int8(d.x.common(normalize.KeyOf(d.stem)))
}

// addNear adds the facts of a listed name that the text nearly spells; the three facts from base stand for that, for one
// long word, and for several.
func (ev *Evidence) addNear(n *named, base fact) {
	ev.add(base)
	switch {
	case n.last-n.first > 1:
		ev.add(base + 2)
	case n.hi-n.lo >= longWord:
		ev.add(base + 1)
	}
}

// longWord is how many letters a word needs that hardly is near another by chance.
const longWord = 8
