package gazetteer

import (
	"encoding/binary"

	"github.com/musamma/musamma/gazetteer/internal/index"
)

// A trie is the automaton while it grows: its edges in a table like that of the file, each where it came first. A node
// behind a first token is the slot of the token, any other is the slot of the edge to it, counted from base on.
type trie struct {
	seed   uint64
	base   uint32
	edges  []byte
	depths []uint8 // of the edge in each slot: the tokens before it; 0 when empty
	loaded uint64  // keeps the loads that walk makes for their effect on the cache
}

// A walker is a key on its way from the root: the node that it has reached, and its next token up to the last.
type walker struct{ key, node, at, end uint32 }

// abreast is how many keys walk side by side, so that what they load comes at once: at a million names the edges lie in
// no cache near the core.
const abreast = 128

// walk takes keys to their ends, which it writes to nodes, a step for all at a time. tokens holds the slot of the token
// at each place of sequence. It returns false when an edge finds no slot near enough.
func (t *trie) walk(ahead []walker, sequence, slots, nodes []uint32) bool {
	var edges, hashes [abreast]uint64
	for depth := uint8(1); len(ahead) > 0; depth++ {
		for i, w := range ahead {
			edges[i] = index.Edge(w.node, slots[sequence[w.at]])
			hashes[i] = index.HashEdge(t.seed, edges[i])
			t.loaded += index.TouchEdge(t.edges, hashes[i])
		}
		left := ahead[:0]
		for i, w := range ahead {
			what := uint8(index.Inner)
			if w.at++; w.at == w.end {
				what = index.Terminal
			}
			slot, fresh := index.AddEdge(t.edges, hashes[i], edges[i], what)
			if slot == index.None {
				return false
			}
			if fresh {
				t.depths[slot] = depth
			}
			if w.node = t.base + slot; w.at == w.end {
				nodes[w.key] = w.node
			} else {
				left = append(left, w)
			}
		}
		ahead = left
	}
	return true
}

// edge returns what is in a slot.
func (t *trie) edge(slot uint32) (parent, token uint32, what uint8) {
	x := binary.LittleEndian.Uint64(t.edges[uint(slot)*8:])
	return uint32(x), uint32(x >> 32 & (1<<30 - 1)), uint8(x >> 62)
}
