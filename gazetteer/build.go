package gazetteer

import (
	"bytes"
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
	for len(b.queue.words) > 0 { // twice: of the words of names come the tokens of derived keys
		if err := b.settle(); err != nil {
			return nil, err
		}
	}
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
	slots    []uint32 // of each word: of its token in the vocabulary
	nodes    []uint32 // of each key: the node where it ends
	profiles []uint16 // place of each profile
	entries  []entry  // in their order
	uses     []uint32 // of each word: how often the names have it
	derived  []sense  // in the order of nodes
	loaded   uint64   // keeps the loads that are made for their effect on the cache
}

// An entry is a record in its place.
type entry struct {
	record
	node uint32
}

// A sense is a stored sense on its way into the file.
type sense struct {
	node, entry, strict uint32
	profile             uint16
}

func (c *compiler) compile() error {
	b := c.b
	if uint64(len(b.words.arena)) > math.MaxUint32 || uint64(len(b.sequence)) > math.MaxUint32 ||
		len(b.words.info) >= 1<<29 || len(b.sequence) >= 1<<30 || uint64(len(b.records)+len(b.derived)) >= 1<<31 {
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
	return c.strings()
}

// tables fills everything that depends on the seed.
func (c *compiler) tables() bool {
	return c.vocabulary() && c.automaton() && c.commonWords()
}

// keys gives the keys by their numbers: those of the records, then the derived ones.
func (c *compiler) keys(yield func(i uint32, k key) bool) {
	n := uint32(len(c.b.records))
	for i := range c.b.records {
		if !yield(uint32(i), c.b.records[i].key()) {
			return
		}
	}
	for i := range c.b.derived {
		if !yield(n+uint32(i), c.b.derived[i].key()) {
			return
		}
	}
}

// vocabulary places the tokens in the order of their hashes, then the filter and the long tokens.
func (c *compiler) vocabulary() bool {
	b := c.b
	keys := b.words.keys
	used := make([]bool, len(keys)) // words may be written in names only, or in names that were refused
	for _, k := range c.keys {
		for _, w := range b.sequence[k.first:k.end] {
			used[w] = true
		}
	}
	items := make([]index.Item, 0, len(keys))
	for i, k := range keys {
		if used[i] {
			items = append(items, index.Item{Hash: index.HashKey(c.seed, k.Lo, k.Hi), Pos: uint32(i)})
		}
	}
	compare := func(x, y uint32) int {
		if d := cmp.Or(cmp.Compare(keys[x].Lo, keys[y].Lo), cmp.Compare(keys[x].Hi, keys[y].Hi)); d != 0 || keys[x].Exact() {
			return d
		}
		return bytes.Compare(b.tokenCodes(x), b.tokenCodes(y))
	}
	items = index.SortItems(items, make([]index.Item, len(items)), compare)
	different := 0 // words with one token stand side by side now
	for i, it := range items {
		if i == 0 || items[i-1].Hash != it.Hash || compare(items[i-1].Pos, it.Pos) != 0 {
			different++
		}
	}
	vocab := make([]byte, index.VocabLines(different)*64)
	filter := make([]byte, index.FilterBytes(different))
	c.slots = make([]uint32, len(keys))
	var long []longToken
	for i, it := range items {
		if i > 0 && items[i-1].Hash == it.Hash && compare(items[i-1].Pos, it.Pos) == 0 {
			c.slots[it.Pos] = c.slots[items[i-1].Pos]
			continue
		}
		k := keys[it.Pos]
		slot := index.InsertKey(vocab, c.seed, k.Lo, k.Hi)
		if slot == index.None {
			return false
		}
		c.slots[it.Pos] = slot
		if !k.Exact() {
			long = append(long, longToken{slot, b.tokenCodes(it.Pos)})
		}
		index.AddFilter(filter, it.Hash)
	}
	c.sections[format.Vocab], c.sections[format.Filter] = vocab, filter
	c.sections[format.LongIndex], c.sections[format.LongCodes] = longTokens(long)
	return true
}

// A longToken is a token whose key is not exact.
type longToken struct {
	slot  uint32
	codes []byte
}

func longTokens(long []longToken) (ends, codes []byte) {
	slices.SortFunc(long, func(a, b longToken) int { return cmp.Compare(a.slot, b.slot) })
	for _, t := range long {
		codes = append(codes, t.codes...)
		ends = binary.LittleEndian.AppendUint32(ends, t.slot)
		ends = binary.LittleEndian.AppendUint32(ends, uint32(len(codes)))
	}
	return ends, codes
}

// automaton places the edges, those nearest to the root first, since the id of a node is the place of the edge to it. How
// large their table is depends on how many there are, so a trie grows first.
func (c *compiler) automaton() bool {
	t := trie{seed: c.seed, base: uint32(len(c.sections[format.Vocab]) / 16)}
	if !c.grow(&t) {
		return false
	}
	var starts [MaxTokens + 1]uint32 // of the edges of each depth
	for _, d := range t.depths {
		if d > 0 {
			starts[d]++
		}
	}
	most := slices.Max(starts[:])
	n := uint32(0)
	for d := range starts {
		n, starts[d] = n+starts[d], n
	}
	levels := make([]uint32, n)
	for slot, d := range t.depths {
		if d > 0 {
			levels[starts[d]] = uint32(slot)
			starts[d]++
		}
	}
	edges := make([]byte, index.EdgeLines(len(levels))*64)
	places := make([]uint32, len(t.depths))
	items, tmp := make([]index.Item, 0, most), make([]index.Item, most)
	from := uint32(0)
	for _, to := range starts { // now the ends
		items = items[:0]
		for _, slot := range levels[from:to] {
			parent, token, _ := t.edge(slot)
			if parent >= t.base {
				parent = t.base + places[parent-t.base]
			}
			edge := index.Edge(parent, token)
			items = append(items, index.Item{Hash: index.HashEdge(c.seed, edge), Edge: edge, Pos: slot})
		}
		for _, it := range index.SortItems(items, tmp, nil) {
			_, _, what := t.edge(it.Pos)
			slot, _ := index.AddEdge(edges, it.Hash, it.Edge, what)
			if slot == index.None {
				return false
			}
			places[it.Pos] = slot
		}
		from = to
	}
	for i, n := range c.nodes {
		if n >= t.base {
			c.nodes[i] = t.base + places[n-t.base]
		}
	}
	c.sections[format.Edges] = edges
	return true
}

// grow lets a trie grow, with the nodes of the keys in it, and writes what the nodes behind first tokens are.
func (c *compiler) grow(t *trie) bool {
	b := c.b
	roots := make([]byte, len(c.sections[format.Vocab])/64) // 2 bits for each of the 4 slots of a line
	c.sections[format.Roots] = roots
	c.nodes = make([]uint32, len(b.records)+len(b.derived))
	most := 0
	for _, k := range c.keys {
		most += int(k.end - k.first - 1)
	}
	t.edges = make([]byte, index.EdgeLines(most)*64)
	t.depths = make([]uint8, len(t.edges)/8)
	ahead := make([]walker, 0, abreast)
	for i, k := range c.keys {
		slot := c.slots[b.sequence[k.first]]
		what := uint8(index.Inner)
		if k.first+1 == k.end {
			what = index.Terminal
			c.nodes[i] = slot
		} else {
			ahead = append(ahead, walker{i, slot, k.first + 1, k.end})
		}
		roots[slot/4] |= what << (slot % 4 * 2)
		if len(ahead) == abreast {
			if !t.walk(ahead, b.sequence, c.slots, c.nodes) {
				return false
			}
			ahead = ahead[:0]
		}
	}
	return t.walk(ahead, b.sequence, c.slots, c.nodes)
}
