package index

import (
	"encoding/binary"
	"fmt"
)

const (
	lineSize  = 64 // bytes of a cache line; no probe straddles two
	keySize   = 16
	lineKeys  = lineSize / keySize
	edgeSize  = 8
	lineEdges = lineSize / edgeSize

	// MaxProbe is how many lines a probe may visit. The builder keeps every element within it, so a probe for an
	// absent one ends there in any file. The longest in tables of a million elements, at the loads below, are 12 to 20.
	MaxProbe = 48
)

// A Vocab is an open-addressing table of token keys: lines of four 16-byte keys, low half first, zero when empty. The
// index of a slot is the id of its token, and the id of the trie node that the token leads to from the root.
type Vocab struct {
	data  []byte
	lines uint32
	seed  uint64
}

// NewVocab reads a table in data.
func NewVocab(data []byte, seed uint64) (Vocab, error) {
	if len(data)%lineSize != 0 || len(data) == 0 || len(data)/keySize >= 1<<30 {
		return Vocab{}, fmt.Errorf("vocabulary of %d bytes, expected a multiple of %d", len(data), lineSize)
	}
	return Vocab{data, uint32(len(data) / lineSize), seed}, nil
}

// Slots returns the number of slots.
func (v *Vocab) Slots() uint32 { return v.lines * lineKeys }

// Hash returns the hash that Find takes.
func (v *Vocab) Hash(lo, hi uint64) uint64 { return HashKey(v.seed, lo, hi) }

// Key returns the key in a slot, zero when it is empty.
func (v *Vocab) Key(slot uint32) (lo, hi uint64) {
	k := v.data[uint(slot)*keySize:]
	return binary.LittleEndian.Uint64(k), binary.LittleEndian.Uint64(k[8:])
}

// Is reports whether a slot, of any number, holds a key.
func (v *Vocab) Is(slot uint32, lo, hi uint64) bool {
	if slot >= v.Slots() {
		return false
	}
	klo, khi := v.Key(slot)
	return klo == lo && khi == hi
}

// HashEdge returns the hash of an edge by a token from a node: from a first token, or from any other node.
func (v *Vocab) HashEdge(parent, token uint32) uint64 {
	from := uint64(parent)
	if parent < v.Slots() {
		from = v.Hash(v.Key(parent))
	}
	return HashEdge(from, v.Hash(v.Key(token)))
}

// Home returns the line where the probe for h begins.
func (v *Vocab) Home(h uint64) uint32 { return scale(h, v.lines) }

// Touch loads the place where the probe for h begins. Loads of several hashes overlap, the probes that follow do not
// wait.
func (v *Vocab) Touch(h uint64) uint64 {
	return binary.LittleEndian.Uint64(v.data[uint(scale(h, v.lines))*lineSize+uint(h%lineKeys)*keySize:])
}

// Find returns the slot of a key; None when it is absent.
func (v *Vocab) Find(h, lo, hi uint64) uint32 { return v.FindFrom(h, lo, hi, 0) }

// None is no slot.
const None = ^uint32(0)

// FindFrom is Find with the first skip slots that hold the key passed over: different long tokens may have one key.
func (v *Vocab) FindFrom(h, lo, hi uint64, skip int) uint32 {
	line := scale(h, v.lines)
	for range MaxProbe {
		p := (*[lineSize]byte)(v.data[uint(line)*lineSize:])
		for n := uint(0); n < lineKeys; n++ {
			j := (uint(h) + n) % lineKeys
			klo := binary.LittleEndian.Uint64(p[j*keySize:])
			khi := binary.LittleEndian.Uint64(p[j*keySize+8:])
			if klo == lo && khi == hi {
				if skip == 0 {
					return line*lineKeys + uint32(j)
				}
				skip--
			}
			if klo|khi == 0 {
				return None
			}
		}
		if line++; line == v.lines {
			line = 0
		}
	}
	return None
}

// VocabLines returns how many lines a table of n keys gets: two thirds full.
func VocabLines(n int) int { return n*3/8 + 1 }

// InsertKey puts a key into data, a table of whole lines, and returns its slot; None when no slot is near enough.
func InsertKey(data []byte, seed, lo, hi uint64) uint32 {
	lines := uint32(len(data) / lineSize)
	h := HashKey(seed, lo, hi)
	line := scale(h, lines)
	for range min(MaxProbe, lines) {
		p := data[uint(line)*lineSize:][:lineSize]
		for n := uint(0); n < lineKeys; n++ {
			j := (uint(h) + n) % lineKeys
			k := p[j*keySize:]
			if binary.LittleEndian.Uint64(k)|binary.LittleEndian.Uint64(k[8:]) == 0 {
				binary.LittleEndian.PutUint64(k, lo)
				binary.LittleEndian.PutUint64(k[8:], hi)
				return line*lineKeys + uint32(j)
			}
		}
		if line++; line == lines {
			line = 0
		}
	}
	return None
}

// Count returns the number of keys.
func (v *Vocab) Count() (n int) {
	for slot := range v.Slots() {
		if lo, hi := v.Key(slot); lo|hi != 0 {
			n++
		}
	}
	return n
}
