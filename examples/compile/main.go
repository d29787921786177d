// Command compile makes a gazetteer file of lists.
//
//	compile [-o FILE] [-form FORM] [-audit] LIST.tsv ...
//	compile -stats FILE.gaz ...
//
// The file replaces an old one by a rename, so programs that have the old one open go on with it. A bad line is reported
// with its file and number and left out; the exit status is then 1.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/normalize"
)

var forms = map[string]normalize.Form{
	"canonical": normalize.Canonical, "strict": normalize.Strict, "ortho": normalize.Ortho, "loose": normalize.Loose,
}

func main() {
	failed, err := run(os.Args[1:], os.Stdout, os.Stderr)
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "compile:", err)
	}
	if err != nil || failed {
		os.Exit(1)
	}
}

// run does what the arguments say; failed tells that some lines were left out.
func run(args []string, stdout, stderr io.Writer) (failed bool, err error) {
	fs := flag.NewFlagSet("compile", flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.Usage = func() {
		fmt.Fprint(stderr, "usage: compile [flags] LIST.tsv ...\n       compile -stats FILE.gaz ...\n\nflags:\n")
		fs.PrintDefaults()
	}
	out := fs.String("o", "", "`file` to write; without it the lists are only checked")
	formName := fs.String("form", "ortho", "`folding` that makes spellings equal: canonical, strict, ortho or loose")
	withAudit := fs.Bool("audit", false, "print names that deserve a look")
	stats := fs.Bool("stats", false, "print what compiled files hold, and verify them")
	if err := fs.Parse(args); err != nil {
		return false, err
	}
	form, ok := forms[*formName]
	switch {
	case !ok:
		return false, fmt.Errorf("unknown form %q", *formName)
	case fs.NArg() == 0:
		return false, errors.New("no files; -h tells how to use the command")
	case *stats:
		return false, printStats(stdout, fs.Args())
	}
	c := compiler{builder: gazetteer.NewBuilder(form), stderr: stderr, progress: newProgress(stderr, fs.Args())}
	if *withAudit {
		c.audit = newAudit()
	}
	for _, file := range fs.Args() {
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
	if *out != "" {
		if err := replace(*out, g); err != nil {
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

func (c *compiler) list(file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	for e, err := range gazetteer.ReadTSV(c.progress.reader(f)) {
		if err == nil {
			err = c.builder.Add(e)
		}
		if err != nil {
			c.failed = true
			c.progress.clear()
			fmt.Fprintln(c.stderr, describe(file, err))
			continue
		}
		c.progress.count()
		if c.audit != nil {
			c.audit.add(file, e)
		}
	}
	return nil
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

func printStats(w io.Writer, files []string) error {
	for _, file := range files {
		g, err := gazetteer.Open(file)
		if err != nil {
			return err
		}
		if err := g.Verify(); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		s := g.Sizes()
		fmt.Fprintf(w, "%s: Form %v, verified\n", file, g.Form())
		each := func(n int) float64 { return float64(n) / float64(max(s.Entries, 1)) }
		fmt.Fprintf(w, "  %12d entries, types %s\n", s.Entries, strings.Join(g.Types(), " "))
		fmt.Fprintf(w, "  %12d spellings, %d senses, %d different tokens\n", s.Keys, s.Senses, s.Tokens)
		fmt.Fprintf(w, "  %12d common words\n", s.CommonWords)
		fmt.Fprintf(w, "  %12d bytes for matching, %.1f an entry\n", s.Matching, each(s.Matching))
		fmt.Fprintf(w, "  %12d bytes for the names as written, %.1f an entry\n", s.Written, each(s.Written))
		fmt.Fprintf(w, "  %12d bytes for ids, canonical names and sources\n", s.Strings)
		fmt.Fprintf(w, "  %12d bytes for the common words\n", s.Lexicon)
		fmt.Fprintf(w, "  %12d bytes in all\n", s.Total)
		if err := g.Close(); err != nil {
			return err
		}
	}
	return nil
}
