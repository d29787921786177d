package normalize

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A builder folds one token at a time into codes, letter by letter: the slow path of a Text, the whole of Fold.
//
// Deleted characters vanish first, then hamza marks compose with the letter of their cluster (N5), marks are deleted,
// letters are mapped, the last letter takes its final form, and doubled letters collapse last. Every step rewrites the
// codes in place, which works because each of these letters is a code of one byte.
type builder struct {
	f      *folding
	codes  []byte
	strict []byte // Strict codes at the same positions; used when twin
	twin   bool
	trace  bool
	starts []int32 // for a trace: where in the source the cluster of each code begins
	parts  []int32 // for a trace: the codes, counted from the first of the token, before which a joiner stands

	class      uint8
	first      int  // codes before the token
	start, end int  // of the token in the source; end is after trailing marks (O1) and before trailing tatweel (O2)
	kept       int  // codes up to end
	base       rune // folded letter of the open cluster, 0 if there is none
	sbase      rune // the same at Strict
	blocked    bool // a kept tatweel or invisible sign stands after base: marks are no longer its own
	at         int  // where base stands in codes
	prev       rune // the folded letter that ends where base begins, 0 if none
	prevAt     int  // where prev stands in codes
	last       rune // last letter as written
	tanween    bool // the open cluster has fathatan
	vowels     bool // the open cluster has any mark
	before     bool // the cluster before the open one had fathatan
	softAt     int  // source offset of a joiner after the last letter, -1 if none
	flags      TokenFlags
	source     int32 // source offset of the cluster in work
}

// token folds the token of the class that begins at s[i] and returns where scanning goes on: after the deleted
// characters that follow the token.
func (b *builder) token(s string, i int, class uint8) int {
	b.class, b.first = class, len(b.codes)
	b.start, b.end = i, i
	b.base, b.sbase, b.prev, b.last = 0, 0, 0, 0
	b.tanween, b.vowels, b.before, b.blocked = false, false, false, false
	b.softAt, b.flags = -1, 0
	if class != classWord {
		b.source = int32(i)
		b.putByte(signCode)
	}
	b.kept = len(b.codes)
	for i < len(s) {
		r, size, props := decode(s[i:])
		switch k := props & classMask; k {
		case class:
			b.source = int32(i)
			before := len(b.codes) - b.first
			b.character(r, s[i:i+size], props)
			if b.softAt >= 0 {
				b.flags |= Soft
				if b.trace {
					b.parts = append(b.parts, int32(before))
				}
			}
			b.softAt = -1
			b.end, b.kept = i+size, len(b.codes)
		case classMark, classMarkKept, classMarkFormat:
			b.character(r, s[i:i+size], props)
			b.end, b.kept = i+size, len(b.codes)
		case classTatweel:
			b.transparent(r, i, Tatweel)
		case classFormat:
			b.transparent(r, i, Invisible)
		case classSoft:
			b.softAt = i
			b.transparent(r, i, Invisible)
		case classDecimal:
			if class != classNumber || !numberFollows(s[i+size:]) {
				b.finish()
				return i
			}
			b.source = int32(i)
			b.putString(s[i : i+size])
			b.end, b.kept = i+size, len(b.codes)
		default:
			b.finish()
			return i
		}
		i += size
	}
	b.finish()
	return i
}

// numberFollows tells whether the first character that is neither mark nor deleted is a digit (N28).
func numberFollows(s string) bool {
	for i := 0; i < len(s); {
		_, size, props := decode(s[i:])
		switch props & classMask {
		case classNumber:
			return true
		case classMark, classMarkKept, classMarkFormat, classTatweel, classFormat, classSoft:
			i += size
		default:
			return false
		}
	}
	return false
}

// character folds a letter, digit or mark of the token; compatibility characters are taken apart first (N19-N21).
func (b *builder) character(r rune, text string, props uint8) {
	if props&flagReplace == 0 || !b.f.has(Compatibility) {
		b.single(r, props&classMask)
		return
	}
	if props&flagListed != 0 {
		for _, c := range listedSequence(r) {
			b.single(c, classOf(c)&classMask)
		}
		return
	}
	if r >= hangulFirst && r <= hangulLast { // comes apart by arithmetic and has no entry in norm
		s := r - hangulFirst
		b.letter(0x1100 + s/588)
		b.letter(0x1161 + s%588/28)
		if t := s % 28; t != 0 {
			b.letter(0x11A7 + t)
		}
		return
	}
	for seq := norm.NFKD.PropertiesString(text).Decomposition(); len(seq) > 0; {
		c, size := utf8.DecodeRune(seq)
		b.single(c, classOf(c)&classMask)
		seq = seq[size:]
	}
}

