//go:build ignore

// Gen grades the lists of the folder lists, compiles them into builtin.gaz and writes their counts into SOURCES.md. It
// needs no network. With -v it prints what it leaves out or flags as ambiguous: file, name, type, productivity and why.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"log"
	"os"
	"slices"

	"github.com/musamma/musamma/gazetteer/builtin/internal/lists"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("gen: ")
	verbose := flag.Bool("v", false, "print what is left out or flagged as ambiguous")
	flag.Parse()
	d, err := lists.Load("lists")
	if err != nil {
		log.Fatal(err)
	}
	if *verbose {
		for _, g := range slices.Concat(d.LeftOut, d.Flagged) {
			fmt.Printf("%s\t%s\t%s\t%d\t%s\n", g.File, g.Name, g.Type, g.Productivity, g.Why)
		}
	}
	g, err := d.Compile()
	if err != nil {
		log.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := g.WriteTo(&b); err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("builtin.gaz", b.Bytes(), 0o666); err != nil {
		log.Fatal(err)
	}
	if err := count("SOURCES.md", lists.Table(d.Counts())); err != nil {
		log.Fatal(err)
	}
}

// count replaces the counts in a file.
func count(file, table string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	before, _, behind, ok := lists.Between(string(text))
	if !ok {
		return fmt.Errorf("%s: no place for the counts", file)
	}
	return os.WriteFile(file, []byte(before+table+behind), 0o666)
}
