package entity_test

import (
	"errors"
	"fmt"
	"log"
	"strings"

	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/gazetteer/builtin"
	"github.com/musamma/musamma/normalize"
)

// extractor returns an Extractor over the built-in lists.
func extractor(opts *entity.Options) *entity.Extractor {
	x, err := entity.New(opts, builtin.Gazetteer())
	if err != nil {
		log.Fatal(err)
	}
	return x
}

func ExampleNew() {
	b := gazetteer.NewBuilder(normalize.Ortho)
	if err := b.Add(gazetteer.Entry{Name: "معرض الكتاب", Type: "EVENT", ID: "fair"}); err != nil {
		log.Fatal(err)
	}
	mine, err := b.Build()
	if err != nil {
		log.Fatal(err)
	}
	x, err := entity.New(nil, mine, builtin.Gazetteer())
	if err != nil {
		log.Fatal(err)
	}
	for _, s := range x.Extract("افتتح معرض الكتاب في بيروت") {
		fmt.Println(s.Type, s.Text)
	}
	// Output:
	// EVENT معرض الكتاب
	// LOC بيروت
}

func ExampleErrForms() {
	strict, err := gazetteer.NewBuilder(normalize.Strict).Build()
	if err != nil {
		log.Fatal(err)
	}
	_, err = entity.New(nil, builtin.Gazetteer(), strict)
	fmt.Println(errors.Is(err, entity.ErrForms))
	// Output: true
}

func ExampleExtractor_Extract() {
	for _, s := range extractor(nil).Extract("قال محمود درويش في بيروت") {
		fmt.Println(s.Type, s.Text, s.Start, s.End)
	}
	// Output:
	// PER محمود درويش 7 28
	// LOC بيروت 34 44
}

func ExampleExtractor_Spans() {
	for s := range extractor(nil).Spans("زار دمشق وبيروت وبغداد") {
		fmt.Println(s.Text)
		if s.Text == "بيروت" {
			break
		}
	}
	// Output:
	// دمشق
	// بيروت
}

// One slice serves many texts.
func ExampleExtractor_AppendSpans() {
	x := extractor(nil)
	var spans []entity.Span
	for _, text := range []string{"وصل الوفد إلى بغداد", "عاد الوفد من بيروت"} {
		spans = x.AppendSpans(spans[:0], text)
		fmt.Println(len(spans), spans[0].Text)
	}
	// Output:
	// 1 بغداد
	// 1 بيروت
}

func ExampleExtractor_Scan() {
	r := strings.NewReader("وصل الوفد إلى بغداد.\nثم عاد إلى بيروت.\n")
	for s, err := range extractor(nil).Scan(r) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(s.Text, s.Start)
	}
	// Output:
	// بغداد 25
	// بيروت 56
}

func ExampleExtractor_Candidates() {
	for _, c := range extractor(nil).Candidates("زار حلب القديمة") {
		if c.Type == entity.Location {
			fmt.Println(c.Text, c.FirstToken, c.LastToken)
		}
	}
	// Output: حلب 1 2
}

func ExampleType() {
	for _, t := range []entity.Type{entity.Person, entity.Location, entity.Organization, "EVENT"} {
		fmt.Print(t, " ")
	}
	// Output: PER LOC ORG EVENT
}

// A name behind a proclitic: the span is the name, the word is what it stands in.
func ExampleSpan() {
	text := "عقد الاجتماع بالقاهرة"
	for _, s := range extractor(nil).Extract(text) {
		fmt.Println(text[s.Start:s.End], text[s.WordStart:s.WordEnd])
	}
	// Output: القاهرة بالقاهرة
}

func ExampleOptions() {
	x := extractor(&entity.Options{PlaceHeads: true, KeepLam: true})
	for _, s := range x.Extract("من مدينة حلب إلى الطريق المؤدي للقاهرة") {
		fmt.Println(s.Text)
	}
	// Output:
	// مدينة حلب
	// لقاهرة
}

func ExampleOptions_listedOnly() {
	x := extractor(&entity.Options{ListedOnly: true})
	for _, s := range x.Extract("قال عبد الشكور في بغداد") {
		fmt.Println(s.Text)
	}
	// Output: بغداد
}

func ExampleOptions_types() {
	x := extractor(&entity.Options{Types: []entity.Type{entity.Person}})
	for _, s := range x.Extract("قال محمود درويش في بيروت") {
		fmt.Println(s.Text)
	}
	// Output: محمود درويش
}

// A text where every place counts, however little speaks for it.
func ExampleOptions_weights() {
	x := extractor(&entity.Options{Weights: map[string]float64{"loc.event.before": 3}})
	for _, s := range x.Extract("بطولة كأس قطر") {
		fmt.Println(s.Text, s.Evidence.Has("loc.event.before"))
	}
	// Output: قطر true
}

func ExampleEvidence_Names() {
	for _, s := range extractor(nil).Extract("وصل إلى بغداد") {
		for _, name := range s.Evidence.Names() {
			if name == "loc.listed" || name == "loc.preposition" {
				fmt.Println(name)
			}
		}
	}
	// Output:
	// loc.listed
	// loc.preposition
}

func ExampleEvidence_Reasons() {
	for _, s := range extractor(nil).Extract("قال عبد الشكور في بغداد") {
		fmt.Println(s.Text, s.Evidence.Reasons())
	}
	// Output:
	// عبد الشكور [names speech]
	// بغداد [listed preposition]
}

func ExampleEvidence_Has() {
	for _, s := range extractor(nil).Extract("عقد الاجتماع ببغداد") {
		fmt.Println(s.Evidence.Has("loc.cut.ba"), s.Evidence.Has("loc.cut.ka"))
	}
	// Output: true false
}

func ExampleEvidence_Listed() {
	for _, s := range extractor(nil).Extract("قال عبد الشكور في بغداد") {
		fmt.Println(s.Text, s.Evidence.Listed())
	}
	// Output:
	// عبد الشكور false
	// بغداد true
}

func ExampleEvidence_String() {
	x := extractor(&entity.Options{ListedOnly: true})
	for _, s := range x.Extract("وصل إلى بغداد") {
		fmt.Println(s.Evidence)
	}
	// Output: loc.listed
}

func ExampleFactNames() {
	names := entity.FactNames()
	fmt.Println(names[0], names[len(names)-1])
	// Output: per.first.none other.near.words
}

func ExampleDefaultWeights() {
	for _, w := range entity.DefaultWeights() {
		if w.Name == "loc.bank" { // الضفة الغربية لنهر
			fmt.Println(w.Weight, w.Pinned)
		}
	}
	// Output: -6 true
}

// With Approximate, a listed name is found although the text misspells it.
func ExampleOptions_approximate() {
	x, err := entity.New(&entity.Options{Approximate: true}, builtin.Gazetteer())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range x.Extract("عاد الوفد أمس من كازخستان إلى تهران") {
		fmt.Println(s.Type, s.Text, "←", s.Name, s.Evidence.Reasons())
	}
	// Output:
	// LOC كازخستان ← كازاخستان [listed preposition approximate]
	// LOC تهران ← طهران [listed preposition approximate]
}
