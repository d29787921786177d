package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/musamma/musamma/examples/internal/gold"
)

// The causes of errors. Every missed or wrong span has one.
var causeNames = []struct{ name, meaning string }{
	{"boundary", "overlaps one of its type with other limits"},
	{"type", "overlaps one of another type"},
	{"not listed", "missed, and no list has it with its type"},
	{"ambiguity", "a listed name that was not taken, or taken where it is none"},
	{"inferred", "wrong, and no list has it with its type"},
}

const (
	causeBoundary = iota
	causeType
	causeNotListed
	causeAmbiguity
	causeInferred
)

// causes sorts errors by cause.
type causes struct {
	lists    *lists
	examples int // to keep of each cause
	groups   [5]struct {
		missed, wrong int
		lines         []string
	}
}

// add sorts the errors in a document.
func (c *causes) add(d *gold.Document, found []gold.Span) {
	found = slices.Compact(slices.SortedFunc(slices.Values(found), func(a, b gold.Span) int { return a.Start - b.Start }))
	for _, s := range unmatched(d.Spans, found) {
		cause, other := c.cause(d, s, found, causeNotListed)
		c.groups[cause].missed++
		c.example(cause, "missed", d, s, other)
	}
	for _, s := range unmatched(found, d.Spans) {
		cause, other := c.cause(d, s, d.Spans, causeInferred)
		c.groups[cause].wrong++
		c.example(cause, "wrong", d, s, other)
	}
}

// unmatched returns the scored spans of a that are not in b, each once.
func unmatched(a, b []gold.Span) []gold.Span {
	in := map[gold.Span]bool{}
	for _, s := range b {
		in[s] = true
	}
	var out []gold.Span
	for _, s := range a {
		if gold.Scored(s.Type) && !in[s] {
			in[s] = true
			out = append(out, s)
		}
	}
	return out
}

// cause returns the cause for a span of one side, given those of the other, and the span that it overlaps, if any.
func (c *causes) cause(d *gold.Document, s gold.Span, others []gold.Span, unlisted int) (int, *gold.Span) {
	var other *gold.Span
	for i, o := range others {
		if !s.Overlaps(o) {
			continue
		}
		if o.Type == s.Type {
			return causeBoundary, &others[i]
		}
		if other == nil {
			other = &others[i]
		}
	}
	if other != nil {
		return causeType, other
	}
	if c.lists.have(d.Text[s.Start:s.End], s.Type) {
		return causeAmbiguity, nil
	}
	return unlisted, nil
}

// example keeps a line on an error.
func (c *causes) example(cause int, what string, d *gold.Document, s gold.Span, other *gold.Span) {
	g := &c.groups[cause]
	if len(g.lines) >= c.examples {
		return
	}
	line := fmt.Sprintf("  %-6s %s %s", what, s.Type, oneLine(d.Text[s.Start:s.End]))
	if other != nil {
		line += fmt.Sprintf(" | %s %s", other.Type, oneLine(d.Text[other.Start:other.End]))
	}
	g.lines = append(g.lines, fmt.Sprintf("%s\n         %s: … %s …", line, d.Where, around(d.Text, s)))
}

// around returns a span with some words before and after it.
func around(text string, s gold.Span) string {
	start, end := gold.Widen(text, max(0, s.Start-40), min(len(text), s.End+40))
	return oneLine(text[start:end])
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func (c *causes) print(w io.Writer) {
	fmt.Fprintln(w, "errors    missed  wrong")
	for i, g := range c.groups {
		fmt.Fprintf(w, "%-10s %5d %6d  %s\n", causeNames[i].name, g.missed, g.wrong, causeNames[i].meaning)
		for _, line := range g.lines {
			fmt.Fprintln(w, line)
		}
	}
}
