// Package letters tells by its letters alone whether a word that no list holds is rather a name or rather an ordinary word:
// شونيسي sounds like a name, يتقاضاها like a word. It compares how often three letters follow one another in the names and
// in the words of the lists.
package letters

import _ "embed"

//go:generate go run gen.go

// table holds for every three letters the logarithm of how much likelier the third one is in a name than in a word when
// the other two stand before it, in units of 1/Unit. It is written by gen.go.
//
//go:embed table.bin
var table string

const (
	// Unit is how many units of Score a factor of e is.
	Unit = 8

	edge  = 36 // before the first letter and behind the last
	kinds = 37
)

// number returns the number of a letter from 0 to 35; ok is false for anything but the 36 letters of Arabic.
func number(code byte) (n int, ok bool) {
	switch {
	case code >= 0x21 && code <= 0x3A: // ء to غ
		return int(code) - 0x21, true
	case code >= 0x41 && code <= 0x4A: // ف to ي
		return int(code) - 0x41 + 26, true
	}
	return 0, false
}

// Score returns how much likelier the letters of a word are those of a name than those of an ordinary word: the logarithm of
// the ratio, in 1/Unit. codes are those of normalize.Text in the Form Ortho; the article is no part of a word here. A word
// with a letter that is not Arabic has the score 0.
func Score(codes []byte) int {
	if len(codes) > 3 && codes[0] == 0x27 && codes[1] == 0x44 { // ال
		codes = codes[2:]
	}
	sum, at := 0, edge*kinds+edge // the two letters before
	for _, c := range codes {
		n, ok := number(c)
		if !ok {
			return 0
		}
		at = at*kinds + n
		sum += int(int8(table[at]))
		at %= kinds * kinds
	}
	return sum + int(int8(table[at*kinds+edge]))
}
