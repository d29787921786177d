// Package lists reads the readable lists of package builtin, grades them and compiles them.
package lists

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/musamma/musamma/gazetteer"
)

// fetched are the lists that the program fetch writes, best first. Every other list is written by hand, and a name of a
// list by hand is left out of these.
var fetched = []string{"places_cities.tsv", "places_wide.tsv", "name_parts.tsv"}

// Words is the file of common words, one a line.
const Words = "common.txt"

// A List is one file of entries.
type List struct {
	File    string // base name
	Entries []gazetteer.Entry
}

// Fetched reports whether the list is one that the program fetch writes.
func (l *List) Fetched() bool { return slices.Contains(fetched, l.File) }

// Read reads all lists of entries in a folder: those by hand in the order of their names, then the fetched ones, best
// first.
func Read(folder string) ([]List, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.tsv"))
	if err != nil {
		return nil, err
	}
	var all []List
	for _, file := range files {
		name := filepath.Base(file)
		if name == AmbiguityFile || name == IDsFile {
			continue
		}
		l, err := read(file)
		if err != nil {
			return nil, err
		}
		all = append(all, l)
	}
	slices.SortStableFunc(all, func(a, b List) int {
		return slices.Index(fetched, a.File) - slices.Index(fetched, b.File)
	})
	return all, nil
}

func read(file string) (List, error) {
	l := List{File: filepath.Base(file)}
	f, err := os.Open(file)
	if err != nil {
		return l, err
	}
	defer f.Close()
	for e, err := range gazetteer.ReadTSV(f) {
		if err != nil {
			return l, fmt.Errorf("%s: %w", file, err)
		}
		l.Entries = append(l.Entries, e)
	}
	return l, nil
}

// ReadWords reads the common words of a folder.
func ReadWords(folder string) ([]string, error) {
	file := filepath.Join(folder, Words)
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var words []string
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		words = append(words, sc.Text())
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return words, nil
}
