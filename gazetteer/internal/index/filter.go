package index

import (
	"encoding/binary"
	"fmt"
	"math/bits"
)

// Later is what a Filter says of a token that stands in a name behind its first token. It says Terminal and Inner of the
// node behind the token as a first one.
const Later = 4

// A Filter says of most tokens that no name has them, and of most others where: in the one 64-bit word of a token, one
// bit for the token, one for each of Inner and Later that it is and two for Terminal, 16 bits a token in all. It is wrong
// about 2 % of the tokens, each by saying too much. A token that neither is a name nor begins one with a token behind it
// that is Later needs no look at the tables: at a million names that leaves 1 of 7 words, where 1 of 3 would be looked up,
// and the filter is a megabyte where the vocabulary is eleven.
type Filter struct {
	data  []byte
	words uint32
}

// filterName is the place of the second bit of Terminal, counted from the one for the token. Words of names are so common
// in texts, and names of one word so rare, that with one bit two of three looks for a name were for nothing.
const filterName = 32

// The bits of Terminal, Inner and Later in a rotated word. They are so far apart that Says gathers them by two shifts.
const (
	filterInner = 21
	filterLater = 42
	filterBits  = 1 | 1<<filterInner | 1<<filterLater
)

// NewFilter reads a filter in data.
func NewFilter(data []byte) (Filter, error) {
	if len(data)%8 != 0 || len(data) == 0 || uint64(len(data))/8 >= 1<<31 {
		return Filter{}, fmt.Errorf("filter of %d bytes, expected a multiple of 8", len(data))
	}
	return Filter{data, uint32(len(data) / 8)}, nil
}

// Says returns a set of Terminal, Inner and Later that holds all that a token with this hash is. It has no branch.
func (f *Filter) Says(h uint64) uint8 {
	w := binary.LittleEndian.Uint64(f.data[uint(scale(h, f.words))*8:])
	y := bits.RotateLeft64(w, int(h&63))
	x := bits.RotateLeft64(w, int(h>>6&63)) & filterBits & -(y & 1) & (y>>filterName | ^uint64(Terminal))
	return uint8(x | x>>(filterInner-1) | x>>(filterLater-2))
}

// FilterBytes returns the size of a filter of n tokens.
func FilterBytes(n int) int { return (n/4 + 1) * 8 }

// AddFilter adds to a filter what a token is.
func AddFilter(data []byte, h uint64, what uint8) {
	x := uint64(what)
	y := 1 | x&Terminal<<filterName
	x = x&Terminal | x&Inner<<(filterInner-1) | x&Later<<(filterLater-2)
	w := data[uint(scale(h, uint32(len(data)/8)))*8:]
	binary.LittleEndian.PutUint64(w, binary.LittleEndian.Uint64(w)|
		bits.RotateLeft64(y, -int(h&63))|bits.RotateLeft64(x, -int(h>>6&63)))
}
