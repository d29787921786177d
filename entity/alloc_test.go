//go:build !race

package entity_test

import (
	"strings"
	"testing"

	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/gazetteer/builtin"
)

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
