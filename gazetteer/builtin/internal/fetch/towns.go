package main

import (
	"fmt"
	"regexp"
	"strings"
)

var communeName = regexp.MustCompile(`ar_name: "([^"]*)"`)

// communes returns the provinces and communes of Algeria.
func communes(js []byte) ([]place, error) {
	var all []place
	for _, m := range communeName.FindAllSubmatch(js, -1) {
		all = append(all, place{name: tidy(string(m[1]), true), source: "algerian-geo", tier: tierWide, rank: 4})
	}
	if len(all) < 1000 {
		return nil, fmt.Errorf("%d communes", len(all))
	}
	return all, nil
}

var cityNames = regexp.MustCompile(`(?m)^ {6}city_name: \[(.*)\]$`)

// fakerCities returns the Arab cities of ruby-faker.
func fakerCities(yml []byte) ([]place, error) {
	m := cityNames.FindSubmatch(yml)
	if m == nil {
		return nil, fmt.Errorf("no city_name")
	}
	var all []place
	for name := range strings.SplitSeq(string(m[1]), ",") {
		all = append(all, place{name: tidy(name, true), source: "ruby-faker", tier: tierWide, rank: 5})
	}
	return all, nil
}

// firstUnits returns what the catalogue of GeoNames calls the first-level units of countries: its keys such as EG.11.
func firstUnits(arabic map[string]string) []place {
	var all []place
	for key, name := range arabic {
		if len(key) > 3 && key[2] == '.' {
			all = append(all, place{name: tidy(name, true), source: "geonames", tier: tierWide, rank: 1})
		}
	}
	return all
}
