// Package brat writes documents in the standoff format of the brat annotation tool: the text in one file (.txt), the spans
// in another (.ann), with offsets in code points.
//
//	T1	LOC 8 15	القاهرة
//	N1	Reference T1 Wikidata:Q85	القاهرة
//	#1	AnnotatorNotes T1	listed preposition
//
// T is a span, N the entry of a knowledge base that its ID names, # the evidence. A span over a tab or a line end has
// several fragments, 0 4;5 9, as brat wants it. Spans may be nested.
package brat

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/entity/internal/offsets"
	"github.com/musamma/musamma/normalize"
)

// A Writer writes a pair of files. It is for one goroutine at a time.
type Writer struct {
	txt, ann     io.Writer
	base         int  // code points written to txt
	open         bool // txt does not end in a line end
	spans, notes int  // numbers of the last T and N, and of the last #
	references   int
	buf          []byte
}

// NewWriter returns a Writer of the text to txt and of the annotations to ann.
func NewWriter(txt, ann io.Writer) *Writer { return &Writer{txt: txt, ann: ann} }

// Write writes a document, on a new line behind the documents before it: offsets and numbers go on, so that a pair of
// files holds any number of documents. An ill-formed byte of the text is written as U+FFFD and counts as one code point.
// Spans that do not slice the text are an error, and nothing is written.
func (w *Writer) Write(text string, spans []entity.Span) error {
	var at []int     // where the fragments begin and end: bytes of the text, then code points of the file
	var counts []int // of each span
	for _, s := range spans {
		if s.Start < 0 || s.Start >= s.End || s.End > len(text) {
			return fmt.Errorf("brat: span %d:%d is not inside the text of %d bytes", s.Start, s.End, len(text))
		}
		before := len(at)
		at = appendFragments(at, text, s.Start, s.End)
		counts = append(counts, len(at)-before)
	}
	if err := offsets.Convert(at, text, normalize.AppendRuneOffsets); err != nil {
		return fmt.Errorf("brat: %w", err)
	}
	if text == "" {
		return nil
	}
	w.buf = w.buf[:0]
	if w.open {
		w.buf = append(w.buf, '\n')
		w.base++
	}
	for _, r := range text { // an ill-formed byte is one U+FFFD in a range loop
		w.buf = utf8.AppendRune(w.buf, r)
	}
	if _, err := w.txt.Write(w.buf); err != nil {
		return err
	}
	w.buf = w.buf[:0]
	for i, s := range spans {
		w.append(s, at[:counts[i]])
		at = at[counts[i]:]
	}
	w.base += utf8.RuneCountInString(text)
	w.open = !strings.HasSuffix(text, "\n")
	_, err := w.ann.Write(w.buf)
	return err
}

// appendFragments appends where the parts of a span begin and end: it is cut where a line or a column
// of the file would end.
func appendFragments(at []int, text string, start, end int) []int {
	inside := false
	for i, r := range text[start:end] {
		if breaks(r) == inside {
			at = append(at, start+i)
			inside = !inside
		}
	}
	if inside {
		at = append(at, end)
	}
	return at
}

// append appends the lines of one span, whose fragments begin and end at code points of the document, in turn.
func (w *Writer) append(s entity.Span, at []int) {
	if len(at) == 0 {
		return // nothing but white space
	}
	w.spans++
	w.buf = fmt.Appendf(w.buf, "T%d\t%s", w.spans, strings.Join(strings.Fields(string(s.Type)), "_"))
	for i := 0; i < len(at); i += 2 {
		sep := ' '
		if i > 0 {
			sep = ';'
		}
		w.buf = fmt.Appendf(w.buf, "%c%d %d", sep, w.base+at[i], w.base+at[i+1])
	}
	w.buf = fmt.Appendf(w.buf, "\t%s\n", line(s.Text))
	if s.ID != "" {
		w.references++
		w.buf = fmt.Appendf(w.buf, "N%d\tReference T%d %s\t%s\n", w.references, w.spans, reference(s.ID), line(s.Name))
	}
	if reasons := s.Evidence.Reasons(); len(reasons) > 0 {
		w.notes++
		w.buf = fmt.Appendf(w.buf, "#%d\tAnnotatorNotes T%d\t%s\n", w.notes, w.spans, strings.Join(reasons, " "))
	}
}

// breaks reports whether a character could end a line or a column of the file.
func breaks(r rune) bool { return r != ' ' && (unicode.IsSpace(r) || unicode.IsControl(r)) }

// line returns a string with each run of such characters as one space.
func line(s string) string { return strings.Join(strings.FieldsFunc(string([]rune(s)), breaks), " ") }

// reference returns an identifier as brat writes it, with the knowledge base before a colon: Q85 is one of Wikidata's,
// geonames:360630 has its own.
func reference(id string) string {
	id = strings.Join(strings.Fields(id), "_")
	switch {
	case strings.Contains(id, ":"):
		return id
	case len(id) > 1 && id[0] == 'Q' && strings.Trim(id[1:], "0123456789") == "":
		return "Wikidata:" + id
	}
	return "ID:" + id
}
