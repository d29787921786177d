// Package extractor makes the Extractor of a program from the flags that all programs share.
package extractor

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/gazetteer/builtin"
	"github.com/musamma/musamma/normalize"
)

// Flags are the values of the flags.
type Flags struct {
	options   entity.Options
	lists     []string
	noBuiltin bool
}

// Register defines the flags.
func (f *Flags) Register(fs *flag.FlagSet) {
	fs.Func("gazetteer", "add a list of names before the built-in ones: a .tsv or a compiled `file`; repeatable", func(s string) error {
		f.lists = append(f.lists, s)
		return nil
	})
	fs.BoolVar(&f.noBuiltin, "no-builtin", false, "leave out the built-in lists")
	fs.BoolFunc("state-bodies", "report bodies of state, as الجيش السوري (default true)", func(s string) error {
		switch s {
		case "true", "1":
			f.options.NoStateBodies = false
		case "false", "0":
			f.options.NoStateBodies = true
		default:
			return errors.New("want true or false")
		}
		return nil
	})
	fs.BoolVar(&f.options.ListedOnly, "listed-only", false, "report the longest listed names and infer nothing")
	fs.BoolVar(&f.options.Approximate, "approximate", false, "also find listed names that the text misspells")
	fs.BoolVar(&f.options.Nested, "nested", false, "also report listed names inside other spans")
	fs.BoolVar(&f.options.Precise, "precise", false, "fewer spans, surer ones")
	fs.Float64Var(&f.options.Threshold, "threshold", 0, "log-odds added to what a span needs")
}

// Usage returns what prints how to use a program: a text, the flags, and whose names the built-in lists hold, as their
// licences ask for.
func Usage(fs *flag.FlagSet, text string) func() {
	return func() {
		fmt.Fprintf(fs.Output(), "%s\n\nFlags:\n", text)
		fs.PrintDefaults()
		fmt.Fprintf(fs.Output(), "\nThe built-in lists:\n%s", builtin.Attribution())
	}
}

// New returns the Extractor and its lists. Bad lines of a list go to report, with the names of the file and the line, and
// the others count; a list without a good line is an error.
func (f *Flags) New(report func(error)) (*entity.Extractor, []*gazetteer.Gazetteer, error) {
	var layers []*gazetteer.Gazetteer
	for _, file := range f.lists {
		g, err := load(file, report)
		if err != nil {
			return nil, nil, err
		}
		layers = append(layers, g)
	}
	if !f.noBuiltin {
		layers = append(layers, builtin.Gazetteer())
	}
	x, err := entity.New(&f.options, layers...)
	return x, layers, err
}

// load is gazetteer.Load, except that it goes on behind a bad line.
func load(file string, report func(error)) (*gazetteer.Gazetteer, error) {
	if !strings.EqualFold(filepath.Ext(file), ".tsv") {
		g, err := gazetteer.Open(file)
		var bad *gazetteer.Error
		if errors.As(err, &bad) {
			err = fmt.Errorf("%w (a list that is not compiled needs a name that ends in .tsv)", err)
		}
		return g, err
	}
	r, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	b := gazetteer.NewBuilder(normalize.Ortho)
	var bad error // not reported yet, as it may be the only thing to say
	added := 0
	for e, err := range gazetteer.ReadTSV(r) {
		if err == nil {
			err = b.Add(e)
		}
		if err == nil {
			added++
			continue
		}
		if bad != nil {
			report(bad)
		}
		var syntax *gazetteer.SyntaxError
		if bad = fmt.Errorf("%s: %w", file, err); errors.As(err, &syntax) {
			syntax.File = file
			bad = syntax
		}
	}
	if added == 0 && bad != nil {
		return nil, bad
	}
	if bad != nil {
		report(bad)
	}
	return b.Build()
}
