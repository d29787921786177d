// Command annotate prints the people, places and organisations of Arabic texts.
//
//	annotate [flags] [FILE ...]
//
// Without a file, or with the file -, it reads standard input. What cannot be read is reported on standard error, the
// rest goes on, and the exit status is 1.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"

	"github.com/musamma/musamma/examples/internal/extractor"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

type config struct {
	in        string
	format    format
	extractor extractor.Flags
	files     []string
}

// run is the program; it returns the exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	cfg, err := parse(args, stderr)
	if errors.Is(err, flag.ErrHelp) {
		return 0
	}
	if err != nil {
		fmt.Fprintln(stderr, "annotate:", err)
		return 2
	}
	p := &pipeline{progress: newProgress(stderr), stdin: stdin, stderr: stderr, workers: runtime.GOMAXPROCS(0), wellFormed: cfg.format.out == "jsonl"}
	if p.extractor, _, err = cfg.extractor.New(p.report); err != nil {
		p.report(err)
		return 1
	}
	p.sink = newSink(stdout, cfg)
	for _, name := range cfg.files {
		if !p.broken.Load() {
			p.file(name, cfg.in)
		}
	}
	p.close()
	if p.failed {
		return 1
	}
	return 0
}

const usage = `usage: annotate [flags] [FILE ...]

Prints the people, places and organisations of Arabic texts. Without a FILE, or with -, reads standard input.`

func parse(args []string, stderr io.Writer) (*config, error) {
	cfg := &config{}
	fs := flag.NewFlagSet("annotate", flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.Usage = extractor.Usage(fs, usage)
	fs.StringVar(&cfg.in, "in", "text", "what one document is: a whole `text` file, one of its lines, or the \"text\" of a JSON object a line (text, lines, jsonl)")
	cfg.format.register(fs)
	cfg.extractor.Register(fs)
	if err := fs.Parse(args); err != nil {
		return nil, err
	}
	if !slices.Contains([]string{"text", "lines", "jsonl"}, cfg.in) {
		return nil, fmt.Errorf("-in %q is none of text, lines, jsonl", cfg.in)
	}
	if cfg.files = fs.Args(); len(cfg.files) == 0 {
		cfg.files = []string{"-"}
	}
	return cfg, cfg.format.check()
}
