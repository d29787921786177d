// Package vectors reads the test vectors of testdata.
package vectors

import (
	"os"
	"strings"
	"testing"
)

// Read returns the fields of the lines of a file, which are parted by tabs; # begins a comment.
func Read(tb testing.TB, file string) (rows [][]string) {
	tb.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		tb.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if !strings.HasPrefix(line, "#") {
			rows = append(rows, strings.Split(strings.TrimSuffix(line, "\n"), "\t"))
		}
	}
	if len(rows) == 0 {
		tb.Fatalf("%s has no vectors", file)
	}
	return rows
}
