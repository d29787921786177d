package html

import (
	"fmt"
	"strings"

	"github.com/musamma/musamma/entity"
)

// marked adds a text with a mark element for each of the sorted spans. Where two overlap without one being inside the
// other, the later one is two elements, of which the first carries the id.
func (w *Writer) marked(text string, spans []entity.Span) {
	at := 0
	var open []int
	closeTo := func(limit int) { // closes what ends at or before limit
		for len(open) > 0 {
			end, lowest := len(text)+1, 0
			for i, k := range open {
				if spans[k].End < end {
					end, lowest = spans[k].End, i
				}
			}
			if end > limit {
				return
			}
			w.add(escape(text[at:end]), strings.Repeat("</mark>", len(open)-lowest))
			at = end
			again := open[lowest:]
			open = open[:lowest]
			for _, k := range again {
				if spans[k].End > end {
					w.mark(spans[k], -1)
					open = append(open, k)
				}
			}
		}
	}
	for i, s := range spans {
		closeTo(s.Start)
		w.add(escape(text[at:s.Start]))
		at = s.Start
		w.mark(s, i)
		open = append(open, i)
	}
	closeTo(len(text))
	w.add(escape(text[at:]))
}

// mark adds the start tag of span number i of the document; of a part that goes on, i is -1.
func (w *Writer) mark(s entity.Span, i int) {
	id := ""
	if i >= 0 {
		id = ` id="` + w.id(i) + `"`
	}
	w.add("<mark", id, ` class="`, w.class(s.Type), `" tabindex="0" title="`, escape(tip(s)), `">`)
}

// id returns the id of span number i of the document.
func (w *Writer) id(i int) string { return fmt.Sprintf("d%ds%d", w.docs, i+1) }

// tip tells of a span what its place does not: type, name, identifier and evidence.
func tip(s entity.Span) string {
	lines := []string{string(s.Type), s.Name}
	if s.ID != "" {
		lines = append(lines, s.ID)
	}
	if r := s.Evidence.Reasons(); len(r) > 0 {
		lines = append(lines, strings.Join(r, " "))
	}
	return strings.Join(lines, "\n")
}

// table adds the counts of a document and, folded, all of its spans.
func (w *Writer) table(spans []entity.Span, counts map[entity.Type]int) {
	w.add(`<details><summary>`)
	for _, t := range w.types {
		if counts[t] > 0 {
			w.add(`<span class="count">`, label(t), " <b>", fmt.Sprint(counts[t]), "</b></span> ")
		}
	}
	w.add("</summary>\n<div class=\"wide\"><table><thead><tr><th>النص</th><th>النوع</th><th>الاسم</th><th>المعرّف</th><th>الأدلة</th>",
		"<th>البايتات</th></tr></thead>\n<tbody>\n")
	for i, s := range spans {
		w.add(`<tr><td><a href="#`, w.id(i), `">`, escape(s.Text), "</a></td><td>", bdi(string(s.Type)), "</td><td>", escape(s.Name),
			"</td><td>", bdi(s.ID), `</td><td dir="ltr">`, escape(strings.Join(s.Evidence.Reasons(), ", ")),
			fmt.Sprintf("</td><td dir=\"ltr\">%d–%d</td></tr>\n", s.Start, s.End))
	}
	w.add("</tbody></table></div></details>\n")
}
