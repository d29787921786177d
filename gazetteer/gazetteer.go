package gazetteer

import (
	"encoding/binary"
	"io"
	"iter"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/musamma/musamma/gazetteer/internal/format"
	"github.com/musamma/musamma/gazetteer/internal/index"
	"github.com/musamma/musamma/gazetteer/internal/mmap"
	"github.com/musamma/musamma/gazetteer/internal/strtab"
	"github.com/musamma/musamma/normalize"
)

// foldingVersion changes whenever a name may get other keys: with the tables of normalize, or the rules that cut a name
// into tokens.
const foldingVersion = 1

const (
	senseSize   = 10
	profileSize = 8
)

// A Gazetteer is a compiled list of names. It is immutable and safe for use by several goroutines at once. Build makes
// one in memory, Open reads it from a file; the two do not differ.
type Gazetteer struct {
	data                   []byte
	file                   *format.File
	form                   normalize.Form
	vocab                  index.Vocab
	filter                 index.Filter
	edges                  index.Edges
	ranks                  index.Ranks
	words7                 index.Words
	words16                index.Vocab
	roots                  []byte
	counts16               []byte
	senses                 []byte
	profiles               []byte
	info                   []byte
	longIndex, longLetters []byte // slots and letters of tokens of more than 16 letters
	names                  strtab.Names
	columns                [3]strtab.Column // ids, canonical names, sources
	types                  []string
	cues                   []string
	mapped                 *mmap.Map // nil when in memory
	unmap                  runtime.Cleanup

	scratch   sync.Pool // *scratch
	vocalised sync.Pool // *vocalised
	recent    [recentEntries]atomic.Pointer[numbered]
}

const recentEntries = 1024

// A numbered is an Entry with its number.
type numbered struct {
	Entry
	number uint32
}

// OpenBytes returns the Gazetteer in data, as WriteTo wrote it, and keeps data, which must not change. It looks at the
// header and the bounds of the sections, in a time that does not depend on the size; Verify looks at the rest. Data that
// is not a compiled gazetteer gives an *Error, data of another version a *VersionError.
func OpenBytes(data []byte) (*Gazetteer, error) {
	f, err := format.Parse(data, foldingVersion)
	if err != nil {
		return nil, err
	}
	g := &Gazetteer{data: data, file: f, form: normalize.Form(f.Form)}
	s := &f.Sections
	if g.vocab, err = index.NewVocab(s[format.Vocab], f.Seed); err != nil {
		return nil, format.Errorf(format.Vocab, "%v", err)
	}
	if g.edges, err = index.NewEdges(s[format.Edges], g.vocab.Slots()); err != nil {
		return nil, format.Errorf(format.Edges, "%v", err)
	}
	if g.filter, err = index.NewFilter(s[format.Filter]); err != nil {
		return nil, format.Errorf(format.Filter, "%v", err)
	}
	if g.ranks, err = index.NewRanks(s[format.Ranks], s[format.Last], g.edges.Nodes(), f.Senses); err != nil {
		return nil, format.Errorf(format.Ranks, "%v", err)
	}
	if g.words7, err = index.NewWords(s[format.Words7], f.Seed); err != nil {
		return nil, format.Errorf(format.Words7, "%v", err)
	}
	if g.words16, err = index.NewVocab(s[format.Words16], f.Seed); err != nil {
		return nil, format.Errorf(format.Words16, "%v", err)
	}
	for _, w := range []struct {
		section   int
		size      uint64
		remainder int
	}{
		{format.Roots, uint64(g.vocab.Slots()) / 4, 0}, {format.Counts16, uint64(g.words16.Slots()), 0},
		{format.Senses, uint64(f.Senses) * senseSize, 0}, {format.EntryInfo, uint64(f.Entries) * 2, 0},
		{format.Profiles, uint64(len(s[format.Profiles])), len(s[format.Profiles]) % profileSize},
		{format.LongIndex, uint64(len(s[format.LongIndex])), len(s[format.LongIndex]) % 8},
	} {
		if uint64(len(s[w.section])) != w.size || w.remainder != 0 {
			return nil, format.Errorf(w.section, "%d bytes do not fit the header", len(s[w.section]))
		}
	}
	g.roots, g.counts16, g.senses = s[format.Roots], s[format.Counts16], s[format.Senses]
	g.longIndex, g.longLetters = s[format.LongIndex], s[format.LongCodes]
	g.profiles, g.info = s[format.Profiles], s[format.EntryInfo]
	if g.names, err = strtab.NewNames(s[format.Samples], s[format.Names], s[format.DictEnds], s[format.DictWords], f.Entries); err != nil {
		return nil, format.Errorf(format.Names, "%v", err)
	}
	for i, at := range [3]int{format.IDs, format.Canonicals, format.Sources} {
		if g.columns[i], err = strtab.NewColumn(s[at], s[format.Pool], f.Entries); err != nil {
			return nil, format.Errorf(at, "%v", err)
		}
	}
	labels := s[format.Labels]
	var ok bool
	if g.types, labels, ok = readLabels(labels); ok {
		g.cues, labels, ok = readLabels(labels)
	}
	if !ok || len(labels) != 0 {
		return nil, format.Errorf(format.Labels, "not two lists of strings")
	}
	return g, nil
}

// readLabels reads a list of at most maxLabels strings.
func readLabels(data []byte) (labels []string, rest []byte, ok bool) {
	n, w := binary.Uvarint(data)
	if w <= 0 || n > maxLabels {
		return nil, nil, false
	}
	data = data[w:]
	for range n {
		size, w := binary.Uvarint(data)
		if w <= 0 || size > uint64(len(data)-w) {
			return nil, nil, false
		}
		labels = append(labels, string(data[w:][:size]))
		data = data[w+int(size):]
	}
	return labels, data, true
}

