package gazetteer_test

import (
	"bytes"
	"errors"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/normalize"
)

const cities = `name	type	roles	id	weight	flags	cue
الرياض	LOC		Q3692	3		
الرياض	ORG				ambiguous	
القاهرة	LOC		Q85	3		
اللاذقية	LOC		Q190152	2		
الأمم المتحدة	ORG		Q1065			
مدينة	LOC	head				settlement
عبد الله	PER	given				
مدينة		common				
المدينة		common				
`

// compile builds the list above.
func compile() *gazetteer.Gazetteer {
	b := gazetteer.NewBuilder(normalize.Ortho)
	if err := b.AddSeq(gazetteer.ReadTSV(strings.NewReader(cities))); err != nil {
		log.Fatal(err)
	}
	g, err := b.Build()
	if err != nil {
		log.Fatal(err)
	}
	return g
}

func Example() {
	g := compile()
	var t normalize.Text
	t.Reset(g.Form(), "وصل من مدينة الرياض، ثم للاذقية، وَبِالقاهره")
	var senses []gazetteer.Sense
	for _, m := range g.AppendMatches(nil, &t) {
		start, end := m.Span(&t)
		senses = g.AppendSenses(senses[:0], m, &t)
		for _, s := range senses {
			fmt.Printf("%s %s %q %q\n", t.Source()[start:end], g.Types()[s.Type], s.Roles, g.Entry(s.Entry).ID)
		}
	}
	// Output:
	// مدينة LOC "head" ""
	// الرياض LOC "" "Q3692"
	// الرياض ORG "" ""
	// لاذقية LOC "" "Q190152"
	// القاهره LOC "" "Q85"
}

func ExampleNewBuilder() {
	b := gazetteer.NewBuilder(normalize.Ortho)
	g, err := b.Build()
	fmt.Println(g.Len(), g.Form(), err)
	// Output: 0 Ortho <nil>
}

func ExampleBuilder_Add() {
	b := gazetteer.NewBuilder(normalize.Ortho)
	fmt.Println(b.Add(gazetteer.Entry{Name: "أبو ظبي", Type: "LOC", ID: "Q1519"}))
	fmt.Println(b.Add(gazetteer.Entry{Name: "...", Type: "LOC"}))
	// Output:
	// <nil>
	// name "...": no letter or digit
}

func ExampleBuilder_AddSeq() {
	b := gazetteer.NewBuilder(normalize.Ortho)
	fmt.Println(b.AddSeq(gazetteer.ReadTSV(strings.NewReader("name\ttype\nالخرطوم\tLOC\nأم درمان\n"))))
	// Output: line 3: name "أم درمان": no type
}

func ExampleBuilder_SetGraded() {
	b := gazetteer.NewBuilder(normalize.Ortho)
	b.SetGraded(true)
	g, _ := b.Build()
	fmt.Println(g.Graded())
	// Output: true
}

func ExampleBuilder_Build() {
	b := gazetteer.NewBuilder(normalize.Ortho)
	b.Add(gazetteer.Entry{Name: "عبد الله", Type: "PER", Roles: gazetteer.Given})
	g, err := b.Build()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(g.Len(), "entry,", g.Sizes().Keys, "keys")
	// Output: 1 entry, 2 keys
}

func ExampleReadTSV() {
	list := "name\ttype\tweight\nبيروت\tLOC\t3\nصور\tLOC\tكبيرة\nصيدا\tLOC\n"
	for e, err := range gazetteer.ReadTSV(strings.NewReader(list)) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(e.Name, e.Type, e.Weight)
	}
	// Output:
	// بيروت LOC 3
	// line 3: column 3: weight "كبيرة", expected 0 to 255
	// صيدا LOC 0
}

func ExampleOpen() {
	dir, err := os.MkdirTemp("", "gazetteer")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "cities.gaz")
	var b bytes.Buffer
	compile().WriteTo(&b)
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		log.Fatal(err)
	}
	g, err := gazetteer.Open(file)
	if err != nil {
		log.Fatal(err)
	}
	defer g.Close()
	fmt.Println(g.Len())
	// Output: 7
}

func ExampleOpenBytes() {
	_, err := gazetteer.OpenBytes([]byte("name\ttype\n"))
	var bad *gazetteer.Error
	fmt.Println(errors.As(err, &bad), err)
	// Output: true gazetteer: bad compiled data: header: not a compiled gazetteer
}

func ExampleLoad() {
	_, err := gazetteer.Load("none.tsv")
	fmt.Println(errors.Is(err, os.ErrNotExist))
	// Output: true
}

func ExampleGazetteer_WriteTo() {
	var b bytes.Buffer
	n, err := compile().WriteTo(&b)
	fmt.Println(n == int64(b.Len()), err)
	g, _ := gazetteer.OpenBytes(b.Bytes())
	fmt.Println(g.Len())
	// Output:
	// true <nil>
	// 7
}

func ExampleGazetteer_Close() {
	fmt.Println(compile().Close()) // nothing to give back: in memory
	// Output: <nil>
}

func ExampleGazetteer_Verify() {
	var b bytes.Buffer
	compile().WriteTo(&b)
	data := b.Bytes()
	data[len(data)-60]++
	g, err := gazetteer.OpenBytes(data)
	fmt.Println(err)
	fmt.Println(g.Verify() != nil)
	// Output:
	// <nil>
	// true
}

