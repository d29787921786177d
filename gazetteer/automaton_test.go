package gazetteer

import (
	"testing"

	"github.com/musamma/musamma/normalize"
)

// TestEdges: a table tells how many edges there are, whatever it was told itself, as beginnings does.
func TestEdges(t *testing.T) {
	b := NewBuilder(normalize.Ortho)
	for _, e := range readList(t, list) {
		if err := b.Add(e); err != nil {
			t.Fatal(err)
		}
	}
	for len(b.queue.words) > 0 { // as Build does
		b.settle()
	}
	c := compiler{b: b}
	c.walkKeys()
	if !c.tables() {
		t.Fatal("the tables have no room")
	}
	different, all := c.beginnings()
	for _, n := range []int{different, different - 1, all} {
		if got, ok := c.edges(n); !ok || got != different {
			t.Errorf("a table of %d has %d edges, want %d", n, got, different)
		}
	}
}
