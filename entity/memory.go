package entity

import (
	"strings"

	"github.com/musamma/musamma/normalize"
)

// memory is what a document tells of its names: which words are surnames of full names, which names occur elsewhere.
// It works backwards too, so that a headline gets what the text below explains.
type memory struct {
	words    keyTable
	surnames filter // of the last words of fulls
	fulls    []full
	owned    int     // the first fulls, whose text is a copy
	codes    []byte  // surnames of fulls, for approximate repeats
	heard    hearing // the surnames of the first maxCompared fulls
}

// A full is a person's full name that was accepted.
type full struct {
	text   string // as it stands in the text
	layer  int32  // the entry if it is listed, else -1
	entry  uint32
	lo, hi int32 // the codes of its surname in memory.codes
}

// maxRemembered bounds the words that are carried from one segment of a long text to the next.
const maxRemembered = 4096

// reset forgets everything, for a new document.
func (m *memory) reset() {
	m.words.reset()
	m.surnames = filter{}
	clear(m.fulls) // they hold on to their texts
	m.fulls, m.codes, m.owned = m.fulls[:0], m.codes[:0], 0
	m.heard.reset()
}

// ownTexts copies what the full names hold of their text, which need not stay in memory for them then.
func (m *memory) ownTexts() {
	for ; m.owned < len(m.fulls); m.owned++ {
		f := &m.fulls[m.owned]
		f.text = strings.Clone(f.text)
	}
}

// remembered is what is known of one word from the names accepted in the first pass.
type remembered struct {
	full     int32 // number of the person's full name that ends in this word, or these words, plus 1
	given    bool  // begins a person's full name
	inner    bool  // stands in a person's full name
	single   uint8 // times accepted alone as a person
	place    uint8 // times accepted alone as a place
	org      uint8
	fullSeen uint8
	orgPart  bool // stands, with or without the article, in an organisation's name of several words
}

// sure is how far above the threshold a span must stand to be remembered.
const sure = 0.5

// remember collects the names chosen in the first pass and adds their evidence to all candidates. It reports whether
// any score changed.
func (d *document) remember() bool {
	m := &d.memory
	if m.words.used > maxRemembered {
		m.reset()
	}
	for _, k := range d.chosen {
		c := &d.candidates[k]
		if c.score < d.x.limit+sure {
			continue
		}
		d.note(c)
	}
	if m.words.used == 0 {
		return false
	}
	d.own()
	changed := false
	for k := range d.candidates {
		c := &d.candidates[k]
		if d.recallName(int32(k), c) {
			c.score = d.x.weights.score(&c.ev)
			changed = true
		}
	}
	return changed
}

// remembered returns what is remembered of the words of a candidate, or nil.
func (d *document) remembered(c *candidate) *remembered { return d.memory.words.get(d.nameKey(c)) }

// firstKey is the key of the first word of a candidate without its proclitics.
func (d *document) firstKey(c *candidate) normalize.Key {
	k := d.text.Key(int(c.first))
	if c.cut == normalize.Whole {
		return k
	}
	t := &d.text.Tokens()[c.first]
	if k.Exact() && c.cut&normalize.LiAl == 0 {
		return k.Cut(int(c.lo - t.Lo))
	}
	return d.restoredKey(d.text.Codes()[c.lo:t.Hi], c.cut)
}

// wordKey is the key of token i of a candidate, without proclitics.
func (d *document) wordKey(c *candidate, i int32) normalize.Key {
	if i == c.first {
		return d.firstKey(c)
	}
	return d.text.Key(int(i))
}

// nameKey identifies the words of a candidate, without proclitics.
func (d *document) nameKey(c *candidate) normalize.Key {
	k := d.firstKey(c)
	for i := c.first + 1; i < c.last; i++ {
		n := d.text.Key(int(i))
		k.Lo = k.Lo*0x9E3779B97F4A7C15 ^ n.Lo
		k.Hi = k.Hi*0xC2B2AE3D27D4EB4F ^ n.Hi
	}
	return k
}

// note remembers the words of an accepted name.
func (d *document) note(c *candidate) {
	m := &d.memory
	r := m.words.at(d.nameKey(c))
	if c.typ != typePerson || c.last-c.first == 1 {
		switch c.typ {
		case typePerson:
			r.single = min(r.single+1, 100)
		case typeLocation:
			r.place = min(r.place+1, 100)
		case typeOrganization:
			r.org = min(r.org+1, 100)
			d.noteParts(c)
		}
		return
	}
	known := r.fullSeen > 0
	if r.fullSeen = min(r.fullSeen+1, 100); known {
		return
	}
	number := d.noteFull(c)
	for i := c.first; i < c.last; i++ {
		k := d.wordKey(c, i)
		r := m.words.at(k)
		r.inner = true
		r.given = r.given || i == c.first
		if i == c.last-1 && r.full == 0 {
			r.full = number
			m.surnames.add(hashOf(k))
		}
	}
	for i := d.surname(c); i < c.last-1; i++ { // with its particles: دي ميستورا، أبو الغيط
		tail := candidate{first: i, last: c.last, lo: d.text.Tokens()[i].Lo}
		if r := m.words.at(d.nameKey(&tail)); r.full == 0 {
			r.full = number
		}
	}
}

// noteParts remembers the words of an organisation of several, which may stand for it: الريال after ريال مدريد.
func (d *document) noteParts(c *candidate) {
	if c.last-c.first == 1 {
		return
	}
	for i := c.first; i < c.last; i++ {
		if d.words[i].marks&markHead == 0 {
			d.memory.words.at(bareKey(d.wordKey(c, i))).orgPart = true
		}
	}
}

// bareKey is a key without the article.
func bareKey(k normalize.Key) normalize.Key {
	if k.Exact() && k.Lo&0xFFFF == codeAlef|codeLam<<8 && k.Cut(2) != (normalize.Key{}) {
		return k.Cut(2)
	}
	return k
}

// surname returns the first word of the surname of a full name: its last word with the particles and links before it, and
// with its first half.
func (d *document) surname(c *candidate) int32 {
	i := c.last - 1
	if i > c.first+1 && d.words[i].marks&markCompletes != 0 {
		i--
	}
	for i > c.first+1 && (d.words[i-1].whole.class == clsParticle || d.words[i-1].whole.class == clsLink) {
		i--
	}
	return i
}

// noteFull adds a full name and returns its number plus 1.
func (d *document) noteFull(c *candidate) int32 {
	m := &d.memory
	start, end := d.text.Span(c.lo, c.hi)
	f := full{text: d.text.Source()[start:end], layer: -1, lo: int32(len(m.codes))}
	if c.named >= 0 {
		n := &d.names[c.named]
		f.layer, f.entry = int32(n.layer), n.entry
	}
	t := d.text.Tokens()[c.last-1]
	m.codes = append(m.codes, d.text.Codes()[t.Lo:t.Hi]...)
	f.hi = int32(len(m.codes))
	m.heard.hear(len(m.fulls), m.codes[f.lo:])
	m.fulls = append(m.fulls, f)
	return int32(len(m.fulls))
}
