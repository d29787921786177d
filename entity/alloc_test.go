//go:build !race

package entity_test

import (
	"strings"
	"testing"

	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/gazetteer/builtin"
)

// Marks are compared without allocation, as misspelt words are.
func TestMarksAndMisspellingsDoNotAllocate(t *testing.T) {
	mine := build(t, gazetteer.Entry{Name: "عُمان", Type: "LOC"}, gazetteer.Entry{Name: "عَمّان", Type: "LOC"})
	x := newExtractor(t, &entity.Options{Approximate: true}, mine, builtin.Gazetteer())
	text := strings.Repeat("وصل سيرغى شويقو إلى عُمان وغادر إلى عَمّان ثم إلى كازخستان. ", 20)
	spans := x.AppendSpans(nil, text)
	if len(spans) < 60 {
		t.Fatalf("%d spans", len(spans))
	}
	if n := testing.AllocsPerRun(50, func() { spans = x.AppendSpans(spans[:0], text) }); n != 0 {
		t.Errorf("%v allocations a call, want 0", n)
	}
}

// The race detector makes pools forget, so these run without it.
func TestWarmCallsDoNotAllocate(t *testing.T) {
	text := story(t)
	for name, opts := range map[string]*entity.Options{
		"default": nil, "nested": {Nested: true}, "listed only": {ListedOnly: true}, "approximate": {Approximate: true},
	} {
		t.Run(name, func(t *testing.T) {
			x := newExtractor(t, opts, builtin.Gazetteer())
			for _, text := range []string{text, strings.Repeat(text, 5), "وصل إلى بغداد"} {
				spans := x.AppendSpans(nil, text)
				if len(spans) == 0 {
					t.Fatal("no spans")
				}
				if n := testing.AllocsPerRun(50, func() { spans = x.AppendSpans(spans[:0], text) }); n != 0 {
					t.Errorf("%v allocations a call for %d bytes, want 0", n, len(text))
				}
			}
		})
	}
}
