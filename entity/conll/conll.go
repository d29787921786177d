// Package conll writes documents as columns: a token and a tag a line, as the shared task of CoNLL-2003 had them and as
// conlleval, seqeval and most taggers read them.
//
//	-DOCSTART- O
//
//	وصل O
//	من O
//	القاهرة B-LOC
//
// Tokens are those of package normalize; signs are tokens of their own. An empty line ends a sentence, which is a line of
// the text: nothing is guessed about full stops. A span covers whole words, proclitics included (للعراق B-LOC), as the
// Arabic corpora have it, unless SplitProclitics asks for the name alone (لل O, عراق B-LOC).
//
// A column of tags cannot say that spans overlap: the one that begins first is written, of those that begin together the
// longest, and what overlaps it is left out.
package conll

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/normalize"
)

// A Scheme says how tags mark the limits of a span.
type Scheme uint8

const (
	// IOB2 marks the first token B and the others I.
	IOB2 Scheme = iota
	// BIOES also marks the last token E and a token that is a whole span S.
	BIOES
)

var schemeNames = [...]string{"iob2", "bioes"}

// String returns the name of the scheme: iob2 or bioes.
func (s Scheme) String() string {
	if int(s) < len(schemeNames) {
		return schemeNames[s]
	}
	return fmt.Sprintf("Scheme(%d)", uint8(s))
}

// ParseScheme returns the scheme of that name.
func ParseScheme(name string) (Scheme, error) {
	if i := slices.Index(schemeNames[:], name); i >= 0 {
		return Scheme(i), nil
	}
	return 0, fmt.Errorf("scheme %q is none of %s", name, strings.Join(schemeNames[:], ", "))
}

// Options say how a Writer writes. The zero value, like a nil pointer, asks for the default.
type Options struct {
	// Scheme is that of the tags; zero is IOB2.
	Scheme Scheme
	// SplitProclitics makes each proclitic before a name a token of its own, tagged O (و O, ب O, الرياض B-LOC), so that
	// tags cover the names alone. Words outside spans stay whole.
	SplitProclitics bool
}

// A Writer writes documents. It is for one goroutine at a time.
type Writer struct {
	w      io.Writer
	opts   Options
	text   normalize.Text
	pieces []piece
	starts []normalize.Start
	buf    []byte
}

// A piece is a token of the output: bytes of the text, or the end of a line if it is empty.
type piece struct {
	start, end int
	typ        entity.Type // of the span that it is a part of, or ""
	span       int         // number of that span
}

// NewWriter returns a Writer to w.
func NewWriter(w io.Writer, opts *Options) *Writer {
	if opts == nil {
		opts = &Options{}
	}
	return &Writer{w: w, opts: *opts}
}

// Write writes a document in one call of the underlying Write. Of a text over 512 MiB only the first 512 MiB are written. Spans
// outside the text are an error, and nothing is written.
func (w *Writer) Write(text string, spans []entity.Span) error {
	spans, err := flat(text, spans)
	if err != nil {
		return fmt.Errorf("conll: %w", err)
	}
	w.cut(text, spans)
	w.buf = append(w.buf[:0], "-DOCSTART- O\n\n"...)
	open := false // a sentence
	for i, p := range w.pieces {
		if p.start == p.end {
			if open {
				w.buf = append(w.buf, '\n')
			}
			open = false
			continue
		}
		open = true
		w.buf = append(w.buf, strings.ToValidUTF8(text[p.start:p.end], "\uFFFD")...)
		w.buf = append(w.buf, ' ')
		w.buf = append(w.buf, w.tag(i)...)
		w.buf = append(w.buf, '\n')
	}
	if open {
		w.buf = append(w.buf, '\n')
	}
	_, err = w.w.Write(w.buf)
	return err
}

// flat returns the spans that are written: sorted, none overlapping another.
func flat(text string, spans []entity.Span) ([]entity.Span, error) {
	spans = slices.Clone(spans)
	slices.SortStableFunc(spans, func(a, b entity.Span) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	end, kept := 0, spans[:0]
	for _, s := range spans {
		if s.Start < 0 || s.Start >= s.End || s.End > len(text) {
			return nil, fmt.Errorf("span %d:%d is not inside the text of %d bytes", s.Start, s.End, len(text))
		}
		if s.Start >= end {
			kept = append(kept, s)
			end = s.End
		}
	}
	return kept, nil
}

// tag returns the tag of a piece.
func (w *Writer) tag(i int) string {
	p := &w.pieces[i]
	if p.typ == "" {
		return "O"
	}
	same := func(k int) bool {
		return k >= 0 && k < len(w.pieces) && w.pieces[k].span == p.span && w.pieces[k].typ != ""
	}
	first, last := !same(i-1), !same(i+1)
	prefix := "I-"
	switch {
	case first && last && w.opts.Scheme == BIOES:
		prefix = "S-"
	case first:
		prefix = "B-"
	case last && w.opts.Scheme == BIOES:
		prefix = "E-"
	}
	return prefix + strings.Join(strings.Fields(string(p.typ)), "_") // a column has no space
}
