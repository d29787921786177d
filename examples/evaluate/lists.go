package main

import (
	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/normalize"
)

// lists tell whether a name is listed.
type lists struct {
	layers  []*gazetteer.Gazetteer
	text    normalize.Text
	matches []gazetteer.Match
	senses  []gazetteer.Sense
}

func newLists(layers []*gazetteer.Gazetteer) *lists { return &lists{layers: layers} }

// have reports whether a list has a name of the type that covers all words of a surface, proclitics apart.
func (l *lists) have(surface, typ string) bool {
	for _, g := range l.layers {
		l.text.Reset(g.Form(), surface)
		first, last := words(l.text.Tokens())
		l.matches = g.AppendMatches(l.matches[:0], &l.text)
		for _, m := range l.matches {
			if m.First > first || m.Last < last {
				continue
			}
			l.senses = g.AppendSenses(l.senses[:0], m, &l.text)
			for _, s := range l.senses {
				if s.Roles == 0 && s.Flags&gazetteer.Never == 0 && g.Types()[s.Type] == typ {
					return true
				}
			}
		}
	}
	return false
}

// words returns the first token that is no sign, and the one after the last.
func words(tokens []normalize.Token) (first, last int32) {
	first = -1
	for i, t := range tokens {
		if t.Kind == normalize.Punct || t.Kind == normalize.Quote || t.Kind == normalize.Break {
			continue
		}
		if first < 0 {
			first = int32(i)
		}
		last = int32(i) + 1
	}
	return max(first, 0), last
}
