package jsonl

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// A Document is one object: its text and its other keys.
type Document struct {
	Text  string
	other []field
}

// A field is a key and its value, both as JSON.
type field struct{ key, value []byte }

// Parse reads one object. Ill-formed UTF-8 in it is replaced by U+FFFD, as encoding/json does, so that offsets always
// slice the text that is written. The keys "spans" and "unit" are dropped: Append writes new ones.
func Parse(object []byte) (Document, error) {
	var doc Document
	dec := json.NewDecoder(bytes.NewReader(object))
	if t, err := dec.Token(); err != nil {
		return doc, fmt.Errorf("jsonl: %w", noEOF(err))
	} else if t != json.Delim('{') {
		return doc, fmt.Errorf("jsonl: want an object, got %v", t)
	}
	found := false
	for dec.More() {
		t, err := dec.Token()
		if err != nil {
			return doc, fmt.Errorf("jsonl: %w", noEOF(err))
		}
		key := t.(string) // the decoder takes nothing else for a key
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return doc, fmt.Errorf("jsonl: key %q: %w", key, noEOF(err))
		}
		switch key {
		case "text":
			var text *string
			if err := json.Unmarshal(value, &text); err != nil || text == nil {
				return doc, fmt.Errorf(`jsonl: key "text": want a string, got %.20s`, value)
			}
			doc.Text, found = *text, true
		case "spans", "unit":
		default:
			doc.other = append(doc.other, field{quote(key), oneLine(value)})
		}
	}
	if _, err := dec.Token(); err != nil {
		return doc, fmt.Errorf("jsonl: %w", noEOF(err))
	}
	if _, err := dec.Token(); err != io.EOF {
		return doc, errors.New("jsonl: more than one value in the line")
	}
	if !found {
		return doc, errors.New(`jsonl: no key "text"`)
	}
	return doc, nil
}

// noEOF makes the end of the input the error that it is inside an object.
func noEOF(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// oneLine returns a copy of a value that can be written back: well-formed UTF-8, without line ends.
func oneLine(value json.RawMessage) []byte {
	var b bytes.Buffer
	if err := json.Compact(&b, bytes.ToValidUTF8(value, []byte("\uFFFD"))); err != nil {
		return []byte("null") // a decoded value always compacts
	}
	return b.Bytes()
}
