package main

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/gazetteer/builtin/internal/lists"
	"github.com/musamma/musamma/normalize"
)

// People from which on a small Arab town may be the place that a list by hand means by its name. Below it is a river, a
// quarter or another town as often; elsewhere only cities are.
const idPeople = 10_000

// placeIDs returns the ids of the places of the lists by hand, by their canonical names: of the country, else of the
// largest town if it is by far the largest of the name, else of the only unit of that name.
func placeIDs(all []place, f *filter) []gazetteer.Entry {
	found := map[string][]place{} // by group
	for _, p := range all {
		if p.name == "" || p.id == "" {
			continue
		}
		name, _ := withoutUnit(p.name)
		key := normalize.Ortho.Fold(name)
		for _, k := range []string{key, "ال" + key, normalize.Ortho.Fold(p.name)} { // GeoNames has خرطوم for الخرطوم
			if g, ok := f.groups[k]; ok {
				if maySame(p, k, g) {
					found[g.folded] = append(found[g.folded], p)
				}
				break
			}
		}
	}
	var ids []gazetteer.Entry
	for _, group := range slices.Sorted(maps.Keys(found)) {
		if p, ok := meant(found[group]); ok {
			ids = append(ids, gazetteer.Entry{Name: f.groups[group].name, Type: "LOC", ID: p.id, Source: p.source})
		}
	}
	slices.SortFunc(ids, func(a, b gazetteer.Entry) int { return strings.Compare(a.Name, b.Name) })
	return ids
}

// maySame reports whether a place may be that of a group, by the class that the lists by hand give the group: a town does
// not give its id to a river or a quarter of that name, nor a province to its seat. The variant of a desert or of islands
// (ماديرا for جزر ماديرا) says nothing of a town of that name.
func maySame(p place, name string, g group) bool {
	first, _, _ := strings.Cut(g.folded, " ")
	bare := bareNouns[lists.WithoutArticle(first)] || directions[first]
	switch kind(p) {
	case town:
		return (p.tier == tierCity || p.arab && p.pop >= idPeople) && (name == g.folded || !bare) &&
			slices.Contains([]string{"capital", "city", "town", "word"}, g.class)
	case unit:
		return slices.Contains([]string{"admin", "region"}, g.class)
	}
	return slices.Contains([]string{"country", "land", "region"}, g.class) && p.id != "iso:AQ" // the Pole is no continent
}

// The kinds of ids, in the order in which a name alone means them.
const (
	country = iota
	town
	unit
)

func kind(p place) int {
	switch {
	case strings.HasPrefix(p.id, "geonames:"):
		return town
	case strings.Contains(p.id, "-"):
		return unit
	}
	return country
}

// meant returns the place that a name alone means; ok is false when there are several.
func meant(places []place) (_ place, ok bool) {
	slices.SortFunc(places, func(a, b place) int {
		return cmp.Or(cmp.Compare(kind(a), kind(b)), cmp.Compare(b.pop, a.pop), strings.Compare(a.id, b.id))
	})
	first := places[0]
	for _, p := range places[1:] {
		if p.id == first.id || kind(p) > kind(first) {
			continue
		}
		return first, kind(first) == town && first.pop >= 5*p.pop
	}
	return first, true
}
