package entity

import (
	"cmp"
	"slices"
)

// suppress drops the names that a Never entry of an earlier or the same layer covers, and the Never entries with them.
// What they cover is kept in d.neverEnd, so that nothing is inferred there either.
func (d *document) suppress() {
	d.neverEnd = d.neverEnd[:0]
	if !slices.ContainsFunc(d.names, func(n named) bool { return n.never }) {
		return
	}
	d.neverEnd, d.reach = grow(d.neverEnd, len(d.words)), grow(d.reach, len(d.x.layers))
	clear(d.neverEnd)
	clear(d.reach)
	kept := d.names[:0]
	for from := 0; from < len(d.names); {
		first, to := d.names[from].first, from
		for ; to < len(d.names) && d.names[to].first == first; to++ {
			if n := &d.names[to]; n.never {
				d.reach[n.layer] = max(d.reach[n.layer], n.last)
				d.neverEnd[first] = max(d.neverEnd[first], n.last)
			}
		}
		for ; from < to; from++ {
			if n := d.names[from]; !n.never && slices.Max(d.reach[:n.layer+1]) < n.last {
				kept = append(kept, n)
			}
		}
	}
	d.names = kept
	for i := 1; i < len(d.neverEnd); i++ {
		d.neverEnd[i] = max(d.neverEnd[i], d.neverEnd[i-1])
	}
}

// suppressed reports whether an inferred candidate lies inside the words of a Never entry.
func (d *document) suppressed(c *candidate) bool {
	return c.named < 0 && len(d.neverEnd) > 0 && c.last <= d.neverEnd[c.first]
}

// listedOnly chooses the leftmost longest of the listed names; nothing is weighed. Between names of the same words the
// one with fewer letters taken off wins, then the earlier layer, then the type that was known first.
func (d *document) listedOnly() {
	for k := range d.names {
		n := &d.names[k]
		if !d.x.wanted[n.typ] {
			continue
		}
		c := d.candidate(n.first, n.last, n.lo, n.typ)
		c.named, c.cut = int32(k), n.cut
		c.ev.add([...]fact{perListed, locListed, orgListed, otherListed}[min(n.typ, typeOther)])
		if n.near != 0 {
			c.ev.addNear(n, [...]fact{perNear, locNear, orgNear, otherNear}[min(n.typ, typeOther)])
		}
	}
	slices.SortFunc(d.candidates, func(a, b candidate) int {
		x, y := &d.names[a.named], &d.names[b.named]
		return cmp.Or(int(a.first)-int(b.first), int(b.last)-int(a.last), int(a.lo)-int(b.lo), int(x.layer)-int(y.layer),
			int(a.typ)-int(b.typ), int(x.entry)-int(y.entry))
	})
	end := int32(0)
	for k := range d.candidates {
		if c := &d.candidates[k]; c.first >= end {
			d.chosen = append(d.chosen, int32(k))
			end = c.last
		}
	}
}

// nestedNames chooses, for each chosen span, the listed names strictly inside it, in text order after it.
func (d *document) nestedNames() {
	starts := grow(d.starting, len(d.words)) // the first candidate that begins at a token, or -1
	d.starting = starts
	for i := range starts {
		starts[i] = -1
	}
	for k := range d.candidates {
		if c := &d.candidates[k]; c.named >= 0 && !d.names[c.named].ambiguous {
			c.nextEnd = starts[c.first]
			starts[c.first] = int32(k)
		}
	}
	d.outer = append(d.outer[:0], d.chosen...)
	d.chosen = d.chosen[:0]
	for _, k := range d.outer {
		d.chosen = append(d.chosen, k)
		o := &d.candidates[k]
		from := len(d.chosen)
		for i := o.first; i < o.last; i++ {
			for n := starts[i]; n >= 0; n = d.candidates[n].nextEnd {
				if c := &d.candidates[n]; c.last <= o.last && c.last-c.first < o.last-o.first {
					d.chosen = append(d.chosen, n)
				}
			}
		}
		inside := d.chosen[from:]
		slices.SortFunc(inside, func(a, b int32) int { return cmp.Or(d.compareNested(a, b), int(a)-int(b)) })
		inside = slices.CompactFunc(inside, func(a, b int32) bool { return d.compareNested(a, b) == 0 })
		d.chosen = d.chosen[:from+len(inside)]
	}
}

// compareNested orders candidates by place, the longer first, then by type.
func (d *document) compareNested(a, b int32) int {
	x, y := &d.candidates[a], &d.candidates[b]
	return cmp.Or(int(x.first)-int(y.first), int(y.last)-int(x.last), int(x.typ)-int(y.typ))
}
