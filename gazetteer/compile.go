package gazetteer

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"math"
	"slices"

	"github.com/musamma/musamma/gazetteer/internal/format"
	"github.com/musamma/musamma/gazetteer/internal/index"
)

// labels writes the types, the cues and the profiles, each sorted.
func (c *compiler) labels() {
	b := c.b
	var place [2][]uint8
	var out []byte
	for n, t := range b.labels {
		sorted := slices.Sorted(slices.Values(t.labels))
		out = binary.AppendUvarint(out, uint64(len(sorted)))
		place[n] = make([]uint8, len(sorted))
		for i, s := range sorted {
			place[n][t.ids[s]] = uint8(i)
			out = append(binary.AppendUvarint(out, uint64(len(s))), s...)
		}
	}
	c.sections[format.Labels] = out
	type item struct {
		rec [8]byte
		old uint16
	}
	items := make([]item, len(b.profiles))
	for i, p := range b.profiles {
		r := [8]byte{place[0][p.typ], place[1][p.cue], byte(p.roles), byte(p.roles >> 8), byte(p.flags), p.weight}
		if p.tanween {
			r[6] = 1
		}
		if p.marked {
			r[7] = 1
		}
		items[i] = item{r, uint16(i)}
	}
	slices.SortFunc(items, func(a, b item) int { return bytes.Compare(a.rec[:], b.rec[:]) })
	c.profiles = make([]uint16, len(items))
	profiles := make([]byte, 0, 8*len(items))
	for i, it := range items {
		c.profiles[it.old] = uint16(i)
		profiles = append(profiles, it.rec[:]...)
	}
	c.sections[format.Profiles] = profiles
}

// number gives the entries their numbers: in the order of the nodes of their names, then by what they say. Repeats, which
// differ in their source at most, become one, of the least source.
func (c *compiler) number() {
	b := c.b
	// The records of a node are a chain. To look through all nodes for the chains takes a third of the time of a sort.
	const more = 1 << 31                                                                      // the chain goes on: next of a single record, as most are, is not looked at
	heads := make([]uint32, len(c.sections[format.Vocab])/16+len(c.sections[format.Edges])/8) // a record plus one
	next := make([]uint32, b.records.size)
	for i := range next {
		head := &heads[c.nodes[i]]
		if next[i] = *head; *head != 0 {
			*head = more
		}
		*head |= uint32(i + 1)
	}
	c.entries = make([]entry, 0, b.records.size)
	numbers := make([]uint32, b.records.size)
	var chain []uint32
	for node, head := range heads {
		if head == 0 {
			continue
		}
		chain = append(chain[:0], head&^more-1)
		if head&more != 0 {
			for head&more != 0 {
				head = next[head&^more-1]
				chain = append(chain, head&^more-1)
			}
			slices.SortFunc(chain, c.compareRecords)
		}
		for i, at := range chain {
			if i == 0 || !c.repeats(chain[i-1], at) {
				c.entries = append(c.entries, entry{record: at, node: uint32(node)})
			} else {
				for _, w := range b.spelled(b.records.at(at)) {
					c.uses[w]--
				}
			}
			numbers[at] = uint32(len(c.entries) - 1)
		}
	}
	info := make([]byte, 2*len(c.entries))
	for i := range c.entries { // without a branch, so that the loads overlap
		e := &c.entries[i]
		r := b.records.at(e.record)
		e.strict, e.first, e.words, e.profile = r.strict, r.first, r.words, c.profiles[r.profile]
		binary.LittleEndian.PutUint16(info[2*i:], e.profile)
	}
	c.sections[format.EntryInfo] = info
	c.derived = make([]sense, len(b.derived))
	for i, d := range b.derived {
		c.derived[i] = sense{c.nodes[int(b.records.size)+i], numbers[d.record], d.strict, c.profiles[d.profile]}
	}
	slices.SortFunc(c.derived, c.compareSenses)
}

// compareSenses orders senses by node; those of a node the best known first, then by entry.
func (c *compiler) compareSenses(a, b sense) int {
	weight := func(s sense) uint8 { return c.sections[format.Profiles][int(s.profile)*profileSize+5] }
	return cmp.Or(cmp.Compare(a.node, b.node), cmp.Compare(weight(b), weight(a)), cmp.Compare(a.entry, b.entry),
		cmp.Compare(a.profile, b.profile), cmp.Compare(a.strict, b.strict))
}

// repeats reports whether two records differ in nothing but the source.
func (c *compiler) repeats(x, y uint32) bool {
	a, b := c.b.records.at(x), c.b.records.at(y)
	return a.profile == b.profile && a.id == b.id && a.canonical == b.canonical &&
		slices.Equal(c.b.spelled(a), c.b.spelled(b))
}

// compareRecords orders records of one node by what they say.
func (c *compiler) compareRecords(x, y uint32) int {
	a, b := c.b.records.at(x), c.b.records.at(y)
	if d := cmp.Compare(c.profiles[a.profile], c.profiles[b.profile]); d != 0 {
		return d
	}
	v, w := c.b.spelled(a), c.b.spelled(b)
	for i := range min(len(v), len(w)) {
		if v[i] != w[i] {
			return bytes.Compare(c.b.words.word(v[i]), c.b.words.word(w[i]))
		}
	}
	f := &c.b.fields
	return cmp.Or(cmp.Compare(len(v), len(w)), bytes.Compare(f.At(a.id), f.At(b.id)),
		bytes.Compare(f.At(a.canonical), f.At(b.canonical)), bytes.Compare(f.At(a.source), f.At(b.source)))
}

// rank writes the senses, those of the names themselves and the derived ones merged, with the way to them.
func (c *compiler) rank() {
	derived := c.derived
	most := len(c.entries) + len(derived)
	nodes := make([]uint32, 0, most)
	out := make([]byte, 0, most*senseSize)
	var group []sense
	for i := 0; i < len(c.entries) || len(derived) > 0; {
		node := uint32(math.MaxUint32)
		if i < len(c.entries) {
			node = c.entries[i].node
		}
		if len(derived) > 0 {
			node = min(node, derived[0].node)
		}
		group = group[:0]
		from := uint32(i)
		for ; i < len(c.entries) && c.entries[i].node == node; i++ {
			e := &c.entries[i]
			group = append(group, sense{node, uint32(i), e.strict, e.profile})
		}
		for ; len(derived) > 0 && derived[0].node == node; derived = derived[1:] {
			// A spelling that two rules derive, or that the entry has itself, is one sense. The entries of a node are
			// numbered in a row, and the derived senses of one entry stand side by side.
			entry := derived[0].entry
			if own := entry >= from && entry < uint32(i); !own && (len(group) == 0 || group[len(group)-1].entry != entry) {
				group = append(group, derived[0])
			}
		}
		if len(group) > 1 {
			slices.SortFunc(group, c.compareSenses)
		}
		for _, s := range group[:min(len(group), MaxSenses)] {
			nodes = append(nodes, node)
			out = binary.LittleEndian.AppendUint16(out, s.profile)
			out = binary.LittleEndian.AppendUint32(out, s.strict)
			out = binary.LittleEndian.AppendUint32(out, s.entry)
		}
	}
	last := make([]byte, index.LastBytes(uint32(len(nodes))))
	total := uint32(len(c.sections[format.Vocab])/16 + len(c.sections[format.Edges])/8)
	ranks := make([]byte, index.RankBytes(total))
	index.BuildRanks(ranks, last, nodes)
	c.sections[format.Senses], c.sections[format.Ranks], c.sections[format.Last] = out, ranks, last
}
