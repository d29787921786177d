package conll_test

import (
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/entity/conll"
	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/normalize"
)

// extract finds three names.
func extract(text string) []entity.Span {
	b := gazetteer.NewBuilder(normalize.Ortho)
	if err := b.AddSeq(gazetteer.ReadTSV(strings.NewReader("name\ttype\nالرياض\tLOC\nدير الزور\tLOC\nالأمم المتحدة\tORG\n"))); err != nil {
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
	text := "سافر وفد للأمم المتحدة\nوبالرياض اجتماع"
	w := conll.NewWriter(os.Stdout, &conll.Options{SplitProclitics: true})
	if err := w.Write(text, extract(text)); err != nil {
		log.Fatal(err)
	}
	// Output:
	// -DOCSTART- O
	//
	// سافر O
	// وفد O
	// لل O
	// أمم B-ORG
	// المتحدة I-ORG
	//
	// و O
	// ب O
	// الرياض B-LOC
	// اجتماع O
}

func ExampleWriter_Write() {
	w := conll.NewWriter(os.Stdout, &conll.Options{Scheme: conll.BIOES})
	for _, text := range []string{"وصل إلى دير الزور", "عاد من الرياض"} {
		if err := w.Write(text, extract(text)); err != nil {
			log.Fatal(err)
		}
	}
	// Output:
	// -DOCSTART- O
	//
	// وصل O
	// إلى O
	// دير B-LOC
	// الزور E-LOC
	//
	// -DOCSTART- O
	//
	// عاد O
	// من O
	// الرياض S-LOC
}

func ExampleParseScheme() {
	s, err := conll.ParseScheme("bioes")
	fmt.Println(s == conll.BIOES, err)
	_, err = conll.ParseScheme("bilou")
	fmt.Println(err)
	// Output:
	// true <nil>
	// scheme "bilou" is none of iob2, bioes
}

func ExampleScheme_String() {
	fmt.Println(conll.IOB2, conll.BIOES)
	// Output: iob2 bioes
}
