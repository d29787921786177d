package entity

import (
	"math/rand/v2"
	"testing"

	"github.com/musamma/musamma/normalize"
)

// The table remembers what a map does, over many rounds.
func TestKeyTableEqualsMap(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 1))
	var table keyTable
	for round := range 200 {
		table.reset()
		twin := map[normalize.Key]int32{}
		for range rnd.IntN(2000) {
			k := normalize.Key{Lo: rnd.Uint64N(1500), Hi: rnd.Uint64N(2)}
			if r := table.get(k); (r != nil) != (twin[k] != 0) || r != nil && r.full != twin[k] {
				t.Fatalf("round %d: %v is %v, want %d", round, k, r, twin[k])
			}
			table.at(k).full++
			twin[k]++
		}
		if table.used != len(twin) {
			t.Fatalf("round %d: %d keys, want %d", round, table.used, len(twin))
		}
	}
}