// WriteTo writes the compiled form. The same entries give the same bytes on every machine.
func (g *Gazetteer) WriteTo(w io.Writer) (int64, error) {
	defer runtime.KeepAlive(g)
	n, err := w.Write(g.data)
	return int64(n), err
}

// Form returns the Form of the names' keys. Only texts of this Form can be matched.
func (g *Gazetteer) Form() normalize.Form { return g.form }

// Len returns the number of entries. Exact repeats count once, common words are not counted.
func (g *Gazetteer) Len() int { return int(g.file.Entries) }

// Graded reports whether the weights of the entries are grades, as in the built-in lists: name words 1 to 3, places 1
// wide, 2 city, 3 core. Weights of other lists only order the senses of a name.
func (g *Gazetteer) Graded() bool { return g.file.Graded }

// Types returns the types of the entries, sorted. Sense.Type is an index into it. The slice is the caller's.
func (g *Gazetteer) Types() []string { return slices.Clone(g.types) }

// Cues returns the cues of the entries, sorted, the empty one first. Sense.Cue is an index into it. The slice is the
// caller's.
func (g *Gazetteer) Cues() []string { return slices.Clone(g.cues) }

// Entry returns entry i of Len, as it was added; the zero Entry when i is out of range. The entries asked for last are
// kept, 1,024 at most, so that those of a text allocate nothing the second time.
func (g *Gazetteer) Entry(i uint32) Entry {
	slot := &g.recent[i%recentEntries]
	if r := slot.Load(); r != nil && r.number == i {
		return r.Entry
	}
	e := g.read(i)
	slot.Store(&numbered{e, i})
	return e
}

// read is Entry without the recent ones.
func (g *Gazetteer) read(i uint32) Entry {
	defer runtime.KeepAlive(g)
	if i >= g.file.Entries {
		return Entry{}
	}
	var e Entry
	var buf [strtab.MaxName]byte
	if name, ok := g.names.Append(buf[:0], i); ok {
		e.Name = string(name)
	}
	if p, ok := g.profileAt(binary.LittleEndian.Uint16(g.info[uint64(i)*2:])); ok {
		e.Type, e.Cue = label(g.types, p.typ), label(g.cues, p.cue)
		e.Roles, e.Flags, e.Weight = p.roles, p.flags, p.weight
	}
	e.ID, _ = g.columns[0].String(i)
	e.Canonical, _ = g.columns[1].String(i)
	e.Source, _ = g.columns[2].String(i)
	return e
}

func label(labels []string, i uint8) string {
	if int(i) < len(labels) {
		return labels[i]
	}
	return ""
}

// profileAt reads a profile. Bits that no Builder sets are cleared.
func (g *Gazetteer) profileAt(i uint16) (p profile, ok bool) {
	at := int(i) * profileSize
	if at+profileSize > len(g.profiles) {
		return profile{}, false
	}
	r := g.profiles[at : at+profileSize]
	return profile{
		typ: r[0], cue: r[1], roles: Roles(binary.LittleEndian.Uint16(r[2:])) & allRoles,
		flags: Flags(r[4]) & allFlags, weight: r[5], tanween: r[6] != 0, marked: r[7] != 0,
	}, true
}

// All returns the entries in the order of their numbers, which is the order of the file and no other.
func (g *Gazetteer) All() iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		for i := range g.file.Entries {
			if !yield(g.read(i)) {
				return
			}
		}
	}
}

// Lookup returns the entries that have a name, folded by the Form of g, or one of its other spellings (عبدالله for عبد
// الله), the best known first.
func (g *Gazetteer) Lookup(name string) iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		var t normalize.Text
		t.Reset(g.form, name)
		first, last := withoutSigns(t.Tokens())
		seen := map[uint32]bool{} // a word with an apostrophe may be found twice, as one word and as two
		for _, m := range g.AppendMatches(nil, &t) {
			if int(m.First) != first || int(m.Last) != last || m.Cut != normalize.Whole {
				continue
			}
			for i := m.sense; i < g.ranks.End(m.sense); i++ {
				n := binary.LittleEndian.Uint32(g.senses[uint64(i)*senseSize+6:])
				if !seen[n] && !yield(g.Entry(n)) {
					return
				}
				seen[n] = true
			}
		}
	}
}

// Sizes tells where the bytes of a Gazetteer are, and how many things they hold.
type Sizes struct {
	Entries, Keys, Senses, Tokens, CommonWords int // Keys are names and other spellings, each once
	Matching                                   int // bytes that AppendMatches and AppendSenses read
	Written                                    int // bytes of the names as written
	Strings                                    int // bytes of ids, canonical names and sources
	Lexicon                                    int // bytes of the common words
	Total                                      int // bytes of the file
}

// Sizes counts what g holds. It reads all of it.
func (g *Gazetteer) Sizes() Sizes {
	defer runtime.KeepAlive(g)
	sum := func(sections ...int) (n int) {
		for _, s := range sections {
			n += len(g.file.Sections[s])
		}
		return n
	}
	s := Sizes{
		Entries: g.Len(), Senses: int(g.file.Senses), CommonWords: int(g.file.Words),
		Keys: g.ranks.Count(), Tokens: g.vocab.Count(),
		Matching: sum(format.Vocab, format.Roots, format.Filter, format.LongIndex, format.LongCodes, format.Edges,
			format.Ranks, format.Last, format.Senses, format.Profiles, format.Labels),
		Written: sum(format.EntryInfo, format.Samples, format.Names, format.DictEnds, format.DictWords),
		Strings: sum(format.IDs, format.Canonicals, format.Sources, format.Pool),
		Lexicon: sum(format.Words7, format.Words16, format.Counts16),
		Total:   len(g.data),
	}
	return s
}
