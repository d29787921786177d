package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/musamma/musamma/entity/brat"
)

// A bratSink writes a pair of files for every input file, named after it; one of the same name gets a number. It writes
// over no input: what may be there is a corpus of texts and their annotations.
type bratSink struct {
	dir    string
	inputs []input
	whole  bool   // a document is a whole file
	input  string // file of the pair that is open, or that cannot be written
	used   map[string]int

	out      *brat.Writer
	txt, ann *os.File // txt is nil when the input is the text of the pair
	buffers  [2]*bufio.Writer
}

// An input is a file that is read, or will be.
type input struct {
	name string
	info os.FileInfo
}

func newBratSink(dir string, files []string, whole bool) *bratSink {
	s := &bratSink{dir: dir, whole: whole, used: map[string]int{}}
	for _, name := range files {
		if info, err := os.Stat(name); err == nil {
			s.inputs = append(s.inputs, input{name, info})
		}
	}
	return s
}

func (s *bratSink) write(d *document) error {
	if d.file != s.input {
		if err := s.next(d.file); err != nil {
			return err
		}
	}
	if s.out == nil {
		return nil // that the pair cannot be written was reported
	}
	err := s.out.Write(d.Text, d.spans)
	if err != nil {
		s.close() // which fails as well
	}
	return err
}

// next ends the open pair and begins that of another input file.
func (s *bratSink) next(input string) error {
	err := s.close()
	s.input = input
	if err != nil {
		return err
	}
	if err := os.MkdirAll(s.dir, 0o777); err != nil {
		return err
	}
	pair := filepath.Join(s.dir, s.unused(input))
	if s.txt, err = s.create(pair+".txt", s.whole); err != nil {
		return err
	}
	if s.ann, err = s.create(pair+".ann", false); err != nil {
		return errors.Join(err, s.closeText())
	}
	s.buffers = [2]*bufio.Writer{bufio.NewWriter(s.text()), bufio.NewWriter(s.ann)}
	s.out = brat.NewWriter(s.buffers[0], s.buffers[1])
	return nil
}

// unused returns the name of a file without its ending, with a number where a pair has it already.
func (s *bratSink) unused(file string) string {
	base := filepath.Base(file)
	if name := strings.TrimSuffix(base, filepath.Ext(base)); name != "" {
		base = name
	}
	name := base
	for s.used[name] > 0 {
		s.used[base]++
		name = fmt.Sprintf("%s-%d", base, s.used[base])
	}
	s.used[name] = 1
	return name
}

// create creates a file unless it is an input. If it may stay and is the input of this pair, create returns nil.
func (s *bratSink) create(file string, mayStay bool) (*os.File, error) {
	if info, err := os.Stat(file); err == nil {
		for _, in := range s.inputs {
			switch {
			case !os.SameFile(in.info, info):
			case mayStay && in.name == s.input:
				return nil, nil
			default:
				return nil, fmt.Errorf("%s is an input and would be lost; name another -dir", file)
			}
		}
	}
	return os.Create(file)
}

// text is where the text of the pair goes.
func (s *bratSink) text() io.Writer {
	if s.txt == nil {
		return io.Discard
	}
	return s.txt
}

func (s *bratSink) closeText() error {
	if s.txt == nil {
		return nil
	}
	return s.txt.Close()
}

func (s *bratSink) close() error {
	if s.out == nil {
		return nil
	}
	s.out = nil
	return errors.Join(s.buffers[0].Flush(), s.buffers[1].Flush(), s.closeText(), s.ann.Close())
}
