// Package swar reads Arabic letters eight at a time, one to a byte of a machine word.
//
// A plain letter is U+0621-063A or U+0641-064A: in UTF-8 a lead byte 0xD8 or 0xD9 and one continuation byte. Its code is
// the low byte of its code point, 0x21-0x3A or 0x41-0x4A, so bit 7 of a code is free and marks a byte that is no letter.
// No step branches on the text, so a word of up to eight letters costs the same whatever its length.
package swar

import (
	"encoding/binary"
	"math/bits"
	"unsafe"
)

const (
	ones  = 0x0101010101010101
	high  = 0x80 * ones
	low   = 0x7F * ones
	lanes = 0x0001000100010001 // a lane holds the two bytes of a letter, the lead byte low
)

// Bytes returns the bytes of s without a copy. They must not be written to.
func Bytes(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }

// LoadTail returns up to 16 bytes of s from i on, padded with zeros.
func LoadTail(s []byte, i int) (x0, x1 uint64) {
	if len(s) < 16 {
		for k := len(s) - 1; k >= i; k-- {
			x1 = x1<<8 | x0>>56
			x0 = x0<<8 | uint64(s[k])
		}
		return x0, x1
	}
	x0, x1 = binary.LittleEndian.Uint64(s[len(s)-16:]), binary.LittleEndian.Uint64(s[len(s)-8:])
	switch n := uint(i-(len(s)-16)) * 8; {
	case n >= 64:
		return x1 >> (n - 64), 0
	default:
		return x0>>n | x1<<(64-n), x1 >> n
	}
}

// Pack returns the codes of the four letters of x in order, the first in the low byte. Two of them make a packed word.
func Pack(x uint64) uint64 { return uint64(pack(lane(x))) }

// Count returns how many plain letters a packed word begins with.
func Count(packed uint64) int {
	codes := packed & low
	from21 := codes + 0x5F*ones // bit 7: code ≥ 0x21
	over4A := codes + 0x35*ones
	from3B := codes + 0x45*ones
	from41 := codes + 0x3F*ones
	bad := (packed | ^from21 | over4A | from3B&^from41) & high
	return bits.TrailingZeros64(bad) >> 3
}

// Codes returns the codes of a packed word. Those after the first Count mean nothing.
func Codes(packed uint64) uint64 { return packed & low }

// lane turns each lane into its code; bit 7 is set if it is not a lead byte 0xD8 or 0xD9 and a continuation byte.
func lane(x uint64) uint64 {
	form := x&(0xC0FE*lanes) ^ 0x80D8*lanes // 0 in a good lane; bit 0 is 0 in every lane
	bad := (form>>1 + 0x7FFF*lanes) & (0x8000 * lanes)
	return x&lanes<<6 | x>>8&(0x3F*lanes) | bad>>8
}

// pack gathers the low bytes of the four lanes.
func pack(x uint64) uint32 {
	x |= x >> 8
	x &= 0x0000FFFF0000FFFF
	return uint32(x | x>>16)
}

// Ortho maps أ إ آ to ا (codes 0x22, 0x23, 0x25 to 0x27) if alef is 7 and ى to ي (0x49 to 0x4A) if yeh is 3; 0 turns
// either off. Bit 7 of every code must be clear.
func Ortho(codes, alef, yeh uint64) uint64 {
	a := codes&^ones ^ 0x22*ones // 0 for 0x22 and 0x23
	b := codes ^ 0x25*ones
	is := ^((a + low) & (b + low)) & high >> 7
	codes |= is * alef
	is = ^((codes ^ 0x49*ones) + low) & high >> 7
	return codes ^ is*yeh
}
