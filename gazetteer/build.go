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
		b.settle()
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
	slots    []uint32     // of each word: of its token in the vocabulary
	tokens   []uint32     // the same at each place of the sequence of b
	nodes    []uint32     // of each key: the node where it ends
	keys     []key        // of the records, then the derived ones
	profiles []uint16     // place of each profile
	entries  []entry      // in their order
	uses     []uint32     // of each word: how often the names have it
	what     []uint8      // of each word: where in the keys it is a token, as an index.Filter says it; 0: nowhere
	derived  []sense      // in the order of nodes
	loaded   uint64       // keeps the loads that are made for their effect on the cache
	scratch  []index.Item // for items
}

// An entry is a record in its place: what is asked of it in this order, gathered once.
type entry struct {
	record, node   uint32
	strict         uint32
	first          uint32 // of the words
	words, profile uint16
}

// A sense is a stored sense on its way into the file.
type sense struct {
	node, entry, strict uint32
	profile             uint16
}

func (c *compiler) compile() error {
	b := c.b
	if uint64(len(b.words.arena)) > math.MaxUint32 || uint64(b.fields.Size()) > math.MaxUint32 ||
		b.words.info.size >= 1<<29 || len(b.sequence) >= 1<<30 || uint64(b.records.size)+uint64(len(b.derived)) >= 1<<31 {
		return errTooLarge
	}
	c.walkKeys()
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

// walkKeys collects the keys, and counts the words of the names and the tokens of the keys.
func (c *compiler) walkKeys() {
	b := c.b
	c.uses, c.what = make([]uint32, b.words.info.size), make([]uint8, b.words.info.size)
	c.keys = make([]key, 0, int(b.records.size)+len(b.derived))
	for i := range b.records.size {
		r := b.records.at(i)
		for _, w := range b.spelled(r) {
			c.uses[w]++
		}
		c.keys = append(c.keys, r.key())
	}
	for i := range b.derived {
		c.keys = append(c.keys, b.derived[i].key())
	}
	for _, k := range c.keys {
		what := uint8(index.Terminal)
		if k.first+1 < k.end {
			what = index.Inner
		}
		for _, w := range b.sequence[k.first:k.end] {
			c.what[w] |= what
			what = index.Later
		}
	}
}

// items returns an empty array for n items, and one of n for the sort. Both are those of the last call.
func (c *compiler) items(n int) (items, tmp []index.Item) {
	if len(c.scratch) < 2*n {
		c.scratch = make([]index.Item, 2*n)
	}
	return c.scratch[:0:n], c.scratch[n : 2*n]
}

// vocabulary places the tokens in the order of their hashes, then the filter and the long tokens.
func (c *compiler) vocabulary() bool {
	b := c.b
	keys := &b.words.keys
	items, tmp := c.items(int(keys.size))
	for i := range keys.size {
		if k := keys.at(i); c.what[i] != 0 {
			items = append(items, index.Item{Hash: index.HashKey(c.seed, k.Lo, k.Hi), Pos: i})
		}
	}
	compare := func(x, y uint32) int {
		k, l := keys.at(x), keys.at(y)
		if d := cmp.Or(cmp.Compare(k.Lo, l.Lo), cmp.Compare(k.Hi, l.Hi)); d != 0 || k.Exact() {
			return d
		}
		return bytes.Compare(b.tokenCodes(x), b.tokenCodes(y))
	}
	items = index.SortItems(items, tmp, compare)
	different := 0 // words with one token stand side by side now
	for i, it := range items {
		if i == 0 || items[i-1].Hash != it.Hash || compare(items[i-1].Pos, it.Pos) != 0 {
			different++
		}
	}
	vocab := make([]byte, index.VocabLines(different)*64)
	filter := make([]byte, index.FilterBytes(different))
	c.slots = make([]uint32, keys.size)
	var long []longToken
	for i, it := range items {
		index.AddFilter(filter, it.Hash, c.what[it.Pos])
		if i > 0 && items[i-1].Hash == it.Hash && compare(items[i-1].Pos, it.Pos) == 0 {
			c.slots[it.Pos] = c.slots[items[i-1].Pos]
			continue
		}
		k := keys.at(it.Pos)
		slot := index.InsertKey(vocab, c.seed, k.Lo, k.Hi)
		if slot == index.None {
			return false
		}
		c.slots[it.Pos] = slot
		if !k.Exact() {
			long = append(long, longToken{slot, b.tokenCodes(it.Pos)})
		}
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
