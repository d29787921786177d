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

// Letters is how many letters are read at a time.
const Letters = 8

const (
	ones = 0x0101010101010101
	high = 0x80 * ones
	low  = 0x7F * ones
	even = 0x00FF00FF00FF00FF
)

// Bytes returns the bytes of s without a copy. They must not be written to.
func Bytes(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }

// Load returns up to 16 bytes of s from i on, padded with zeros.
func Load(s []byte, i int) (x0, x1 uint64) {
	if i <= len(s)-16 {
		return binary.LittleEndian.Uint64(s[i:]), binary.LittleEndian.Uint64(s[i+8:])
	}
	var p [16]byte
	copy(p[:], s[i:])
	return binary.LittleEndian.Uint64(p[:]), binary.LittleEndian.Uint64(p[8:])
}

// Size returns how many of 16 bytes come before the first ASCII one.
func Size(x0, x1 uint64) uint {
	return uint(bits.TrailingZeros32(^(topBits(x0) | topBits(x1)<<8)))
}

// topBits gathers bit 7 of eight bytes: the product adds up one copy of each in its top byte.
func topBits(x uint64) uint32 { return uint32(x & high * 0x0002040810204081 >> 56) }

// Pairs are eight pairs of bytes, the first byte of each in one word and the second in the other. Pair 4 stands after
// pair 0, 5 after 1 and so on: that is how two loads go together in three steps.
type Pairs struct{ lead, trail uint64 }

// Read returns the pairs of 16 bytes.
func Read(x0, x1 uint64) Pairs {
	return Pairs{x0&even | x1&even<<8, x0>>8&even | x1&^even}
}

// Codes returns the codes of pairs in their order.
func (p Pairs) Codes() uint64 { return p.lead&ones<<6 | p.trail&(0x3F*ones) }

// Bad sets bit 7 of the pairs that are no plain letters, codes being those of p.
func (p Pairs) Bad(codes uint64) uint64 {
	form := (p.lead^0xD8*ones)&(0xFE*ones) | (p.trail^0x80*ones)&(0xC0*ones) // bit 0 is free
	from21 := codes + 0x5F*ones                                              // bit 7: code ≥ 0x21
	over4A := codes + 0x35*ones
	from3B := codes + 0x45*ones
	from41 := codes + 0x3F*ones
	return (form>>1 + low | ^from21 | over4A | from3B&^from41) & high
}

// Mask has bit 7 of the pairs in the first n bytes, those of all eight if n is odd.
var Mask = func() (m [2*Letters + 1]uint64) {
	for n := range m {
		m[n] = high
		if n%2 == 0 {
			m[n] &= weave(1<<(8*(n/2)) - 1)
		}
	}
	return m
}()

// InOrder returns the bytes of a word in the order of Pairs in that of the text.
func InOrder(x uint64) uint64 {
	y := (x ^ x>>8) & 0x0000FF000000FF00
	x ^= y ^ y<<8
	y = (x ^ x>>16) & 0x00000000FFFF0000
	return x ^ y ^ y<<16
}

// weave is the inverse of InOrder.
func weave(x uint64) uint64 { return InOrder(InOrder(x)) }

// Count returns how many plain letters come first.
func Count(bad uint64) int { return bits.TrailingZeros64(InOrder(bad)) >> 3 }

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
