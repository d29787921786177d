package main

import (
	"strings"

	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/normalize"
)

// verify compares what the library finds with the folded names themselves: over the whole text every match must read as
// its entry, and over its first 4 MB every reading of up to five words that is a name must be a match. Spellings that
// Build derives are found by Lookup, which verifies nothing, so they only count for the first.
func verify(g *gazetteer.Gazetteer, in *input) {
	names := make(map[string]bool, len(in.names))
	for _, n := range in.names {
		names[normalize.Ortho.Fold(n)] = true
	}
	var t normalize.Text
	var matches []gazetteer.Match
	var senses []gazetteer.Sense
	var starts []normalize.Start
	size := 0
	for _, line := range in.text {
		t.Reset(normalize.Ortho, line)
		matches = g.AppendMatches(matches[:0], &t)
		found := map[[3]int32]bool{}
		for _, m := range matches {
			found[[3]int32{m.First, m.Last, int32(m.Cut)}] = true
			start, end := m.Span(&t)
			read := fold(m.Cut.Restored() + line[start:end])
			senses = g.AppendSenses(senses[:0], m, &t)
			own := false
			for _, s := range senses {
				own = own || normalize.Ortho.Fold(g.Entry(s.Entry).Name) == read
			}
			if names[read] != own || !own && !derived(g, read, senses) {
				fatalf("%q was found as the name of another entry", line[start:end])
			}
		}
		if size += len(line); size > 4<<20 {
			continue
		}
		for i := range t.Tokens() {
			starts = t.AppendStarts(starts[:0], i)
			for _, s := range starts {
				end := int(s.Next)
				for n := 0; n < 5 && end > i; n++ {
					from, to := t.Span(s.Lo, t.Tokens()[end-1].Hi)
					if read := fold(s.Cut.Restored() + line[from:to]); names[read] && !found[[3]int32{int32(i), int32(end), int32(s.Cut)}] {
						fatalf("%q is a name and was not found", read)
					}
					next, ok := t.Between(end - 1)
					if !ok || next != end {
						break
					}
					end = next + 1
				}
			}
		}
	}
}

// derived reports whether a text is a derived spelling of each of some senses.
func derived(g *gazetteer.Gazetteer, read string, senses []gazetteer.Sense) bool {
	names := map[string]bool{}
	for e := range g.Lookup(read) {
		names[e.Name] = true
	}
	for _, s := range senses {
		if !names[g.Entry(s.Entry).Name] {
			return false
		}
	}
	return len(senses) > 0
}

func fold(s string) string { return strings.Join(strings.Fields(normalize.Ortho.Fold(s)), " ") }
