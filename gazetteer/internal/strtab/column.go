package strtab

import (
	"encoding/binary"
	"fmt"
	"strings"
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

// A PoolWriter collects strings, each once.
type PoolWriter struct {
	pool []byte
	have map[string]uint32
}

// Ref returns the reference of s, which is new to the pool the first time.
func (p *PoolWriter) Ref(s string) uint32 {
	if s == "" {
		return 0
	}
	if ref, ok := p.have[s]; ok {
		return ref
	}
	if p.have == nil {
		p.have = map[string]uint32{}
		p.pool = []byte{0}
	}
	ref := uint32(len(p.pool))
	p.have[strings.Clone(s)] = ref
	p.pool = append(binary.AppendUvarint(p.pool, uint64(len(s))), s...)
	return ref
}

// Bytes returns the pool.
func (p *PoolWriter) Bytes() []byte { return p.pool }
