// Command bench prints how fast gazetteer matching is beside two plain reference matchers and four Go libraries.
//
//	go run . [-dir DIR] [-mb 64] [-peers=false] [10k 100k 1M 5M]
//
// It makes names and news-like text (deterministic, kept in DIR), measures each matcher on one thread and prints, for
// every number of names, MB per CPU second (median of five runs), the ratios to P and M, the cost of building, and the
// number of matches, which is checked. See the comments of matchers for what each does; figures compare within one run
// only.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// The names and texts are those of gen.go, the references those of package ref. Neither changes, or ratios of different
// days could not be compared.

func main() {
	dir := flag.String("dir", filepath.Join(os.TempDir(), "musamma-bench"), "`directory` of names and texts, made when missing")
	mb := flag.Int("mb", 64, "MiB of text")
	peers := flag.Bool("peers", true, "measure the other libraries too; they take minutes at 1M")
	flag.Parse()
	labels := flag.Args()
	if len(labels) == 0 {
		labels = []string{"10k", "100k", "1M"}
	}
	for _, label := range labels {
		n, ok := sizes[label]
		if !ok {
			fatalf("unknown size %q, expected 10k, 100k, 1M or 5M", label)
		}
		at := filepath.Join(*dir, fmt.Sprint(*mb))
		if _, err := os.Stat(filepath.Join(at, "done_"+label)); err != nil {
			if err := os.MkdirAll(at, 0o755); err != nil {
				fatalf("%v", err)
			}
			generate([]string{at, fmt.Sprint(*mb), fmt.Sprintf("%d:%s", n, label)})
			if err := os.WriteFile(filepath.Join(at, "done_"+label), nil, 0o644); err != nil {
				fatalf("%v", err)
			}
		}
		measureAll(load(at, label, *mb), *peers)
	}
}

var sizes = map[string]int{"10k": 10_000, "100k": 100_000, "1M": 1_000_000, "5M": 5_000_000}

// An input is one number of names with its text, original and normalized.
type input struct {
	label       string
	mb          int
	names, text []string // text by lines
	namesN      []string
	textN       []byte
	linesN      []string
	size, sizeN int
}

func load(dir, label string, mb int) *input {
	read := func(name string) string {
		b, err := os.ReadFile(filepath.Join(dir, name+"_"+label+".txt"))
		if err != nil {
			fatalf("%v", err)
		}
		return string(b)
	}
	lines := func(s string) []string { return slices.Collect(strings.Lines(s)) }
	in := &input{label: label, mb: mb}
	in.names = strings.Split(strings.TrimSpace(read("gaz")), "\n")
	in.namesN = strings.Split(strings.TrimSpace(read("gazn")), "\n")
	text, textN := read("text"), read("textn")
	in.text, in.linesN, in.textN = lines(text), lines(textN), []byte(textN)
	in.size, in.sizeN = len(text), len(textN)
	return in
}

// A row is what one matcher showed.
type row struct {
	name    string
	rate    float64 // MB per CPU second
	build   float64 // CPU seconds, negative: not measured
	bytes   float64 // an entry, negative: not measured
	matches int
}

// A report prints rows as they come.
type report struct {
	in   *input
	p, m float64 // rates of the references
}

func (r *report) print(x row) {
	check(r.in, x)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	number := func(v float64, format string) string {
		if v < 0 {
			return "-"
		}
		return fmt.Sprintf(format, v)
	}
	fmt.Fprintf(out, "%-5s %-34s %8.1f %7.2f %7.2f %8s %9s %10d\n", r.in.label, x.name, x.rate, x.rate/r.p, x.rate/r.m,
		number(x.build, "%.2f"), number(x.bytes, "%.1f"), x.matches)
}

func (r *report) head() {
	fmt.Printf("%-5s %-34s %8s %7s %7s %8s %9s %10s\n", "names", "matcher", "MB/s", "/P", "/M", "build s", "B/entry", "matches")
}

func fatalf(format string, args ...any) {
	fmt.Fprintf(os.Stderr, "bench: "+format+"\n", args...)
	os.Exit(1)
}
