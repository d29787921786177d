package entity_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/musamma/musamma/entity"
)

// The table of weights has a row for each fact, in the order of the constants: first the blocks of one fact a class of
// word, then the others. Were a row missing or out of place, every weight behind it would be that of another fact.
func TestRowsOfWeightsAreFactsInOrder(t *testing.T) {
	var classes, want []string
	for _, name := range constants(t, "class.go") {
		if class, ok := strings.CutPrefix(name, "cls"); ok {
			classes = append(classes, dotted(class))
		}
	}
	facts := constants(t, "evidence.go")
	for i, name := range facts {
		switch name {
		case "evidenceWords", "blocks", "numFacts":
		default:
			if i > 0 && i < index(facts, "blocks") { // evidenceWords is before the blocks
				for _, c := range classes {
					want = append(want, dotted(name)+"."+c)
				}
			} else {
				want = append(want, dotted(name))
			}
		}
	}
	if len(want) < 300 {
		t.Fatalf("only %d facts in evidence.go", len(want))
	}
	if diff := cmp.Diff(want, entity.FactNames()); diff != "" {
		t.Errorf("rows of weights.tsv differ from the constants of evidence.go (-want +got):\n%s", diff)
	}
}

// constants returns the names of the constants of a file in their order.
func constants(t *testing.T, file string) []string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, d := range f.Decls {
		if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.CONST {
			for _, s := range g.Specs {
				for _, n := range s.(*ast.ValueSpec).Names {
					names = append(names, n.Name)
				}
			}
		}
	}
	return names
}

func index(names []string, name string) int {
	for i, n := range names {
		if n == name {
			return i
		}
	}
	return len(names)
}

var hump = regexp.MustCompile(`[A-Z0-9]`)

// dotted turns locWords2 into loc.words.2.
func dotted(camel string) string {
	return strings.TrimPrefix(strings.ToLower(hump.ReplaceAllString(camel, ".$0")), ".")
}

func TestDefaultWeightsHaveNamesOfFacts(t *testing.T) {
	var names []string
	weighed := 0
	for _, w := range entity.DefaultWeights() {
		names = append(names, w.Name)
		if w.Weight != 0 {
			weighed++
		}
	}
	if diff := cmp.Diff(entity.FactNames(), names); diff != "" {
		t.Errorf("names of the weights (-want +got):\n%s", diff)
	}
	if weighed < len(names)/3 {
		t.Errorf("only %d of %d facts have a weight", weighed, len(names))
	}
}
