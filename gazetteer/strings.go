package gazetteer

import (
	"bytes"
	"encoding/binary"
	"math"
	"slices"

	"github.com/musamma/musamma/gazetteer/internal/format"
	"github.com/musamma/musamma/gazetteer/internal/index"
	"github.com/musamma/musamma/gazetteer/internal/strtab"
)

// strings writes the names and the columns, in the order of the entries.
func (c *compiler) strings() error {
	c.names(c.dictionary())
	c.columns()
	if uint64(len(c.sections[format.Names])) > math.MaxUint32 || uint64(len(c.sections[format.Pool])) > math.MaxUint32 {
		return errTooLarge
	}
	return nil
}

// dictionary writes the words that the names have twice and more. It returns the place of each plus one, zero for the
// other words, and how many bytes the words of the names will take at most.
func (c *compiler) dictionary() (places []uint32, size int) {
	t := &c.b.words
	often, tmp := c.items(len(c.uses)) // most used first, so that the common words have the short references
	for i, n := range c.uses {
		if n > 1 {
			often = append(often, index.Item{Hash: uint64(math.MaxUint32-n)<<32 | hashBytes(t.word(uint32(i)))>>32, Pos: uint32(i)})
		} else if n == 1 {
			size += int(t.info.at(uint32(i)).size) + binary.MaxVarintLen16
		}
	}
	often = index.SortItems(often, tmp, func(x, y uint32) int { return bytes.Compare(t.word(x), t.word(y)) })
	places = make([]uint32, len(c.uses))
	var words []byte
	ends := make([]byte, 0, 4*len(often))
	var reference []byte
	for i, it := range often {
		places[it.Pos] = uint32(i + 1)
		words = append(words, t.word(it.Pos)...)
		ends = binary.LittleEndian.AppendUint32(ends, uint32(len(words)))
		reference = binary.AppendUvarint(reference[:0], uint64(i)<<1)
		size += int(c.uses[it.Pos]) * len(reference)
	}
	c.sections[format.DictEnds], c.sections[format.DictWords] = ends, words
	return places, size
}

// names writes the names, given what dictionary returns.
func (c *compiler) names(places []uint32, size int) {
	b := c.b
	w := strtab.NewNamesWriter(len(c.entries), size)
	for some := range slices.Chunk(c.entries, 128) {
		// The words of the names of one chunk are all over the memory: to load them side by side takes half the time.
		for i := range some {
			c.loaded += uint64(b.sequence[some[i].first])
		}
		for i := range some {
			for _, word := range b.sequence[some[i].first:][:some[i].words] {
				if places[word] == 0 {
					c.loaded += uint64(b.words.info.at(word).size)
				}
			}
		}
		for i := range some {
			for _, word := range b.sequence[some[i].first:][:some[i].words] {
				if place := places[word]; place != 0 {
					w.Ref(place - 1)
				} else {
					w.Literal(b.words.word(word))
				}
			}
			w.End()
		}
	}
	c.sections[format.Samples], c.sections[format.Names] = w.Sections()
}

// columns writes the ids, canonical names and sources. A column of empty strings takes no bytes.
func (c *compiler) columns() {
	if c.b.fields.Size() == 0 {
		return
	}
	pool := strtab.NewPoolWriter(&c.b.fields)
	for i := range c.entries {
		r := c.b.records.at(c.entries[i].record)
		for n, field := range [3]uint32{r.id, r.canonical, r.source} {
			if field == 0 {
				continue
			}
			column := &c.sections[[3]int{format.IDs, format.Canonicals, format.Sources}[n]]
			if *column == nil {
				*column = make([]byte, 4*len(c.entries))
			}
			binary.LittleEndian.PutUint32((*column)[4*i:], pool.Ref(field))
		}
	}
	c.sections[format.Pool] = pool.Bytes()
}
