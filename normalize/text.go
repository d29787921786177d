package normalize

import (
	"slices"
	"unicode/utf8"
)

// maxText is the number of bytes of a source that Reset reads. A byte gives up to 3.5 codes, of which the places have 32 bits.
const maxText = 1 << 29

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
	cursor int     // token of the last Span
	slow   bool    // for tests: no fast path
	key    []byte  // codes of a key that stand nowhere in one piece
}

// Reset makes t the text of source in the Form f. Tokens, codes and starts of the source before are gone. Of a source
// over 512 MiB only the first 512 MiB are read.
func (t *Text) Reset(f Form, source string) {
	source = clip(source, maxText)
	t.source, t.tokens, t.cursor = source, t.tokens[:0], 0
	if t.b.f == nil || t.b.f.form != f&allFoldings {
		t.b.f = f.folding()
		t.b.twin = t.b.f.strict
	}
	t.b.codes = slices.Grow(t.b.codes[:0], len(source)/2+slack)
	t.b.strict = t.b.strict[:0]
	if t.b.twin {
		t.b.strict = slices.Grow(t.b.strict, len(source)/2+slack)
	}
	t.scan()
	t.b.codes = slices.Grow(t.b.codes, keyLen)
	t.b.strict = slices.Grow(t.b.strict, keyLen)
}

// clip cuts s to at most n bytes, before a character that would not fit.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for back := 0; back < 3 && n > 0 && !utf8.RuneStart(s[n]); back++ {
		n--
	}
	return s[:n]
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
	if !t.b.twin {
		return nil
	}
	return t.b.strict
}

// Folded returns token i in the Form of the text, in UTF-8. A Quote is '"', a Break is empty.
func (t *Text) Folded(i int) string { return string(t.AppendFolded(nil, i)) }

// AppendFolded appends token i in the Form of the text, in UTF-8.
func (t *Text) AppendFolded(dst []byte, i int) []byte {
	k := t.tokens[i]
	return appendDecoded(dst, t.b.codes[k.Lo:k.Hi])
}
