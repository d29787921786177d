package entity

import (
	"cmp"
	"slices"
)

// choose finds the best set of candidates of which no two share a token: weighted interval scheduling over the scores
// above the threshold, linear in tokens and candidates. Length earns nothing by itself.
func (d *document) choose() {
	d.listByEnd()
	limit, ends, best, last := d.x.limit, d.ends, float32(0), int32(0)
	for at := range ends {
		e := &ends[at]
		if k := e.list - 1; k >= 0 {
			pick := int32(-1)
			for k >= 0 {
				c := &d.candidates[k]
				s := c.score - limit + ends[c.first].best
				if s > best || s == best && (pick < 0 || d.better(k, pick)) {
					best, pick, last = s, k, k+1
				}
				k = c.nextEnd
			}
		}
		e.best, e.last = best, last
	}
	d.chosen = d.chosen[:0]
	for k := last - 1; k >= 0; k = ends[d.candidates[k].first].last - 1 {
		d.chosen = append(d.chosen, k)
	}
	slices.Reverse(d.chosen)
}

// An end is what choose knows of the candidates that end before a token.
type end struct {
	best float32 // the score of the best set up to there
	last int32   // the last candidate of that set, plus 1; 0: none
	list int32   // the first candidate that ends there, plus 1; 0: none
}

// listByEnd chains the candidates above the threshold by the token at which they end.
func (d *document) listByEnd() {
	d.ends = grow(d.ends, len(d.words)+1)
	clear(d.ends)
	for k := len(d.candidates) - 1; k >= 0; k-- {
		if c := &d.candidates[k]; c.score > d.x.limit {
			e := &d.ends[c.last]
			c.nextEnd, e.list = e.list-1, int32(k+1)
		}
	}
}

// better is the total order among candidates that end at one token and lead to the same score: listed before inferred,
// more words before fewer, fewer letters cut before more, an earlier layer before a later one, then the type that was
// known first, then the number of the entry. Nothing depends on the order in which candidates were made.
func (d *document) better(a, b int32) bool {
	x, y := &d.candidates[a], &d.candidates[b]
	if (x.named >= 0) != (y.named >= 0) {
		return x.named >= 0
	}
	if c := cmp.Or(int(x.first)-int(y.first), int(x.lo)-int(y.lo)); c != 0 || x.named < 0 {
		return cmp.Or(c, int(x.typ)-int(y.typ)) < 0
	}
	m, n := &d.names[x.named], &d.names[y.named]
	return cmp.Or(int(m.layer)-int(n.layer), int(x.typ)-int(y.typ), int(m.entry)-int(n.entry)) < 0
}
