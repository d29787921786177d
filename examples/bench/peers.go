package main

import (
	"bytes"
	"runtime"
	"slices"
	"strings"

	bobusumisu "github.com/BobuSumisu/aho-corasick"
	anknown "github.com/anknown/ahocorasick"
	"github.com/blevesearch/vellum"
	petar "github.com/petar-dambovaliev/aho-corasick"
)

// A peer is another library. It gets names and text already normalized, strips no proclitics and matches on bytes, words
// or not, except vellum, which is walked from word to word. It is measured on the first 8 MiB, a line a call.
type peer struct {
	name  string
	most  int // names that fit into the memory of a common machine
	build func(names []string) func(line string) int
}

var allPeers = []peer{
	{"petar-dambovaliev NFA, longest", 1_000_000, func(names []string) func(string) int {
		b := petar.NewAhoCorasickBuilder(petar.Opts{MatchKind: petar.LeftMostLongestMatch})
		ac := b.Build(names)
		return func(line string) int {
			n := 0
			for it := ac.Iter(line); it.Next() != nil; n++ {
			}
			return n
		}
	}},
	{"anknown, all", 1_000_000, func(names []string) func(string) int {
		keys := make([][]rune, len(names))
		for i, s := range names {
			keys[i] = []rune(s)
		}
		var m anknown.Machine
		if err := m.Build(keys); err != nil {
			fatalf("anknown: %v", err)
		}
		return func(line string) int { return len(m.MultiPatternSearch([]rune(line), false)) }
	}},
	{"BobuSumisu, all", 10_000, func(names []string) func(string) int {
		trie := bobusumisu.NewTrieBuilder().AddStrings(names).Build()
		return func(line string) int { return len(trie.MatchString(line)) }
	}},
	{"vellum, word by word, longest", 5_000_000, buildVellum},
}

func buildVellum(names []string) func(string) int {
	sorted := slices.Sorted(slices.Values(names))
	var out bytes.Buffer
	b, err := vellum.New(&out, nil)
	if err != nil {
		fatalf("vellum: %v", err)
	}
	for i, s := range sorted {
		if err := b.Insert([]byte(s), uint64(i)); err != nil {
			fatalf("vellum: %v", err)
		}
	}
	if err := b.Close(); err != nil {
		fatalf("vellum: %v", err)
	}
	fst, err := vellum.Load(out.Bytes())
	if err != nil {
		fatalf("vellum: %v", err)
	}
	return func(line string) int {
		n := 0
		for i := 0; i < len(line); {
			if line[i] < 0x80 {
				i++
				continue
			}
			end := i
			state := fst.Start()
			for j := i; ; j++ {
				if j == len(line) || line[j] < 0x80 { // the end of a word
					if fst.IsMatch(state) {
						end = j
					}
					if j == len(line) || line[j] != ' ' {
						break
					}
				}
				if state = fst.Accept(state, line[j]); !fst.CanMatch(state) {
					break
				}
			}
			if end > i {
				n++
				i = end
			} else {
				for i < len(line) && line[i] >= 0x80 {
					i++
				}
			}
		}
		return n
	}
}

func measurePeer(r *report, p peer) {
	names := make([]string, len(r.in.namesN))
	for i, s := range r.in.namesN {
		names[i] = strings.Clone(s)
	}
	before, start := heap(), cpu()
	match := p.build(names)
	x := row{name: p.name, build: cpu() - start}
	x.bytes = (heap() - before) / float64(len(names))
	runtime.KeepAlive(names)
	size := 0
	lines := r.in.linesN
	for i, l := range lines {
		if size += len(l); size >= 8<<20 {
			lines = lines[:i+1]
			break
		}
	}
	x.rate, x.matches = measure(size, func() int {
		n := 0
		for _, l := range lines {
			n += match(l)
		}
		return n
	})
	r.print(x)
}
