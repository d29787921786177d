package gold

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/musamma/musamma/entity/jsonl"
)

type object struct {
	Text   *string         `json:"text"`
	Tokens []string        `json:"tokens"`
	Tags   []string        `json:"tags"`
	Doc    json.RawMessage `json:"doc"`
	Unit   string          `json:"unit"`
	Spans  []struct {
		Start int     `json:"start"`
		End   int     `json:"end"`
		Type  string  `json:"type"`
		Label string  `json:"label"`
		Text  *string `json:"text"`
	} `json:"spans"`
}

func (c *corpus) readJSON(data []byte) error {
	n := 0
	for line := range bytes.Lines(data) {
		n++
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var o object
		if err := json.Unmarshal(line, &o); err != nil {
			return c.errorf(n, "%w", err)
		}
		switch {
		case o.Text != nil:
			c.finish()
			d, err := o.document()
			if err != nil {
				return c.errorf(n, "%w", err)
			}
			d.Where = fmt.Sprintf("%s:%d", c.file, n)
			c.docs = append(c.docs, d)
		case o.Tokens == nil:
			return c.errorf(n, `neither a "text" nor "tokens"`)
		case len(o.Tokens) != len(o.Tags):
			return c.errorf(n, "%d tokens but %d tags", len(o.Tokens), len(o.Tags))
		default:
			doc := string(o.Doc)
			if doc == "null" {
				doc = ""
			}
			for _, tag := range o.Tags {
				if err := checkTag(tag); err != nil {
					return c.errorf(n, "%w", err)
				}
			}
			c.sentence(n, doc, o.Tokens, o.Tags)
		}
	}
	return nil
}

// document returns an object with spans as a document.
func (o *object) document() (Document, error) {
	d := Document{Text: *o.Text}
	unit := jsonl.Byte
	if o.Unit != "" {
		var err error
		if unit, err = jsonl.ParseUnit(o.Unit); err != nil {
			return d, err
		}
	}
	index := positions(d.Text, unit)
	for _, s := range o.Spans {
		typ := s.Type
		if typ == "" {
			typ = s.Label
		}
		span := Span{index(s.Start), index(s.End), typ}
		if span.Start < 0 || span.End < 0 || span.Start >= span.End {
			return d, fmt.Errorf("span %d:%d does not slice the text", s.Start, s.End)
		}
		if got := d.Text[span.Start:span.End]; s.Text != nil && got != *s.Text {
			return d, fmt.Errorf("span %d:%d is %q, not %q", s.Start, s.End, got, *s.Text)
		}
		d.Spans = append(d.Spans, span)
	}
	return d, nil
}

// positions returns a function from offsets in a unit to byte offsets, or to -1 for those that are none.
func positions(text string, unit jsonl.Unit) func(int) int {
	var at []int
	for i, r := range text {
		at = append(at, i)
		units := 1
		switch unit {
		case jsonl.Byte:
			units = utf8.RuneLen(r)
		case jsonl.UTF16:
			units = utf16.RuneLen(r)
		}
		for range units - 1 {
			at = append(at, -1)
		}
	}
	at = append(at, len(text))
	return func(i int) int {
		if i < 0 || i >= len(at) {
			return -1
		}
		return at[i]
	}
}

// checkTag reports a tag of another scheme: read as one of these, it would be no name or one of no type.
func checkTag(tag string) error {
	prefix, typ, _ := strings.Cut(tag, "-")
	switch prefix {
	case "B", "I", "E", "S":
		if typ != "" {
			return nil
		}
	case "O":
		if typ == "" {
			return nil
		}
	}
	return fmt.Errorf("tag %q: want O, or B-, I-, E- or S- and a type", tag)
}

// columns splits a line of CoNLL; other white space than spaces and tabs may be part of a token.
func columns(line string) []string {
	return strings.FieldsFunc(line, func(r rune) bool { return r == ' ' || r == '\t' })
}

func (c *corpus) readCoNLL(data []byte) error {
	var tokens, tags []string
	n, first, started := 0, 0, 0
	flush := func() {
		if len(tokens) > 0 {
			doc := ""
			if c.join.Doc && started > 0 {
				doc = strconv.Itoa(started)
			}
			c.sentence(first, doc, tokens, tags)
			tokens, tags = nil, nil
		}
	}
	for line := range strings.Lines(string(data)) {
		n++
		line = strings.TrimRight(line, "\r\n")
		fields := columns(line)
		switch {
		case len(fields) == 0:
			flush()
		case fields[0] == "-DOCSTART-":
			flush()
			started++
		case len(fields) == 1:
			return c.errorf(n, "want a token and a tag, got %q", line)
		default:
			if len(tokens) == 0 {
				first = n
			}
			tag := fields[len(fields)-1]
			if err := checkTag(tag); err != nil {
				return c.errorf(n, "%w", err)
			}
			tokens, tags = append(tokens, fields[0]), append(tags, tag)
		}
	}
	flush()
	return nil
}

func (c *corpus) readBrat(text string, ann []byte) error {
	d := Document{Where: c.file, Text: text}
	index := positions(text, jsonl.Rune)
	n := 0
	for line := range strings.Lines(string(ann)) {
		n++
		if !strings.HasPrefix(line, "T") {
			continue
		}
		s, err := bratSpan(line, index)
		if err != nil {
			return c.errorf(n, "%w", err)
		}
		d.Spans = append(d.Spans, s)
	}
	c.docs = append(c.docs, d)
	return nil
}

// bratSpan reads "T1\tLOC 8 15;17 20\t…": from the first fragment to the last.
func bratSpan(line string, index func(int) int) (Span, error) {
	_, rest, _ := strings.Cut(line, "\t")
	head, _, ok := strings.Cut(rest, "\t")
	typ, offsets, _ := strings.Cut(head, " ")
	start, rest, _ := strings.Cut(offsets, " ")
	end := rest[strings.LastIndexByte(rest, ' ')+1:]
	lo, err1 := strconv.Atoi(start)
	hi, err2 := strconv.Atoi(end)
	if !ok || err1 != nil || err2 != nil {
		return Span{}, errors.New("want a number, a type with offsets, and a text, parted by tabs")
	}
	s := Span{index(lo), index(hi), typ}
	if s.Start < 0 || s.End < 0 || s.Start >= s.End {
		return s, fmt.Errorf("span %d:%d does not slice the text", lo, hi)
	}
	return s, nil
}
