package main

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/examples/internal/gold"
)

// A sample is one document as the fit sees it: its tokens as positions and the candidates over them.
type sample struct {
	tokens     int
	weight     float64
	candidates []candidate
	byEnd      []int32 // candidates in the order of their end; byEnd[endAt[t]:endAt[t+1]] end at token t
	endAt      []int32
}

type candidate struct {
	first, last int
	facts       []uint16
	right       bool // equals a gold span
}

// fit returns the weights that make the gold segmentations most probable, rounded, with the biases added; use says which
// documents take part.
func (s settings) fit(corpora []corpus, use func(i, n int) bool) (map[string]float64, error) {
	names := entity.FactNames()
	index := make(map[string]uint16, len(names))
	w := make([]float64, len(names))
	for i, row := range entity.DefaultWeights() {
		if s.leftOut(row.Name) {
			continue
		}
		index[row.Name] = uint16(i)
		if row.Pinned {
			w[i] = row.Weight
		}
	}
	for round := range s.rounds {
		opts := s.options
		opts.Weights = toMap(names, w)
		x, err := entity.New(&opts, s.layers...)
		if err != nil {
			return nil, err
		}
		var samples []sample
		for _, c := range corpora {
			for i, d := range c.docs {
				if use == nil || use(i, len(c.docs)) {
					samples = append(samples, newSample(x, d, c.weight, index))
				}
			}
		}
		free := s.free(samples, w)
		ascend(samples, w, free, s.l2, s.steps)
		if round == s.rounds-1 && s.unit > 0 {
			s.round(samples, w, free)
		}
		for i, row := range entity.DefaultWeights() {
			if row.Pinned && !s.leftOut(row.Name) {
				w[i] = row.Weight
			}
		}
	}
	fitted := toMap(names, w)
	for i, name := range biasFacts {
		fitted[name] += s.bias[i]
	}
	return fitted, nil
}

// free tells which weights are to be fitted. Facts that no sample has get the weights they have in the table. Pinned ones
// are fitted with the rest and replaced at the end: were they held, the facts beside them would undo what the pin says.
func (s settings) free(samples []sample, w []float64) []bool {
	free := make([]bool, len(w))
	for _, s := range samples {
		for _, c := range s.candidates {
			for _, f := range c.facts {
				free[f] = true
			}
		}
	}
	for i, row := range entity.DefaultWeights() {
		switch {
		case s.leftOut(row.Name):
			w[i], free[i] = 0, false
		case !free[i]:
			w[i] = row.Weight
		}
	}
	return free
}

// round rounds the weights to multiples of the unit, a part at a time: first those that are nearest to one, then the rest is
// fitted again, so that it makes up for what rounding changed. Rounding all at once costs up to 1 F1, by chance.
func (s settings) round(samples []sample, w []float64, free []bool) {
	rounded := func(v float64) float64 { return math.Round(v/s.unit)*s.unit + 0 } // no -0
	for stage := range roundStages {
		var left []int
		for i := range w {
			if free[i] {
				left = append(left, i)
			}
		}
		slices.SortStableFunc(left, func(a, b int) int {
			return cmp.Compare(math.Abs(w[a]-rounded(w[a])), math.Abs(w[b]-rounded(w[b])))
		})
		for _, i := range left[:len(left)/(roundStages-stage)] {
			w[i], free[i] = rounded(w[i]), false
		}
		ascend(samples, w, free, s.l2, s.steps/4)
	}
}

// roundStages is in how many parts the weights are rounded.
const roundStages = 6

// leftOut reports whether the fit does without a fact, to measure what it is worth.
func (s settings) leftOut(name string) bool {
	return slices.ContainsFunc(s.without, func(part string) bool { return strings.Contains(name, part) })
}

func toMap(names []string, w []float64) map[string]float64 {
	m := make(map[string]float64, len(names))
	for i, n := range names {
		m[n] = w[i]
	}
	return m
}

func newSample(x *entity.Extractor, d gold.Document, weight float64, index map[string]uint16) sample {
	right := make(map[gold.Span]bool)
	for _, g := range d.Spans {
		right[g] = true
	}
	smp := sample{weight: weight}
	for _, c := range x.Candidates(d.Text) {
		at := gold.Span{Start: c.Start, End: c.End, Type: string(c.Type)}
		if d.Words {
			at.Start, at.End = gold.Widen(d.Text, c.WordStart, c.WordEnd)
		}
		cand := candidate{first: c.FirstToken, last: c.LastToken, right: right[at]}
		for _, n := range c.Evidence.Names() {
			if f, ok := index[n]; ok {
				cand.facts = append(cand.facts, f)
			}
		}
		smp.candidates = append(smp.candidates, cand)
		smp.tokens = max(smp.tokens, c.LastToken)
	}
	smp.index()
	return smp
}

