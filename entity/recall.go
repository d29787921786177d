package entity

import "github.com/musamma/musamma/normalize"

// own notes which chosen candidate of the first pass covers each token.
func (d *document) own() {
	d.owner = grow(d.owner, len(d.words))
	for i := range d.owner {
		d.owner[i] = -1
	}
	for _, k := range d.chosen {
		c := &d.candidates[k]
		for i := c.first; i < c.last; i++ {
			d.owner[i] = k
		}
	}
}

// isChosen reports whether the words of candidate k were chosen in the first pass, as this candidate or another of its
// type, so that a name does not count as its own repeat.
func (d *document) isChosen(k int32) bool {
	c := &d.candidates[k]
	o := d.owner[c.first]
	if o < 0 {
		return false
	}
	chosen := &d.candidates[o]
	return chosen.first == c.first && chosen.last == c.last && chosen.typ == c.typ
}

// insideChosen reports whether a candidate is a part of a longer name that was chosen in the first pass.
func (d *document) insideChosen(c *candidate) bool {
	k := d.owner[c.first]
	if k < 0 {
		return false
	}
	o := &d.candidates[k]
	return c.last <= o.last && c.last-c.first < o.last-o.first
}

// recallPerson adds what the document remembers of a person's name.
func (d *document) recallPerson(k int32, c *candidate) {
	ev := &c.ev
	r := d.memory.words.get(d.nameKey(c))
	if c.last-c.first > 1 {
		if d.twoSurnames(c) {
			ev.add(perTwoSurnames)
		}
		if r == nil {
			d.recallApproximately(c)
			return
		}
		if r.fullSeen > 1 || r.fullSeen == 1 && !d.isChosen(k) {
			ev.add(perFullElsewhere)
		}
		if r.full != 0 { // a surname with its particle
			ev.add(perSurnameOfFull)
		}
		return
	}
	if d.insideChosen(c) {
		return // a part of the very name that would license it
	}
	if r == nil {
		d.recallApproximately(c)
		return
	}
	if r.full != 0 {
		ev.add(perSurnameOfFull)
		switch d.readingOf(c).class {
		case clsAmbiguous, clsNisba, clsDefinite, clsCommon, clsWordlike, clsUnknown, clsNamelike:
			ev.add(perSurnameOfFullAmbiguous)
		}
	}
	if r.given {
		ev.add(perGivenOfFull)
	} else if r.inner && r.full == 0 {
		ev.add(perPartOfFull)
	}
	single := int(r.single)
	if single > 0 && d.isChosen(k) {
		single--
	}
	switch {
	case single > 1:
		ev.add(perSingleElsewhere2)
	case single > 0:
		ev.add(perSingleElsewhere)
	}
	if r.place > 0 {
		ev.add(perPlaceElsewhere)
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
func (d *document) recallPlace(k int32, c *candidate) {
	r := d.memory.words.get(d.nameKey(c))
	if r == nil {
		return
	}
	if r.place > 1 || r.place == 1 && !d.isChosen(k) {
		c.ev.add(locElsewhere)
	}
	if r.inner {
		c.ev.add(locPartOfPerson)
	}
	if r.single > 0 {
		c.ev.add(locPersonElsewhere)
	}
}

// recallOrganization adds what the document remembers of an organisation.
func (d *document) recallOrganization(k int32, c *candidate) {
	r := d.memory.words.get(d.nameKey(c))
	if r != nil && (r.org > 1 || r.org == 1 && !d.isChosen(k)) {
		c.ev.add(orgElsewhere)
	}
	if c.last-c.first == 1 && !d.insideChosen(c) {
		if r := d.memory.words.get(bareKey(d.firstKey(c))); r != nil && r.orgPart {
			c.ev.add(orgPartElsewhere)
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
	for i := c.first; i < c.last; i++ {
		r := d.memory.words.get(d.wordKey(c, i))
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
