package entity

import (
	"runtime"
	"strings"
	"testing"

	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/gazetteer/builtin"
	"github.com/musamma/musamma/normalize"
)

// A name that a long text mentions again and again is remembered once, so that the memory of Scan stays bounded and later
// names are still compared with misspelt repeats.
func TestMemoryHoldsNamesOnce(t *testing.T) {
	x, err := New(nil, builtin.Gazetteer())
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Repeat("قال محمود درويش للصحفيين ذلك.\n", 200) + "وصل كمال جنبلاط أمس. وقال جنبلات للصحفيين ذلك"
	d := x.get()
	d.memory.reset()
	d.analyze(text)
	if n := len(d.memory.fulls); n != 2 {
		t.Errorf("%d full names remembered, want 2", n)
	}
	last := &d.candidates[d.chosen[len(d.chosen)-1]]
	if !last.ev.has(perApproximate) {
		t.Errorf("the last name is %v, want an approximate repeat", last.ev)
	}
}

// What Scan remembers of a name does not keep the segment that the name stood in.
func TestScanForgetsSegments(t *testing.T) {
	x, err := New(nil, builtin.Gazetteer())
	if err != nil {
		t.Fatal(err)
	}
	const segments = 40
	filler := strings.Repeat("كلام كثير لا اسم فيه. ", segmentSize/38)
	var text strings.Builder
	for i := range segments {
		text.WriteString(filler + "\nقال محمود " + string([]rune("دسشقبلتنمك")[i%10]) + string([]rune("يواو")[i/10]) + "ريشان للصحفيين ذلك.\n\n")
	}
	heap := func() int {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return int(m.HeapAlloc)
	}
	before, most, names := heap(), 0, 0
	for s, err := range x.Scan(strings.NewReader(text.String())) {
		if err != nil {
			t.Fatal(err)
		}
		if s.Type == Person {
			names++
			most = max(most, heap()-before)
		}
	}
	if limit := 12 << 20; names < segments || most > limit {
		t.Errorf("%d names, want %d; %d bytes held, limit %d", names, segments, most, limit)
	}
}

// A head noun of a user's list whose weight is left out is a weak one.
func TestHeadWithoutWeight(t *testing.T) {
	b := gazetteer.NewBuilder(normalize.Ortho)
	if err := b.Add(gazetteer.Entry{Name: "كتيبة", Type: "ORG", Roles: gazetteer.Head}); err != nil {
		t.Fatal(err)
	}
	g, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	x, err := New(nil, g)
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, c := range x.Candidates("أعلنت كتيبة الزيتون ذلك") {
		if c.Evidence.Has("org.pattern") {
			found = true
			if !c.Evidence.Has("org.head.1") {
				t.Errorf("%s: %v, want org.head.1", c.Text, c.Evidence)
			}
		}
	}
	if !found {
		t.Error("no candidate of the head noun")
	}
}