func ExampleGazetteer_Form() {
	fmt.Println(compile().Form())
	// Output: Ortho
}

func ExampleGazetteer_Len() {
	fmt.Println(compile().Len())
	// Output: 7
}

func ExampleGazetteer_Graded() {
	fmt.Println(compile().Graded())
	// Output: false
}

func ExampleGazetteer_Types() {
	fmt.Println(compile().Types())
	// Output: [LOC ORG PER]
}

func ExampleGazetteer_Cues() {
	fmt.Printf("%q\n", compile().Cues())
	// Output: ["" "settlement"]
}

func ExampleGazetteer_Entry() {
	g := compile()
	for i := range uint32(g.Len()) {
		if e := g.Entry(i); e.ID == "Q85" {
			fmt.Println(e.Name, e.Type, e.Weight)
		}
	}
	// Output: القاهرة LOC 3
}

func ExampleGazetteer_All() {
	n := 0
	for e := range compile().All() {
		if e.Type == "LOC" {
			n++
		}
	}
	fmt.Println(n)
	// Output: 4
}

func ExampleGazetteer_Lookup() {
	for e := range compile().Lookup("عبدالله") {
		fmt.Println(e.Name, e.Roles)
	}
	// Output: عبد الله given
}

func ExampleGazetteer_Common() {
	g := compile()
	var t normalize.Text
	t.Reset(g.Form(), "مدينة الرياض")
	for i := range t.Tokens() {
		fmt.Println(g.Common(t.StrictKey(i)))
	}
	// Output:
	// 1 true
	// 0 false
}

func ExampleGazetteer_AppendCommon() {
	g := compile()
	var t normalize.Text
	t.Reset(g.Form(), "مدينة الرياض")
	fmt.Println(g.AppendCommon(nil, []normalize.Key{t.StrictKey(0), t.StrictKey(1)}))
	// Output: [1 -1]
}

func ExampleGazetteer_AppendMatches() {
	g := compile()
	var t normalize.Text
	t.Reset(g.Form(), "وللأمم المتحدة")
	for _, m := range g.AppendMatches(nil, &t) {
		start, end := m.Span(&t)
		fmt.Println(m.First, m.Last, m.Cut, t.Source()[start:end])
	}
	// Output: 0 2 و+ل+ال أمم المتحدة
}

func ExampleGazetteer_AppendMatchesExcept() {
	g := compile()
	var t normalize.Text
	t.Reset(g.Form(), "الرياض")
	for _, known := range []bool{false, true} {
		fmt.Println(len(g.AppendMatchesExcept(nil, &t, []bool{known})))
	}
	// Output:
	// 1
	// 0
}

func ExampleGazetteer_ComparesMarks() {
	for _, name := range []string{"عمان", "عُمان"} {
		b := gazetteer.NewBuilder(normalize.Ortho)
		b.Add(gazetteer.Entry{Name: name, Type: "LOC"})
		g, _ := b.Build()
		fmt.Println(g.ComparesMarks())
	}
	// Output:
	// false
	// true
}

func ExampleMatch_Span() {
	g := compile()
	var t normalize.Text
	t.Reset(g.Form(), "وبالرياض")
	for _, m := range g.AppendMatches(nil, &t) {
		fmt.Println(m.Span(&t))
	}
	// Output: 4 16
}

func ExampleGazetteer_AppendSenses() {
	g := compile()
	var t normalize.Text
	t.Reset(g.Form(), "القاهره")
	for _, m := range g.AppendMatches(nil, &t) {
		for _, s := range g.AppendSenses(nil, m, &t) {
			fmt.Println(g.Types()[s.Type], s.Weight, s.Strict)
		}
	}
	// Output: LOC 3 false
}

func ExampleGazetteer_OmitsHamza() {
	b := gazetteer.NewBuilder(normalize.Ortho)
	b.Add(gazetteer.Entry{Name: "أحمد", Type: "PER", Roles: gazetteer.Given})
	b.Add(gazetteer.Entry{Name: "على", Type: "CUE", Roles: gazetteer.Function})
	g, _ := b.Build()
	var t normalize.Text
	for _, word := range []string{"أحمد", "احمد", "إحمد", "علي"} {
		t.Reset(g.Form(), word)
		for _, m := range g.AppendMatches(nil, &t) {
			for _, s := range g.AppendSenses(nil, m, &t) {
				fmt.Println(word, s.Strict, g.OmitsHamza(s, m, &t))
			}
		}
	}
	// Output:
	// أحمد true false
	// احمد false true
	// إحمد false false
	// علي false false
}

func ExampleGazetteer_Sizes() {
	s := compile().Sizes()
	fmt.Println(s.Entries, s.Keys, s.Senses, s.Tokens, s.CommonWords)
	// Output: 7 7 8 9 2
}

func ExampleRoles_String() {
	fmt.Println(gazetteer.Given | gazetteer.Family)
	// Output: given,family
}

func ExampleFlags_String() {
	fmt.Println(gazetteer.Ambiguous | gazetteer.Never)
	// Output: ambiguous,never
}
