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

// A lexeme is what the lexicon says of a spelling, whatever stands around it. A document keeps some from text to text:
// more than half of the words of a text have been seen shortly before, and a look into the lexicon misses the caches.
type lexeme struct {
	key          normalize.Key
	productivity int8
	class        class            // as an unlisted word without marks, of an ordinary one by its letters; clsNone if not decided yet
	cutClass     class            // of the word without the proclitic cut, clsNone if there is no such reading
	cut          normalize.Clitic // of that reading
	cutLetters   uint8            // how many letters it takes off
}

// lexemeBits is the size of the cache: 96 KiB for 4,096 lexemes.
const lexemeBits = 12

// strictKey returns the Strict key of token i. Where the Form of the lists tells no Strict spellings, the spelling in that
// Form stands for them.
func (d *document) strictKey(i int32) normalize.Key {
	if d.hasStrict {
		return d.text.StrictKey(int(i))
	}
	return d.text.Key(int(i))
}

// lexeme returns what the lexicon says of token i.
func (d *document) lexeme(i int32) *lexeme {
	k := d.strictKey(i)
	h := (k.Lo ^ k.Hi*0xC2B2AE3D27D4EB4F) * 0x9E3779B97F4A7C15
	e := &d.lexemes[h>>(64-lexemeBits)]
	if e.key != k {
		*e = lexeme{key: k, productivity: int8(d.x.common(k))}
	}
	return e
}

// productivity returns the productivity of a match of one token without its proclitics, -1 if it is no ordinary word.
func (d *document) productivity(m *gazetteer.Match) int8 {
	if m.Lo == d.text.Tokens()[m.First].Lo {
		return d.lexeme(m.First).productivity
	}
	return int8(d.x.common(d.stemKey(m.Lo, m.Hi, m.Cut)))
}
