package main

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/gazetteer/builtin"
	"github.com/musamma/musamma/normalize"
)

// leastForms is how many inflected forms the lexicon must have of a word before its name is doubted. With fewer, two of
// three are names.
const leastForms = 3

// An audit collects names that are allowed and yet seldom meant.
type audit struct {
	common *gazetteer.Gazetteer // whose lexicon of common words is asked
	text   normalize.Text
	seen   map[string]string // folded name, type and roles to the name and file that had them first
	lines  []string
	counts map[string]int
}

func newAudit() *audit {
	return &audit{common: builtin.Gazetteer(), seen: map[string]string{}, counts: map[string]int{}}
}

// add looks at one entry. Common words are no names and are passed over.
func (a *audit) add(file string, e gazetteer.Entry) {
	if e.Roles == gazetteer.Common {
		return
	}
	a.text.Reset(normalize.Ortho, e.Name)
	tokens := a.text.Tokens()
	letters, codes, arabic := 0, 0, false
	for _, k := range tokens {
		if k.Kind <= normalize.Latin {
			codes += int(k.Hi - k.Lo)
			letters++
		}
		arabic = arabic || k.Kind == normalize.Word
	}
	note := func(kind, more string) {
		a.counts[kind]++
		a.lines = append(a.lines, strings.Join([]string{file, kind, e.Name, e.Type, more}, "\t"))
	}
	if !arabic {
		note("no Arabic letter", "")
	} else if codes == 1 {
		note("one letter", "")
	}
	if len(tokens) == 1 && e.Flags&gazetteer.Ambiguous == 0 && e.Roles == 0 {
		if n, ok := a.common.Common(a.text.StrictKey(0)); ok && n >= leastForms {
			note("common word", fmt.Sprintf("%d inflected forms", n))
		}
	}
	if i := strings.IndexFunc(e.Name, stray); i >= 0 {
		r := []rune(e.Name[i:])[0]
		note("stray character", fmt.Sprintf("%U", r))
	}
	key := strings.Join([]string{normalize.Ortho.Fold(e.Name), e.Type, e.Roles.String(), e.ID, e.Cue}, "\t")
	if first, ok := a.seen[key]; ok {
		note("duplicate", "of "+first)
	} else {
		a.seen[key] = e.Name + " in " + file
	}
}

// stray reports tatweel, marks but the hamzas and maddah that compose, and invisible signs; ZWNJ is part of some names.
func stray(r rune) bool {
	return r == 'ـ' || unicode.Is(unicode.Mn, r) && !(r >= 0x0653 && r <= 0x0655) || unicode.Is(unicode.Cf, r) && r != 0x200C
}

func (a *audit) print(w io.Writer) {
	for _, l := range a.lines {
		fmt.Fprintln(w, l)
	}
	for _, kind := range []string{"duplicate", "no Arabic letter", "one letter", "common word", "stray character"} {
		fmt.Fprintf(w, "# %d %s\n", a.counts[kind], kind)
	}
}
