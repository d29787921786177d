package entity

// A Candidate is a span that was weighed, whether it was chosen or not, with the tokens it covers. Fitting programs
// learn from candidates.
type Candidate struct {
	Span
	FirstToken, LastToken int // half-open, counted over the text
}

// Candidates returns all candidates of a text of at most one segment, with the evidence of the document's memory.
// Candidates far below any chance may be missing.
func (x *Extractor) Candidates(text string) []Candidate {
	d := x.get()
	defer x.pool.Put(d)
	d.memory.reset()
	d.keepAll = true
	defer func() { d.keepAll = false }()
	text = text[:cut(text)]
	d.analyze(text)
	out := make([]Candidate, 0, len(d.candidates))
	var spans []Span
	for k := range d.candidates {
		c := &d.candidates[k]
		spans = d.appendSpan(spans[:0], c, 0, 0)
		for _, s := range spans {
			out = append(out, Candidate{s, int(c.first), int(c.last)})
		}
	}
	return out
}
