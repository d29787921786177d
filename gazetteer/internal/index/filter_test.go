package index

import (
	"math/rand"
	"testing"
)

// TestFilter checks that a filter says all of what a token is, and little of what it is not.
func TestFilter(t *testing.T) {
	const tokens = 20000
	r := rand.New(rand.NewSource(1))
	data := make([]byte, FilterBytes(tokens))
	is := map[uint64]uint8{}
	for range tokens {
		h, what := r.Uint64(), []uint8{Terminal, Inner, Later, Terminal | Later, Terminal | Inner | Later}[r.Intn(5)]
		is[h] |= what
		AddFilter(data, h, what)
	}
	f, err := NewFilter(data)
	if err != nil {
		t.Fatal(err)
	}
	for h, what := range is {
		if says := f.Says(h); says&what != what || says > Terminal|Inner|Later {
			t.Fatalf("hash %#x: %d, want %d at least", h, says, what)
		}
	}
	wrong := 0
	for range tokens {
		if f.Says(r.Uint64())&Terminal != 0 {
			wrong++
		}
	}
	if wrong > tokens/20 {
		t.Errorf("%d of %d other tokens pass as names, want 5 %% at most", wrong, tokens)
	}
}
