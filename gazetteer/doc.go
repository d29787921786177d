// Package gazetteer compiles lists of names and finds every name of a list in a normalize.Text: whole words and words
// behind proclitics, in any of the spellings that the Form of the list joins.
//
// A Builder takes entries, from ReadTSV or from any sequence, and builds a Gazetteer. WriteTo writes it to a file, Open
// maps such a file into memory at once, whatever its size. AppendMatches reports all names at all places; which of them
// a text means is for package entity to decide. A Near, made of a Gazetteer, reports the names that a text nearly spells;
// package spelling has its rules.
//
// Several lists are several Gazetteers, asked one after the other. A list under running readers is replaced by building
// a new file, renaming it over the old one, opening it and storing the new *Gazetteer in an atomic.Pointer; the old one
// is given back when its last reader lets go of it.
package gazetteer
