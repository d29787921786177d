package brat_test

import (
	"log"
	"os"
	"strings"

	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/entity/brat"
	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/normalize"
)

// extract finds two names.
func extract(text string) []entity.Span {
	b := gazetteer.NewBuilder(normalize.Ortho)
	if err := b.AddSeq(gazetteer.ReadTSV(strings.NewReader("name\ttype\tid\nالرياض\tLOC\tQ3692\nدير الزور\tLOC\t\n"))); err != nil {
		log.Fatal(err)
	}
	g, err := b.Build()
	if err != nil {
		log.Fatal(err)
	}
	x, err := entity.New(&entity.Options{ListedOnly: true}, g)
	if err != nil {
		log.Fatal(err)
	}
	return x.Extract(text)
}

func ExampleNewWriter() {
	text := "سافر إلى دير الزور وعاد بالرياض"
	var txt strings.Builder
	w := brat.NewWriter(&txt, os.Stdout)
	if err := w.Write(text, extract(text)); err != nil {
		log.Fatal(err)
	}
	// Output:
	// T1	LOC 9 18	دير الزور
	// #1	AnnotatorNotes T1	listed
	// T2	LOC 25 31	الرياض
	// N1	Reference T2 Wikidata:Q3692	الرياض
	// #2	AnnotatorNotes T2	listed
}

func ExampleWriter_Write() {
	var ann strings.Builder
	w := brat.NewWriter(os.Stdout, &ann)
	for _, text := range []string{"وصل إلى دير الزور", "عاد من الرياض"} {
		if err := w.Write(text, extract(text)); err != nil {
			log.Fatal(err)
		}
	}
	// Output:
	// وصل إلى دير الزور
	// عاد من الرياض
}
