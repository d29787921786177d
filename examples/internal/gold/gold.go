// Package gold reads annotated corpora for the programs that fit and evaluate, and counts what was found of them.
package gold

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/musamma/musamma/entity"
)

// A Span is a name: half-open byte offsets and a type.
type Span struct {
	Start, End int
	Type       string
}

// A Document is a text with its gold names. Words says that the gold covers whole words, proclitics included, as
// corpora in columns do; the offsets are then those of the words.
type Document struct {
	Where string // the file and, if it has several documents, the line
	Text  string
	Spans []Span
	Words bool
}

// A Join says what a document is. Doc joins the sentences that share the key "doc", or stand behind one -DOCSTART-, Block
// so many consecutive sentences that have none; the zero value leaves each sentence a document.
type Join struct {
	Doc   bool
	Block int
}

// next reports whether a sentence of document doc goes on with the last of n sentences of document last.
func (j Join) next(doc, last string, n int) bool {
	switch {
	case n == 0:
		return false
	case doc != "":
		return j.Doc && doc == last
	}
	return j.Block > 0 && n%j.Block != 0
}

// Read reads a corpus. A file whose name ends in .ann is brat standoff, its text in the file .txt beside it. The format of
// others is told from the content: CoNLL columns (token, …, tag; an empty line ends a sentence), JSON lines
// {"tokens":[…],"tags":[…],"doc":…}, or JSON lines {"text":…,"spans":[{"start","end","type" or "label"}],"unit":…}, in
// bytes if there is no unit. How sentences are joined into documents, join tells. Errors name the file and the line; that a
// file has no document is one.
func Read(file string, join Join) ([]Document, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	c := &corpus{file: file, join: join}
	switch {
	case strings.EqualFold(filepath.Ext(file), ".ann"):
		text, err := os.ReadFile(file[:len(file)-len(".ann")] + ".txt")
		if err != nil {
			return nil, err
		}
		err = c.readBrat(string(text), data)
		return c.docs, err
	case bytes.HasPrefix(bytes.TrimSpace(data), []byte("{")):
		err = c.readJSON(data)
	default:
		err = c.readCoNLL(data)
	}
	c.finish()
	if err == nil && len(c.docs) == 0 {
		err = fmt.Errorf("%s: no sentence and no text", file)
	}
	return c.docs, err
}

// Places returns found spans as the gold of the document has them: the name, or the whole words around it.
func (d *Document) Places(found []entity.Span) []Span {
	out := make([]Span, len(found))
	for i, s := range found {
		out[i] = Span{s.Start, s.End, string(s.Type)}
		if d.Words {
			out[i].Start, out[i].End = Widen(d.Text, s.WordStart, s.WordEnd)
		}
	}
	return out
}

// Widen widens a byte range to the white-space-separated words it touches, for comparison with gold over words.
func Widen(text string, start, end int) (int, int) {
	isSpace := func(b byte) bool { return b == ' ' || b == '\n' || b == '\t' || b == '\r' }
	for start > 0 && !isSpace(text[start-1]) {
		start--
	}
	for end < len(text) && !isSpace(text[end]) {
		end++
	}
	return start, end
}

// A corpus is a file being read.
type corpus struct {
	file string
	join Join
	docs []Document

	sentences int
	last      string // document of the last sentence
	text      []byte // of the last document, while it grows
}

// errorf returns an error in a line.
func (c *corpus) errorf(line int, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %w", c.file, line, fmt.Errorf(format, args...))
}

// finish ends the document that sentences were added to.
func (c *corpus) finish() {
	if c.text != nil {
		c.docs[len(c.docs)-1].Text = string(c.text)
		c.text = nil
	}
}

// sentence adds a sentence, which begins in a line of the file: tokens joined by spaces and ended by a newline. Tags are
// IOB2, IOB1 or BIOES.
func (c *corpus) sentence(line int, doc string, tokens, tags []string) {
	if c.text == nil || !c.join.next(doc, c.last, c.sentences) {
		c.finish()
		c.docs = append(c.docs, Document{Where: fmt.Sprintf("%s:%d", c.file, line), Words: true})
		c.text = []byte{}
	}
	c.last = doc
	c.sentences++
	d := &c.docs[len(c.docs)-1]
	open := -1
	for i, t := range tokens {
		start := len(c.text)
		c.text = append(c.text, strings.ReplaceAll(t, " ", "\u00a0")...)
		prefix, typ, _ := strings.Cut(tags[i], "-")
		switch {
		case prefix == "O":
			open = -1
		case prefix == "B" || prefix == "S" || open < 0 || d.Spans[open].Type != typ:
			d.Spans = append(d.Spans, Span{start, len(c.text), typ})
			open = len(d.Spans) - 1
		default:
			d.Spans[open].End = len(c.text)
		}
		if prefix == "E" || prefix == "S" {
			open = -1
		}
		if i < len(tokens)-1 {
			c.text = append(c.text, ' ')
		}
	}
	c.text = append(c.text, '\n')
}