// The syllables of Hangul.
const (
	hangulFirst = 0xAC00
	hangulLast  = 0xD7A3
)

func (b *builder) single(r rune, class uint8) {
	switch class {
	case classMark:
		b.mark(r)
	case classMarkKept:
		b.write(r, r)
	case classMarkFormat:
		if !b.f.has(Invisible) {
			b.write(r, r)
		}
	default:
		b.letter(r)
	}
}

// letter opens the cluster of a letter or digit.
func (b *builder) letter(r rune) {
	if b.class == classNumber {
		if b.f.has(Digits) && (r >= '٠' && r <= '٩' || r >= '۰' && r <= '۹') {
			r = '0' + r&0x0F
		}
		b.write(r, r)
		return
	}
	c := b.f.letter(r)
	b.last = r
	if c == 0 { // its marks go to the letter before, as those of a tatweel
		if len(b.codes) > b.first {
			return
		}
		c = r // a word never loses its first letter, or it could vanish and its neighbours meet (law 1)
	}
	b.close()
	b.before, b.tanween, b.vowels = b.tanween, false, false
	b.base, b.sbase, b.at, b.blocked = c, c, len(b.codes), false
	if b.twin {
		b.sbase = b.strictLetter(r)
	}
	b.write(c, b.sbase)
}

func (b *builder) strictLetter(r rune) rune {
	if r>>8 == 0x06 {
		if c := variantLetters[r&0xFF]; c != 0 {
			return 0x0600 | rune(c)
		}
	}
	return r
}

// mark composes (N5), deletes (N2-N4) or keeps a nonspacing mark.
func (b *builder) mark(m rune) {
	b.vowels = true
	switch {
	case m == 0x064B || m == 0x08F0: // fathatan, open fathatan
		b.tanween = true
		b.flags |= Marked
	case m >= 0x064B && m <= 0x0652 || m == 0x0670:
		b.flags |= Marked
	}
	if b.base != 0 && !b.blocked && b.f.has(Hamza) {
		if b.twin {
			if c := compose(b.sbase, m); c != 0 {
				b.sbase = c
				b.strict[b.at] = byte(c)
			}
		}
		if c := compose(b.base, m); c != 0 {
			b.base = b.f.letter(c)
			b.codes[b.at] = byte(b.base)
			return
		}
	}
	if !b.f.has(Marks) {
		b.write(m, m)
	}
}

// transparent skips a character that ends no token, or keeps it when the Form does not delete it.
func (b *builder) transparent(r rune, i int, bit Form) {
	if b.f.has(bit) {
		return
	}
	b.blocked, b.source = true, int32(i)
	b.write(r, r)
}

// close ends the open cluster: a letter equal to the one directly before it collapses (DoubledLetters).
func (b *builder) close() {
	if b.base == 0 {
		b.prev = 0
		return
	}
	width := 1
	if b.base>>8 != 0x06 {
		width = 1 + utf8.RuneLen(b.base)
	}
	if b.f.has(DoubledLetters) && b.class == classWord && b.prev == b.base && b.prevAt+width == b.at {
		b.codes = append(b.codes[:b.at], b.codes[b.at+width:]...)
		if b.trace {
			at := b.at - b.first
			b.starts = append(b.starts[:at], b.starts[at+width:]...)
		}
		b.kept = max(b.kept-width, b.at)
		b.at = b.prevAt
	}
	b.prev, b.prevAt = b.base, b.at
}

// finish gives the last letter its final form (N10, N29) and ends the token.
func (b *builder) finish() {
	if b.class != classWord {
		return
	}
	if b.base>>8 == 0x06 {
		if c := b.f.final[b.base&0xFF]; c != byte(b.base) {
			b.base = 0x0600 | rune(c)
			b.codes[b.at] = c
		}
	}
	b.close()
	if b.last>>8 == 0x06 {
		if variantLetters[b.last&0xFF] == codeYeh {
			b.flags |= YehAmbiguous
		}
		if b.tanween || b.before && !b.vowels && (b.last == 'ا' || b.last == 'ى') {
			b.flags |= Tanween
		}
	}
}
