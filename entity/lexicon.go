package entity

import (
	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/normalize"
)

// common returns the productivity of an ordinary word by its Strict key, or -1 if no layer's lexicon holds it.
func (x *Extractor) common(k normalize.Key) int {
	for _, g := range x.layers {
		if p, ok := g.Common(k); ok {
			return p
		}
	}
	return -1
}

// askCommon finds the productivity of the unread words.
func (d *document) askCommon() {
	d.asked = d.asked[:0]
	for _, i := range d.unread {
		d.asked = append(d.asked, d.strictKey(i))
	}
	for _, g := range d.x.layers {
		d.productivities = g.AppendCommon(d.productivities[:0], d.asked)
		for k, p := range d.productivities {
			if w := &d.words[d.unread[k]]; w.productivity < 0 {
				w.productivity = int8(p)
			}
		}
	}
}

// strictKey returns the Strict key of token i. Where the Form of the lists tells no Strict spellings, the spelling in that
// Form stands for them.
func (d *document) strictKey(i int32) normalize.Key {
	if d.hasStrict {
		return d.text.StrictKey(int(i))
	}
	return d.text.Key(int(i))
}

// productivity returns the productivity of a match of one token without its proclitics, -1 if it is no ordinary word.
func (d *document) productivity(m *gazetteer.Match) int8 {
	if m.Lo == d.text.Tokens()[m.First].Lo {
		return d.words[m.First].productivity
	}
	return int8(d.x.common(d.stemKey(m.Lo, m.Hi, m.Cut)))
}
