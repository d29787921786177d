package gazetteer

import (
	"encoding/binary"
	"runtime"

	"github.com/musamma/musamma/gazetteer/internal/format"
	"github.com/musamma/musamma/gazetteer/internal/index"
	"github.com/musamma/musamma/gazetteer/internal/strtab"
	"github.com/musamma/musamma/normalize"
)

// Verify reads all of g and checks the checksums, that every reference leads somewhere and that every element is found
// by its own key. It returns an *Error for the first fault. It is for files from elsewhere: any file can be opened and
// matched without harm, one that passes Verify is also whole. A million names take about a quarter of a second.
func (g *Gazetteer) Verify() error {
	defer runtime.KeepAlive(g)
	for _, check := range []func(*Gazetteer) error{
		func(g *Gazetteer) error { return g.file.Verify() },
		(*Gazetteer).verifyTokens, (*Gazetteer).verifyEdges, (*Gazetteer).verifyRanks, (*Gazetteer).verifySenses,
		(*Gazetteer).verifyEntries, (*Gazetteer).verifyWords,
	} {
		if err := check(g); err != nil {
			return err
		}
	}
	return nil
}

// verifyTokens checks the vocabulary, the letters of long tokens, the filter and the flags of first tokens.
func (g *Gazetteer) verifyTokens() error {
	long := 0
	for slot := range g.vocab.Slots() {
		lo, hi := g.vocab.Key(slot)
		what := g.root(slot)
		if lo|hi == 0 {
			if what != 0 {
				return format.Errorf(format.Roots, "slot %d is empty but begins a name", slot)
			}
			continue
		}
		key := normalize.Key{Lo: lo, Hi: hi}
		h := g.vocab.Hash(lo, hi)
		skip, found := 0, g.vocab.Find(h, lo, hi)
		if !key.Exact() {
			long++
			if codes := g.longCodes(slot); normalize.KeyOf(codes) != key {
				return format.Errorf(format.LongCodes, "the letters of slot %d have another key", slot)
			}
			for ; found != slot && found != index.None; skip++ {
				found = g.vocab.FindFrom(h, lo, hi, skip+1)
			}
		}
		if found != slot {
			return format.Errorf(format.Vocab, "slot %d is not found by its key", slot)
		}
		if says := g.filter.Says(h); says&what != what {
			return format.Errorf(format.Filter, "says %d of slot %d, expected %d", says, slot, what)
		}
		if want := what&index.Terminal != 0; g.ranks.Terminal(slot) != want {
			return format.Errorf(format.Ranks, "node %d: terminal %v, expected %v", slot, !want, want)
		}
	}
	if n := len(g.longIndex) / 8; n != long {
		return format.Errorf(format.LongIndex, "%d tokens, expected %d", n, long)
	}
	return nil
}

// verifyEdges checks that the edges make a tree of at most MaxTokens tokens a name.
func (g *Gazetteer) verifyEdges() error {
	base := g.vocab.Slots()
	parents := make([]uint64, (uint64(g.edges.Nodes())+63)/64)
	for slot := range g.edges.Slots() {
		parent, token, what := g.edges.At(slot)
		if what == 0 {
			if parent|token != 0 {
				return format.Errorf(format.Edges, "slot %d is neither empty nor an edge", slot)
			}
			continue
		}
		if token >= base {
			return format.Errorf(format.Edges, "slot %d: token %d of %d", slot, token, base)
		}
		lo, hi := g.vocab.Key(token)
		if lo|hi == 0 {
			return format.Errorf(format.Edges, "slot %d: token %d is empty", slot, token)
		}
		if g.filter.Says(g.vocab.Hash(lo, hi))&index.Later == 0 {
			return format.Errorf(format.Filter, "does not say that slot %d stands later in a name", token)
		}
		if child, _ := g.child(parent, token); child != base+slot {
			return format.Errorf(format.Edges, "slot %d is not found by its edge", slot)
		}
		if want := what&index.Terminal != 0; g.ranks.Terminal(base+slot) != want {
			return format.Errorf(format.Ranks, "node %d: terminal %v, expected %v", base+slot, !want, want)
		}
		if g.what(parent)&index.Inner == 0 {
			return format.Errorf(format.Edges, "slot %d: node %d has no edges", slot, parent)
		}
		parents[parent/64] |= 1 << (parent % 64)
		for depth := 2; parent >= base; depth++ {
			if depth == MaxTokens {
				return format.Errorf(format.Edges, "slot %d is deeper than %d tokens", slot, MaxTokens)
			}
			parent, _, _ = g.edges.At(parent - base)
			if parent >= g.edges.Nodes() {
				return format.Errorf(format.Edges, "slot %d: node %d of %d", slot, parent, g.edges.Nodes())
			}
		}
	}
	for node := range g.edges.Nodes() {
		if g.what(node)&index.Inner != 0 && parents[node/64]>>(node%64)&1 == 0 {
			return format.Errorf(format.Edges, "node %d has no edge, expected some", node)
		}
	}
	return nil
}

