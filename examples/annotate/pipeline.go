package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"sync/atomic"
	"unicode/utf8"

	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/entity/jsonl"
)

// A pipeline extracts documents on all cores and hands them to the sink in the order they came in.
type pipeline struct {
	extractor  *entity.Extractor
	sink       sink
	progress   *progress
	stdin      io.Reader
	stderr     io.Writer
	workers    int
	wellFormed bool // the output needs well-formed texts
	failed     bool

	broken atomic.Bool   // the output takes nothing any more
	places chan struct{} // taken by the jobs that are being extracted
	queue  chan *job     // jobs in order; each is extracted by its own goroutine
	done   chan struct{}
}

type job struct {
	document
	err   error // a broken line: reported in its turn instead of written
	ready chan struct{}
}

// report prints an error, from then on the exit status is 1.
func (p *pipeline) report(err error) {
	p.failed = true
	fmt.Fprintln(p.stderr, "annotate:", err)
}

// file reads the documents of one file. What cannot be read is reported, and the rest goes on.
func (p *pipeline) file(name, in string) {
	r := p.stdin
	if name == "-" {
		name = "standard input"
	} else {
		f, err := os.Open(name)
		if err != nil {
			p.submit(&job{err: err})
			return
		}
		defer f.Close()
		r = f
	}
	r = p.progress.reader(r)
	if in == "text" {
		text, err := io.ReadAll(r)
		if err != nil {
			p.submit(&job{err: fmt.Errorf("%s: %w", name, err)})
			return
		}
		p.submit(&job{document: document{file: name, Document: jsonl.Document{Text: p.text(text)}}})
		return
	}
	br := bufio.NewReaderSize(r, 1<<20)
	for n := 1; !p.broken.Load(); n++ {
		line, err := br.ReadBytes('\n')
		if n == 1 && in == "jsonl" {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		if body := bytes.TrimRight(line, "\r\n"); len(body) > 0 || in == "lines" && len(line) > 0 {
			j := &job{document: document{file: name, line: n}}
			if in == "lines" {
				j.Text = p.text(body)
			} else if len(bytes.TrimSpace(body)) > 0 {
				if j.Document, j.err = jsonl.Parse(body); j.err != nil {
					j.err = fmt.Errorf("%s:%d: %w", name, n, j.err)
				}
			} else {
				continue
			}
			p.submit(j)
		}
		if err != nil {
			if !errors.Is(err, io.EOF) {
				p.submit(&job{err: fmt.Errorf("%s:%d: %w", name, n, err)})
			}
			return
		}
	}
}

// text returns the text of a document. For JSON each ill-formed byte becomes U+FFFD before extraction, so that offsets slice
// what is written; in other outputs they are those of the file as it is.
func (p *pipeline) text(b []byte) string {
	if p.wellFormed && !utf8.Valid(b) {
		return string([]rune(string(b)))
	}
	return string(b)
}

// submit queues a job for the sink and starts its extraction. The queue bounds how many are waiting, the places how many are
// extracted at a time: each takes memory of its own.
func (p *pipeline) submit(j *job) {
	if p.queue == nil {
		p.queue, p.done = make(chan *job, 4*p.workers), make(chan struct{})
		p.places = make(chan struct{}, p.workers)
		go p.drain()
	}
	j.ready = make(chan struct{})
	p.queue <- j
	go func() {
		if j.err == nil {
			p.places <- struct{}{}
			j.spans = p.extractor.Extract(j.Text)
			<-p.places
		}
		close(j.ready)
	}()
}

// drain writes finished jobs in order.
func (p *pipeline) drain() {
	defer close(p.done)
	for j := range p.queue {
		<-j.ready
		err := j.err
		if p.broken.Load() {
			continue
		}
		if err == nil {
			err = p.sink.write(&j.document)
		}
		if err != nil {
			p.report(err)
		}
		var out *outputError
		p.broken.Store(errors.As(err, &out))
	}
}

// close waits for all jobs and ends the output.
func (p *pipeline) close() {
	if p.queue != nil {
		close(p.queue)
		<-p.done
	}
	p.progress.finish()
	if err := p.sink.close(); err != nil && !p.broken.Load() {
		p.report(err)
	}
}
