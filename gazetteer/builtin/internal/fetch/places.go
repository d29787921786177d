package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/normalize"
)

// allPlaces reads every source of places.
func allPlaces(c cache) ([]place, error) {
	mo, err := c.load(geonamesMO, "ar/LC_MESSAGES/geonames.mo")
	if err != nil {
		return nil, err
	}
	arabic, err := readMO(mo["ar/LC_MESSAGES/geonames.mo"])
	if err != nil {
		return nil, err
	}
	all := firstUnits(arabic)
	sources := []struct {
		pkg  pkg
		file string
		read func([]byte) ([]place, error)
	}{
		{cities500, "dist/cities500.txt", func(dump []byte) ([]place, error) { return geonames(dump, arabic), nil }},
		{cldrFull, "common/subdivisions/ar.xml", subdivisions},
		{cldrNames, "main/ar/territories.json", territories},
		{cldrDates, "main/ar/timeZoneNames.json", exemplarCities},
		{isoCountries, "langs/ar.json", isoNames},
		{algerianGeo, "dist/index.mjs", communes},
		{rubyFaker, "lib/locales/ar.yml", fakerCities},
	}
	for _, s := range sources {
		files, err := c.load(s.pkg, s.file)
		if err != nil {
			return nil, err
		}
		more, err := s.read(files[s.file])
		if err != nil {
			return nil, err
		}
		all = append(all, more...)
	}
	return all, nil
}

// choose returns the places to list, one of each name, those that the filter refuses left out. A name with a unit noun
// is listed without it; where that is refused, as it is for an ordinary word (محافظة الشرقية), with it.
func choose(all []place, f *filter) []place {
	best := map[string]place{}
	for _, p := range all {
		if p.name == "" {
			continue
		}
		full := p.name
		p.name, _ = withoutUnit(full)
		if !f.placeName(p.name, p.tier, p.pop) {
			if p.name == full || f.known["LOC\t"+normalize.Ortho.Fold(p.name)] || !f.placeName(full, p.tier, p.pop) {
				continue
			}
			p.name = full
		}
		key := normalize.Ortho.Fold(p.name)
		if old, ok := best[key]; ok {
			p = merge(old, p)
		}
		best[key] = p
	}
	chosen := make([]place, 0, len(best))
	for key, p := range best {
		if _, ok := best["ال"+key]; !ok { // بصرة for البصرة is Persian
			chosen = append(chosen, p)
		}
	}
	slices.SortFunc(chosen, func(a, b place) int { return strings.Compare(a.name, b.name) })
	return chosen
}

// merge returns one place for two of one name: the better tier, then the larger one, then the one with an id, in the
// spelling of the better source. The order of the arguments does not matter.
func merge(a, b place) place {
	first, second := a, b
	if cmp.Or(cmp.Compare(b.tier, a.tier), cmp.Compare(b.pop, a.pop), cmp.Compare(a.rank, b.rank),
		strings.Compare(b.id, a.id), strings.Compare(a.name, b.name)) > 0 {
		first, second = b, a
	}
	if first.id == "" && second.id != "" {
		first.id, first.source = second.id, second.source
	}
	if cmp.Or(cmp.Compare(spelled(second.name), spelled(first.name)), cmp.Compare(first.rank, second.rank)) > 0 {
		first.name, first.rank = second.name, second.rank
	}
	return first
}

// spelled counts the letters of a name that say more than those they fold to: أربد more than اربد, طنجة than طنجه.
func spelled(name string) int {
	n := 0
	for _, r := range name {
		if strings.ContainsRune("أإآةى", r) {
			n++
		}
	}
	return n
}

// entries returns the places of a tier as a list holds them.
func entries(chosen []place, tier uint8) []gazetteer.Entry {
	var list []gazetteer.Entry
	for _, p := range chosen {
		if p.tier == tier {
			list = append(list, gazetteer.Entry{Name: p.name, Type: "LOC", ID: p.id, Weight: tier, Source: p.source})
		}
	}
	return list
}
