package entity

import (
	"iter"
	"sync"

	"github.com/musamma/musamma/normalize"
)

// documentPool keeps scratch documents between calls.
type documentPool struct{ sync.Pool }

func (x *Extractor) get() *document {
	d, _ := x.pool.Get().(*document)
	if d == nil {
		d = &document{x: x, lexicon: newLexicon()}
	}
	return d
}

// Extract returns the spans of a text in their order, nil if there are none. They do not overlap unless Options.Nested is
// set; then the spans inside another follow it.
func (x *Extractor) Extract(text string) []Span { return x.AppendSpans(nil, text) }

// Spans iterates over the spans of a text in their order. The text is read as a whole before the first one, because what
// stands at its end can explain its beginning; Scan is for what does not fit into memory.
func (x *Extractor) Spans(text string) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		for _, s := range x.AppendSpans(nil, text) {
			if !yield(s) {
				return
			}
		}
	}
}

// AppendSpans appends the spans of a text in their order to dst. It does not allocate when dst has room and the
// Extractor is warm.
func (x *Extractor) AppendSpans(dst []Span, text string) []Span {
	d := x.get()
	defer x.pool.Put(d)
	d.memory.reset()
	for base := 0; base < len(text); {
		n := cut(text[base:])
		dst = d.appendSegment(dst, text[base:base+n], base)
		base += n
	}
	return dst
}

// appendSegment appends the spans of one segment, which begins at offset base of the text.
func (d *document) appendSegment(dst []Span, segment string, base int) []Span {
	d.analyze(segment)
	free := int32(0)
	for _, k := range d.chosen {
		c := &d.candidates[k]
		dst = d.appendSpan(dst, c, base, free)
		if d.x.wanted[c.typ] && !d.x.nested {
			free = c.last
		}
	}
	return dst
}

// appendSpan appends the span of a chosen candidate; base is the offset of the segment in the caller's text, free the first
// token that no other span has.
func (d *document) appendSpan(dst []Span, c *candidate, base int, free int32) []Span {
	x := d.x
	if !x.wanted[c.typ] {
		return dst
	}
	lo, first := c.lo, c.first
	if x.keepLam && c.cut.Preposition() == normalize.LiAl {
		lo--
	}
	if x.placeHeads && c.typ == typeLocation && c.ev.has(locHeadOutside) && d.words[c.first].prev >= 0 {
		if h := d.headAt(d.words[c.first].prev); h.first >= free {
			first, lo = h.first, h.lo
		}
	}
	start, end := d.text.Span(lo, c.hi)
	tokens := d.text.Tokens()
	s := Span{
		Start: base + start, End: base + end,
		WordStart: base + int(tokens[first].Start), WordEnd: base + max(end, int(tokens[c.last-1].End)),
		Type: x.names[c.typ], Text: d.text.Source()[start:end], Evidence: c.ev, Score: c.score,
	}
	s.Name = s.Text
	if c.named >= 0 {
		n := &d.names[c.named]
		s.Name, s.ID = d.entryName(int32(n.layer), n.entry)
	} else if f := d.fullOf(c); f != nil {
		s.Name = f.text
		if f.layer >= 0 {
			s.Name, s.ID = d.entryName(f.layer, f.entry)
		}
	}
	return append(dst, s)
}

// fullOf returns the full name that a person's surname alone stands for, or nil.
func (d *document) fullOf(c *candidate) *full {
	number := int32(0)
	switch {
	case c.typ != typePerson:
	case c.ev.has(perSurnameOfFull):
		if r := d.remembered(c); r != nil {
			number = r.full
		}
	case c.ev.has(perApproximate):
		number = d.similar(c)
	}
	if number == 0 {
		return nil
	}
	return &d.memory.fulls[number-1]
}
