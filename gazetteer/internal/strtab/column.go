package strtab

import (
	"encoding/binary"
	"fmt"
)

// A Column holds one string an entry: u32 references into a pool where each string follows its uvarint length. The
// pool begins with a zero byte, so reference 0 is the empty string. A column of empty strings takes no bytes.
type Column struct {
	refs, pool []byte
}

// NewColumn reads a column of count strings.
func NewColumn(refs, pool []byte, count uint32) (Column, error) {
	if len(refs) != 0 && uint64(len(refs)) != uint64(count)*4 {
		return Column{}, fmt.Errorf("column of %d bytes, expected 0 or %d", len(refs), uint64(count)*4)
	}
	return Column{refs, pool}, nil
}

// String returns string i; ok is false when the reference leads out of the pool.
func (c *Column) String(i uint32) (_ string, ok bool) {
	if len(c.refs) == 0 {
		return "", true
	}
	if uint64(i)*4+4 > uint64(len(c.refs)) {
		return "", false
	}
	return String(c.pool, binary.LittleEndian.Uint32(c.refs[uint64(i)*4:]))
}

// String returns the string that a reference leads to.
func String(pool []byte, ref uint32) (_ string, ok bool) {
	if ref == 0 {
		return "", true
	}
	if uint64(ref) >= uint64(len(pool)) {
		return "", false
	}
	size, w := binary.Uvarint(pool[ref:])
	if w <= 0 || size > uint64(len(pool))-uint64(ref)-uint64(w) {
		return "", false
	}
	return string(pool[uint64(ref)+uint64(w):][:size]), true
}

// A PoolWriter writes strings into a pool, each once, in the order in which they are asked for.
type PoolWriter struct {
	pool    []byte
	strings *Strings
	refs    []uint32 // of each number
}

// NewPoolWriter returns a writer of strings of s.
func NewPoolWriter(s *Strings) *PoolWriter {
	return &PoolWriter{strings: s, refs: make([]uint32, len(s.ends)+1)}
}

// Ref returns the reference of the string with a number, which is new to the pool the first time.
func (p *PoolWriter) Ref(number uint32) uint32 {
	if number == 0 {
		return 0
	}
	if p.refs[number] == 0 {
		if len(p.pool) == 0 {
			p.pool = []byte{0}
		}
		p.refs[number] = uint32(len(p.pool))
		s := p.strings.At(number)
		p.pool = append(binary.AppendUvarint(p.pool, uint64(len(s))), s...)
	}
	return p.refs[number]
}

// Bytes returns the pool.
func (p *PoolWriter) Bytes() []byte { return p.pool }
