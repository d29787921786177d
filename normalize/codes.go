package normalize

import "unicode/utf8"

// Codes of a token. A letter of U+06xx is one byte, its low byte; any other letter or mark in a Word is escapeCode and its
// UTF-8. Tokens that are not Words begin with signCode, and their UTF-8 follows: no two tokens of different kinds have
// equal codes.
const (
	escapeCode = 0x01
	signCode   = 0x03
)

// write appends a code point in the encoding of the token, and its twin at Strict.
func (b *builder) write(r, strict rune) {
	switch {
	case b.class == classWord && r>>8 == 0x06:
		b.codes = append(b.codes, byte(r))
		if b.twin {
			b.strict = append(b.strict, byte(strict))
		}
		if b.trace {
			b.traceTo()
		}
	case b.class == classWord:
		b.putByte(escapeCode)
		fallthrough
	default:
		var buf [utf8.UTFMax]byte
		for _, c := range buf[:utf8.EncodeRune(buf[:], r)] {
			b.putByte(c)
		}
	}
}

func (b *builder) putString(s string) {
	for i := range len(s) {
		b.putByte(s[i])
	}
}

func (b *builder) putByte(c byte) {
	b.codes = append(b.codes, c)
	if b.twin {
		b.strict = append(b.strict, c)
	}
	if b.trace {
		b.traceTo()
	}
}

// traceTo records the source of the new codes. Those of a kept mark belong to the cluster of their letter.
func (b *builder) traceTo() {
	for len(b.starts) < len(b.codes)-b.first {
		b.starts = append(b.starts, b.source)
	}
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

// decodeEscape decodes the UTF-8 after the escapeCode at the start of codes.
func decodeEscape(codes []byte) (r rune, size int) { return utf8.DecodeRune(codes[1:]) }
