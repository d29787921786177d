package entity

import (
	"io"
	"iter"
	"strings"
)

// Scan reads a text of any length from r and returns its spans in their order, as Extract would of the whole, in bounded
// memory: it holds one segment of at most 1 MiB and what the document remembers. Offsets count from the start of r, and
// the spans own their Text. A read error other than io.EOF comes last, after the spans of what was read before it; it is
// io.ErrNoProgress when r gives a hundred times neither bytes nor an error.
func (x *Extractor) Scan(r io.Reader) iter.Seq2[Span, error] {
	return func(yield func(Span, error) bool) {
		d := x.get()
		defer x.pool.Put(d)
		d.memory.reset()
		buf := make([]byte, 0, segmentMax)
		var spans []Span
		var failed error
		for base := 0; ; {
			for idle := 0; len(buf) < segmentMax && failed == nil; {
				n, err := r.Read(buf[len(buf):segmentMax])
				buf, failed = buf[:len(buf)+n], err
				if idle++; n > 0 {
					idle = 0
				} else if idle == maxIdle && failed == nil {
					failed = io.ErrNoProgress
				}
			}
			text := string(buf)
			n := cut(text)
			if n == 0 {
				break
			}
			spans = d.appendSegment(spans[:0], text[:n], base)
			d.memory.ownTexts()
			for _, s := range spans {
				s.Text, s.Name, s.ID = strings.Clone(s.Text), strings.Clone(s.Name), strings.Clone(s.ID)
				if !yield(s, nil) {
					return
				}
			}
			base += n
			buf = append(buf[:0], buf[n:]...)
		}
		if failed != io.EOF { // a wrapped one is not the end of r, but of something that r reads
			yield(Span{}, failed)
		}
	}
}

// maxIdle is how many empty reads in a row end a Scan.
const maxIdle = 100
