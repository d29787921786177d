package entity_test

import (
	"errors"
	"math"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/gazetteer/builtin"
	"github.com/musamma/musamma/normalize"
)

// The types of all layers and the layers are numbered in a byte; one too many is an error, not another one's span.
func TestTooManyTypesOrLayers(t *testing.T) {
	var mine []gazetteer.Entry
	for i := range 253 {
		mine = append(mine, gazetteer.Entry{Name: "صنف " + strconv.Itoa(i), Type: "T" + strconv.Itoa(i)})
	}
	x := newExtractor(t, &entity.Options{ListedOnly: true}, build(t, mine[:252]...))
	want := []found{{"صنف 0", "T0", "صنف 0"}, {"صنف 251", "T251", "صنف 251"}}
	if diff := cmp.Diff(want, summary(x.Extract("صنف 0، صنف 251، صنف 252"))); diff != "" {
		t.Errorf("252 types beside the three (-want +got):\n%s", diff)
	}
	for _, layers := range [][]*gazetteer.Gazetteer{
		{build(t, mine...)},
		{build(t, mine[:100]...), build(t, mine[100:]...)},
		slices.Repeat([]*gazetteer.Gazetteer{build(t)}, 256),
	} {
		if _, err := entity.New(nil, layers...); err == nil {
			t.Errorf("%d layers: no error", len(layers))
		}
	}
}

// A number that is none would take every span away.
func TestOptionsThatAreNoNumbers(t *testing.T) {
	for _, opts := range []entity.Options{{Threshold: math.NaN()}, {Weights: map[string]float64{"loc.listed": math.NaN()}}} {
		if _, err := entity.New(&opts); err == nil {
			t.Errorf("%+v: no error", opts)
		}
	}
}

// A list that was not loaded is told at once.
func TestNilLayer(t *testing.T) {
	_, err := entity.New(nil, build(t), nil)
	if want := "entity: gazetteer 2 of 2 is nil"; err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}

func TestDifferentForms(t *testing.T) {
	strict, err := gazetteer.NewBuilder(normalize.Strict).Build()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := entity.New(nil, builtin.Gazetteer(), strict); !errors.Is(err, entity.ErrForms) {
		t.Errorf("New with two forms: %v, want ErrForms", err)
	}
}

func TestUnknownWeight(t *testing.T) {
	if _, err := entity.New(&entity.Options{Weights: map[string]float64{"per.hat": 1}}); err == nil {
		t.Error("New took a weight for evidence that does not exist")
	}
}
