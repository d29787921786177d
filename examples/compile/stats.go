package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/musamma/musamma/gazetteer"
)

// printStats verifies compiled files and prints what they hold.
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
