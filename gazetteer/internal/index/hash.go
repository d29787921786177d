// Package index holds the tables that matching probes: tokens, edges of the trie, the filter before them, and the ranks
// that lead from a node to its senses. Every table is a []byte in the layout of package format, read in place; the
// functions that build one stand beside the type that reads it. Whatever the bytes, a read stays inside them and ends.
package index

import "math/bits"

// The multipliers are the first digits of the fractional parts of e and of the square root of 2, made odd.
const (
	mulE = 0xb7e151628aed2a6b
	mul2 = 0x6a09e667f3bcc909
)

// HashKey mixes a token key. Its high half chooses a line of a table, its low bits the slot to begin at.
func HashKey(seed, lo, hi uint64) uint64 {
	h, l := bits.Mul64(lo^seed, (hi+mul2)*mulE|1)
	return h ^ l
}

// HashEdge mixes an edge: of a first token its hash with that of the next one, of any other node its id. So what follows
// a first token is looked for before either token is known to stand in the vocabulary.
func HashEdge(parent, token uint64) uint64 {
	h, l := bits.Mul64(parent^mul2, token|1)
	return h ^ l
}

// hashWord mixes a short common word.
func hashWord(seed, word uint64) uint64 {
	h, l := bits.Mul64(word^seed, mulE)
	return h ^ l
}

// Mix adds a value to a running hash.
func Mix(h, lo, hi uint64) uint64 {
	a, b := bits.Mul64(h^lo^mul2, (hi^mulE)|1)
	return a ^ b
}

// scale maps the high half of h to [0,n).
func scale(h uint64, n uint32) uint32 { return uint32((h >> 32) * uint64(n) >> 32) }
