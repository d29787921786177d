package normalize

import (
	"slices"
	"unicode/utf8"
)

// scan cuts the source into tokens (§2).
func (t *Text) scan() {
	if t.b.f.strict && !t.slow {
		t.fastScan()
		return
	}
	var glued TokenFlags
	for i := 0; i < len(t.source); {
		i, glued = t.scanOne(i, glued)
	}
}

// scanOne reads the token or the white space at source[i], glued being the flag of what stands before, and returns where
// scanning goes on and the flag there.
func (t *Text) scanOne(i int, glued TokenFlags) (int, TokenFlags) {
	s := t.source
	r, size, props := decode(s[i:])
	switch class := props & classMask; class {
	case classWord, classLatin, classNumber:
		return t.scanWord(i, class, glued), Glued
	case classPunct, classQuote, classDecimal:
		code := s[i : i+size]
		switch {
		case class == classQuote:
			code = `"`
		case illFormed(r, size):
			code = " "
		}
		return t.scanSign(i, i+size, code, class, glued), Glued
	case classSpace, classNewline:
		return t.scanSpace(i), 0
	}
	// Marks and invisible signs that follow no letter belong to no token. A run of them is read at once: a million in a row
	// would else cost five times as much a byte.
	for i += size; i < len(s); i += size {
		if _, size, props = decode(s[i:]); !extends[props&classMask] || props&classMask == classWord {
			break
		}
	}
	return i, glued
}

// oneMore appends a token of any content, to be filled in field by field: one that is built elsewhere and copied waits
// for its own bytes and costs as much as the rest of a short word.
func oneMore(tokens []Token) []Token {
	if len(tokens) == cap(tokens) {
		tokens = slices.Grow(tokens, 1)
	}
	return tokens[:len(tokens)+1]
}

// add appends a token to those of t, to be filled in.
func (t *Text) add() *Token {
	t.tokens = oneMore(t.tokens)
	return &t.tokens[len(t.tokens)-1]
}

var kinds = [...]Kind{classWord: Word, classLatin: Latin, classNumber: Number, classPunct: Punct, classQuote: Quote, classDecimal: Punct}

// scanWord appends the word, number or Latin word at source[i] and returns where scanning goes on.
func (t *Text) scanWord(i int, class uint8, glued TokenFlags) int {
	b := &t.b
	lo := len(b.codes)
	next := b.token(t.source, i, class)
	b.codes = b.codes[:b.kept] // a tatweel at the end is outside even if the Form keeps it (O2)
	if b.twin {
		b.strict = b.strict[:b.kept]
	}
	k := t.add()
	k.Start, k.End, k.Lo, k.Hi = int32(b.start), int32(b.end), int32(lo), int32(b.kept)
	k.Kind, k.Flags = kinds[class], glued|b.flags
	return next
}

// scanSign appends the sign source[i:end] with the marks after it.
func (t *Text) scanSign(i, end int, code string, class uint8, glued TokenFlags) int {
	lo := len(t.b.codes)
	t.b.codes = append(append(t.b.codes, signCode), code...)
	if t.b.twin {
		t.b.strict = append(append(t.b.strict, signCode), code...)
	}
	next := end
	if end < len(t.source) && t.source[end] >= utf8.RuneSelf {
		end, next = clusterEnd(t.source, end)
	}
	k := t.add()
	k.Start, k.End, k.Lo, k.Hi = int32(i), int32(end), int32(lo), int32(len(t.b.codes))
	k.Kind, k.Flags = kinds[class], glued
	return next
}

// scanSpace reads the run of white space at source[i] and appends a Break from its first line end to its end.
func (t *Text) scanSpace(i int) int {
	s := t.source
	start, end, lines := 0, 0, 0
run:
	for i < len(s) {
		_, size, props := decode(s[i:])
		switch props & classMask {
		case classNewline:
			if lines == 0 {
				start = i
			}
			lines++
			end = i + size
		case classSpace, classMark, classMarkKept, classMarkFormat:
			end = i + size
		case classTatweel, classFormat, classSoft:
		default:
			break run
		}
		i += size
	}
	if lines > 0 {
		k := t.add()
		n := int32(len(t.b.codes))
		k.Start, k.End, k.Lo, k.Hi, k.Kind, k.Flags = int32(start), int32(end), n, n, Break, 0
		if lines > 1 {
			k.Flags = Para
		}
	}
	return i
}

// clusterEnd returns the end of the cluster whose base ends at i (O5), and the end of the deleted characters after it.
func clusterEnd(s string, i int) (end, next int) {
	end = i
	for i < len(s) {
		_, size, props := decode(s[i:])
		switch props & classMask {
		case classMark, classMarkKept, classMarkFormat:
			i += size
			end = i
		case classTatweel, classFormat, classSoft:
			i += size
		default:
			return end, i
		}
	}
	return end, i
}
