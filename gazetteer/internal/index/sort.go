package index

import (
	"cmp"
	"math/bits"
	"slices"
)

// An Item is an element of a table under construction: where its hash sends it, and which element it is.
type Item struct {
	Hash uint64
	Edge uint64 // the element itself where it has 64 bits, else 0
	Pos  uint32
	What uint8 // of an edge: Terminal, Inner of the child
}

// SortItems orders items by hash, then edge, then compare, which may be nil, and returns them; tmp is as long as items
// and overwritten. Insertion in this order makes a table that depends on the set of its elements alone, and writes
// memory from front to back. Two passes by the top bits, the second inside a bucket of some 500 that stays in the cache,
// leave runs of some 4 items: a quarter of the time of a comparison sort.
func SortItems(items, tmp []Item, compare func(a, b uint32) int) []Item {
	const subBits = 7
	all := uint64(0)
	for i := range items {
		all |= items[i].Hash
	}
	top := 64 - bits.LeadingZeros64(all) // bits that differ
	first := min(14, top, max(0, bits.Len(uint(len(items)))-9))
	second := min(subBits, top-first)
	shift := top - first
	starts := make([]uint32, 1<<first+1)
	for i := range items {
		starts[items[i].Hash>>shift+1]++
	}
	for i := 1; i < len(starts); i++ {
		starts[i] += starts[i-1]
	}
	for i := range items {
		at := &starts[items[i].Hash>>shift]
		tmp[*at] = items[i]
		*at++
	}
	shift -= second
	from := uint32(0)
	for _, to := range starts[:len(starts)-1] { // now the ends
		var ends [1<<subBits + 1]uint32
		for i := from; i < to; i++ {
			ends[tmp[i].Hash>>shift&(1<<second-1)+1]++
		}
		for i := 1; i < len(ends); i++ {
			ends[i] += ends[i-1]
		}
		bucket := items[from:to]
		for i := from; i < to; i++ {
			at := &ends[tmp[i].Hash>>shift&(1<<second-1)]
			bucket[*at] = tmp[i]
			*at++
		}
		low := uint32(0)
		for _, high := range ends[:1<<subBits] {
			if high > low+1 {
				sortRun(bucket[low:high], compare)
			}
			low = high
		}
		from = to
	}
	return items
}

// sortRun sorts by comparison, a short run by insertion.
func sortRun(run []Item, compare func(a, b uint32) int) {
	if len(run) > 32 {
		slices.SortFunc(run, func(a, b Item) int { return compareItems(&a, &b, compare) })
		return
	}
	for i := 1; i < len(run); i++ {
		it, j := run[i], i
		for ; j > 0 && (it.Hash < run[j-1].Hash || it.Hash == run[j-1].Hash && compareItems(&it, &run[j-1], compare) < 0); j-- {
			run[j] = run[j-1]
		}
		run[j] = it
	}
}

func compareItems(a, b *Item, compare func(a, b uint32) int) int {
	if c := cmp.Or(cmp.Compare(a.Hash, b.Hash), cmp.Compare(a.Edge, b.Edge)); c != 0 || compare == nil {
		return c
	}
	return compare(a.Pos, b.Pos)
}
