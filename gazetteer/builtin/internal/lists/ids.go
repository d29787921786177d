package lists

import (
	"os"
	"path/filepath"

	"github.com/musamma/musamma/normalize"
)

// IDsFile gives the places of the lists by hand, by their canonical names, the ids of GeoNames and ISO 3166. It is a list
// of its own so that the lists by hand can be written without looking up numbers.
const IDsFile = "place_ids.tsv"

// Group returns what the spellings of one place have in common: the folded canonical name.
func Group(name, canonical string) string {
	if canonical != "" {
		name = canonical
	}
	return normalize.Ortho.Fold(name)
}

// fillIDs gives the places by hand without an id that of their group. The code of a country is no id of the towns in it,
// which some lists by hand give it to.
func fillIDs(all []List, folder string) error {
	file := filepath.Join(folder, IDsFile)
	if _, err := os.Stat(file); os.IsNotExist(err) {
		return nil // before the first fetch
	}
	known, err := read(file)
	if err != nil {
		return err
	}
	ids := map[string]string{}
	for _, e := range known.Entries {
		ids[Group(e.Name, "")] = e.ID
	}
	for _, l := range all {
		if l.Fetched() {
			continue
		}
		for i := range l.Entries {
			e := &l.Entries[i]
			if e.Type != "LOC" || e.Roles != 0 {
				continue
			}
			if e.ID == "" || e.Cue != "country" && len(e.ID) == len("iso:EG") {
				e.ID = ids[Group(e.Name, e.Canonical)]
			}
		}
	}
	return nil
}
