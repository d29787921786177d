package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/musamma/musamma/entity/brat"
)

// A bratSink writes a pair of files for every input file, named after it; one of the same name gets a number.
type bratSink struct {
	dir   string
	input string // file of the pair that is open
	used  map[string]int

	out      *brat.Writer
	txt, ann *os.File
	buffers  [2]*bufio.Writer
}

func (s *bratSink) write(d *document) error {
	if s.out == nil || d.file != s.input {
		if err := s.next(d.file); err != nil {
			return err
		}
	}
	return s.out.Write(d.Text, d.spans)
}

// next ends the open pair and begins that of another input file.
func (s *bratSink) next(input string) error {
	if err := s.close(); err != nil {
		return err
	}
	if err := os.MkdirAll(s.dir, 0o777); err != nil {
		return err
	}
	name := strings.TrimSuffix(filepath.Base(input), filepath.Ext(input))
	if s.used == nil {
		s.used = map[string]int{}
	}
	if s.used[name]++; s.used[name] > 1 {
		name = fmt.Sprintf("%s-%d", name, s.used[name])
	}
	var err error
	if s.txt, err = os.Create(filepath.Join(s.dir, name+".txt")); err != nil {
		return err
	}
	if s.ann, err = os.Create(filepath.Join(s.dir, name+".ann")); err != nil {
		return errors.Join(err, s.txt.Close())
	}
	s.input = input
	s.buffers = [2]*bufio.Writer{bufio.NewWriter(s.txt), bufio.NewWriter(s.ann)}
	s.out = brat.NewWriter(s.buffers[0], s.buffers[1])
	return nil
}

func (s *bratSink) close() error {
	if s.out == nil {
		return nil
	}
	s.out = nil
	return errors.Join(s.buffers[0].Flush(), s.buffers[1].Flush(), s.txt.Close(), s.ann.Close())
}
