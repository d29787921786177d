// Command evaluate scores the spans that are found in annotated texts: precision, recall and F1 by type, strictly (limits
// and type equal) and by overlap (the type equal and a byte in common), and the errors by their cause.
//
//	evaluate [flags] GOLD ...
//
// GOLD is CoNLL columns, JSON lines with tokens and tags or with text and spans, or brat standoff (.ann). Gold of columns
// covers whole words, so the spans that are found are compared with their proclitics. With -predictions, the spans come
// from a file in any of the formats instead of the library; it must have the same documents. The text of a sentence of
// columns or tokens is its tokens, joined by spaces.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/musamma/musamma/examples/internal/extractor"
	"github.com/musamma/musamma/examples/internal/gold"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

const usage = `usage: evaluate [flags] GOLD ...

Scores the spans that are found in annotated texts. GOLD is CoNLL columns, JSON lines with tokens and tags or with text and
spans, or brat standoff (.ann).`

// run is the program; it returns the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	fs := flag.NewFlagSet("evaluate", flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.Usage = extractor.Usage(fs, usage)
	var join gold.Join
	fs.BoolVar(&join.Doc, "docs", false, "join the sentences that share a \"doc\", or stand behind one -DOCSTART-, into one document")
	fs.IntVar(&join.Block, "block", 0, "join every so many sentences that name no document; 0 joins none")
	predictions := fs.String("predictions", "", "score the spans of a `file` instead of finding them")
	examples := fs.Int("errors", 0, "how many examples of each cause of errors to print")
	var flags extractor.Flags
	flags.Register(fs)
	switch err := fs.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		return 2
	case fs.NArg() == 0 || *predictions != "" && fs.NArg() > 1:
		fmt.Fprintln(stderr, "evaluate: want annotated files, with -predictions one")
		return 2
	}
	status := 0
	report := func(err error) {
		fmt.Fprintln(stderr, "evaluate:", err)
		status = 1
	}
	x, layers, err := flags.New(report)
	if err != nil {
		report(err)
		return status
	}
	for _, file := range fs.Args() {
		docs, err := gold.Read(file, join)
		if err != nil {
			report(err)
			continue
		}
		find := func(i int) ([]gold.Span, error) { return docs[i].Places(x.Extract(docs[i].Text)), nil }
		if *predictions != "" {
			found, err := gold.Read(*predictions, join)
			if err == nil && len(found) != len(docs) {
				err = fmt.Errorf("%s has %d documents, %s has %d", file, len(docs), *predictions, len(found))
			}
			if err != nil {
				report(err)
				continue
			}
			find = func(i int) ([]gold.Span, error) { return align(&docs[i], &found[i]) }
		}
		e := evaluation{causes: causes{lists: newLists(layers), examples: *examples}}
		if err := e.add(docs, find); err != nil {
			report(err)
			continue
		}
		e.print(stdout, file)
	}
	return status
}

// An evaluation counts what was found in the documents of a file.
type evaluation struct {
	docs, names     int
	others          map[string]int // names of types that are not scored
	strict, overlap gold.Tally
	causes          causes
}

// add counts the spans that find returns for each document.
func (e *evaluation) add(docs []gold.Document, find func(i int) ([]gold.Span, error)) error {
	e.overlap.Overlap, e.others = true, map[string]int{}
	for i := range docs {
		found, err := find(i)
		if err != nil {
			return err
		}
		e.docs++
		for _, s := range docs[i].Spans {
			if gold.Scored(s.Type) {
				e.names++
			} else {
				e.others[s.Type]++
			}
		}
		e.strict.Add(docs[i].Spans, found)
		e.overlap.Add(docs[i].Spans, found)
		e.causes.add(&docs[i], found)
	}
	return nil
}

func (e *evaluation) print(w io.Writer, file string) {
	fmt.Fprintf(w, "%s: %d documents, %d names", file, e.docs, e.names)
	sep := ", not scored: "
	for _, typ := range slices.Sorted(maps.Keys(e.others)) {
		fmt.Fprintf(w, "%s%s %d", sep, typ, e.others[typ])
		sep = ", "
	}
	fmt.Fprintf(w, "\n\nstrict\n%s\noverlap\n%s\n", &e.strict, &e.overlap)
	e.causes.print(w)
}

// align returns predicted spans as the gold document has them. Line feeds at the end, which gold of sentences has, do not
// make another text.
func align(want, got *gold.Document) ([]gold.Span, error) {
	if strings.TrimRight(want.Text, "\n") != strings.TrimRight(got.Text, "\n") {
		return nil, fmt.Errorf("%s and %s are different texts", want.Where, got.Where)
	}
	spans := make([]gold.Span, len(got.Spans))
	for i, s := range got.Spans {
		s.Start, s.End = min(s.Start, len(want.Text)), min(s.End, len(want.Text))
		if want.Words && !got.Words {
			s.Start, s.End = gold.Widen(want.Text, s.Start, s.End)
		}
		spans[i] = s
	}
	return spans, nil
}
