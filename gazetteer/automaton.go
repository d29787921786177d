package gazetteer

import (
	"github.com/musamma/musamma/gazetteer/internal/format"
	"github.com/musamma/musamma/gazetteer/internal/index"
)

// The automaton of the names is a table of edges. The id of a node is the place of the edge to it, so the edges out of
// the nodes of one depth can be placed when those of the depth before are, and all hang on the size of the table: on how
// many edges there are, which is how many different beginnings of two and more tokens the names have. Those are counted
// first, by hashes: to walk every name through a trie, where each step waits for memory, takes five times as long.

// automaton places the edges, and finds the nodes where the keys end.
func (c *compiler) automaton() bool {
	c.tokens = make([]uint32, len(c.b.sequence))
	for i, w := range c.b.sequence {
		c.tokens[i] = c.slots[w]
	}
	different, all := c.beginnings()
	n, ok := c.edges(different)
	if ok && n == different {
		return true
	}
	if n, ok = c.edges(all); ok { // beginnings have one hash; a table for all tells how many they are
		_, ok = c.edges(n)
	}
	return ok
}

// beginnings counts the beginnings of two and more tokens, the different ones by their hashes, and all.
func (c *compiler) beginnings() (different, all int) {
	for _, k := range c.keys {
		all += int(k.end - k.first - 1)
	}
	hashes := make([]uint64, 0, all)
	for _, k := range c.keys {
		h := index.Mix(0, uint64(c.tokens[k.first]), 0)
		for _, token := range c.tokens[k.first+1 : k.end] {
			h = index.Mix(h, uint64(token), 0)
			hashes = append(hashes, h)
		}
	}
	return index.CountDistinct(hashes), all
}

// A walker is a key on its way from the root: the place of its next token, and of its last.
type walker struct{ key, at, last uint32 }

// edges places the edges in a table of n and returns how many they are.
func (c *compiler) edges(n int) (placed int, ok bool) {
	table := make([]byte, index.EdgeLines(n)*64)
	roots := make([]byte, len(c.sections[format.Vocab])/64) // 2 bits for each of the 4 slots of a line
	base := uint32(len(c.sections[format.Vocab]) / 16)
	c.nodes = make([]uint32, len(c.keys))
	ahead := make([]walker, 0, len(c.keys))
	for i, k := range c.keys {
		node := c.tokens[k.first]
		c.nodes[i] = node
		what := uint8(index.Terminal)
		if k.first+1 < k.end {
			what = index.Inner
			ahead = append(ahead, walker{uint32(i), k.first + 1, k.end - 1})
		}
		roots[node/4] |= what << (node % 4 * 2)
	}
	items, tmp := c.items(len(ahead))
	vocab, err := index.NewVocab(c.sections[format.Vocab], c.seed)
	if err != nil {
		return 0, false
	}
	for len(ahead) > 0 {
		items, left := items[:0], ahead[:0]
		for _, w := range ahead {
			edge := index.Edge(c.nodes[w.key], c.tokens[w.at])
			it := index.Item{Hash: vocab.HashEdge(c.nodes[w.key], c.tokens[w.at]), Edge: edge, Pos: w.key, What: index.Terminal}
			if w.at < w.last {
				it.What = index.Inner
				left = append(left, walker{w.key, w.at + 1, w.last})
			}
			items = append(items, it)
		}
		items = index.SortItems(items, tmp, nil)
		for i := 0; i < len(items); placed++ {
			it := items[i]
			first := i
			for i++; i < len(items) && items[i].Edge == it.Edge; i++ {
				it.What |= items[i].What
			}
			slot := index.InsertEdge(table, it.Hash, it.Edge, it.What)
			if slot == index.None {
				return 0, false
			}
			for ; first < i; first++ {
				c.nodes[items[first].Pos] = base + slot
			}
		}
		ahead = left
	}
	c.sections[format.Edges], c.sections[format.Roots] = table, roots
	return placed, true
}
