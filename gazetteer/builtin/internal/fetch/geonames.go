package main

import (
	"slices"
	"strconv"
	"strings"
)

// A place is one name of a place on its way into a list.
type place struct {
	name   string
	id     string
	source string
	tier   uint8
	pop    int  // people, 0 when unknown
	arab   bool // a town in an Arab country
	rank   int  // of the source: among spellings that fold to one the lowest is kept
}

// arabCountries are those whose places are listed whatever their size.
var arabCountries = strings.Fields("AE BH DJ DZ EG EH IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE")

// largeCountries are those, Arab ones apart, whose seats of first-level units are listed as cities whatever their size.
var largeCountries = strings.Fields(`AR AU BD BR CA CN CO DE ES ET FR GB ID IN IR IT JP KE KR MX NG PH PK PL RU TH TR TZ UA US
	UZ VN ZA CD AF GR NL BE SE CH AT PT IL TD NE ML SN ER SS AZ AM GE KZ TM TJ KG AL BA RS`)

// disputedScripts are countries with so many names from machines or from Persian and Urdu that a spelling counts only
// when the catalogue of Arabic names has it.
var disputedScripts = strings.Fields("DE FR BE IR AF PK IN")

// People from which on a city is listed in the tiers. Down to 15,000 there are 2,200 names more, which find nothing in news.
const (
	cityPeople = 100_000
	widePeople = 50_000
)

// geonames returns the places of the dump of cities: with the name that the catalogue of Arabic names gives to their id,
// and in small Arab places, or where the catalogue has none, the alternate names in Arabic letters. Those of large places
// are in all languages of the script.
func geonames(dump []byte, arabic map[string]string) []place {
	var all []place
	for line := range strings.Lines(string(dump)) {
		col := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(col) < 19 {
			continue
		}
		tier, pop := tierOf(col)
		if tier == 0 {
			continue
		}
		id := "geonames:" + col[0]
		arab := slices.Contains(arabCountries, col[8])
		preferred := tidy(arabic[col[0]], true)
		if preferred != "" {
			all = append(all, place{preferred, id, "geonames", tier, pop, arab, 0})
		}
		if preferred != "" && (!arab || tier == tierCity) || preferred == "" && slices.Contains(disputedScripts, col[8]) {
			continue
		}
		for alt := range strings.SplitSeq(col[3], ",") {
			name := tidy(alt, false)
			if name == "" || !arab && foreignSpelling(name, col[2]) {
				continue
			}
			all = append(all, place{name, id, "geonames", tier, pop, arab, 3})
		}
	}
	return all
}

// tierOf returns the tier of a row and its people; 0 when it is not listed.
func tierOf(col []string) (tier uint8, pop int) {
	pop, _ = strconv.Atoi(col[14]) // a row without a number has no people
	code, country := col[7], col[8]
	arab := slices.Contains(arabCountries, country)
	switch {
	case code == "PPLH" || code == "PPLQ" || code == "PPLW" || code == "PPLX" && pop < cityPeople:
		return 0, pop // historical, abandoned, destroyed, part of a city
	case pop >= cityPeople, code == "PPLC":
		return tierCity, pop
	case code == "PPLA" && (arab || slices.Contains(largeCountries, country)):
		return tierCity, pop
	case arab, pop >= widePeople, code == "PPLA":
		return tierWide, pop
	}
	return 0, pop
}
