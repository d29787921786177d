package normalize

import (
	"encoding/binary"
	"math/bits"
)

// keyLen is the number of codes that a Key holds exactly.
const keyLen = 16

// hashTop is the top byte of a Key that is a hash. The sixteenth code of a token is never 2.
const hashTop = 0x02

// A Key identifies the codes of a token, 128 bits wide. Up to 16 codes it is the codes themselves, the first in the low
// byte of Lo, zeros after the last; over 16 it is a hash of 120 bits and equal Keys must be verified on the codes. Keys
// do not depend on the machine and never change: they are stored in files.
type Key struct{ Lo, Hi uint64 }

// Exact tells whether k is its codes and not a hash.
func (k Key) Exact() bool { return k.Hi>>56 != hashTop }

// KeyOf returns the Key of the codes of one token.
func KeyOf(codes []byte) Key {
	if len(codes) > keyLen {
		return hashKey(codes)
	}
	var buf [keyLen]byte
	copy(buf[:], codes)
	return Key{binary.LittleEndian.Uint64(buf[:8]), binary.LittleEndian.Uint64(buf[8:])}
}

// Cut returns the Key without its first n codes, at most 16. k must be exact.
func (k Key) Cut(n int) Key {
	s := uint(n) * 8
	if n >= 8 {
		return Key{k.Hi >> (s - 64), 0}
	}
	return Key{k.Lo>>s | k.Hi<<(64-s), k.Hi >> s}
}

// prependArticle returns k with the article ال before it. k must be exact and have at most 14 codes.
func (k Key) prependArticle() Key {
	return Key{k.Lo<<16 | 0x4427, k.Hi<<16 | k.Lo>>48}
}

// hashKey hashes codes eight at a time by multiplication, as wyhash does; the length is part of the hash.
func hashKey(codes []byte) Key {
	const (
		m0 = 0xA0761D6478BD642F
		m1 = 0xE7037ED1A0B428DB
		m2 = 0x8EBC6AF09C88C6E3
	)
	a, b := uint64(len(codes))^m0, uint64(m2)
	p := codes
	for len(p) >= 8 {
		hi, lo := bits.Mul64(a^binary.LittleEndian.Uint64(p), b^m1)
		a, b = hi^a, lo+m0
		p = p[8:]
	}
	var tail [8]byte
	copy(tail[:], p)
	hi, lo := bits.Mul64(a^binary.LittleEndian.Uint64(tail[:]), b^m1)
	a, b = hi^a, lo^b
	hi, lo = bits.Mul64(a^m2, b^m0)
	return Key{hi ^ a, (lo^b)&(1<<56-1) | hashTop<<56}
}

// Key returns the Key of token i in the Form of the text. Tokens have equal Keys if, and up to 16 codes only if, their
// codes are equal.
func (t *Text) Key(i int) Key { return keyAt(t.b.codes, t.tokens[i].Lo, t.tokens[i].Hi) }

// StrictKey returns the Key of token i at the Strict level, and the zero Key where StrictCodes is nil.
func (t *Text) StrictKey(i int) Key {
	codes := t.StrictCodes()
	if codes == nil {
		return Key{}
	}
	return keyAt(codes, t.tokens[i].Lo, t.tokens[i].Hi)
}

// keyAt reads a Key from codes that have room for keyLen codes after their end.
func keyAt(codes []byte, lo, hi int32) Key {
	n := uint(hi - lo)
	if n > keyLen {
		return hashKey(codes[lo:hi])
	}
	p := codes[lo : int(lo)+keyLen : int(lo)+keyLen]
	a, b := binary.LittleEndian.Uint64(p), binary.LittleEndian.Uint64(p[8:])
	if n <= 8 {
		return Key{a & (1<<(n*8) - 1), 0}
	}
	return Key{a, b & (1<<(n*8-64) - 1)}
}
