package main

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
)

// territories returns the countries and regions of CLDR. What is no place among them: unions of states, and codes for
// the unknown and for tests.
func territories(data []byte) ([]place, error) {
	var doc struct {
		Main map[string]struct {
			LocaleDisplayNames struct {
				Territories map[string]string `json:"territories"`
			} `json:"localeDisplayNames"`
		} `json:"main"`
	}
	if err := json.Unmarshal(data, &doc); err != nil {
		return nil, err
	}
	var all []place
	for code, name := range doc.Main["ar"].LocaleDisplayNames.Territories {
		code, _, _ = strings.Cut(code, "-alt-")
		switch code {
		case "001", "UN", "EU", "EZ", "QO", "XA", "XB", "ZZ":
			continue
		}
		id := ""
		if code[0] >= 'A' {
			id = "iso:" + code
		}
		all = append(all, place{name: tidy(name, true), id: id, source: "cldr", tier: tierCity, rank: 1})
	}
	return all, nil
}

// exemplarCities returns the cities that CLDR names the time zones after. Those of its tree whose key is no city have no
// such name.
func exemplarCities(data []byte) ([]place, error) {
	var doc any
	if err := json.Unmarshal(data, &doc); err != nil {
		return nil, err
	}
	var all []place
	var walk func(key string, v any)
	walk = func(key string, v any) {
		m, ok := v.(map[string]any)
		if !ok {
			return
		}
		if city, ok := m["exemplarCity"].(string); ok && key != "Unknown" {
			all = append(all, place{name: tidy(city, true), source: "cldr", tier: tierCity, rank: 1})
		}
		for k, v := range m {
			walk(k, v)
		}
	}
	walk("", doc)
	if len(all) == 0 {
		return nil, fmt.Errorf("no exemplarCity")
	}
	return all, nil
}

// knownUnits are countries whose units the news names as it names cities.
var knownUnits = append(strings.Fields("US CA AU CN IN DE TR IR PK AF RU UA BR"), arabCountries...)

// subdivisions returns the units below countries.
func subdivisions(data []byte) ([]place, error) {
	var doc struct {
		Units []struct {
			Code string `xml:"type,attr"`
			Name string `xml:",chardata"`
		} `xml:"localeDisplayNames>subdivisions>subdivision"`
	}
	if err := xml.Unmarshal(data, &doc); err != nil {
		return nil, err
	}
	var all []place
	for _, u := range doc.Units {
		if len(u.Code) < 3 {
			return nil, fmt.Errorf("subdivision %q", u.Code)
		}
		code := strings.ToUpper(u.Code)
		p := place{name: tidy(u.Name, true), id: "iso:" + code[:2] + "-" + code[2:], source: "cldr", tier: tierWide, rank: 2}
		if slices.Contains(knownUnits, code[:2]) {
			p.tier = tierCity
		}
		all = append(all, p)
	}
	return all, nil
}

// isoNames returns the countries of the package i18n-iso-countries; a country has one name or several.
func isoNames(data []byte) ([]place, error) {
	var doc struct {
		Countries map[string]any `json:"countries"`
	}
	if err := json.Unmarshal(data, &doc); err != nil {
		return nil, err
	}
	var all []place
	add := func(code string, v any) {
		if s, ok := v.(string); ok {
			all = append(all, place{name: tidy(s, true), id: "iso:" + code, source: "i18n-iso-countries", tier: tierCity, rank: 2})
		}
	}
	for code, v := range doc.Countries {
		add(code, v)
		if names, ok := v.([]any); ok {
			for _, v := range names {
				add(code, v)
			}
		}
	}
	return all, nil
}
