package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"

	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/entity/conll"
	"github.com/musamma/musamma/entity/html"
	"github.com/musamma/musamma/entity/jsonl"
)

// A document is what a sink is given: a text with its spans, and where it is from.
type document struct {
	jsonl.Document
	spans []entity.Span
	file  string
	line  int // 0: the whole file
}

// where names the place of a document.
func (d *document) where() string {
	if d.line == 0 {
		return d.file
	}
	return fmt.Sprintf("%s:%d", d.file, d.line)
}

// A sink takes documents one by one.
type sink interface {
	write(*document) error
	close() error
}

// A format says which sink, and how it writes.
type format struct {
	out, unitName, scheme, dir string

	unit  jsonl.Unit
	conll conll.Options
}

var formats = []string{"table", "jsonl", "conll", "brat", "html"}

func (f *format) register(fs *flag.FlagSet) {
	fs.StringVar(&f.out, "out", "table", "output `format`: table, jsonl, conll, brat or html")
	fs.StringVar(&f.unitName, "unit", "byte", "what offsets in table and jsonl count: byte, rune or utf16")
	fs.StringVar(&f.scheme, "scheme", "iob2", "tags in conll: iob2 or bioes")
	fs.BoolVar(&f.conll.SplitProclitics, "split", false, "proclitics before a name are tokens of their own in conll")
	fs.StringVar(&f.dir, "dir", "", "`folder` that brat writes a .txt and a .ann file into for every input file")
}

func (f *format) check() (err error) {
	if !slices.Contains(formats, f.out) {
		return fmt.Errorf("-out %q is none of table, jsonl, conll, brat, html", f.out)
	}
	if f.unit, err = jsonl.ParseUnit(f.unitName); err != nil {
		return fmt.Errorf("-unit: %w", err)
	}
	if f.conll.Scheme, err = conll.ParseScheme(f.scheme); err != nil {
		return fmt.Errorf("-scheme: %w", err)
	}
	if f.out == "brat" && f.dir == "" {
		return errors.New("-out brat needs a folder: -dir FOLDER")
	}
	return nil
}

func newSink(w io.Writer, cfg *config) sink {
	f := cfg.format
	bw := bufio.NewWriterSize(&output{w}, 1<<16)
	nothing := func() error { return nil }
	switch f.out {
	case "jsonl":
		out := jsonl.NewWriter(bw, f.unit)
		return &funcSink{bw, func(d *document) error { return out.Write(d.Document, d.spans) }, nothing}
	case "conll":
		out := conll.NewWriter(bw, &f.conll)
		return &funcSink{bw, func(d *document) error { return out.Write(d.Text, d.spans) }, nothing}
	case "html":
		out := html.NewWriter(bw, nil)
		return &funcSink{bw, func(d *document) error { return out.Write(d.where(), d.Text, d.spans) }, out.Close}
	case "brat":
		return newBratSink(f.dir, cfg.files, cfg.in == "text")
	}
	out := &table{w: bw, unit: f.unit}
	return &funcSink{bw, out.write, nothing}
}

// A funcSink feeds the writer of a package, behind a buffer.
type funcSink struct {
	buffer *bufio.Writer
	doc    func(*document) error
	end    func() error
}

func (s *funcSink) write(d *document) error { return s.doc(d) }

func (s *funcSink) close() error {
	if err := s.end(); err != nil {
		return err
	}
	return s.buffer.Flush()
}

// An output marks its errors: unlike those of a document, nothing can be written after them.
type output struct{ w io.Writer }

type outputError struct{ error }

func (o *output) Write(b []byte) (int, error) {
	n, err := o.w.Write(b)
	if err != nil {
		err = &outputError{err}
	}
	return n, err
}
