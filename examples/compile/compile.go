package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/musamma/musamma/gazetteer"
)

// compile compiles the lists; failed tells that some lines were left out.
func compile(cfg *config, stdout, stderr io.Writer) (failed bool, err error) {
	c := compiler{builder: gazetteer.NewBuilder(cfg.form), stderr: stderr, progress: newProgress(stderr, cfg.files)}
	if cfg.audit {
		c.audit = newAudit()
	}
	for _, file := range cfg.files {
		if err := c.list(file); err != nil {
			return false, err
		}
	}
	c.progress.done()
	if c.audit != nil {
		c.audit.print(stdout)
	}
	g, err := c.builder.Build()
	if err != nil {
		return false, err
	}
	if cfg.out != "" {
		if err := replace(cfg.out, g); err != nil {
			return false, err
		}
	}
	s := g.Sizes()
	fmt.Fprintf(stdout, "%d entries, %d spellings, %d common words, %d bytes\n", s.Entries, s.Keys, s.CommonWords, s.Total)
	return c.failed, nil
}

// A compiler reads lists into a Builder.
type compiler struct {
	builder  *gazetteer.Builder
	audit    *audit
	progress *progress
	stderr   io.Writer
	failed   bool
}

// list adds the entries of a list. Bad lines are printed and left out; a list that cannot be read, or without a good line
// among bad ones, is an error, so that it replaces no file.
func (c *compiler) list(file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	good, bad := 0, 0
	for e, err := range gazetteer.ReadTSV(c.progress.reader(f)) {
		if err == nil {
			err = c.builder.Add(e)
		}
		if err != nil {
			c.progress.clear()
			if !isBadLine(err) {
				return fmt.Errorf("%s: %w", file, err)
			}
			bad++
			fmt.Fprintln(c.stderr, describe(file, err))
			continue
		}
		good++
		c.progress.count()
		if c.audit != nil {
			c.audit.add(file, e)
		}
	}
	if bad > 0 && good == 0 {
		return fmt.Errorf("%s: no line of it can be used", file)
	}
	c.failed = c.failed || bad > 0
	return nil
}

// isBadLine reports whether an error is the fault of one line or entry, and not of the file.
func isBadLine(err error) bool {
	var syntax *gazetteer.SyntaxError
	var entry *gazetteer.EntryError
	return errors.As(err, &syntax) || errors.As(err, &entry)
}

// describe names the file and the line of an error.
func describe(file string, err error) string {
	var syntax *gazetteer.SyntaxError
	if errors.As(err, &syntax) {
		syntax.File = file
		return syntax.Error()
	}
	return file + ": " + err.Error()
}

// replace writes beside the file and renames.
func replace(file string, g *gazetteer.Gazetteer) (err error) {
	f, err := os.CreateTemp(filepath.Dir(file), "."+filepath.Base(file)+"-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if _, err = g.WriteTo(f); err != nil {
		return err
	}
	if err = f.Chmod(0o644); err != nil {
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), file)
}
