package entity

import "github.com/musamma/musamma/gazetteer/spelling"

// Approximate repeats. A document that spells a surname once should be understood when it misspells it the next time:
// دي مستورا after دي ميستورا. Surnames of accepted full names are compared with unknown words; package spelling has the
// rules. Whole lists are searched only on request, see near.go.

// maxCompared bounds the full names of a document that a word is compared with.
const maxCompared = 64

// hearing is what a document has heard of surnames: the sounds of the words near them.
type hearing struct {
	sounds []heardSound
	filter filter // of the sounds
	buf    []uint64
}

type heardSound struct {
	sound uint64
	full  int32
}

func (h *hearing) reset() { h.sounds, h.filter = h.sounds[:0], filter{} }

// hear notes the sounds of the surname of a full name, as long as there are few.
func (h *hearing) hear(full int, surname []byte) {
	if full >= maxCompared || len(surname) < spelling.MinLetters {
		return
	}
	h.buf = spelling.AppendSounds(h.buf[:0], surname)
	for _, s := range h.buf {
		h.sounds = append(h.sounds, heardSound{s, int32(full)})
		h.filter.add(s)
	}
}

// find returns the number of the first full name whose surname is a word or near it, or -1.
func (h *hearing) find(m *memory, word []byte) int32 {
	sound := spelling.Sound(word)
	if !h.filter.has(sound) {
		return -1
	}
	for _, s := range h.sounds {
		if s.sound != sound {
			continue
		}
		f := &m.fulls[s.full]
		if distance, near := spelling.Near(word, m.codes[f.lo:f.hi]); near || distance == 0 {
			return s.full
		}
	}
	return -1
}

// recallApproximately adds the evidence that an unknown word, or a particle and an unknown word, is nearly the surname of
// a full name of the document.
func (d *document) recallApproximately(c *candidate, to *recollection) {
	if d.similar(c) > 0 {
		to.add(perApproximate)
	}
}

// similar returns the number plus 1 of the full name whose surname is nearly a candidate's, or 0.
func (d *document) similar(c *candidate) int32 {
	m := &d.memory
	if len(m.heard.sounds) == 0 {
		return 0
	}
	class, lo := d.words[c.last-1].whole.class, d.text.Tokens()[c.last-1].Lo
	if c.last-c.first == 1 {
		class, lo = d.readingOf(c).class, c.lo
	} else if d.surname(c) > c.first+1 || c.last-c.first > 2 || d.words[c.first].whole.class != clsParticle {
		return 0
	}
	if !class.unlisted() && class != clsRare || c.hi-lo < spelling.MinLetters {
		return 0
	}
	return m.heard.find(m, d.text.Codes()[lo:c.hi]) + 1
}
