package gazetteer

import "math/bits"

// A plain letter is one from ء to ي, U+0621-063A and U+0641-064A, in UTF-8 D8 A1-BA and D9 81-8A: tatweel and marks are
// excluded. A word of plain letters is one token, whatever stands beside it.

// isPlain reports whether every character of w is a plain letter.
func isPlain(w string) bool {
	if len(w)%2 != 0 {
		return false
	}
	for i := 0; i < len(w); i += 2 {
		switch hi, lo := w[i], w[i+1]; {
		case hi == 0xD8 && lo >= 0xA1 && lo <= 0xBA:
		case hi == 0xD9 && lo >= 0x81 && lo <= 0x8A:
		default:
			return false
		}
	}
	return len(w) > 0
}

// plainBytes returns how many of the bytes of x, from the low one up, are plain letters: 0 to 8.
func plainBytes(x uint64) int {
	const lanes = 0x0001000100010001 // two bytes for each letter
	row := x & lanes                 // 1 for D9
	lead := (x ^ 0xD8*lanes) & (0xFE * lanes)
	above := (x >> 8 & (0xFF * lanes)) + 0x100*lanes - (0xA1*lanes - 0x20*row) // 100 and more: not before the first
	below := 0x119*lanes - 0x10*row - above&(0xFF*lanes)                       // 100 and more: not after the last
	bad := (^(above & below) | (lead + 0xFF*lanes)) & (0x100 * lanes)
	return bits.TrailingZeros64(bad) >> 4 << 1
}
