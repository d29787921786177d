package main

import (
	"fmt"
	"io"
	"os"
	"time"
)

// A progress shows the megabytes read on a terminal, once the work has taken a second.
type progress struct {
	w       io.Writer // nil where standard error is no terminal
	start   time.Time
	printed time.Time
	bytes   int64
}

func newProgress(stderr io.Writer) *progress {
	p := &progress{start: time.Now()}
	if f, ok := stderr.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
			p.w = f
		}
	}
	p.printed = p.start
	return p
}

// reader counts what is read from r.
func (p *progress) reader(r io.Reader) io.Reader { return &countingReader{r, p} }

type countingReader struct {
	r io.Reader
	p *progress
}

func (c *countingReader) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	c.p.bytes += int64(n)
	if now := time.Now(); c.p.w != nil && now.Sub(c.p.printed) > time.Second {
		c.p.printed = now
		fmt.Fprintf(c.p.w, "\r%.1f MB read, %.1f MB/s ", float64(c.p.bytes)/1e6, float64(c.p.bytes)/1e6/now.Sub(c.p.start).Seconds())
	}
	return n, err
}

// finish ends the line if one was printed.
func (p *progress) finish() {
	if p.w != nil && p.printed != p.start {
		fmt.Fprintln(p.w)
	}
}
