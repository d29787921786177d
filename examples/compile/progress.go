package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"
)

// A progress is a bar of the bytes read of all lists. It shows on a terminal only.
type progress struct {
	w           io.Writer // nil: not a terminal
	read, total int64
	names       int
	next        time.Time
}

func newProgress(w io.Writer, files []string) *progress {
	p := &progress{}
	f, ok := w.(*os.File)
	if !ok {
		return p
	}
	if info, err := f.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return p
	}
	for _, name := range files {
		if info, err := os.Stat(name); err == nil {
			p.total += info.Size()
		}
	}
	p.w = w
	return p
}

// reader counts the bytes that r gives.
func (p *progress) reader(r io.Reader) io.Reader { return &countingReader{r, p} }

type countingReader struct {
	io.Reader
	p *progress
}

func (c *countingReader) Read(b []byte) (int, error) {
	n, err := c.Reader.Read(b)
	c.p.read += int64(n)
	return n, err
}

// count notes one more name and draws the bar ten times a second.
func (p *progress) count() {
	p.names++
	if p.w == nil || p.names%1024 != 0 || time.Now().Before(p.next) {
		return
	}
	p.next = time.Now().Add(100 * time.Millisecond)
	const width = 40
	part := float64(p.read) / float64(max(p.total, 1))
	full := min(int(part*width), width)
	fmt.Fprintf(p.w, "\r[%s%s] %3.0f %%  %d names", strings.Repeat("#", full), strings.Repeat(".", width-full), min(100*part, 100), p.names)
}

// clear makes room for a line of text.
func (p *progress) clear() {
	if p.w != nil {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}

func (p *progress) done() { p.clear() }
