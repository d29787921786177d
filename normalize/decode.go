package normalize

import "unicode/utf8"

// decodeEscape decodes the UTF-8 after the escapeCode at the start of codes.
func decodeEscape(codes []byte) (r rune, size int) { return utf8.DecodeRune(codes[1:]) }
