package jsonl_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/entity/internal/golden"
	"github.com/musamma/musamma/entity/jsonl"
)

func TestParse(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"text alone", `{"text":"نص"}`, `{"text":"نص","spans":[],"unit":"byte"}`},
		{"keys in their order", `{"id":7,"text":"نص","meta":{"b":1,"a":[true, null]}}`,
			`{"text":"نص","id":7,"meta":{"b":1,"a":[true,null]},"spans":[],"unit":"byte"}`},
		{"old spans are dropped", `{"text":"نص","spans":[{"start":0}],"unit":"rune","x":1}`, `{"text":"نص","x":1,"spans":[],"unit":"byte"}`},
		{"numbers as written", `{"text":"","n":12345678901234567890.50}`, `{"text":"","n":12345678901234567890.50,"spans":[],"unit":"byte"}`},
		{"line ends in values", "{\"text\":\"\",\"a\":[1,\r\n2]}", `{"text":"","a":[1,2],"spans":[],"unit":"byte"}`},
		{"signs of HTML stay", `{"text":"<b> & \"«»\""}`, `{"text":"<b> & \"«»\"","spans":[],"unit":"byte"}`},
		{"escapes", `{"text":"\u0645\u0000\ud83d\ude00\ud800"}`, "{\"text\":\"م\\u0000😀\uFFFD\",\"spans\":[],\"unit\":\"byte\"}"},
		{"ill-formed", "{\"text\":\"\xff\xfeم\",\"k\xff\":\"\xd8\"}", "{\"text\":\"\uFFFD\uFFFDم\",\"k\uFFFD\":\"\uFFFD\",\"spans\":[],\"unit\":\"byte\"}"},
	} {
		doc, err := jsonl.Parse([]byte(c.in))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		got, err := jsonl.Append(nil, doc, nil, jsonl.Byte)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if diff := cmp.Diff(c.want, string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if !json.Valid(got) {
			t.Errorf("%s: %s is no JSON", c.name, got)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for in, want := range map[string]string{
		``:                       "unexpected EOF",
		`[1]`:                    "want an object, got [",
		`"text"`:                 "want an object, got text",
		`{}`:                     `no key "text"`,
		`{"txt":"a"}`:            `no key "text"`,
		`{"text":1}`:             `key "text": want a string, got 1`,
		`{"text":null}`:          `key "text": want a string, got null`,
		`{"text":"a"`:            "unexpected EOF",
		`{"text":"a",`:           "unexpected EOF",
		`{"text":"a"} {}`:        "more than one value",
		`{"text":"a"} x`:         "more than one value",
		`{"text":"a","b":}`:      `key "b"`,
		`{"text":"a","b":[1,}]}`: `key "b"`,
		`{"text":"a' }`:          `key "text"`,
		"{\"text\":\"a\nb\"}":    `key "text"`,
		`{text:"a"}`:             "invalid character",
	} {
		if _, err := jsonl.Parse([]byte(in)); err == nil || !strings.Contains(err.Error(), want) || !strings.HasPrefix(err.Error(), "jsonl: ") {
			t.Errorf("%s: error %v, want %q", in, err, want)
		}
	}
}

type object struct {
	Text  string `json:"text"`
	Unit  string `json:"unit"`
	Spans []struct {
		Start     int      `json:"start"`
		End       int      `json:"end"`
		WordStart int      `json:"word_start"`
		WordEnd   int      `json:"word_end"`
		Label     string   `json:"label"`
		Text      string   `json:"text"`
		Name      string   `json:"name"`
		ID        string   `json:"id"`
		Evidence  []string `json:"evidence"`
	} `json:"spans"`
}

// slicers cut a text as languages with that unit do.
var slicers = map[jsonl.Unit]func(s string, i, j int) string{
	jsonl.Byte:  func(s string, i, j int) string { return s[i:j] },
	jsonl.Rune:  func(s string, i, j int) string { return string([]rune(s)[i:j]) },
	jsonl.UTF16: func(s string, i, j int) string { return string(utf16.Decode(utf16.Encode([]rune(s))[i:j])) },
}

// TestSlices cuts the text at the offsets in each unit, with nested spans and letters beyond the first plane.
func TestSlices(t *testing.T) {
	story, found := golden.Story(t)
	marked, nested := golden.Mark("😀 وب[ORG جامعة [PER الملك [PER فهد]]] 𐤀 و[LOC حلب] 😀")
	for unit, slice := range slicers {
		for _, c := range []struct {
			text  string
			spans []entity.Span
		}{{story, found}, {marked, nested}, {"", nil}} {
			var b bytes.Buffer
			if err := jsonl.NewWriter(&b, unit).Write(jsonl.Document{Text: c.text}, c.spans); err != nil {
				t.Fatal(err)
			}
			var o object
			if err := json.Unmarshal(b.Bytes(), &o); err != nil {
				t.Fatal(err)
			}
			if o.Text != c.text || o.Unit != unit.String() || len(o.Spans) != len(c.spans) {
				t.Fatalf("%v: %s", unit, &b)
			}
			for i, s := range o.Spans {
				want := c.spans[i]
				got := []string{s.Label, s.Text, slice(o.Text, s.Start, s.End), slice(o.Text, s.WordStart, s.WordEnd), s.Name, s.ID}
				if diff := cmp.Diff([]string{string(want.Type), want.Text, want.Text, c.text[want.WordStart:want.WordEnd], want.Name, want.ID}, got); diff != "" {
					t.Errorf("%v (-want +got):\n%s", unit, diff)
				}
				if diff := cmp.Diff(want.Evidence.Reasons(), s.Evidence); diff != "" {
					t.Errorf("%v (-want +got):\n%s", unit, diff)
				}
			}
		}
	}
}

func TestGolden(t *testing.T) {
	text, spans := golden.Story(t)
	for unit := range slicers {
		var b bytes.Buffer
		if err := jsonl.NewWriter(&b, unit).Write(jsonl.Document{Text: text}, spans); err != nil {
			t.Fatal(err)
		}
		golden.Compare(t, "story."+unit.String()+".jsonl", b.Bytes())
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct {
		name, text string
		span       entity.Span
		unit       jsonl.Unit
	}{
		{"before the text", "حلب", entity.Span{Start: -1, End: 2, WordEnd: 2}, jsonl.Byte},
		{"behind the text", "حلب", entity.Span{End: 7, WordEnd: 6}, jsonl.UTF16},
		{"inside a letter", "حلب", entity.Span{End: 6, WordEnd: 5}, jsonl.Rune},
		{"inside a letter, bytes", "حلب", entity.Span{End: 6, WordEnd: 5}, jsonl.Byte},
		{"ill-formed text", "\xff", entity.Span{End: 1}, jsonl.Byte},
		{"no such unit", "حلب", entity.Span{End: 6}, 9},
	} {
		got, err := jsonl.Append([]byte("x"), jsonl.Document{Text: c.text}, []entity.Span{c.span}, c.unit)
		if err == nil || string(got) != "x" {
			t.Errorf("%s: %q, %v", c.name, got, err)
		}
	}
	full := errors.New("full")
	if err := jsonl.NewWriter(failing{full}, jsonl.Byte).Write(jsonl.Document{}, nil); !errors.Is(err, full) {
		t.Errorf("error %v, want %v", err, full)
	}
	if got, want := jsonl.Unit(9).String(), "Unit(9)"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