// what returns what a node is, 0 when there is none.
func (g *Gazetteer) what(node uint32) uint8 {
	switch base := g.vocab.Slots(); {
	case node < base:
		return g.root(node)
	case node < g.edges.Nodes():
		_, _, what := g.edges.At(node - base)
		return what
	}
	return 0
}

// verifyRanks checks that the nodes share out the senses in order.
func (g *Gazetteer) verifyRanks() error {
	next := uint32(0)
	for node := range g.edges.Nodes() {
		if !g.ranks.Terminal(node) {
			continue
		}
		if g.what(node)&index.Terminal == 0 {
			return format.Errorf(format.Ranks, "node %d is terminal, expected not", node)
		}
		if first := g.ranks.First(node); first != next || first >= g.file.Senses {
			return format.Errorf(format.Ranks, "node %d: first sense %d, expected %d of %d", node, first, next, g.file.Senses)
		}
		end := g.ranks.End(next)
		if end-next > MaxSenses {
			return format.Errorf(format.Last, "node %d has %d senses, limit %d", node, end-next, MaxSenses)
		}
		next = end
	}
	if next != g.file.Senses {
		return format.Errorf(format.Ranks, "lead to %d senses, expected %d", next, g.file.Senses)
	}
	return nil
}

// verifySenses checks the senses and the profiles.
func (g *Gazetteer) verifySenses() error {
	for at := 0; at < len(g.profiles); at += profileSize {
		r := g.profiles[at : at+profileSize]
		if int(r[0]) >= len(g.types) || int(r[1]) >= len(g.cues) {
			return format.Errorf(format.Profiles, "profile %d: type %d of %d, cue %d of %d",
				at/profileSize, r[0], len(g.types), r[1], len(g.cues))
		}
		if roles, flags := Roles(binary.LittleEndian.Uint16(r[2:])), Flags(r[4]); roles&^allRoles != 0 || flags&^allFlags != 0 || r[6] > 1 || r[7] > 1 {
			return format.Errorf(format.Profiles, "profile %d has unknown bits", at/profileSize)
		}
	}
	for at := 0; at < len(g.senses); at += senseSize {
		if p := binary.LittleEndian.Uint16(g.senses[at:]); int(p) >= len(g.profiles)/profileSize {
			return format.Errorf(format.Senses, "sense %d: profile %d of %d", at/senseSize, p, len(g.profiles)/profileSize)
		}
		if e := binary.LittleEndian.Uint32(g.senses[at+6:]); e >= g.file.Entries {
			return format.Errorf(format.Senses, "sense %d: entry %d of %d", at/senseSize, e, g.file.Entries)
		}
	}
	return nil
}

// verifyEntries checks what Entry returns.
func (g *Gazetteer) verifyEntries() error {
	var buf [strtab.MaxName]byte
	for i := range g.file.Entries {
		if p := binary.LittleEndian.Uint16(g.info[uint64(i)*2:]); int(p) >= len(g.profiles)/profileSize {
			return format.Errorf(format.EntryInfo, "entry %d: profile %d of %d", i, p, len(g.profiles)/profileSize)
		}
		if _, ok := g.names.Append(buf[:0], i); !ok {
			return format.Errorf(format.Names, "name %d cannot be read", i)
		}
		for c, at := range [3]int{format.IDs, format.Canonicals, format.Sources} {
			if _, ok := g.columns[c].String(i); !ok {
				return format.Errorf(at, "string %d cannot be read", i)
			}
		}
	}
	return nil
}

// verifyWords checks the set of common words.
func (g *Gazetteer) verifyWords() error {
	n := uint32(0)
	for slot := range g.words7.Slots() {
		word, count := g.words7.At(slot)
		if word == 0 {
			continue
		}
		n++
		if got, ok := g.words7.Find(word); !ok || got != count {
			return format.Errorf(format.Words7, "slot %d is not found by its word", slot)
		}
	}
	for slot := range g.words16.Slots() {
		lo, hi := g.words16.Key(slot)
		if lo|hi == 0 {
			continue
		}
		n++
		if g.words16.Find(g.words16.Hash(lo, hi), lo, hi) != slot {
			return format.Errorf(format.Words16, "slot %d is not found by its word", slot)
		}
	}
	if n != g.file.Words {
		return format.Errorf(format.Words7, "%d words in all, expected %d", n, g.file.Words)
	}
	return nil
}
