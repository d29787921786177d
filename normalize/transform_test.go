package normalize

import (
	"bytes"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/transform"
)

// TestTransformer checks that a stream folds as the whole does, whatever the pieces: law 5 for Fold.
func TestTransformer(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	readers := []func(io.Reader) io.Reader{
		func(r io.Reader) io.Reader { return r },
		iotest.OneByteReader, iotest.HalfReader, iotest.DataErrReader,
	}
	for i := range 400 {
		f := randomForm(r)
		s := randomText(r, 40, false)
		switch i % 8 {
		case 0:
			s = strings.Repeat(s, 300)
		case 1:
			s = strings.Repeat("مـدرسـة", 2000) + s // a word longer than every buffer
		}
		want := f.Fold(s)
		for k, wrap := range readers {
			if k == 1 && len(s) > 1000 {
				continue
			}
			got, err := io.ReadAll(transform.NewReader(wrap(strings.NewReader(s)), f.Transformer()))
			if string(got) != want || err != nil {
				t.Fatalf("%v: reader %d of %d bytes: %v, %d bytes, want %d", f, k, len(s), err, len(got), len(want))
			}
		}
		got, n, err := transform.String(f.Transformer(), s)
		if got != want || n != len(s) || err != nil {
			t.Fatalf("%v: transform.String of %d bytes: %d, %v, %d bytes, want %d", f, len(s), n, err, len(got), len(want))
		}
		var b bytes.Buffer
		w := transform.NewWriter(&b, f.Transformer())
		for p := s; len(p) > 0; {
			n := min(len(p), 1+r.IntN(100))
			if _, err := io.WriteString(w, p[:n]); err != nil {
				t.Fatal(err)
			}
			p = p[n:]
		}
		if err := w.Close(); err != nil || b.String() != want {
			t.Fatalf("%v: writer of %d bytes: %v, %d bytes, want %d", f, len(s), err, b.Len(), len(want))
		}
	}
}
