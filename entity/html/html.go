// Package html writes documents with their spans as one page for a browser: right to left, without anything from a
// network, with a legend, counts, and the evidence of each span where the pointer or the focus is. A click on a span
// selects its text.
//
// Marks do not break the joining of letters: they have neither space nor border at their sides, and where the browser can
// paint ranges (CSS custom highlights), the colours lie on an unbroken copy behind the text, so that even a ligature that
// a span cuts, as the لإ of لإيران, is half in and half out. Without scripts the marks carry the colours themselves. Types
// differ in hue, in lightness and in the line below, so they can be told apart in grey and in the dark.
package html

import (
	"cmp"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/musamma/musamma/entity"
)

//go:embed style.css
var style string

//go:embed script.js
var script string

// Options say what the page has beside the documents. The zero value, like a nil pointer, asks for the default.
type Options struct {
	// Title is that of the page, plain text; zero is the name of the library.
	Title string
	// Preface is HTML that stands before the documents, as it is: a heading, a form.
	Preface string
}

// A Writer writes a page. It is for one goroutine at a time.
type Writer struct {
	w     io.Writer
	opts  Options
	buf   []byte
	docs  int
	types []entity.Type       // in the order of their styles
	total map[entity.Type]int // spans
	begun bool
}

// NewWriter returns a Writer of a page to w.
func NewWriter(w io.Writer, opts *Options) *Writer {
	p := &Writer{w: w, types: []entity.Type{entity.Person, entity.Location, entity.Organization}, total: map[entity.Type]int{}}
	if opts != nil {
		p.opts = *opts
	}
	if p.opts.Title == "" {
		p.opts.Title = "musammā"
	}
	return p
}

// ContentSecurityPolicy returns the value of the HTTP header of that name under which the page works and nothing else
// runs. Forms of the preface may be sent to the server that the page is from.
func ContentSecurityPolicy() string {
	hash := func(s string) string {
		sum := sha256.Sum256([]byte(s))
		return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	}
	return "default-src 'none'; style-src " + hash(style) + "; script-src " + hash(script) + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
}

// Write writes a document under a title, which may be empty. Spans may be nested and may overlap. Those that do not slice
// the text are an error, and nothing is written.
func (w *Writer) Write(title, text string, spans []entity.Span) error {
	for _, s := range spans {
		if s.Start < 0 || s.Start >= s.End || s.End > len(text) {
			return fmt.Errorf("html: span %d:%d is not inside the text of %d bytes", s.Start, s.End, len(text))
		}
	}
	spans = slices.Clone(spans)
	slices.SortStableFunc(spans, func(a, b entity.Span) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	w.buf = w.buf[:0]
	w.begin()
	w.docs++
	counts := map[entity.Type]int{}
	for _, s := range spans {
		counts[s.Type]++
		w.total[s.Type]++
		w.class(s.Type)
	}
	w.add("<article>\n")
	if title != "" {
		w.add("<h2>", bdi(title), "</h2>\n")
	}
	w.add(`<div class="paper"><div class="text" dir="rtl">`)
	w.marked(text, spans)
	w.add("</div></div>\n")
	if len(spans) > 0 {
		w.table(spans, counts)
	}
	w.add("</article>\n")
	_, err := w.w.Write(w.buf)
	return err
}

// Close ends the page with the legend and the counts of all documents. It does not close the underlying writer.
func (w *Writer) Close() error {
	w.buf = w.buf[:0]
	w.begin()
	w.add(`<footer><ul class="legend">`)
	for _, t := range w.types {
		w.add(`<li><mark class="`, w.class(t), `">`, label(t), `</mark> <b>`, fmt.Sprint(w.total[t]), "</b></li>")
	}
	w.add("</ul></footer>\n<script>", script, "</script>\n</body>\n</html>\n")
	_, err := w.w.Write(w.buf)
	return err
}

// begin adds what stands before the first document.
func (w *Writer) begin() {
	if w.begun {
		return
	}
	w.begun = true
	w.add("<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\">\n<head>\n<meta charset=\"utf-8\">\n",
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
		"<title>", escape(w.opts.Title), "</title>\n<style>", style, "</style>\n</head>\n<body>\n", w.opts.Preface)
}

// styles is how many styles style.css has for types.
const styles = 8

// class returns the class of a type's style. Types beyond the built-in ones get theirs in the order they come.
func (w *Writer) class(t entity.Type) string {
	i := slices.Index(w.types, t)
	if i < 0 {
		i = len(w.types)
		w.types = append(w.types, t)
	}
	return fmt.Sprintf("t%d", i%styles)
}

func (w *Writer) add(parts ...string) {
	for _, p := range parts {
		w.buf = append(w.buf, p...)
	}
}

// labels are what readers call the types.
var labels = map[entity.Type]string{entity.Person: "أشخاص", entity.Location: "أماكن", entity.Organization: "منظمات"}

// label names a type to readers, with the name that the other outputs have.
func label(t entity.Type) string {
	if l, ok := labels[t]; ok {
		return l + " " + bdi(string(t))
	}
	return bdi(string(t))
}

// bdi returns a text whose direction is its own.
func bdi(s string) string { return "<bdi>" + escape(s) + "</bdi>" }

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;",
	"\r", "&#13;", // else read as a line feed
	"\x00", "\uFFFD") // has no place in HTML

// escape returns a text as HTML shows it. An ill-formed byte becomes U+FFFD.
func escape(s string) string { return escaper.Replace(string([]rune(s))) }
