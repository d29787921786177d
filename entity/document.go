package entity

import (
	"slices"

	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/normalize"
)

// A document is the scratch space of one extraction, reused from call to call.
type document struct {
	x          *Extractor
	text       normalize.Text
	words      []word
	names      []named
	longest    []ending
	longHeads  []head  // of several tokens; by the last one, the longest first
	neverEnd   []int32 // a token: the furthest end of the Never entries that begin up to there; empty if there are none
	candidates []candidate
	chosen     []int32 // candidates, in text order
	memory     memory

	known       []bool // a token: it is in a name as it stands
	unknown     []int32
	nearMatches []gazetteer.NearMatch

	matches  []gazetteer.Match
	senses   []gazetteer.Sense
	starts   []normalize.Start
	stem     []byte
	strict   []byte // the codes at the Strict level
	reach    []int32
	outer    []int32 // what nestedNames looks into
	starting []int32
	members  []int32 // of the list being read
	ends     []end
	owner    []int32 // the number plus 1 of the chosen candidate that covers a token, or 0
	entries  entryCache
	lexicon  lexicon

	namelike []int32 // the words that may stand in a person's name
	heads    []int32 // the words at which head nouns end
	sports   []int32 // the words of sport
	around   []mark  // a token: what names of several words tell of it
	recalled []bool  // a token: what it tells alone is known from a text before
	unread   []int32 // the words of which it is not

	asked          []normalize.Key // Strict keys of unread
	productivities []int
	merged         []named // see mergeNames

	wordCount           int
	firstWord, lastWord int32 // -1: the text has no word
	hasStrict           bool  // the Form of the lists tells Strict spellings
	keepAll             bool  // no candidate is dropped because of what the weights can give it
}

// A candidate is a possible span with the evidence for it.
type candidate struct {
	first, last int32 // tokens
	lo, hi      int32 // codes
	named       int32 // index into document.names, or -1
	nextEnd     int32 // the next candidate that ends at the same token, or -1
	typ         uint8
	cut         normalize.Clitic
	score       float32
	ev          Evidence
}

// candidate appends a candidate for the tokens [first, last) whose name begins at code lo, and returns it until the
// next call. Most are dropped again by finish.
func (d *document) candidate(first, last, lo int32, typ uint8) *candidate {
	n := len(d.candidates)
	if n == cap(d.candidates) {
		d.candidates = slices.Grow(d.candidates, n/4+16)
	}
	d.candidates = d.candidates[:n+1]
	c := &d.candidates[n]
	*c = candidate{} // and then in place: a literal would be built elsewhere and copied
	c.first, c.last, c.lo, c.hi, c.named, c.typ = first, last, lo, d.text.Tokens()[last-1].Hi, -1, typ
	return c
}

// finish scores the newest candidate. One that nothing can lift over the threshold is dropped.
func (d *document) finish(c *candidate) {
	w := &d.x.weights
	c.score = w.score(&c.ev)
	bounds := &d.x.bounds[min(c.typ, typeOther)]
	drop := c.score < bounds.floor || d.suppressed(c)
	if !drop && d.isAlone(c) {
		c.ev.add([...]fact{perAlone, locAlone, orgAlone, otherAlone}[min(c.typ, typeOther)])
		c.score = w.score(&c.ev)
	}
	if drop || c.score+bounds.lift[min(c.last-c.first, 2)-1] <= d.x.limit && !d.keepAll && (c.named < 0 || !d.x.nested) {
		d.candidates = d.candidates[:len(d.candidates)-1]
	}
}

// isAlone reports whether a candidate is a listed name that is the whole text: a search box, a cell of a table, a heading.
func (d *document) isAlone(c *candidate) bool {
	return c.first == d.firstWord && c.last > d.lastWord && d.wordCount <= gazetteer.MaxTokens &&
		c.named >= 0 && c.cut == normalize.Whole && !d.names[c.named].ambiguous
}

// analyze runs the two passes over a text: all candidates from the words alone, then again with what the document
// remembers of the names found first.
func (d *document) analyze(text string) {
	d.text.Reset(d.x.form, text)
	d.strict, d.hasStrict = d.text.StrictCodes(), true
	if d.strict == nil {
		d.strict, d.hasStrict = d.text.Codes(), false
	}
	d.candidates, d.chosen = d.candidates[:0], d.chosen[:0]
	d.annotate()
	if d.x.listedOnly {
		d.listedOnly()
	} else {
		d.weigh()
	}
	if d.x.nested {
		d.nestedNames()
	}
}

// weigh chooses among all candidates by their evidence, and again with what the document remembers.
func (d *document) weigh() {
	d.people()
	d.places()
	d.organizations()
	d.others()
	d.choose()
	if d.remember() {
		d.choose()
	}
}

// others adds a candidate for each listed name of a type that has no evidence of its own, and for each listed person.
func (d *document) others() {
	for k := range d.names {
		n := &d.names[k]
		switch n.typ {
		case typePerson:
			d.listedPerson(int32(k), n)
		case typeLocation, typeOrganization:
		default:
			c := d.candidate(n.first, n.last, n.lo, n.typ)
			c.named, c.cut = int32(k), n.cut
			c.ev.add(otherListed)
			if n.near != 0 {
				c.ev.addNear(n, otherNear)
			}
			d.addInside(c, userInside, otherInsideOther)
			d.finish(c)
		}
	}
}

// sportReach is how many tokens to either side a word of sport (مباراة، هدف) colours the text.
const sportReach = 20

// sport reports whether two or more words of sport stand near token i.
func (d *document) sport(i int32) bool {
	first, _ := slices.BinarySearch(d.sports, i-sportReach)
	return first+1 < len(d.sports) && d.sports[first+1] < i+sportReach
}

// grow returns s with length n; what it holds is not kept.
func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n+n/4)[:n]
	}
	return s[:n]
}
