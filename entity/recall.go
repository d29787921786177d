package entity

import "github.com/musamma/musamma/normalize"

// own notes which chosen candidate of the first pass covers each token.
func (d *document) own() {
	d.owner = grow(d.owner, len(d.words))
	clear(d.owner)
	for _, k := range d.chosen {
		c := &d.candidates[k]
		for i := c.first; i < c.last; i++ {
			d.owner[i] = k + 1
		}
	}
}

// isChosen reports whether the words of candidate k were chosen in the first pass, as this candidate or another of its
// type, so that a name does not count as its own repeat.
func (d *document) isChosen(k int32) bool {
	c := &d.candidates[k]
	o := d.owner[c.first]
	if o == 0 {
		return false
	}
	chosen := &d.candidates[o-1]
	return chosen.first == c.first && chosen.last == c.last && chosen.typ == c.typ
}

// insideChosen reports whether a candidate is a part of a longer name that was chosen in the first pass.
func (d *document) insideChosen(c *candidate) bool {
	k := d.owner[c.first]
	if k == 0 {
		return false
	}
	o := &d.candidates[k-1]
	return c.last <= o.last && c.last-c.first < o.last-o.first
}

// A recollection adds what the document remembers to the evidence of a candidate, and tells whether it was anything.
type recollection struct {
	ev  *Evidence
	any bool
}

func (r *recollection) add(f fact) {
	r.ev.add(f)
	r.any = true
}

// recallName adds what the document remembers of candidate k and reports whether it was anything.
func (d *document) recallName(k int32, c *candidate) bool {
	to := recollection{ev: &c.ev}
	switch c.typ {
	case typePerson:
		d.recallPerson(k, c, &to)
	case typeLocation:
		d.recallPlace(k, c, &to)
	case typeOrganization:
		d.recallOrganization(k, c, &to)
	}
	return to.any
}

// recallPerson adds what the document remembers of a person's name.
func (d *document) recallPerson(k int32, c *candidate, to *recollection) {
	r := d.remembered(c)
	if c.last-c.first > 1 {
		if d.twoSurnames(c) {
			to.add(perTwoSurnames)
		}
		if r == nil {
			d.recallApproximately(c, to)
			return
		}
		if r.fullSeen > 1 || r.fullSeen == 1 && !d.isChosen(k) {
			to.add(perFullElsewhere)
		}
		if r.full != 0 { // a surname with its particle
			to.add(perSurnameOfFull)
		}
		return
	}
	if d.insideChosen(c) {
		return // a part of the very name that would license it
	}
	if r == nil {
		d.recallApproximately(c, to)
		return
	}
	if r.full != 0 {
		to.add(perSurnameOfFull)
		switch d.readingOf(c).class {
		case clsAmbiguous, clsNisba, clsDefinite, clsCommon, clsWordlike, clsUnknown, clsNamelike:
			to.add(perSurnameOfFullAmbiguous)
		}
	}
	if r.given {
		to.add(perGivenOfFull)
	} else if r.inner && r.full == 0 {
		to.add(perPartOfFull)
	}
	single := int(r.single)
	if single > 0 && d.isChosen(k) {
		single--
	}
	switch {
	case single > 1:
		to.add(perSingleElsewhere2)
	case single > 0:
		to.add(perSingleElsewhere)
	}
	if r.place > 0 {
		to.add(perPlaceElsewhere)
	}
}

// readingOf returns the reading of a candidate's first word.
func (d *document) readingOf(c *candidate) reading {
	if c.cut == normalize.Whole {
		return d.words[c.first].whole
	}
	return d.words[c.first].cut
}

// recallPlace adds what the document remembers of a place.
func (d *document) recallPlace(k int32, c *candidate, to *recollection) {
	r := d.remembered(c)
	if r == nil {
		return
	}
	if r.place > 1 || r.place == 1 && !d.isChosen(k) {
		to.add(locElsewhere)
	}
	if r.inner {
		to.add(locPartOfPerson)
	}
	if r.single > 0 {
		to.add(locPersonElsewhere)
	}
}

// recallOrganization adds what the document remembers of an organisation.
func (d *document) recallOrganization(k int32, c *candidate, to *recollection) {
	r := d.remembered(c)
	if r != nil && (r.org > 1 || r.org == 1 && !d.isChosen(k)) {
		to.add(orgElsewhere)
	}
	if c.last-c.first == 1 && !d.insideChosen(c) {
		if r := d.memory.words.get(bareKey(d.firstKey(c))); r != nil && r.orgPart {
			to.add(orgPartElsewhere)
		}
	}
}

// twoSurnames reports whether a name that is not listed joins the surnames of two people: verb, subject and object stand
// side by side (دعا الخطيب الأتاسي).
func (d *document) twoSurnames(c *candidate) bool {
	if c.named >= 0 || len(d.memory.fulls) < 2 {
		return false
	}
	other := int32(0)
	for i := c.first; i < c.last && (other != 0 || i < c.last-1); i++ {
		k := d.wordKey(c, i)
		if !d.memory.surnames.has(hashOf(k)) {
			continue
		}
		r := d.memory.words.get(k)
		switch {
		case r == nil || r.full == 0 || r.full == other:
		case other != 0:
			return true
		default:
			other = r.full
		}
	}
	return false
}
