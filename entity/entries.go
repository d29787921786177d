package entity

// An entryCache keeps the strings of list entries from call to call, because a Gazetteer makes new ones whenever it is
// asked: 80 KiB for 2,048 entries.
type entryCache [1 << entryBits]struct {
	layer    int32 // plus 1; 0 for none
	entry    uint32
	name, id string
}

const entryBits = 11

// entryName returns the canonical name and the identifier of an entry.
func (d *document) entryName(layer int32, entry uint32) (name, id string) {
	h := (entry + uint32(layer)<<16) * 0x9E3779B1
	e := &d.entries[h>>(32-entryBits)]
	if e.layer != layer+1 || e.entry != entry {
		full := d.x.layers[layer].Entry(entry)
		e.layer, e.entry, e.name, e.id = layer+1, entry, full.Name, full.ID
		if full.Canonical != "" {
			e.name = full.Canonical
		}
	}
	return e.name, e.id
}
