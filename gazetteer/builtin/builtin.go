// Package builtin holds the default lists: people, places, organisations, name words, titles, head nouns, demonyms, cues
// and the lexicon of common words. The lists are readable files in the folder lists; the compiled form of all of them is
// embedded, and only programs that import this package and call it carry it.
//
// Entries are graded. The Weight of a place is 3 when it is written by hand, 2 for further cities and well-known units of
// administration, 1 for small places; that of a name word 3, 2 or 1 as it is borne by many, some or few people in the
// news. A name of one word that is an ordinary word too has the flag gazetteer.Ambiguous. Places have the ids
// "geonames:" and a number or "iso:" and a code of ISO 3166 where one is known. SOURCES.md counts the entries and says
// where they are from.
//
// Part of the data is under licences that ask for a mention: a program that shows or passes on names of these lists
// prints Attribution somewhere.
package builtin

import (
	_ "embed"
	"fmt"
	"iter"
	"sync"
	"unsafe"

	"github.com/musamma/musamma/gazetteer"
)

//go:generate go run ./internal/fetch
//go:generate go run gen.go

// compiled is a string, so that it lies in the read-only part of the program and pages of it are read when touched.
//
//go:embed builtin.gaz
var compiled string

//go:embed ATTRIBUTION
var attribution string

var (
	once   sync.Once
	opened *gazetteer.Gazetteer
)

// Gazetteer returns all built-in lists, compiled. The first call opens them, which takes less than a millisecond and
// copies nothing: about 11 MB of the program are then mapped, of which those pages come into memory that texts ask for.
// The value is shared and immutable, and its Close does nothing.
func Gazetteer() *gazetteer.Gazetteer {
	once.Do(func() {
		// OpenBytes keeps the bytes and never writes to them.
		g, err := gazetteer.OpenBytes(unsafe.Slice(unsafe.StringData(compiled), len(compiled)))
		if err != nil { // only after an upgrade of the format without go generate, which the tests refuse
			panic(fmt.Sprintf("builtin: stale lists, run go generate: %v", err))
		}
		opened = g
	})
	return opened
}

// People returns the people in the lists: names of type PER that stand alone. Name words, titles and what the lists tell
// never to take for a name are not among them. The entries are copies; their order is that of the file and no other.
func People() iter.Seq[gazetteer.Entry] { return names("PER") }

// Places returns the places in the lists, as People does people. Head nouns and demonyms are not among them.
func Places() iter.Seq[gazetteer.Entry] { return names("LOC") }

// Organizations returns the organisations in the lists, as People does people. Head nouns are not among them.
func Organizations() iter.Seq[gazetteer.Entry] { return names("ORG") }

func names(typ string) iter.Seq[gazetteer.Entry] {
	return func(yield func(gazetteer.Entry) bool) {
		for e := range Gazetteer().All() {
			if e.Type == typ && e.Roles == 0 && e.Flags&gazetteer.Never == 0 && !yield(e) {
				return
			}
		}
	}
}

// Attribution returns the text, in English, that users of the data must show: the makers of the sources, their licences
// and that the data was changed. It has several lines and ends with a line feed.
func Attribution() string { return attribution }
