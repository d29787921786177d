package entity

import (
	_ "embed"
	"fmt"
	"math"
	"math/bits"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// The table comes from examples/fit over ANERcorp (its training part, once by sentences, once in blocks of 20 at half the
// weight) and AQMAR (articles, counted twice): fit -bias 0.5,0.5,0.5 -state-bodies=false ANERCORP ANERCORP:block20:nocv:x0.5
// AQMAR:x2:docs. The rows marked pinned were set by hand.
//
//go:embed weights.tsv
var weightsTSV string

// weights are the log-odds of the facts.
type weights [numFacts]float32

// score sums the weights of a set of facts.
func (w *weights) score(ev *Evidence) float32 {
	var sum float32
	for i, word := range ev {
		for ; word != 0; word &= word - 1 {
			sum += w[i<<6+bits.TrailingZeros64(word)]
		}
	}
	return sum
}

// A weightTable is the embedded table: the names of the facts in their order, and their weights.
type weightTable struct {
	names   [numFacts]string
	weights weights
	pinned  [numFacts]bool
}

// table reads the embedded table once.
var table = sync.OnceValue(func() *weightTable {
	t, i := &weightTable{}, 0
	for line := range strings.Lines(weightsTSV) {
		if strings.HasPrefix(line, "#") || i == int(numFacts) {
			continue
		}
		fields := strings.Split(strings.TrimSpace(line), "\t")
		f, _ := strconv.ParseFloat(fields[1], 32)
		t.names[i], t.weights[i], t.pinned[i] = fields[0], float32(f), len(fields) > 2
		i++
	}
	return t
})

// FactNames returns the names of all facts in the order of the table of weights. The slice is the caller's.
func FactNames() []string { return slices.Clone(table().names[:]) }

// A FactWeight is a row of the table of weights.
type FactWeight struct {
	Name   string
	Weight float64 // log-odds
	Pinned bool    // set by hand, because annotated corpora do not show it
}

// DefaultWeights returns the table of weights, a row for each of FactNames. The slice is the caller's.
func DefaultWeights() []FactWeight {
	t := table()
	out := make([]FactWeight, numFacts)
	for i := range out {
		out[i] = FactWeight{t.names[i], float64(t.weights[i]), t.pinned[i]}
	}
	return out
}

// defaultWeights returns the weights of the table with some replaced.
func defaultWeights(replace map[string]float64) (weights, error) {
	t := table()
	w := t.weights
	for name, v := range replace {
		if math.IsNaN(v) {
			return w, fmt.Errorf("entity: the weight of %q is no number", name)
		}
		found := false
		for i, n := range t.names {
			if n == name {
				w[i], found = float32(v), true
			}
		}
		if !found {
			return w, fmt.Errorf("entity: no evidence is called %q", name)
		}
	}
	return w, nil
}
