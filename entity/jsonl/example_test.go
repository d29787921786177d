package jsonl_test

import (
	"fmt"
	"log"
	"os"

	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/entity/jsonl"
)

// text and spans stand for what an Extractor was given and gave.
var (
	text  = "عاد من الرياض"
	spans = []entity.Span{{Start: 12, End: 24, WordStart: 12, WordEnd: 24, Type: entity.Location, Text: "الرياض", Name: "الرياض", ID: "Q3692"}}
)

func ExampleNewWriter() {
	w := jsonl.NewWriter(os.Stdout, jsonl.Byte)
	if err := w.Write(jsonl.Document{Text: text}, spans); err != nil {
		log.Fatal(err)
	}
	// Output:
	// {"text":"عاد من الرياض","spans":[{"start":12,"end":24,"word_start":12,"word_end":24,"label":"LOC","text":"الرياض","name":"الرياض","id":"Q3692","evidence":[]}],"unit":"byte"}
}

func ExampleWriter_Write() {
	w := jsonl.NewWriter(os.Stdout, jsonl.Rune)
	for _, line := range []string{`{"text":"نص","source":"a"}`, `{"text":"آخر","source":"b"}`} {
		doc, err := jsonl.Parse([]byte(line))
		if err != nil {
			log.Fatal(err)
		}
		if err := w.Write(doc, nil); err != nil {
			log.Fatal(err)
		}
	}
	// Output:
	// {"text":"نص","source":"a","spans":[],"unit":"rune"}
	// {"text":"آخر","source":"b","spans":[],"unit":"rune"}
}

func ExampleParse() {
	doc, err := jsonl.Parse([]byte(`{"id":1,"text":"عاد من الرياض"}`))
	fmt.Println(doc.Text, err)
	_, err = jsonl.Parse([]byte(`{"id":1}`))
	fmt.Println(err)
	// Output:
	// عاد من الرياض <nil>
	// jsonl: no key "text"
}

func ExampleAppend() {
	doc, err := jsonl.Parse([]byte(`{"id":1,"text":"عاد من الرياض"}`))
	if err != nil {
		log.Fatal(err)
	}
	line, err := jsonl.Append(nil, doc, spans, jsonl.UTF16)
	fmt.Println(string(line), err)
	// Output:
	// {"text":"عاد من الرياض","id":1,"spans":[{"start":7,"end":13,"word_start":7,"word_end":13,"label":"LOC","text":"الرياض","name":"الرياض","id":"Q3692","evidence":[]}],"unit":"utf16"} <nil>
}

func ExampleOffsets() {
	for _, unit := range []jsonl.Unit{jsonl.Byte, jsonl.Rune} {
		places, err := jsonl.Offsets(text, spans, unit)
		fmt.Println(unit, places, err)
	}
	// Output:
	// byte [{12 24 12 24}] <nil>
	// rune [{7 13 7 13}] <nil>
}

func ExampleParseUnit() {
	u, err := jsonl.ParseUnit("utf16")
	fmt.Println(u == jsonl.UTF16, err)
	_, err = jsonl.ParseUnit("char")
	fmt.Println(err)
	// Output:
	// true <nil>
	// unit "char" is none of byte, rune, utf16
}

func ExampleUnit_String() {
	fmt.Println(jsonl.Byte, jsonl.Rune, jsonl.UTF16)
	// Output: byte rune utf16
}
