package gazetteer

import (
	"encoding/binary"
	"math/bits"

	"github.com/musamma/musamma/gazetteer/internal/index"
)

// A batch is the readings of one kind of the tokens of a block: as whole words, or behind a proclitic of one letter. All
// others, candidates, are rare.
type batch struct {
	hashes        [blockTokens]uint64
	at            [blockTokens]uint8     // their tokens, counted from the first of the block
	may           [blockTokens + 8]uint8 // Terminal if one may be a name, Inner if it may begin a longer one
	names, longer numbers                // those that may
	ids           [blockTokens]uint32    // of names
}

// choose fills names and longer from may of the first n readings.
func (r *batch) choose(n int) {
	clear(r.may[n:][:8])
	r.names.size, r.longer.size = 0, 0
	for from := 0; from < n; from += 64 {
		names, longer := uint64(0), uint64(0)
		for k := 0; k < 64 && from+k < n; k += 8 {
			may := binary.LittleEndian.Uint64(r.may[from+k:])
			names |= lowBits(may) << k
			longer |= lowBits(may/index.Inner) << k
		}
		r.names.add(from, names)
		r.longer.add(from, longer)
	}
}

// lowBits gathers bit 0 of eight bytes: the product adds up one copy of each in its top byte.
func lowBits(x uint64) uint64 { return x & 0x0101010101010101 * 0x0102040810204080 >> 56 }

// Numbers are some of the numbers below blockTokens, ascending.
type numbers struct {
	all  [blockTokens]uint8
	size int
}

// add adds the numbers of a bit set, counted from the number from.
func (l *numbers) add(from int, set uint64) {
	for ; set != 0; set &= set - 1 {
		l.all[l.size%blockTokens] = uint8(from + bits.TrailingZeros64(set))
		l.size++
	}
}

func (l *numbers) list() []uint8 { return l.all[:l.size] }
