//go:build ignore

// Gen writes table.bin from the built-in lists: names are the words of people and places and the name words, of three
// letters or more, that the lexicon of common words does not hold; words are those of the lexicon that no such name has.
package main

import (
	"flag"
	"log"
	"math"
	"os"
	"slices"
	"strings"

	"github.com/musamma/musamma/gazetteer/builtin"
	"github.com/musamma/musamma/normalize"
)

const (
	unit  = 8
	edge  = 36
	kinds = 37
	prior = 5 // a context counts as much as this many observations of what the shorter context expects
)

// A model counts letters behind the two, one and no letters before them.
type model struct {
	three [kinds * kinds * kinds]float64
	two   [kinds * kinds]float64
	one   [kinds]float64
}

func (m *model) add(word []int) {
	a, b := edge, edge
	for _, c := range append(slices.Clone(word), edge) {
		m.three[(a*kinds+b)*kinds+c]++
		m.two[b*kinds+c]++
		m.one[c]++
		a, b = b, c
	}
}

func sum(v []float64) (s float64) {
	for _, x := range v {
		s += x
	}
	return s
}

// chance returns the probability of c behind a and b.
func (m *model) chance(a, b, c int) float64 {
	p := 1.0 / kinds
	for _, row := range [][]float64{m.one[:], m.two[b*kinds:][:kinds], m.three[(a*kinds+b)*kinds:][:kinds]} {
		p = (row[c] + prior*p) / (sum(row) + prior)
	}
	return p
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("gen: ")
	file := flag.String("o", "table.bin", "the `file` to write")
	flag.Parse()
	text, err := os.ReadFile("../../../gazetteer/builtin/lists/common.txt")
	if err != nil {
		log.Fatal(err)
	}
	common, names := map[string]bool{}, map[string]bool{}
	for line := range strings.Lines(string(text)) {
		common[normalize.Ortho.Fold(strings.TrimSpace(line))] = true
	}
	for e := range builtin.Gazetteer().All() {
		if e.Type != "PER" && (e.Type != "LOC" || e.Roles != 0) {
			continue
		}
		for w := range strings.FieldsSeq(normalize.Ortho.Fold(e.Name)) {
			names[w] = true
		}
	}
	var name, word model
	for w := range names {
		if n := numbers(w); len(n) >= 3 && !common[w] && !strings.HasPrefix(w, "ال") {
			name.add(n)
		}
	}
	for w := range common {
		if n := numbers(strings.TrimPrefix(w, "ال")); len(n) >= 3 && !names[w] {
			word.add(n)
		}
	}
	table := make([]byte, 0, kinds*kinds*kinds)
	for a := range kinds {
		for b := range kinds {
			for c := range kinds {
				ratio := math.Log(name.chance(a, b, c) / word.chance(a, b, c))
				table = append(table, byte(int8(math.Round(max(-15, min(15, ratio))*unit))))
			}
		}
	}
	if err := os.WriteFile(*file, table, 0o666); err != nil {
		log.Fatal(err)
	}
}

// numbers returns the numbers of the letters of a word, nil if one is not Arabic.
func numbers(w string) (n []int) {
	for _, r := range w {
		switch {
		case r >= 'ء' && r <= 'غ':
			n = append(n, int(r-'ء'))
		case r >= 'ف' && r <= 'ي':
			n = append(n, int(r-'ف')+26)
		default:
			return nil
		}
	}
	return n
}
