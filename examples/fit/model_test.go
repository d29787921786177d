package main

import (
	"math"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/examples/internal/gold"
	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/gazetteer/builtin"
)

// randomSample makes a sample of overlapping candidates with random facts, a third of them right.
func randomSample(r *rand.Rand, facts int) sample {
	s := sample{tokens: 9, weight: 1}
	taken := make([]bool, s.tokens)
	for range 14 {
		first := r.IntN(s.tokens)
		c := candidate{first: first, last: min(s.tokens, first+1+r.IntN(3))}
		for range 1 + r.IntN(3) {
			c.facts = append(c.facts, uint16(r.IntN(facts)))
		}
		free := true
		for t := c.first; t < c.last; t++ {
			free = free && !taken[t]
		}
		if free && r.IntN(2) == 0 {
			c.right = true
			for t := c.first; t < c.last; t++ {
				taken[t] = true
			}
		}
		s.candidates = append(s.candidates, c)
	}
	s.index()
	return s
}

// likelihood sums over all segmentations one by one: the slow twin of the lattice.
func likelihood(s *sample, w []float64) float64 {
	score := func(c candidate) (sum float64) {
		for _, f := range c.facts {
			sum += w[f]
		}
		return sum
	}
	var all, right float64
	var walk func(t int, sum float64, gold int)
	total := 0
	for _, c := range s.candidates {
		if c.right {
			total++
		}
	}
	walk = func(t int, sum float64, gold int) {
		if t == s.tokens {
			all += math.Exp(sum)
			if gold == total {
				right += math.Exp(sum)
			}
			return
		}
		walk(t+1, sum, gold)
		for _, c := range s.candidates {
			if c.first == t {
				g := gold
				if c.right {
					g++
				} else {
					g = -100 // the gold has no other span
				}
				walk(c.last, sum+score(c), g)
			}
		}
	}
	walk(0, 0, 0)
	return math.Log(right) - math.Log(all)
}

func TestGradientIsThatOfTheLikelihood(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	const facts = 5
	for range 20 {
		s := randomSample(r, facts)
		w := make([]float64, facts)
		for i := range w {
			w[i] = r.NormFloat64()
		}
		g := make([]float64, facts)
		var l lattice
		l.gradient(&s, w, g)
		for i := range w {
			const h = 1e-5
			up, down := append([]float64(nil), w...), append([]float64(nil), w...)
			up[i] += h
			down[i] -= h
			if want := (likelihood(&s, up) - likelihood(&s, down)) / (2 * h); math.Abs(want-g[i]) > 1e-3 {
				t.Fatalf("gradient of fact %d is %.5f, want %.5f by differences", i, g[i], want)
			}
		}
	}
}

// storyGold is the annotated story of the project.
func storyGold(t *testing.T) gold.Document {
	t.Helper()
	text, err := os.ReadFile("../../testdata/story.txt")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := os.ReadFile("../../testdata/story.gold.tsv")
	if err != nil {
		t.Fatal(err)
	}
	d := gold.Document{Text: string(text)}
	for line := range strings.Lines(string(rows)) {
		f := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") {
			continue
		}
		start, err1 := strconv.Atoi(f[0])
		end, err2 := strconv.Atoi(f[1])
		if err1 != nil || err2 != nil {
			t.Fatalf("bad row %q", line)
		}
		d.Spans = append(d.Spans, gold.Span{Start: start, End: end, Type: f[2]})
	}
	return d
}

// A refit on the story must explain the story at least as well as the shipped weights do, and leave the pinned alone.
func TestRefit(t *testing.T) {
	story := corpus{docs: []gold.Document{storyGold(t)}, weight: 1}
	s := settings{layers: []*gazetteer.Gazetteer{builtin.Gazetteer()}, l2: 1, rounds: 2, steps: 100, unit: 0.5}
	w, err := s.fit([]corpus{story}, nil)
	if err != nil {
		t.Fatal(err)
	}
	missing := func(weights map[string]float64) int {
		x, err := entity.New(&entity.Options{Weights: weights}, s.layers...)
		if err != nil {
			t.Fatal(err)
		}
		var sum gold.Tally
		sum.Add(story.docs[0].Spans, story.docs[0].Places(x.Extract(story.docs[0].Text)))
		return sum.Faults()
	}
	if before, after := missing(nil), missing(w); after > before {
		t.Errorf("%d faults after the fit, %d with the shipped weights", after, before)
	}
	for _, row := range entity.DefaultWeights() {
		if row.Pinned && w[row.Name] != row.Weight {
			t.Errorf("%s is pinned to %g and was fitted to %g", row.Name, row.Weight, w[row.Name])
		}
		if v := w[row.Name]; v != row.Weight && v != math.Round(v/s.unit)*s.unit {
			t.Errorf("%s was fitted to %g, want a multiple of %g", row.Name, v, s.unit)
		}
	}
}
