// Command fit fits the weights of the evidence to annotated text and writes them as a table.
//
//	fit [flags] GOLD [GOLD ...] > weights.tsv
//
// The model is logistic regression over whole segmentations: the probability of a set of non-overlapping spans is
// proportional to the exponential of the sum of their scores, so that fitting and choosing agree. GOLD is CoNLL columns
// or JSON lines. Words behind the name of a file, parted by colons, say how to take it: x2 counts it twice, docs joins the
// sentences that share a "doc", block20 joins every 20 sentences, nocv keeps it out of the scores of the cross-validation.
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/examples/internal/gold"
	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/gazetteer/builtin"
)

type settings struct {
	layers  []*gazetteer.Gazetteer
	options entity.Options
	without []string
	l2      float64
	rounds  int
	steps   int
	unit    float64 // weights are rounded to multiples of it; 0 for not at all
	bias    biases
}

// A corpus is a file of documents with its weight in the fit.
type corpus struct {
	name   string
	docs   []gold.Document
	weight float64
	scored bool
}

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

const usage = `usage: fit [flags] GOLD[:WORD ...] ... > weights.tsv

GOLD is CoNLL columns or JSON lines. Words behind the name of a file say how to take it: x2 counts it twice, docs joins the
sentences that share a "doc", block20 joins every 20 sentences, nocv keeps it out of the scores of the cross-validation.

Flags:
`

// run is the program; it returns the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	s := settings{layers: []*gazetteer.Gazetteer{builtin.Gazetteer()}}
	fs := flag.NewFlagSet("fit", flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.Usage = func() {
		fmt.Fprint(stderr, usage)
		fs.PrintDefaults()
	}
	fs.Float64Var(&s.l2, "l2", 5, "strength of the pull towards 0")
	fs.IntVar(&s.rounds, "rounds", 3, "times to fit; each round takes the memory of documents from the weights of the one before")
	fs.IntVar(&s.steps, "steps", 200, "steps of ascent a round")
	folds := fs.Int("folds", 2, "folds of the cross-validation that is printed on standard error; 0 for none")
	stateBodies := fs.Bool("state-bodies", true, "report bodies of state, as الجيش السوري")
	fs.Float64Var(&s.unit, "round", 0.5, "weights are rounded to multiples of this; 0 for not at all")
	fs.Var(&s.bias, "bias", "log-odds added after the fit to every person, place and organisation (three `numbers`, parted by commas), to trade precision for recall")
	without := fs.String("without", "", "do without the facts whose names hold one of these `parts`, parted by commas, to measure what they are worth")
	switch err := fs.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		return 2
	case fs.NArg() == 0:
		fmt.Fprintln(stderr, "fit: no files; -h tells how to use the command")
		return 2
	}
	s.options.NoStateBodies = !*stateBodies
	if *without != "" {
		s.without = strings.Split(*without, ",")
	}
	if err := s.run(fs.Args(), *folds, stdout, stderr); err != nil {
		fmt.Fprintln(stderr, "fit:", err)
		return 1
	}
	return 0
}

// run reads the corpora, scores the fit on folds of them, and writes the table that is fitted to all.
func (s settings) run(files []string, folds int, stdout, stderr io.Writer) error {
	var corpora []corpus
	for _, arg := range files {
		c, err := load(arg)
		if err != nil {
			return err
		}
		corpora = append(corpora, c)
	}
	if folds > 1 {
		if err := s.crossValidate(corpora, folds, stderr); err != nil {
			return err
		}
	}
	w, err := s.fit(corpora, nil)
	if err != nil {
		return err
	}
	return writeTable(stdout, w)
}

// writeTable writes weights as package entity has them.
func writeTable(w io.Writer, weights map[string]float64) error {
	out := bufio.NewWriter(w)
	fmt.Fprintln(out, "# fact\tweight in log-odds")
	for _, row := range entity.DefaultWeights() {
		fmt.Fprintf(out, "%s\t%s", row.Name, strconv.FormatFloat(weights[row.Name], 'g', -1, 64))
		if row.Pinned {
			fmt.Fprint(out, "\tpinned")
		}
		fmt.Fprintln(out)
	}
	return out.Flush()
}

func load(arg string) (corpus, error) {
	name, how, _ := strings.Cut(arg, ":")
	c := corpus{name: name, weight: 1, scored: true}
	var join gold.Join
	for word := range strings.SplitSeq(how, ":") {
		var err error
		switch {
		case word == "":
		case word == "docs":
			join.Doc = true
		case word == "nocv":
			c.scored = false
		case strings.HasPrefix(word, "block"):
			join.Block, err = strconv.Atoi(word[len("block"):])
		case strings.HasPrefix(word, "x"):
			c.weight, err = strconv.ParseFloat(word[1:], 64)
		default:
			err = errors.New("want xN, docs, blockN or nocv")
		}
		if err != nil {
			return c, fmt.Errorf("%s: %q: %w", arg, word, err)
		}
	}
	var err error
	c.docs, err = gold.Read(name, join)
	return c, err
}

// biasFacts are the facts that every span of a type has.
var biasFacts = [3]string{"per.bias", "loc.bias", "org.bias"}

// biases are three numbers, for biasFacts.
type biases [3]float64

func (b *biases) String() string { return fmt.Sprintf("%g,%g,%g", b[0], b[1], b[2]) }

func (b *biases) Set(s string) error {
	parts := strings.Split(s, ",")
	if len(parts) != len(b) {
		return fmt.Errorf("want %d numbers, got %d", len(b), len(parts))
	}
	for i, p := range parts {
		var err error
		if b[i], err = strconv.ParseFloat(p, 64); err != nil {
			return err
		}
	}
	return nil
}

// crossValidate fits on all folds but one and scores on that one, for each fold of each corpus.
func (s settings) crossValidate(corpora []corpus, folds int, stderr io.Writer) error {
	tallies := make([]gold.Tally, len(corpora))
	for f := range folds {
		w, err := s.fit(corpora, func(i, n int) bool { return part(i, n, folds) != f })
		if err != nil {
			return err
		}
		opts := s.options
		opts.Weights = w
		x, err := entity.New(&opts, s.layers...)
		if err != nil {
			return err
		}
		for c := range corpora {
			for i, d := range corpora[c].docs {
				if part(i, len(corpora[c].docs), folds) == f && corpora[c].scored {
					tallies[c].Add(d.Spans, d.Places(x.Extract(d.Text)))
				}
			}
		}
	}
	for c := range corpora {
		if corpora[c].scored {
			fmt.Fprintf(stderr, "%s\n%s", corpora[c].name, tallies[c].String())
		}
	}
	return nil
}

// part returns the fold of document i of n. Folds are runs of documents, so that neighbouring sentences of one article
// fall into one fold, however they are joined.
func part(i, n, folds int) int { return i * folds / n }
