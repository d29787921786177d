package lists

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// AmbiguityFile holds the hand-written exceptions of grading: tab separated, the columns name, type, grade (safe or
// ambiguous) and why.
const AmbiguityFile = "ambiguity.tsv"

type exceptionKey struct{ name, typ string }

type exception struct {
	safe bool
	why  string
}

func readExceptions(folder string) (map[exceptionKey]exception, error) {
	file := filepath.Join(folder, AmbiguityFile)
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	m := map[exceptionKey]exception{}
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan(); n++ {
		line := sc.Text()
		if n == 1 || strings.HasPrefix(line, "#") {
			continue // the names of the columns, a comment
		}
		col := strings.Split(line, "\t")
		if len(col) != 4 || col[2] != "safe" && col[2] != "ambiguous" || col[3] == "" {
			return nil, fmt.Errorf("%s:%d: %q, expected name, type, safe or ambiguous, and why", file, n, line)
		}
		k := exceptionKey{col[0], col[1]}
		if _, ok := m[k]; ok {
			return nil, fmt.Errorf("%s:%d: %s %s is there twice", file, n, k.name, k.typ)
		}
		m[k] = exception{col[2] == "safe", col[3]}
	}
	return m, sc.Err()
}
