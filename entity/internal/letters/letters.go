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

// numbers are the numbers of the letters from 1 to 36 by their codes, 0 for all others. Letters that Ortho folds have the
// number of what they fold to, so that a text in another Form scores alike.
var numbers = func() (n [256]uint8) {
	for c := 0x21; c <= 0x3A; c++ { // ء to غ
		n[c] = uint8(c - 0x21 + 1)
	}
	for c := 0x41; c <= 0x4A; c++ { // ف to ي
		n[c] = uint8(c - 0x41 + 27)
	}
	for _, c := range []int{0x22, 0x23, 0x25} { // آ أ إ
		n[c] = n[0x27]
	}
	n[0x49], n[0x29] = n[0x4A], n[0x47] // ى ة
	return n
}()

// Score returns how much likelier the letters of a word are those of a name than those of an ordinary word: the logarithm of
// the ratio, in 1/Unit. codes are those of normalize.Text, without marks; the article is no part of a word here. A word with
// a letter that is not Arabic has the score 0.
func Score(codes []byte) int {
	if len(codes) > 3 && codes[0] == 0x27 && codes[1] == 0x44 { // ال
		codes = codes[2:]
	}
	sum, one, two := 0, edge, edge*kinds+edge // the letter before, and the two before
	for _, c := range codes {
		n := int(numbers[c])
		if n == 0 {
			return 0
		}
		n--
		sum += int(int8(table[two*kinds+n]))
		one, two = n, one*kinds+n
	}
	return sum + int(int8(table[two*kinds+edge]))
}
