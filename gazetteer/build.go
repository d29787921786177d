package gazetteer

import (
	"cmp"
	"encoding/binary"
	"errors"
	"math"
	"slices"

	"github.com/musamma/musamma/gazetteer/internal/format"
	"github.com/musamma/musamma/gazetteer/internal/index"
)

// errTooLarge reports more tokens, edges or senses than the 30 and 32 bits of the tables can number: some 500 million
// names.
var errTooLarge = errors.New("gazetteer: too many names for one file")

// Build compiles the entries. The same set of entries gives the same bytes, in whatever order it was added. The Builder
// can take more entries and build again.
func (b *Builder) Build() (*Gazetteer, error) {
	c := compiler{b: b}
	if err := c.compile(); err != nil {
		return nil, err
	}
	h := format.Header{
		Folding: foldingVersion, Form: uint32(b.form), Seed: c.seed, Graded: b.graded,
		Entries: uint32(len(c.entries)), Senses: uint32(len(c.sections[format.Senses]) / senseSize), Words: uint32(len(b.common)),
	}
	return OpenBytes(format.Assemble(h, &c.sections))
}

// A compiler gives the parts of a Builder their places in the sections of a file.
type compiler struct {
	b        *Builder
	seed     uint64
	sections [format.NumSections][]byte
	tokens   []uint32 // slot of each token of the trie
	nodes    []uint32 // node id of each edge of the trie
	profiles []uint16 // place of each profile
	entries  []record // in their order, node is the id in the file
	derived  []sense  // in the order of nodes
}

// A sense is a stored sense on its way into the file.
type sense struct {
	node, entry, strict uint32
	profile             uint16
}

func (c *compiler) compile() error {
	b := c.b
	if uint64(len(b.words.arena)) > math.MaxUint32 || uint64(len(b.spelled)) > math.MaxUint32 ||
		len(b.trie.keys) >= 1<<29 || len(b.trie.edges) >= 1<<30 || uint64(len(b.records)+len(b.derived)) >= 1<<31 {
		return errTooLarge
	}
	// A seed that sends too many elements to one place is given up for the next; no list yet needed the second.
	for c.seed = 0; !c.tables(); c.seed++ {
		if c.seed == 16 {
			return errors.New("gazetteer: the hashes of the names collide")
		}
	}
	c.labels()
	c.number()
	c.rank()
	if err := c.strings(); err != nil {
		return err
	}
	return nil
}

// tables fills everything that depends on the seed.
func (c *compiler) tables() bool {
	return c.vocabulary() && c.edges() && c.commonWords()
}

// vocabulary places the tokens in the order of their hashes, then the filter and the long tokens.
func (c *compiler) vocabulary() bool {
	t := &c.b.trie
	what := slices.Clone(t.rootWhat) // 0: a refused name may have left tokens that no name has
	for i := range t.edges {
		what[t.edges[i].token] |= index.Later
	}
	items := make([]index.Item, 0, len(t.keys))
	for i, k := range t.keys {
		if what[i] != 0 {
			items = append(items, index.Item{Hash: index.HashKey(c.seed, k.Lo, k.Hi), Pos: uint32(i)})
		}
	}
	long := make(map[uint32]string, len(t.ids))
	for codes, id := range t.ids {
		long[id] = codes
	}
	items = index.SortItems(items, make([]index.Item, len(items)), func(a, b uint32) int {
		return cmp.Or(cmp.Compare(t.keys[a].Lo, t.keys[b].Lo), cmp.Compare(t.keys[a].Hi, t.keys[b].Hi),
			cmp.Compare(long[a], long[b]))
	})
	vocab := make([]byte, index.VocabLines(len(items))*64)
	filter := make([]byte, index.FilterBytes(len(items)))
	c.tokens = make([]uint32, len(t.keys))
	longSlots := map[uint32]string{}
	for _, it := range items {
		k := t.keys[it.Pos]
		slot := index.InsertKey(vocab, c.seed, k.Lo, k.Hi)
		if slot == index.None {
			return false
		}
		c.tokens[it.Pos] = slot
		if !k.Exact() {
			longSlots[slot] = long[it.Pos]
		}
		index.AddFilter(filter, it.Hash, what[it.Pos])
	}
	roots := make([]byte, len(vocab)/64) // 2 bits for each of the 4 slots of a line
	for i, what := range t.rootWhat {
		if what != 0 {
			roots[c.tokens[i]/4] |= what << (c.tokens[i] % 4 * 2)
		}
	}
	c.sections[format.Vocab], c.sections[format.Filter], c.sections[format.Roots] = vocab, filter, roots
	c.sections[format.LongIndex], c.sections[format.LongCodes] = longTokens(longSlots)
	return true
}

func longTokens(long map[uint32]string) (ends, codes []byte) {
	slots := make([]uint32, 0, len(long))
	for s := range long {
		slots = append(slots, s)
	}
	slices.Sort(slots)
	for _, s := range slots {
		codes = append(codes, long[s]...)
		ends = binary.LittleEndian.AppendUint32(ends, s)
		ends = binary.LittleEndian.AppendUint32(ends, uint32(len(codes)))
	}
	return ends, codes
}

// edges places the edges, those nearest to the root first, since the id of a node is the place of the edge to it.
func (c *compiler) edges() bool {
	t := &c.b.trie
	base := uint32(len(c.sections[format.Vocab]) / 16)
	edges := make([]byte, index.EdgeLines(len(t.edges))*64)
	c.nodes = make([]uint32, len(t.edges))
	var count [MaxTokens + 1]int
	for i := range t.edges {
		count[t.edges[i].depth]++
	}
	var levels [MaxTokens + 1][]uint32
	for d, n := range count {
		levels[d] = make([]uint32, 0, n)
	}
	for i := range t.edges {
		d := t.edges[i].depth
		levels[d] = append(levels[d], uint32(i))
	}
	most := slices.Max(count[:])
	items, tmp := make([]index.Item, 0, most), make([]index.Item, most)
	for _, level := range levels {
		items = items[:0]
		for _, i := range level {
			e := &t.edges[i]
			edge := index.Edge(c.node(e.parent), c.tokens[e.token])
			items = append(items, index.Item{Hash: index.HashEdge(c.seed, edge), Edge: edge, Pos: i})
		}
		for _, it := range index.SortItems(items, tmp, nil) {
			slot := index.InsertEdge(edges, c.seed, it.Edge, t.edges[it.Pos].what)
			if slot == index.None {
				return false
			}
			c.nodes[it.Pos] = base + slot
		}
	}
	c.sections[format.Edges] = edges
	return true
}

// node returns the id that a node of the trie has in the file.
func (c *compiler) node(n uint32) uint32 {
	if n&rootBit != 0 {
		return c.tokens[n&^rootBit]
	}
	return c.nodes[n]
}
