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

// Words near each other have one sound, so comparing sounds first loses none.
func TestNearWordsHaveOneSound(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 1))
	const letters = "\x21\x22\x24\x26\x27\x28\x29\x2a\x2b\x2c\x2d\x2e\x2f\x30\x31\x32\x33\x34\x35\x36\x37\x38\x39\x3a\x41\x42\x43\x44\x45\x46\x47\x48\x4a"
	near := 0
	for range 300000 {
		word := make([]byte, 5+rnd.IntN(5))
		for i := range word {
			word[i] = letters[rnd.IntN(len(letters))]
		}
		other := append([]byte(nil), word...)
		for range 1 + rnd.IntN(2) {
			switch i := rnd.IntN(len(other)); rnd.IntN(4) {
			case 0: // left out
				other = append(other[:i], other[i+1:]...)
			case 1: // doubled
				other = append(other[:i+1], other[i:]...)
			default:
				other[i] = letters[rnd.IntN(len(letters))]
			}
		}
		if distance(word, other) <= allowed(len(other)) {
			if near++; soundOf(word) != soundOf(other) {
				t.Fatalf("% x and % x are near each other but sound different", word, other)
			}
		}
	}
	if near < 1000 {
		t.Errorf("only %d pairs were near each other", near)
	}
}
