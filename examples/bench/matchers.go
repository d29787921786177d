package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/musamma/musamma/examples/bench/ref"
	"github.com/musamma/musamma/gazetteer"
)

// measureAll prints the rows of one number of names.
//
//	M         nested maps over normalized text, leftmost-longest, no proclitics (package ref)
//	P         folding of the original text with an offset a byte, then M; a line a call
//	all       the library as package entity uses it: original text, every name at every start with and without
//	          proclitics, the senses and the bytes of each match; 64 KiB a call, a long article
//	lines     the same, a line a call
//	longest   the same, a line a call, senses and bytes of the leftmost-longest matches only
//	matching  the same, a line a call, without senses and bytes
func measureAll(in *input, peers bool) {
	r := &report{in: in}
	r.head()
	built := best(func() any { return ref.Build(in.namesN) })
	trie := ref.Build(in.namesN)
	var out []ref.Match
	m := row{name: "M, normalized text", build: built, bytes: -1}
	m.rate, m.matches = measure(in.sizeN, func() int { out = trie.M(in.textN, out[:0]); return len(out) })
	p := ref.Pipeline{Trie: trie}
	original := []byte(strings.Join(in.text, ""))
	pr := row{name: "P, original text", build: -1, bytes: -1}
	pr.rate, pr.matches = measure(in.size, func() int {
		n := 0
		for line := range bytes.Lines(original) {
			out = p.P(line, out[:0])
			n += len(out)
		}
		return n
	})
	r.m, r.p = m.rate, pr.rate
	r.print(m)
	r.print(pr)
	trie, p.Trie, original = nil, nil, nil

	library(r)
	if peers {
		for _, peer := range allPeers {
			if len(in.names) <= peer.most {
				measurePeer(r, peer)
				runtime.GC()
			}
		}
	}
	fmt.Println()
}

// best returns the CPU seconds of the fastest of three runs: the first pays for memory that later ones find.
func best(f func() any) float64 {
	fastest := 0.0
	for i := range 3 {
		runtime.GC()
		start := cpu()
		x := f()
		if t := cpu() - start; i == 0 || t < fastest {
			fastest = t
		}
		runtime.KeepAlive(x)
	}
	return fastest
}

func library(r *report) {
	in := r.in
	built := best(func() any { return compile(in.names) })
	g := reopen(compile(in.names), in.label)
	verify(g, in)
	s := g.Sizes()
	per := func(bytes int) float64 { return float64(bytes) / float64(s.Entries) }
	m := &matcher{g: g}
	run := func(name string, pieces []string, f func(string) int) {
		x := row{name: "musamma, " + name, build: -1, bytes: -1}
		if name == "all" {
			x.build, x.bytes = built, per(s.Matching)
		}
		x.rate, x.matches = measure(in.size, func() int {
			n := 0
			for _, piece := range pieces {
				n += f(piece)
			}
			return n
		})
		r.print(x)
	}
	run("all", segments(in.text, 64<<10), m.all)
	run("lines", in.text, m.all)
	run("longest", in.text, m.longest)
	run("matching", in.text, m.matching)
	fmt.Printf("%-5s %d keys, bytes an entry: %.1f for matching, %.1f for the names as written; open %s\n", in.label, s.Keys,
		per(s.Matching), per(s.Written), opening)
}

// opening is how long the last reopen took to open.
var opening time.Duration

// reopen writes a gazetteer to a file and maps it.
func reopen(g *gazetteer.Gazetteer, label string) *gazetteer.Gazetteer {
	file := filepath.Join(os.TempDir(), "musamma-bench-"+label+".gaz")
	f, err := os.Create(file)
	if err == nil {
		_, err = g.WriteTo(f)
	}
	if err == nil {
		err = f.Close()
	}
	if err != nil {
		fatalf("%v", err)
	}
	defer os.Remove(file)
	start := time.Now()
	mapped, err := gazetteer.Open(file)
	if err != nil {
		fatalf("%v", err)
	}
	opening = time.Since(start)
	if err := mapped.Verify(); err != nil {
		fatalf("%v", err)
	}
	return mapped
}
