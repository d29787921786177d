package entity

import (
	"math/rand/v2"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/musamma/musamma/gazetteer/builtin"
)

// Whatever the weights, no candidate that is dropped for its score would have been chosen.
func TestDroppedCandidatesHadNoChance(t *testing.T) {
	story, err := os.ReadFile("../testdata/story.txt")
	if err != nil {
		t.Fatal(err)
	}
	text := string(story) + "دعا الخطيب الأتاسي. وصل كمال جنبلاط ومعين الخطيب وهاشم الأتاسي. وقال جنبلات ذلك"
	rnd := rand.New(rand.NewPCG(1, 1))
	for n := range 60 {
		opts := &Options{Weights: map[string]float64{}}
		for i, name := range FactNames() {
			switch {
			case n == 0: // as they are
			case fact(i) >= perSurnameOfFull && fact(i) <= perPlaceElsewhere:
				opts.Weights[name] = float64(rnd.IntN(13)-4) / 2
			default:
				opts.Weights[name] = float64(table().weights[i]) + float64(rnd.IntN(3)-1)/2
			}
		}
		x, err := New(opts, builtin.Gazetteer())
		if err != nil {
			t.Fatal(err)
		}
		want := x.Extract(text)
		if len(want) == 0 {
			t.Fatal("no spans")
		}
		y, _ := New(opts, builtin.Gazetteer())
		for typ := range y.bounds {
			y.bounds[typ] = bounds{floor: -1000, lift: [2]float32{1000, 1000}}
		}
		if diff := cmp.Diff(y.Extract(text), want); diff != "" {
			t.Fatalf("weights %d (-all kept +got):\n%s", n, diff)
		}
	}
}
