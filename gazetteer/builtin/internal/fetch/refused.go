package main

import (
	_ "embed"
	"strings"

	"github.com/musamma/musamma/normalize"
)

// refusedNames are names, one a line, that a reader of the lists refused. Lines that begin with # are comments.
//
//go:embed refused.txt
var refusedNames string

func refused() map[string]bool {
	m := map[string]bool{}
	for line := range strings.Lines(refusedNames) {
		if name := strings.TrimSpace(line); name != "" && name[0] != '#' {
			m[normalize.Ortho.Fold(name)] = true
		}
	}
	return m
}
