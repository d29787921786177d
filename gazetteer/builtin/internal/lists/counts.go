package lists

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/musamma/musamma/gazetteer"
)

// A Row counts the entries of one kind, tier and source. Entries that say the same count once, as in the compiled form.
type Row struct {
	Kind      string
	Tier      string // empty where there is none
	Source    string // package, or "by hand"
	Names     int
	Ambiguous int // of them
	IDs       int // of them
}

// Counts returns the counts of all lists, sorted.
func (d *Data) Counts() []Row {
	type key struct{ kind, tier, source string }
	rows := map[key]*Row{}
	seen := map[gazetteer.Entry]bool{}
	for _, l := range d.Lists {
		for _, e := range l.Entries {
			source := e.Source
			e.Source = ""
			if seen[e] {
				continue
			}
			seen[e] = true
			k := key{kindOf(&e), tierOf(&e), cmp.Or(source, "by hand")}
			r := rows[k]
			if r == nil {
				r = &Row{Kind: k.kind, Tier: k.tier, Source: k.source}
				rows[k] = r
			}
			r.Names++
			if e.Flags&gazetteer.Ambiguous != 0 {
				r.Ambiguous++
			}
			if e.ID != "" {
				r.IDs++
			}
		}
	}
	all := []Row{{Kind: "common word", Source: "tesseract-ocr-ara", Names: len(d.Words)}}
	for _, k := range slices.SortedFunc(maps.Keys(rows), func(a, b key) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(b.tier, a.tier), cmp.Compare(a.source, b.source))
	}) {
		all = append(all, *rows[k])
	}
	return all
}

func kindOf(e *gazetteer.Entry) string {
	switch r := e.Roles; {
	case e.Flags&gazetteer.Never != 0:
		return "phrase that is no name"
	case r == 0:
		switch e.Type {
		case "PER":
			return "person"
		case "LOC":
			return "place"
		case "ORG":
			return "organisation"
		}
		return e.Type
	case r&(gazetteer.Given|gazetteer.Family|gazetteer.Link) != 0:
		return "name word"
	case r&gazetteer.Title != 0:
		return "title"
	case r&gazetteer.Head != 0:
		return "head noun"
	case r&gazetteer.Demonym != 0:
		return "demonym"
	}
	return "cue"
}

// tierOf returns the grade of places and name words.
func tierOf(e *gazetteer.Entry) string {
	switch kindOf(e) {
	case "place", "name word":
		return fmt.Sprint(e.Weight)
	}
	return ""
}

// Table returns counts as SOURCES.md has them.
func Table(rows []Row) string {
	var b strings.Builder
	b.WriteString("| kind | tier | source | entries | ambiguous | with id |\n|---|---|---|---:|---:|---:|\n")
	for _, r := range rows {
		fmt.Fprintf(&b, "| %s | %s | %s | %d | %d | %d |\n", r.Kind, r.Tier, r.Source, r.Names, r.Ambiguous, r.IDs)
	}
	return b.String()
}

// Between returns the part of a text between two markers, and what is before and behind it.
func Between(text string) (before, table, behind string, ok bool) {
	before, rest, ok := strings.Cut(text, TableBegin)
	table, behind, ok2 := strings.Cut(rest, TableEnd)
	return before + TableBegin, table, TableEnd + behind, ok && ok2
}

// The lines of SOURCES.md between which the counts stand.
const (
	TableBegin = "<!-- counts, written by gen.go -->\n"
	TableEnd   = "<!-- end of counts -->\n"
)
