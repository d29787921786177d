package normalize

// Fold returns s in the Form f, s itself when nothing changes. It is total: an ill-formed byte becomes one space, so the
// result is well-formed UTF-8. It never joins or splits words, and signs stay as they are.
func (f Form) Fold(s string) string {
	var buf [256]byte
	if out := f.AppendFold(buf[:0], s); string(out) != s {
		return string(out)
	}
	return s
}

// Folded tells whether f.Fold(s) == s.
func (f Form) Folded(s string) bool {
	var buf [256]byte
	return string(f.AppendFold(buf[:0], s)) == s
}

// AppendFold appends s in the Form f to dst.
func (f Form) AppendFold(dst []byte, s string) []byte {
	b := builder{f: f.folding()}
	for i := 0; i < len(s); {
		r, size, props := decode(s[i:])
		switch class := props & classMask; class {
		case classWord, classLatin, classNumber:
			b.codes = b.codes[:0]
			i = b.token(s, i, class)
			dst = appendDecoded(dst, b.codes)
			continue
		case classPunct, classQuote, classDecimal:
			if illFormed(r, size) {
				dst = append(dst, ' ')
			} else {
				dst = append(dst, s[i:i+size]...)
			}
		case classSpace, classNewline:
			dst = b.f.appendSpace(dst, s[i:i+size], class)
		default: // a mark or an invisible sign that follows no letter
			b.class, b.base, b.codes = classLatin, 0, b.codes[:0]
			switch class {
			case classTatweel:
				b.transparent(r, i, Tatweel)
			case classFormat, classSoft:
				b.transparent(r, i, Invisible)
			default:
				b.character(r, s[i:i+size], props)
			}
			dst = append(dst, b.codes...)
		}
		i += size
	}
	return dst
}

// appendSpace folds one white space character (N26).
func (f *folding) appendSpace(dst []byte, c string, class uint8) []byte {
	switch {
	case !f.has(Spaces) || c == "\t" || c == "\r":
		return append(dst, c...)
	case class == classNewline:
		return append(dst, '\n')
	}
	return append(dst, ' ')
}
