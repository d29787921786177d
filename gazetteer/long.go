package gazetteer

import (
	"encoding/binary"

	"github.com/musamma/musamma/gazetteer/internal/index"
	"github.com/musamma/musamma/normalize"
)

// lookup returns the id of a reading. The key of more than 16 letters is a hash, so the letters are compared.
func (g *Gazetteer) lookup(s *scratch, t *normalize.Text, h uint64, r *normalize.Start) uint32 {
	if r.Key.Exact() {
		return g.vocab.Find(h, r.Key.Lo, r.Key.Hi)
	}
	s.codes = t.AppendStartCodes(s.codes[:0], *r)
	for skip := range index.MaxProbe * 4 {
		id := g.vocab.FindFrom(h, r.Key.Lo, r.Key.Hi, skip)
		if id == index.None || string(g.longCodes(id)) == string(s.codes) {
			return id
		}
	}
	return index.None
}

// longCodes returns the letters of the token in a slot, nil when it is not a long one.
func (g *Gazetteer) longCodes(slot uint32) []byte {
	ends, codes := g.longIndex, g.longLetters
	lo, hi := 0, len(ends)/8
	for lo < hi {
		if m := (lo + hi) / 2; binary.LittleEndian.Uint32(ends[m*8:]) < slot {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo*8 >= len(ends) || binary.LittleEndian.Uint32(ends[lo*8:]) != slot {
		return nil
	}
	from := uint32(0)
	if lo > 0 {
		from = binary.LittleEndian.Uint32(ends[lo*8-4:])
	}
	to := binary.LittleEndian.Uint32(ends[lo*8+4:])
	if from > to || uint64(to) > uint64(len(codes)) {
		return nil
	}
	return codes[from:to]
}
