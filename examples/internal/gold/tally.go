package gold

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// types are the types that are scored; corpora have more, such as MISC.
var types = []string{"PER", "LOC", "ORG"}

// Scored reports whether a type is scored: PER, LOC and ORG are.
func Scored(typ string) bool { return slices.Contains(types, typ) }

// A Tally counts what was found. A found span is right if a gold span of its type equals it, or, with Overlap, has a
// byte in common with it. Each gold span is found once, a span that was found twice counts once.
type Tally struct {
	Overlap bool
	counts  map[string]*count
}

type count struct{ right, wrong, missed int }

// Add compares the spans that were found in a document with its gold spans.
func (t *Tally) Add(want, got []Span) {
	if t.counts == nil {
		t.counts = map[string]*count{}
		for _, typ := range types {
			t.counts[typ] = &count{}
		}
	}
	want, got = set(want), set(got)
	taken := make([]bool, len(want))
	var rest []Span
	for _, s := range got {
		if i, ok := slices.BinarySearchFunc(want, s, compare); ok {
			taken[i] = true
			t.counts[s.Type].right++
		} else {
			rest = append(rest, s)
		}
	}
	for _, s := range rest {
		if i := partner(want, taken, s); t.Overlap && i >= 0 {
			taken[i] = true
			t.counts[s.Type].right++
		} else {
			t.counts[s.Type].wrong++
		}
	}
	for i, s := range want {
		if !taken[i] {
			t.counts[s.Type].missed++
		}
	}
}

// Faults returns how many spans were wrong or missed.
func (t *Tally) Faults() int {
	n := 0
	for _, c := range t.counts {
		n += c.wrong + c.missed
	}
	return n
}

// partner returns the first of the gold spans that overlaps a span of its type and was not found yet, or -1.
func partner(want []Span, taken []bool, s Span) int {
	for i, w := range want {
		if w.Start >= s.End {
			break
		}
		if !taken[i] && w.Type == s.Type && w.Overlaps(s) {
			return i
		}
	}
	return -1
}

// Overlaps reports whether two spans have a byte in common.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

func compare(a, b Span) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Type, b.Type))
}

// set returns the scored spans, sorted, each once.
func set(spans []Span) []Span {
	out := slices.DeleteFunc(slices.Clone(spans), func(s Span) bool { return !Scored(s.Type) })
	slices.SortFunc(out, compare)
	return slices.Compact(out)
}

// String returns precision, recall and F1 in percent and the counts, a line a type that occurs and one for all.
func (t *Tally) String() string {
	var b strings.Builder
	var all count
	for _, typ := range types {
		if c := t.counts[typ]; c != nil && *c != (count{}) {
			fmt.Fprintf(&b, "%-4s %v\n", typ, c)
			all.right, all.wrong, all.missed = all.right+c.right, all.wrong+c.wrong, all.missed+c.missed
		}
	}
	fmt.Fprintf(&b, "%-4s %v\n", "ALL", &all)
	return b.String()
}

func (c *count) String() string {
	share := func(of int) float64 {
		if of == 0 {
			return 0
		}
		return float64(c.right) / float64(of)
	}
	p, r := share(c.right+c.wrong), share(c.right+c.missed)
	f := 0.0
	if c.right > 0 {
		f = 200 * p * r / (p + r)
	}
	return fmt.Sprintf("P %5.1f R %5.1f F1 %5.1f  (%d right, %d wrong, %d missed)", 100*p, 100*r, f, c.right, c.wrong, c.missed)
}
