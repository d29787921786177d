package entity

import (
	"testing"

	"github.com/musamma/musamma/gazetteer/builtin"
)

// An initial is one, whatever name word stands before it: عبد takes only a name of its own.
func TestInitialBehindAbd(t *testing.T) {
	x, err := New(nil, builtin.Gazetteer())
	if err != nil {
		t.Fatal(err)
	}
	d := x.get()
	d.memory.reset()
	d.analyze("كتب محمد عبد ف. كريم القصة")
	if w := &d.words[3]; w.whole.class != clsParticle || w.marks&markInitial == 0 {
		t.Errorf("class %d, marks %b", w.whole.class, w.marks)
	}
}
