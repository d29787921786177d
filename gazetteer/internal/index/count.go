package index

import "math/bits"

// CountDistinct returns how many different hashes there are, the lowest bit left out. The top bits send the hashes to
// buckets of some 500, each of which is counted inside the fastest cache.
func CountDistinct(hashes []uint64) (n int) {
	shift := 64 - min(14, bits.Len(uint(len(hashes))/512))
	starts := make([]uint32, 1<<(64-shift)+1)
	for _, h := range hashes {
		starts[h>>shift+1]++
	}
	for i := 1; i < len(starts); i++ {
		starts[i] += starts[i-1]
	}
	buckets := make([]uint64, len(hashes))
	for _, h := range hashes {
		at := &starts[h>>shift]
		buckets[*at] = h | 1
		*at++
	}
	var space []uint64
	from := uint32(0)
	for _, to := range starts[:len(starts)-1] { // now the ends
		bucket := buckets[from:to]
		size := 2 << bits.Len(uint(len(bucket)))
		if len(space) < size {
			space = make([]uint64, size)
		}
		set := space[:size]
		clear(set)
		for _, h := range bucket {
			at := h >> 1 & uint64(size-1)
			for set[at] != 0 && set[at] != h {
				at = (at + 1) & uint64(size-1)
			}
			if set[at] == 0 {
				set[at] = h
				n++
			}
		}
		from = to
	}
	return n
}
