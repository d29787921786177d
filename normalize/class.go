package normalize

import "unicode/utf8"

//go:generate go run gen.go

// The class of a code point decides where words begin and end; it does not depend on the Form. A code point that stands
// for others (a ligature, a presentation form) has the class of what it stands for, so that no folding moves a boundary.
const (
	classPunct      = iota // a sign, and whatever is not listed below: a token of its own
	classQuote             // a quotation mark or apostrophe, all alike (N28)
	classSpace             // white space and controls (N26)
	classNewline           // white space that ends a line (N26)
	classWord              // a letter of the Arabic script
	classLatin             // any other letter
	classNumber            // a digit or number
	classMark              // a nonspacing mark (N2-N4): belongs to the letter before
	classMarkKept          // an enclosing or spacing mark, never deleted
	classMarkFormat        // a nonspacing mark without content (N25): CGJ, emoji variation selectors
	classTatweel           // tatweel and small letters (N1, N6)
	classFormat            // bidi controls and other invisible signs (N23, N25)
	classSoft              // ZWNJ and ZWJ (N24)
	classDecimal           // Arabic decimal and thousands separators: inside a number they belong to it (N28)

	classMask   = 0x0F
	flagListed  = 0x10 // has an entry in listed
	flagDecomp  = 0x20 // unicode/norm decomposes it
	flagReplace = flagListed | flagDecomp
)

// A listing is what a code point of the compatibility part of the table stands for.
type listing struct {
	cp  rune
	seq string
}

// classOf returns class and flags of r, which must be a valid code point.
func classOf(r rune) uint8 {
	return classPages[classPage[r>>8]][r&0xFF]
}

// decode returns the code point at the start of s with its class and flags. An ill-formed byte is a sign of one byte (O5).
func decode(s string) (r rune, size int, class uint8) {
	c := s[0]
	if c < utf8.RuneSelf {
		return rune(c), 1, classPages[0][c]
	}
	if c >= 0xC2 && c <= 0xDF && len(s) > 1 && s[1]&0xC0 == 0x80 {
		r = rune(c&0x1F)<<6 | rune(s[1]&0x3F)
		return r, 2, classOf(r)
	}
	r, size = utf8.DecodeRuneInString(s)
	return r, size, classOf(r)
}

// illFormed tells whether decode's result was an ill-formed byte and not a sign that is written so.
func illFormed(r rune, size int) bool { return r == utf8.RuneError && size == 1 }

// listedSequence finds the sequence of a code point that has flagListed.
func listedSequence(r rune) string {
	lo, hi := 0, len(listed)
	for lo < hi {
		if m := (lo + hi) / 2; listed[m].cp < r {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return listed[lo].seq
}
