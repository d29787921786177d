package normalize

import "slices"

// maxText is the number of bytes of a source that Reset reads.
const maxText = 1 << 30

// A Text holds the tokens of a source, folded, with their place in it. The zero value is ready for Reset. A Text is for
// one goroutine at a time; once its buffers have grown it allocates nothing.
//
// Codes. A folded letter of U+0600-06FF is one byte, the low one of its code point. A letter of the Arabic script from
// another block is 0x01 and its UTF-8. A token that is not a Word is 0x03 and its UTF-8; every Quote is 0x03 and '"', a
// Break has no codes. So equal codes mean equal tokens, of whatever kind.
type Text struct {
	source string
	tokens []Token
	b      builder
	probe  builder // for Span and Piece: folds a token again
	key    []byte  // codes of a key that stand nowhere in one piece
}

// Reset makes t the text of source in the Form f. Tokens, codes and starts of the source before are gone. Of a source
// over 1 GiB only the first 1 GiB is read.
func (t *Text) Reset(f Form, source string) {
	if len(source) > maxText {
		cut := maxText
		for cut > maxText-4 && source[cut]&0xC0 == 0x80 {
			cut--
		}
		source = source[:cut]
	}
	t.source, t.tokens = source, t.tokens[:0]
	if t.b.f == nil || t.b.f.form != f&allFoldings {
		t.b.f = f.folding()
		t.b.twin = t.b.f.strict && t.b.f.form != Strict
	}
	t.b.codes = slices.Grow(t.b.codes[:0], len(source)/2+keyLen)
	t.b.strict = t.b.strict[:0]
	if t.b.twin {
		t.b.strict = slices.Grow(t.b.strict, len(source)/2+keyLen)
	}
	t.scan()
	t.b.codes = slices.Grow(t.b.codes, keyLen)
	t.b.strict = slices.Grow(t.b.strict, keyLen)
}

// scan cuts the source into tokens (§2).
func (t *Text) scan() {
	b, s := &t.b, t.source
	var glued TokenFlags
	for i := 0; i < len(s); {
		r, size, props := decode(s[i:])
		switch class := props & classMask; class {
		case classWord, classLatin, classNumber:
			lo := len(b.codes)
			i = b.token(s, i, class)
			b.codes = b.codes[:b.kept] // a tatweel at the end is outside even if the Form keeps it (O2)
			if b.twin {
				b.strict = b.strict[:b.kept]
			}
			t.tokens = append(t.tokens, Token{
				Start: int32(b.start), End: int32(b.end), Lo: int32(lo), Hi: int32(b.kept),
				Kind: kinds[class], Flags: glued | b.flags,
			})
			glued = Glued
		case classPunct, classQuote, classDecimal:
			lo := len(b.codes)
			b.class = class
			b.putByte(signCode)
			switch {
			case class == classQuote:
				b.putByte('"')
			case illFormed(r, size):
				b.putByte(' ')
			default:
				b.putString(s[i : i+size])
			}
			end, next := clusterEnd(s, i+size)
			kind := Punct
			if class == classQuote {
				kind = Quote
			}
			t.tokens = append(t.tokens, Token{
				Start: int32(i), End: int32(end), Lo: int32(lo), Hi: int32(len(b.codes)), Kind: kind, Flags: glued,
			})
			glued, i = Glued, next
		case classSpace, classNewline:
			start, lines, end := i, 0, i
			end, i, lines = spaceEnd(s, i)
			glued = 0
			if lines > 0 {
				var para TokenFlags
				if lines > 1 {
					para = Para
				}
				n := int32(len(b.codes))
				t.tokens = append(t.tokens, Token{Start: int32(start), End: int32(end), Lo: n, Hi: n, Kind: Break, Flags: para})
			}
		default:
			i += size // a mark or an invisible sign that follows no letter belongs to no token
		}
	}
}

var kinds = [...]Kind{classWord: Word, classLatin: Latin, classNumber: Number}

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

// spaceEnd returns the end of the run of white space at i, the end of the marks and deleted characters after it, and how
// many lines end in the run.
func spaceEnd(s string, i int) (end, next, lines int) {
	for i < len(s) {
		_, size, props := decode(s[i:])
		switch props & classMask {
		case classNewline:
			lines++
			i += size
			end = i
		case classSpace, classMark, classMarkKept, classMarkFormat:
			i += size
			end = i
		case classTatweel, classFormat, classSoft:
			i += size
		default:
			return end, i, lines
		}
	}
	return end, i, lines
}

// Form returns the Form of the last Reset.
func (t *Text) Form() Form {
	if t.b.f == nil {
		return 0
	}
	return t.b.f.form
}

// Source returns the source of the last Reset, as far as it was read.
func (t *Text) Source() string { return t.source }

// Tokens returns the tokens in the order of the source. The slice is valid until the next Reset.
func (t *Text) Tokens() []Token { return t.tokens }

// Codes returns the codes of all tokens in the Form of the text. The slice is valid until the next Reset.
func (t *Text) Codes() []byte { return t.b.codes }

// StrictCodes returns the codes of all tokens at the Strict level, at the same positions as Codes. It returns nil if the
// Form is not Strict or Strict with foldings of a letter for a letter, as Ortho is.
func (t *Text) StrictCodes() []byte {
	switch {
	case t.b.f == nil || !t.b.f.strict:
		return nil
	case t.b.twin:
		return t.b.strict
	}
	return t.b.codes
}

// Folded returns token i in the Form of the text, in UTF-8. A Quote is '"', a Break is empty.
func (t *Text) Folded(i int) string { return string(t.AppendFolded(nil, i)) }

// AppendFolded appends token i in the Form of the text, in UTF-8.
func (t *Text) AppendFolded(dst []byte, i int) []byte {
	k := t.tokens[i]
	return appendDecoded(dst, t.b.codes[k.Lo:k.Hi])
}

// appendDecoded appends the UTF-8 of the codes of one token.
func appendDecoded(dst, codes []byte) []byte {
	if len(codes) > 0 && codes[0] == signCode {
		return append(dst, codes[1:]...)
	}
	for i := 0; i < len(codes); {
		if c := codes[i]; c != escapeCode {
			dst = append(dst, 0xD8|c>>6, 0x80|c&0x3F)
			i++
			continue
		}
		n := 1 + escapeLen(codes[i+1])
		dst = append(dst, codes[i+1:i+n]...)
		i += n
	}
	return dst
}

// escapeLen returns the length of the UTF-8 after an escapeCode by its first byte.
func escapeLen(lead byte) int {
	switch {
	case lead < 0xE0:
		return 2
	case lead < 0xF0:
		return 3
	}
	return 4
}
