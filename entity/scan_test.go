package entity_test

import (
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/gazetteer/builtin"
)

// Law 5: spans do not depend on how a text is fed.
func TestScanEqualsExtract(t *testing.T) {
	x := newExtractor(t, nil, builtin.Gazetteer())
	text := strings.Repeat(story(t)+"\n\n", 80) // over two segments
	want := x.Extract(text)
	checkSlices(t, text, want)
	for name, r := range map[string]io.Reader{
		"whole":   strings.NewReader(text),
		"halves":  iotest.HalfReader(strings.NewReader(text)),
		"dataerr": iotest.DataErrReader(strings.NewReader(text)),
	} {
		var got []entity.Span
		for s, err := range x.Scan(r) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, s)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("Scan from %s differs from Extract (-want +got):\n%.2000s", name, diff)
		}
	}
}

// What a reader does wrong is reported, whatever it is wrapped in.
func TestScanError(t *testing.T) {
	x := newExtractor(t, nil, builtin.Gazetteer())
	cut := fmt.Errorf("record 3: %w", io.EOF)
	for _, tt := range []struct {
		name string
		r    io.Reader
		want error
	}{
		{"an error", iotest.ErrReader(io.ErrClosedPipe), io.ErrClosedPipe},
		{"an end that another reader did not expect", iotest.ErrReader(cut), cut},
		{"a reader that never reads", never{}, io.ErrNoProgress},
	} {
		var spans []entity.Span
		var last error
		for s, err := range x.Scan(io.MultiReader(strings.NewReader("وصل الوفد إلى بغداد"), tt.r)) {
			if last = err; err == nil {
				spans = append(spans, s)
			}
		}
		if last != tt.want {
			t.Errorf("%s: Scan ended with %v, want %v", tt.name, last, tt.want)
		}
		if diff := cmp.Diff([]found{{"بغداد", "LOC", "بغداد"}}, summary(spans)); diff != "" {
			t.Errorf("%s: spans before the error (-want +got):\n%s", tt.name, diff)
		}
	}
}

// never is a reader that reads nothing, without an error.
type never struct{}

func (never) Read([]byte) (int, error) { return 0, nil }
