package index

import (
	"math/rand"
	"testing"
)

func TestCountDistinct(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for _, n := range []int{0, 1, 511, 512, 5000, 100000} {
		for _, same := range []int{1, 3, 10000} {
			var hashes []uint64
			different := map[uint64]bool{}
			for len(hashes) < n {
				h := r.Uint64() | 1
				different[h] = true
				for range min(same, n-len(hashes)) {
					hashes = append(hashes, h)
				}
			}
			if got := CountDistinct(hashes); got != len(different) {
				t.Errorf("%d hashes, each %d times: %d different, want %d", n, same, got, len(different))
			}
		}
	}
}
