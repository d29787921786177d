package gazetteer_test

import (
	"fmt"

	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/normalize"
)

// names compiles some names of one type.
func names(all ...string) *gazetteer.Gazetteer {
	b := gazetteer.NewBuilder(normalize.Ortho)
	for _, name := range all {
		if err := b.Add(gazetteer.Entry{Name: name, Type: "ANY"}); err != nil {
			panic(err)
		}
	}
	g, err := b.Build()
	if err != nil {
		panic(err)
	}
	return g
}

func ExampleNewNear() {
	g := names("أنطونيو غوتيريس", "جامعة هارفارد", "طهران")
	near := gazetteer.NewNear(g)
	fmt.Println(near.Bytes(), "bytes")
	// Output: 80 bytes
}

// The names that a text nearly spells, where every word may be misspelt.
func ExampleNear_AppendMatches() {
	g := names("أنطونيو غوتيريس", "جامعة هارفارد", "طهران")
	var t normalize.Text
	t.Reset(g.Form(), "زار انطونيو جوتيريس جامعة هارفرد وتهران")
	var words []int32
	for i := range t.Tokens() {
		words = append(words, int32(i))
	}
	for _, m := range gazetteer.NewNear(g).AppendMatches(nil, &t, words) {
		for _, s := range g.AppendSenses(nil, m.Match, &t) {
			start, end := m.Span(&t)
			fmt.Println(t.Source()[start:end], "←", g.Entry(s.Entry).Name, m.Distance)
		}
	}
	// Output:
	// انطونيو جوتيريس ← أنطونيو غوتيريس 10
	// جامعة هارفرد ← جامعة هارفارد 4
	// تهران ← طهران 6
}
