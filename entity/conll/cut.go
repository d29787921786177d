package conll

import (
	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/normalize"
)

// cut fills pieces with the tokens of the text and the spans that they are parts of.
func (w *Writer) cut(text string, spans []entity.Span) {
	w.text.Reset(normalize.Ortho, text)
	w.pieces = w.pieces[:0]
	next := 0 // the first span that does not end before the token
	for i, t := range w.text.Tokens() {
		start, end := int(t.Start), int(t.End)
		if t.Kind == normalize.Break {
			w.pieces = append(w.pieces, piece{})
			continue
		}
		for next < len(spans) && spans[next].End <= start {
			next++
		}
		if w.opts.SplitProclitics {
			w.split(i, start, end, spans[next:], next)
			continue
		}
		p := piece{start: start, end: end}
		if next < len(spans) && spans[next].Start < end {
			p.typ, p.span = spans[next].Type, next
		}
		w.pieces = append(w.pieces, p)
	}
}

// split appends the pieces of token i, which is cut where spans begin and end in it; number is that of the first span.
func (w *Writer) split(i, start, end int, spans []entity.Span, number int) {
	for k, s := range spans {
		if s.Start >= end {
			break
		}
		if s.Start > start {
			w.proclitics(i, start, s.Start)
			start = s.Start
		}
		stop := min(s.End, end)
		w.pieces = append(w.pieces, piece{start: start, end: stop, typ: s.Type, span: number + k})
		start = stop
	}
	if start < end {
		w.pieces = append(w.pieces, piece{start: start, end: end})
	}
}

// proclitics appends what stands before a name in its token: a conjunction and a preposition apart (و, ب), anything else
// as it is.
func (w *Writer) proclitics(i, start, name int) {
	t := w.text.Tokens()[i]
	w.starts = w.text.AppendStarts(w.starts[:0], i)
	for _, s := range w.starts {
		if at, _ := w.text.Span(s.Lo, t.Hi); at != name || s.Cut.Conjunction() == normalize.Whole || s.Cut.Preposition() == normalize.Whole {
			continue
		}
		if at, _ := w.text.Span(t.Lo+1, t.Hi); at > start && at < name {
			w.pieces = append(w.pieces, piece{start: start, end: at})
			start = at
		}
		break
	}
	w.pieces = append(w.pieces, piece{start: start, end: name})
}
