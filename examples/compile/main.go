// Command compile makes a gazetteer file of lists.
//
//	compile [-o FILE] [-form FORM] [-audit] LIST.tsv ...
//	compile -stats FILE.gaz ...
//
// The file replaces an old one by a rename, so programs that have the old one open go on with it. A bad line is reported
// with its file and number and left out; the exit status is then 1. A list that cannot be read, or of which no line can be
// used, replaces nothing.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/musamma/musamma/normalize"
)

var forms = []struct {
	name string
	form normalize.Form
}{{"canonical", normalize.Canonical}, {"strict", normalize.Strict}, {"ortho", normalize.Ortho}, {"loose", normalize.Loose}}

// parseForm returns the Form of a name.
func parseForm(name string) (normalize.Form, error) {
	var names []string
	for _, f := range forms {
		if f.name == name {
			return f.form, nil
		}
		names = append(names, f.name)
	}
	return 0, fmt.Errorf("-form %q is none of %s", name, strings.Join(names, ", "))
}

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// A config is what the arguments say.
type config struct {
	out          string
	form         normalize.Form
	audit, stats bool
	files        []string
}

// run is the program; it returns the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	var cfg config
	var formName string
	fs := flag.NewFlagSet("compile", flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.Usage = func() {
		fmt.Fprint(stderr, "usage: compile [flags] LIST.tsv ...\n       compile -stats FILE.gaz ...\n\nflags:\n")
		fs.PrintDefaults()
	}
	fs.StringVar(&cfg.out, "o", "", "`file` to write; without it the lists are only checked")
	fs.StringVar(&formName, "form", "ortho", "`folding` that makes spellings equal: canonical, strict, ortho or loose")
	fs.BoolVar(&cfg.audit, "audit", false, "print names that deserve a look")
	fs.BoolVar(&cfg.stats, "stats", false, "print what compiled files hold, and verify them")
	switch err := fs.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		return 2
	}
	var err error
	if cfg.form, err = parseForm(formName); err == nil && fs.NArg() == 0 {
		err = errors.New("no files; -h tells how to use the command")
	}
	if err != nil {
		fmt.Fprintln(stderr, "compile:", err)
		return 2
	}
	cfg.files = fs.Args()
	failed := false
	if cfg.stats {
		err = printStats(stdout, cfg.files)
	} else {
		failed, err = compile(&cfg, stdout, stderr)
	}
	if err != nil {
		fmt.Fprintln(stderr, "compile:", err)
	}
	if err != nil || failed {
		return 1
	}
	return 0
}
