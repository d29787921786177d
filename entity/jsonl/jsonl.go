// Package jsonl reads documents from JSON lines and writes them back with their spans, one object a line.
//
// An input object needs the key "text"; its other keys are kept in their order. The output adds "spans" and "unit":
//
//	{"text":"…","spans":[{"start":0,"end":10,"word_start":0,"word_end":10,"label":"PER","text":"…","name":"…","id":"…","evidence":["listed"]}],"unit":"byte"}
//
// Offsets are half open and count what "unit" says: bytes, code points or UTF-16 units of the value of "text".
package jsonl

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/musamma/musamma/entity"
)

// A Writer writes documents as JSON lines. It is for one goroutine at a time.
type Writer struct {
	w    io.Writer
	unit Unit
	buf  []byte
}

// NewWriter returns a Writer to w whose offsets count the unit.
func NewWriter(w io.Writer, unit Unit) *Writer { return &Writer{w: w, unit: unit} }

// Write writes a document and its spans in one call of the underlying Write, or nothing and an error of Append.
func (w *Writer) Write(doc Document, spans []entity.Span) error {
	var err error
	if w.buf, err = Append(w.buf[:0], doc, spans, w.unit); err != nil {
		return err
	}
	w.buf = append(w.buf, '\n')
	_, err = w.w.Write(w.buf)
	return err
}

// Append appends the object of a document and its spans to dst, without a newline. The text must be well-formed UTF-8, as
// that of Parse is, and the spans must slice it: otherwise there is an error, and dst is returned as it was.
func Append(dst []byte, doc Document, spans []entity.Span, unit Unit) ([]byte, error) {
	if !utf8.ValidString(doc.Text) {
		return dst, errors.New("jsonl: the text is ill-formed UTF-8")
	}
	places, err := Offsets(doc.Text, spans, unit)
	if err != nil {
		return dst, fmt.Errorf("jsonl: %w", err)
	}
	dst = append(dst, `{"text":`...)
	dst = append(dst, quote(doc.Text)...)
	for _, f := range doc.other {
		dst = append(append(append(append(dst, ','), f.key...), ':'), f.value...)
	}
	dst = append(dst, `,"spans":[`...)
	for i, s := range spans {
		if i > 0 {
			dst = append(dst, ',')
		}
		o := places[i]
		dst = fmt.Appendf(dst, `{"start":%d,"end":%d,"word_start":%d,"word_end":%d,"label":%s,"text":%s,"name":%s,"id":%s,"evidence":%s}`,
			o.Start, o.End, o.WordStart, o.WordEnd, quote(s.Type), quote(s.Text), quote(s.Name), quote(s.ID), quote(s.Evidence.Reasons()))
	}
	dst = append(dst, `],"unit":`...)
	dst = append(dst, quote(unit.String())...)
	return append(dst, '}'), nil
}

// quote is JSON without the escapes for HTML: Arabic text and quotation marks stay readable.
func quote(v any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return []byte("null") // strings and slices of strings always encode
	}
	return bytes.TrimRight(b.Bytes(), "\n")
}
