package gazetteer

import (
	"github.com/musamma/musamma/gazetteer/internal/index"
	"github.com/musamma/musamma/normalize"
)

// A trie is the automaton while it grows: tokens and edges are numbered in the order they come. Build gives them their
// places in the compiled tables.
type trie struct {
	keys  []normalize.Key   // of each token
	ids   map[string]uint32 // tokens whose key is not exact, by their codes
	slots []tagged          // of the others; a power of two

	rootWhat  []uint8 // of the node behind each token: index.Terminal, index.Inner
	edges     []trieEdge
	edgeSlots []tagged // a power of two
}

// A trieEdge leads from a node by a token to the node with the edge's number. Nodes behind first tokens are the token's
// number with rootBit.
type trieEdge struct {
	parent, token uint32
	what, depth   uint8
}

const rootBit = 1 << 31

// token numbers a token by its key and its codes.
func (t *trie) token(k normalize.Key, codes []byte) uint32 {
	if !k.Exact() {
		if id, ok := t.ids[string(codes)]; ok {
			return id
		}
		if t.ids == nil {
			t.ids = map[string]uint32{}
		}
		t.ids[string(codes)] = uint32(len(t.keys))
		return t.addToken(k)
	}
	if len(t.keys)*2 >= len(t.slots) {
		t.slots = grown(t.slots)
	}
	h := uint32(index.HashKey(0, k.Lo, k.Hi))
	mask := uint32(len(t.slots) - 1)
	for at := h & mask; ; at = (at + 1) & mask {
		n := t.slots[at]
		if n.number == 0 {
			t.slots[at] = tagged{h, uint32(len(t.keys) + 1)}
			return t.addToken(k)
		}
		if n.hash == h && t.keys[n.number-1] == k {
			return n.number - 1
		}
	}
}

func (t *trie) addToken(k normalize.Key) uint32 {
	t.keys = append(t.keys, k)
	t.rootWhat = append(t.rootWhat, 0)
	return uint32(len(t.keys) - 1)
}

// name walks and extends the trie by the tokens of a name and returns the node where it ends.
func (t *trie) name(tokens []uint32) uint32 {
	node := tokens[0] | rootBit
	for i, tok := range tokens[1:] {
		t.mark(node, index.Inner)
		node = t.child(node, tok, uint8(i+1))
	}
	t.mark(node, index.Terminal)
	return node
}

func (t *trie) mark(node uint32, what uint8) {
	if node&rootBit != 0 {
		t.rootWhat[node&^rootBit] |= what
	} else {
		t.edges[node].what |= what
	}
}

func (t *trie) child(parent, token uint32, depth uint8) uint32 {
	if len(t.edges)*2 >= len(t.edgeSlots) {
		t.edgeSlots = grown(t.edgeSlots)
	}
	h := uint32(index.HashEdge(0, index.Edge(parent, token)))
	mask := uint32(len(t.edgeSlots) - 1)
	for at := h & mask; ; at = (at + 1) & mask {
		n := t.edgeSlots[at]
		if n.number == 0 {
			t.edges = append(t.edges, trieEdge{parent: parent, token: token, depth: depth})
			t.edgeSlots[at] = tagged{h, uint32(len(t.edges))}
			return uint32(len(t.edges) - 1)
		}
		if n.hash != h {
			continue
		}
		if e := &t.edges[n.number-1]; e.parent == parent && e.token == token {
			return n.number - 1
		}
	}
}
