package lists

import (
	"fmt"

	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/normalize"
)

// Data is everything that goes into the compiled form.
type Data struct {
	Lists   []List   // graded; without fetched names that a list by hand has, and without LeftOut
	Words   []string // common
	Flagged []Graded // what grading flagged, in the order of the lists
	LeftOut []Graded // name words that grading took out
}

// Load reads and grades the lists of a folder.
func Load(folder string) (*Data, error) {
	var d Data
	var err error
	if d.Lists, err = Read(folder); err != nil {
		return nil, err
	}
	if d.Words, err = ReadWords(folder); err != nil {
		return nil, err
	}
	lexicon, err := NewLexicon(d.Words)
	if err != nil {
		return nil, err
	}
	exceptions, err := readExceptions(folder)
	if err != nil {
		return nil, err
	}
	if err := fillIDs(d.Lists, folder); err != nil {
		return nil, err
	}
	unrepeat(d.Lists)
	d.LeftOut = leaveOut(d.Lists, lexicon)
	d.Flagged = grade(d.Lists, lexicon, exceptions)
	return &d, nil
}

// unrepeat takes the names out of the fetched lists that a list before has, as a name of the same type or as a name word.
func unrepeat(all []List) {
	type name struct {
		folded, typ string
		word        bool
	}
	seen := map[name]bool{}
	for i := range all {
		l := &all[i]
		kept := l.Entries[:0]
		for _, e := range l.Entries {
			n := name{normalize.Ortho.Fold(e.Name), e.Type, e.Roles != 0}
			if l.Fetched() && seen[n] {
				continue
			}
			seen[n] = true
			kept = append(kept, e)
		}
		l.Entries = kept
	}
}

// Compile builds the gazetteer.
func (d *Data) Compile() (*gazetteer.Gazetteer, error) {
	b := gazetteer.NewBuilder(normalize.Ortho)
	b.SetGraded(true)
	for _, l := range d.Lists {
		for _, e := range l.Entries {
			if err := b.Add(e); err != nil {
				return nil, fmt.Errorf("%s: %w", l.File, err)
			}
		}
	}
	if err := addWords(b, d.Words); err != nil {
		return nil, err
	}
	return b.Build()
}
