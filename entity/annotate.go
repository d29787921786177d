package entity

import (
	"cmp"
	"slices"

	"github.com/musamma/musamma/normalize"
)

// annotate fills words and names from the text and the layers.
func (d *document) annotate() {
	d.names, d.longHeads = d.names[:0], d.longHeads[:0]
	d.link()
	for l, g := range d.x.layers {
		from := len(d.names)
		d.matches = g.AppendMatchesExcept(d.matches[:0], &d.text, d.recalled)
		for i := range d.matches {
			m := &d.matches[i]
			d.senses = g.AppendSenses(d.senses[:0], *m, &d.text)
			for k := range d.senses {
				d.sense(uint8(l), m, &d.senses[k])
			}
		}
		d.mergeNames(from)
	}
	slices.SortFunc(d.longHeads, func(a, b head) int {
		return cmp.Or(int(a.last)-int(b.last), int(a.first)-int(b.first), int(a.lo)-int(b.lo))
	})
	d.classifyWords()
	if d.x.near != nil {
		d.approximate()
	}
	d.suppress()
	d.index()
}

// mergeNames brings the names from index from on in their place among those before, both in the order of follows.
func (d *document) mergeNames(from int) {
	d.merged = append(d.merged[:0], d.names[from:]...)
	for at, next := len(d.names), len(d.merged); next > 0; {
		at--
		if from > 0 && d.names[from-1].follows(&d.merged[next-1]) {
			from--
			d.names[at] = d.names[from]
		} else {
			next--
			d.names[at] = d.merged[next]
		}
	}
}

// follows reports whether a name comes after another: by first token, then layer, then by what is cut.
func (n *named) follows(o *named) bool {
	switch {
	case n.first != o.first:
		return n.first > o.first
	case n.layer != o.layer:
		return n.layer > o.layer
	}
	return n.lo > o.lo
}

// index notes at each word which names begin there, and the longest of each type.
func (d *document) index() {
	d.longest = d.longest[:0]
	for from := 0; from < len(d.names); {
		first, to := d.names[from].first, from
		w := &d.words[first]
		w.name, w.longest = int32(from), int32(len(d.longest))
		for ; to < len(d.names) && d.names[to].first == first; to++ {
			if n := &d.names[to]; n.last-first > 1 && !n.ambiguous {
				d.lengthen(int(w.longest), n)
			}
		}
		w.longestEnd = int32(len(d.longest))
		from = to
	}
}

// lengthen notes a name among those that begin where the ones from index from do.
func (d *document) lengthen(from int, n *named) {
	for k := from; k < len(d.longest); k++ {
		if o := &d.longest[k]; o.typ == n.typ {
			o.last, o.user = max(o.last, n.last), o.user || n.user
			return
		}
	}
	d.longest = append(d.longest, ending{n.last, n.typ, n.user})
}

// link makes the words of the tokens, with nothing known of them but their neighbours and what they tell by themselves,
// if that is known from other texts.
func (d *document) link() {
	tokens := d.text.Tokens()
	d.words, d.around = grow(d.words, len(tokens)), grow(d.around, len(tokens))
	clear(d.around)
	d.recalled, d.unread = grow(d.recalled, len(tokens)), d.unread[:0]
	clear(d.recalled)
	d.wordCount, d.firstWord, d.lastWord = 0, -1, -1
	prev, at := int32(-1), int32(-1) // a name may go on from prev to at
	for i := range tokens {
		t, w := &tokens[i], &d.words[i]
		*w = word{} // and then in place: a literal would be built elsewhere and copied
		w.next, w.prev, w.name = -1, -1, -1
		if t.Kind == normalize.Word && d.recall(i, t) {
			w.state = stateSpelled
		} else {
			w.whole.lo, w.cut.lo, w.productivity = t.Lo, t.Lo, -1
			if t.Kind == normalize.Word {
				d.unread = append(d.unread, int32(i))
			}
		}
		if t.Kind <= normalize.Latin {
			d.wordCount++
			if d.lastWord = int32(i); d.firstWord < 0 {
				d.firstWord = int32(i)
			}
		}
		if t.Kind != normalize.Word {
			continue
		}
		if at == int32(i) {
			w.prev = prev
		}
		n := i + 1
		if n == len(tokens) {
			continue
		}
		if tokens[n].Kind != normalize.Word {
			var ok bool
			if n, ok = d.text.Between(i); !ok || tokens[n].Kind != normalize.Word {
				continue
			}
		}
		w.next, prev, at = int32(n), int32(i), int32(n)
	}
	d.askCommon()
}

// namesAt returns the listed names that begin at token i.
func (d *document) namesAt(i int32) []named {
	from := int(d.words[i].name)
	if from < 0 {
		return nil
	}
	to := from + 1
	for to < len(d.names) && d.names[to].first == i {
		to++
	}
	return d.names[from:to]
}

// wholeListed reports whether a candidate behind a proclitic begins in a word that is, whole, the beginning of a listed
// name: whole words come first (وهران، بكين).
func (d *document) wholeListed(c *candidate) bool {
	return c.cut != normalize.Whole && d.words[c.first].marks&markWholeName != 0
}

// addInside adds the first of two facts if a candidate is a part of a longer listed name of its type, the second if it is
// a part of one of another type (مصر in بنك مصر).
func (d *document) addInside(c *candidate, same, other fact) {
	for i := c.first; i >= 0 && i > c.first-maxNameWords; i-- {
		w := &d.words[i]
		if w.marks&markInName == 0 {
			return // as on the first word of most
		}
		for _, n := range d.longest[w.longest:w.longestEnd] {
			switch {
			case n.last < c.last || n.last-i <= c.last-c.first:
			case c.typ == typeOrganization && c.first == i+1 && n.last == c.last && w.marks&(markMedia|markClub) != 0:
				// الجزيرة of قناة الجزيرة: the head is as often outside
			case n.typ != c.typ:
				c.ev.add(other)
			default:
				c.ev.add(same)
				if n.user {
					c.ev.add(userInside)
				}
				switch m := w.marks; {
				case c.typ != typeLocation:
				case m&markLocHead != 0 && m&(markOutside|markPlural|markDirection) == 0:
					c.ev.add(locInsideWhole) // شمس of جبل شمس
				case c.first == i:
					c.ev.add(locInsideStart) // الضفة of الضفة الغربية, unlike حلب of محافظة حلب
				}
				if c.typ == typeLocation && (n.last > c.last && d.beginsWithWaw(c.last) || c.first > i && d.beginsWithWaw(c.first)) {
					c.ev.add(locInsidePair) // البوسنة والهرسك
				}
			}
		}
	}
}
