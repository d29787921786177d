package index

import (
	"cmp"
	"math/rand"
	"slices"
	"testing"
)

// TestSortItems compares with a plain sort, on hashes of every width and with many repeats.
func TestSortItems(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for _, n := range []int{0, 1, 2, 33, 600, 5000, 40000} {
		for _, width := range []int{0, 1, 5, 12, 33, 64} {
			items := make([]Item, n)
			for i := range items {
				items[i] = Item{Hash: r.Uint64() >> 1 >> (63 - max(width, 1) + 1), Edge: uint64(r.Intn(3)), Pos: uint32(r.Intn(n))}
				if width == 64 {
					items[i].Hash = r.Uint64()
				}
			}
			compare := func(a, b uint32) int { return cmp.Compare(b, a) }
			want := slices.Clone(items)
			slices.SortFunc(want, func(a, b Item) int {
				return cmp.Or(cmp.Compare(a.Hash, b.Hash), cmp.Compare(a.Edge, b.Edge), compare(a.Pos, b.Pos))
			})
			if got := SortItems(items, make([]Item, n), compare); !slices.Equal(want, got) {
				t.Errorf("%d items of %d bits are not sorted", n, width)
			}
		}
	}
}
