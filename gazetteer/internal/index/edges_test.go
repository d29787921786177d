package index

import (
	"math/rand"
	"testing"
)

// TestEdges checks that every edge is found by its hash, whatever vocabulary its tokens stand in, and none that is not
// there or is not taken.
func TestEdges(t *testing.T) {
	r := rand.New(rand.NewSource(14))
	for _, tokens := range []int{1, 5, 300, 20000} {
		keys := make([]byte, VocabLines(tokens)*lineSize)
		vocab, err := NewVocab(keys, 1)
		if err != nil {
			t.Fatal(err)
		}
		var slots []uint32
		for i := range tokens {
			slots = append(slots, InsertKey(keys, 1, uint64(i+1), 0))
		}
		table := make([]byte, EdgeLines(tokens)*lineSize)
		edges, err := NewEdges(table, vocab.Slots())
		if err != nil {
			t.Fatal(err)
		}
		find := func(parent, token uint32) (uint32, uint8) {
			home := vocab.Home(vocab.Hash(vocab.Key(token)))
			return edges.Find(vocab.HashEdge(parent, token), home, func(p, k uint32) bool { return p == parent && k == token })
		}
		children := map[uint64]uint32{}
		for range tokens {
			parent, token := slots[r.Intn(tokens)], slots[r.Intn(tokens)]
			if r.Intn(2) == 0 {
				parent += vocab.Slots() // a node that no first token leads to
			}
			if children[Edge(parent, token)] != 0 {
				continue
			}
			slot := InsertEdge(table, vocab.HashEdge(parent, token), Edge(parent, token), Terminal)
			if slot == None {
				t.Fatalf("%d tokens: no place for an edge", tokens)
			}
			children[Edge(parent, token)] = vocab.Slots() + slot
		}
		for edge, want := range children {
			if child, what := find(uint32(edge), uint32(edge>>32)); child != want || what != Terminal {
				t.Errorf("%d tokens, edge %#x: child %d, what %d, want %d, %d", tokens, edge, child, what, want, Terminal)
			}
		}
		for range tokens {
			parent, token := slots[r.Intn(tokens)], slots[r.Intn(tokens)]
			if _, what := find(parent, token); what != 0 != (children[Edge(parent, token)] != 0) {
				t.Errorf("%d tokens: found %v the edge from %d by %d", tokens, what != 0, parent, token)
			}
		}
	}
}
