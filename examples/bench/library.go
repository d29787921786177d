package main

import (
	"strings"

	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/normalize"
)

// A matcher runs the library. It folds a text, asks for all names at all starts, and reads the senses and the bytes of
// the matches.
type matcher struct {
	g       *gazetteer.Gazetteer
	text    normalize.Text
	matches []gazetteer.Match
	senses  []gazetteer.Sense
	sum     int // of offsets and entries, so that nothing is optimized away
}

func compile(names []string) *gazetteer.Gazetteer {
	b := gazetteer.NewBuilder(normalize.Ortho)
	for _, n := range names {
		if err := b.Add(gazetteer.Entry{Name: n, Type: "LOC"}); err != nil {
			fatalf("%v", err)
		}
	}
	g, err := b.Build()
	if err != nil {
		fatalf("%v", err)
	}
	return g
}

func (m *matcher) matching(s string) int {
	m.text.Reset(m.g.Form(), s)
	m.matches = m.g.AppendMatches(m.matches[:0], &m.text)
	return len(m.matches)
}

func (m *matcher) all(s string) int {
	n := m.matching(s)
	for _, x := range m.matches {
		m.read(x)
	}
	return n
}

// longest takes of each first token the longest match, none inside another.
func (m *matcher) longest(s string) int {
	m.matching(s)
	n, free := 0, int32(0)
	for i := 0; i < len(m.matches); {
		best := m.matches[i]
		for i++; i < len(m.matches) && m.matches[i].First == best.First; i++ {
			if m.matches[i].Last > best.Last {
				best = m.matches[i]
			}
		}
		if best.First >= free {
			m.read(best)
			free = best.Last
			n++
		}
	}
	return n
}

func (m *matcher) read(x gazetteer.Match) {
	start, end := x.Span(&m.text)
	m.senses = m.g.AppendSenses(m.senses[:0], x, &m.text)
	for _, s := range m.senses {
		m.sum += int(s.Entry)
	}
	m.sum += start + end
}

// segments joins lines to pieces of about size bytes.
func segments(lines []string, size int) (out []string) {
	var b strings.Builder
	for i, l := range lines {
		b.WriteString(l)
		if b.Len() >= size || i == len(lines)-1 {
			out = append(out, b.String())
			b.Reset()
		}
	}
	return out
}
