package index

import (
	"encoding/binary"
	"fmt"
	"math/bits"
)

// Ranks leads from a node to its senses. Of every 64 nodes it holds which are terminal (a 64-bit set) and the number of
// the first sense of the first of them (32 bits): 12 bytes. A second bit set over the senses marks the last of each
// node, so that the senses of the k-th terminal of 64 begin behind the k-th mark.
type Ranks struct {
	data, last []byte
	senses     uint32
}

const (
	rankSize = 12
	// MaxSenses is how many senses of one key are kept for matching. It bounds what a match costs.
	MaxSenses = 256
)

// NewRanks reads ranks for a number of nodes and senses.
func NewRanks(data, last []byte, nodes, senses uint32) (Ranks, error) {
	if want := RankBytes(nodes); len(data) != want {
		return Ranks{}, fmt.Errorf("ranks of %d bytes, expected %d", len(data), want)
	}
	if want := LastBytes(senses); len(last) != want {
		return Ranks{}, fmt.Errorf("last marks of %d bytes, expected %d", len(last), want)
	}
	return Ranks{data, last, senses}, nil
}

// RankBytes and LastBytes return the sizes of the two parts; the second ends in a word of padding, so that eight bytes
// can be read from any place.
func RankBytes(nodes uint32) int  { return int((uint64(nodes) + 63) / 64 * rankSize) }
func LastBytes(senses uint32) int { return int((uint64(senses)+63)/64*8) + 8 }

// Terminal reports whether a node is terminal.
func (r *Ranks) Terminal(node uint32) bool {
	at := uint(node/64) * rankSize
	return at < uint(len(r.data)) && binary.LittleEndian.Uint64(r.data[at:])>>(node%64)&1 != 0
}

// Touch loads what First reads of a node.
func (r *Ranks) Touch(node uint32) uint64 {
	if at := uint(node/64) * rankSize; at < uint(len(r.data)) {
		return binary.LittleEndian.Uint64(r.data[at:])
	}
	return 0
}

// First returns the first sense of a node, the number of all senses when it is not terminal.
func (r *Ranks) First(node uint32) uint32 {
	at := uint(node/64) * rankSize
	if at >= uint(len(r.data)) {
		return r.senses
	}
	word := binary.LittleEndian.Uint64(r.data[at:])
	if word>>(node%64)&1 == 0 {
		return r.senses
	}
	first := binary.LittleEndian.Uint32(r.data[at+8:])
	if k := bits.OnesCount64(word & (1<<(node%64) - 1)); k > 0 {
		first = r.mark(first, k) + 1
	}
	return min(first, r.senses)
}

// End returns the end of the senses of the node whose first sense is given.
func (r *Ranks) End(first uint32) uint32 { return min(r.mark(first, 1)+1, r.senses) }

// mark returns the place of the k-th mark at or behind from. It looks at no more than 64 full lists.
func (r *Ranks) mark(from uint32, k int) uint32 {
	for range 64 * MaxSenses / 56 {
		if from >= r.senses {
			break
		}
		w := binary.LittleEndian.Uint64(r.last[from/8:]) >> (from % 8) & (1<<56 - 1)
		if ^w&(1<<(k&63)-1) == 0 {
			return from + uint32(k) - 1 // one sense a node, as most have
		}
		if c := bits.OnesCount64(w); c < k {
			k -= c
			from += 56
			continue
		}
		for c := bits.OnesCount8(uint8(w)); c < k; c = bits.OnesCount8(uint8(w)) {
			k -= c
			w >>= 8
			from += 8
		}
		for ; k > 1; k-- {
			w &= w - 1
		}
		return from + uint32(bits.TrailingZeros64(w))
	}
	return r.senses
}

// BuildRanks writes both parts. nodes holds the node of every sense, in ascending order.
func BuildRanks(data, last []byte, nodes []uint32) {
	for i, n := range nodes {
		w := data[uint(n/64)*rankSize:]
		set := binary.LittleEndian.Uint64(w)
		if set == 0 {
			binary.LittleEndian.PutUint32(w[8:], uint32(i))
		}
		binary.LittleEndian.PutUint64(w, set|1<<(n%64))
		if i+1 == len(nodes) || nodes[i+1] != n {
			last[i/8] |= 1 << (i % 8)
		}
	}
}

// Count returns the number of terminal nodes.
func (r *Ranks) Count() (n int) {
	for at := 0; at < len(r.data); at += rankSize {
		n += bits.OnesCount64(binary.LittleEndian.Uint64(r.data[at:]))
	}
	return n
}