// index fills byEnd and endAt.
func (s *sample) index() {
	s.endAt = make([]int32, s.tokens+2)
	for _, c := range s.candidates {
		s.endAt[c.last+1]++
	}
	for t := range s.tokens + 1 {
		s.endAt[t+1] += s.endAt[t]
	}
	next := append([]int32(nil), s.endAt...)
	s.byEnd = make([]int32, len(s.candidates))
	for i, c := range s.candidates {
		s.byEnd[next[c.last]] = int32(i)
		next[c.last]++
	}
}

// ascend moves the free weights to where the log-likelihood less l2/2 times the squared weights is highest, by Adam over the
// whole data.
func ascend(samples []sample, w []float64, free []bool, l2 float64, steps int) {
	m, v, g := make([]float64, len(w)), make([]float64, len(w)), make([]float64, len(w))
	var l lattice
	for step := 1; step <= steps; step++ {
		for i := range g {
			g[i] = -l2 * w[i]
		}
		for i := range samples {
			l.gradient(&samples[i], w, g)
		}
		rate := 0.15 * (1 - float64(step-1)/float64(steps))
		for i := range w {
			if !free[i] {
				continue
			}
			m[i] = 0.9*m[i] + 0.1*g[i]
			v[i] = 0.99*v[i] + 0.01*g[i]*g[i]
			mh := m[i] / (1 - math.Pow(0.9, float64(step)))
			vh := v[i] / (1 - math.Pow(0.99, float64(step)))
			w[i] += rate * mh / (math.Sqrt(vh) + 1e-8)
		}
	}
}

// A lattice is the scratch space of the forward-backward sums over segmentations.
type lattice struct{ score, forward, backward []float64 }

// gradient adds to g the facts expected under the gold less the facts expected under the model.
func (l *lattice) gradient(s *sample, w, g []float64) {
	l.score = resize(l.score, len(s.candidates))
	for i, c := range s.candidates {
		l.score[i] = 0
		for _, f := range c.facts {
			l.score[i] += w[f]
		}
	}
	l.expect(s, g, -s.weight, false)
	l.expect(s, g, s.weight, true)
}

// expect adds sign times the expected facts to g. With rightOnly, only right candidates count, and tokens that a right
// candidate covers cannot stay empty unless no segmentation covers them.
func (l *lattice) expect(s *sample, g []float64, sign float64, rightOnly bool) {
	n := s.tokens
	l.forward, l.backward = resize(l.forward, n+1), resize(l.backward, n+1)
	// Gold must take a right candidate where there is one: skipping a token inside one costs prohibitively.
	const prohibitive = 50
	skip := make([]float64, n)
	if rightOnly {
		found := false
		for _, c := range s.candidates {
			if c.right {
				found = true
				for t := c.first; t < c.last; t++ {
					skip[t] = -prohibitive
				}
			}
		}
		if !found {
			return
		}
	}
	l.forward[0] = 0
	for t := 1; t <= n; t++ {
		sum := l.forward[t-1] + skip[t-1]
		for _, k := range s.byEnd[s.endAt[t]:s.endAt[t+1]] {
			if c := &s.candidates[k]; !rightOnly || c.right {
				sum = logAdd(sum, l.forward[c.first]+l.score[k])
			}
		}
		l.forward[t] = sum
	}
	for t := range l.backward {
		l.backward[t] = math.Inf(-1)
	}
	l.backward[n] = 0
	for t := n; t > 0; t-- {
		l.backward[t-1] = logAdd(l.backward[t-1], l.backward[t]+skip[t-1])
		for _, k := range s.byEnd[s.endAt[t]:s.endAt[t+1]] {
			if c := &s.candidates[k]; !rightOnly || c.right {
				l.backward[c.first] = logAdd(l.backward[c.first], l.backward[t]+l.score[k])
			}
		}
	}
	z := l.forward[n]
	for i, c := range s.candidates {
		if rightOnly && !c.right {
			continue
		}
		p := math.Exp(l.forward[c.first] + l.score[i] + l.backward[c.last] - z)
		if p > 1e-6 {
			for _, f := range c.facts {
				g[f] += sign * p
			}
		}
	}
}

func logAdd(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	if math.IsInf(b, -1) {
		return a
	}
	return a + math.Log1p(math.Exp(b-a))
}

func resize(s []float64, n int) []float64 {
	if cap(s) < n {
		return make([]float64, n)
	}
	return s[:n]
}
