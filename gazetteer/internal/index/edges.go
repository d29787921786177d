package index

import (
	"encoding/binary"
	"fmt"
)

// What a node is, stored with the edge that leads to it. A node that is neither does not exist, so an edge is never
// zero and zero is an empty slot.
const (
	Terminal = 1 // a name ends here
	Inner    = 2 // a name goes on from here
)

// Edges is an open-addressing table of the trie's edges below the first tokens: lines of eight 8-byte edges, the parent
// node in the low 32 bits, the token in the next 30, Terminal and Inner of the child in the top two. The id of the child
// is the index of the slot plus the number of slots of the vocabulary.
type Edges struct {
	data  []byte
	lines uint32
	base  uint32 // id of the child of the first slot
}

// NewEdges reads a table in data, base is the number of slots of the vocabulary.
func NewEdges(data []byte, base uint32) (Edges, error) {
	if len(data)%lineSize != 0 || len(data) == 0 || uint64(len(data))/edgeSize >= 1<<31 {
		return Edges{}, fmt.Errorf("edges of %d bytes, expected a multiple of %d", len(data), lineSize)
	}
	return Edges{data, uint32(len(data) / lineSize), base}, nil
}

// Nodes returns the number of node ids, those of the vocabulary included.
func (e *Edges) Nodes() uint32 { return e.base + e.lines*lineEdges }

// Slots returns the number of slots.
func (e *Edges) Slots() uint32 { return e.lines * lineEdges }

// At returns the edge in a slot; what is zero when it is empty.
func (e *Edges) At(slot uint32) (parent, token uint32, what uint8) {
	x := binary.LittleEndian.Uint64(e.data[uint(slot)*edgeSize:])
	return uint32(x), uint32(x >> 32 & (1<<30 - 1)), uint8(x >> 62)
}

// Touch loads the place where the probe for h begins.
func (e *Edges) Touch(h uint64) uint64 {
	return binary.LittleEndian.Uint64(e.data[uint(scale(h, e.lines))*lineSize+uint(h%lineEdges)*edgeSize:])
}

// Find returns the child that an edge of hash h leads to, and what it is: 0 when there is none. The edge is the first one
// that is takes, of those whose token lies where a probe of the vocabulary from line home may have put it: at a million
// names that line tells all but a few of ten thousand edges apart, and nothing else is read for an edge that is not there.
func (e *Edges) Find(h uint64, home uint32, is func(parent, token uint32) bool) (child uint32, what uint8) {
	line, wrap := scale(h, e.lines), e.base/lineKeys
	for range MaxProbe {
		p := (*[lineSize]byte)(e.data[uint(line)*lineSize:])
		for n := uint(0); n < lineEdges; n++ {
			j := (uint(h) + n) % lineEdges
			x := binary.LittleEndian.Uint64(p[j*edgeSize:])
			if x == 0 {
				return 0, 0
			}
			token := uint32(x>>32) & (1<<30 - 1)
			if far := token/lineKeys - home; (far < MaxProbe || far+wrap < MaxProbe) && is(uint32(x), token) {
				return e.base + line*lineEdges + uint32(j), uint8(x >> 62)
			}
		}
		if line++; line == e.lines {
			line = 0
		}
	}
	return 0, 0
}

// EdgeLines returns how many lines a table of n edges gets: 75 % full.
func EdgeLines(n int) int { return n/6 + 1 }

// Edge packs an edge as the table does.
func Edge(parent, token uint32) uint64 { return uint64(token)<<32 | uint64(parent) }

// InsertEdge puts a packed edge of hash h into data, a table of whole lines, and returns its slot; None when no slot is
// near enough.
func InsertEdge(data []byte, h, edge uint64, what uint8) uint32 {
	lines := uint32(len(data) / lineSize)
	line := scale(h, lines)
	for range min(MaxProbe, lines) {
		p := data[uint(line)*lineSize:][:lineSize]
		for n := uint(0); n < lineEdges; n++ {
			j := (uint(h) + n) % lineEdges
			if binary.LittleEndian.Uint64(p[j*edgeSize:]) == 0 {
				binary.LittleEndian.PutUint64(p[j*edgeSize:], edge|uint64(what)<<62)
				return line*lineEdges + uint32(j)
			}
		}
		if line++; line == lines {
			line = 0
		}
	}
	return None
}
