package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"unicode"

	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/entity/jsonl"
)

// A table prints a line a span: the left columns are Latin and aligned, the Arabic ones follow behind them.
type table struct {
	w    io.Writer
	unit jsonl.Unit
	docs int
}

func (t *table) write(d *document) error {
	offsets, err := jsonl.Offsets(d.Text, d.spans, t.unit)
	if err != nil {
		return fmt.Errorf("%s: %w", d.where(), err)
	}
	if t.docs++; t.docs > 1 {
		fmt.Fprintln(t.w)
	}
	tw := tabwriter.NewWriter(t.w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(tw, "START\tEND\tTYPE\tSCORE\tEVIDENCE\tTEXT\n")
	for i, s := range d.spans {
		fmt.Fprintf(tw, "%d\t%d\t%s\t%.1f\t%s\t%s\n", offsets[i].Start, offsets[i].End, s.Type, s.Score,
			strings.Join(s.Evidence.Reasons(), " "), show(s))
	}
	return tw.Flush()
}

// show prints the surface and, if it differs, the canonical name.
func show(s entity.Span) string {
	text, name := oneLine(s.Text), oneLine(s.Name)
	if name == text {
		return text
	}
	return text + " ← " + name
}

// oneLine keeps a text on its line, and its control characters from the terminal.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
}
