package gazetteer

import (
	"cmp"
	"slices"
	"strings"

	"github.com/musamma/musamma/normalize"
)

// A twin finds names in the slow and obvious way: all spellings of all entries in a map, every reading of the text tried.
type twin struct {
	form  normalize.Form
	names map[string][]twinSense // by the codes of the words, joined by 0
}

type twinSense struct {
	entry   Entry
	strict  string
	tanween bool
}

type twinMatch struct {
	First, Last, Lo, Hi int32
	Cut                 normalize.Clitic
	Entry               Entry
	Strict              bool
}

func newTwin(f normalize.Form, entries []Entry) *twin {
	w := &twin{f, map[string][]twinSense{}}
	for _, e := range entries {
		if e.Roles == Common {
			continue
		}
		w.add(e, e.Name, false)
		var strict normalize.Text
		var words []string
		signs := false
		strict.Reset(normalize.Strict, e.Name)
		for i, k := range strict.Tokens() {
			words = append(words, strict.Folded(i))
			signs = signs || k.Kind > normalize.Latin
		}
		if signs {
			continue
		}
		for _, d := range derive(words, kindOf(&e)) {
			w.add(e, strings.Join(d.words, " "), d.tanween)
		}
	}
	return w
}

// add enters a name under each reading of its words.
func (w *twin) add(e Entry, name string, tanween bool) {
	var t normalize.Text
	t.Reset(w.form, name)
	tokens := t.Tokens()
	first, last := 0, len(tokens)
	for tokens[first].Kind > normalize.Latin {
		first++
		if last-1 > first && tokens[last-1].Kind > normalize.Latin {
			last--
		}
	}
	for _, joined := range []bool{false, true} {
		var words []string
		for i := first; i < last; {
			k := tokens[i]
			word := string(t.Codes()[k.Lo:k.Hi])
			if _, next, ok := t.Joined(i); ok && joined && next <= last {
				after := tokens[next-1]
				word += string(t.Codes()[after.Lo:after.Hi])
				i = next - 1
			}
			words = append(words, word)
			if next, ok := t.Between(i); ok {
				i = next
			} else {
				i++
			}
		}
		if len(words) > MaxTokens {
			continue
		}
		key := strings.Join(words, "\x00")
		s := twinSense{e, strictCodes(&t, first, last, 0), tanween}
		if !slices.ContainsFunc(w.names[key], func(o twinSense) bool { return o.entry == e }) {
			w.names[key] = append(w.names[key], s)
		}
	}
}

// strictCodes returns the Strict codes of the words of some tokens, from code lo on.
func strictCodes(t *normalize.Text, first, last int, lo int32) string {
	var b strings.Builder
	if codes := t.StrictCodes(); codes != nil {
		for _, k := range t.Tokens()[first:last] {
			if k.Kind <= normalize.Latin {
				b.Write(codes[max(k.Lo, lo):k.Hi])
			}
		}
	}
	return b.String()
}

// matches returns all senses of all names of the text.
func (w *twin) matches(t *normalize.Text) []twinMatch {
	var out []twinMatch
	tokens := t.Tokens()
	for i := range tokens {
		for _, r := range t.AppendStarts(nil, i) {
			var walk func(words []string, end int, hi int32)
			walk = func(words []string, end int, hi int32) {
				if len(words) > MaxTokens {
					return
				}
				if hi < tokens[end].Hi {
					if _, to, ok := t.Piece(end, hi); ok {
						walk(append(words, reading(t, normalize.Start{Lo: hi, Hi: to, Next: int32(end)})), end, to)
					}
					return
				}
				for _, s := range w.names[strings.Join(words, "\x00")] {
					if s.tanween && tokens[end].Flags&normalize.Tanween == 0 {
						continue
					}
					text := strictCodes(t, i, end+1, r.Lo)
					if r.Cut.Restored() != "" {
						text = "\x27\x44" + text
					}
					out = append(out, twinMatch{
						int32(i), int32(end + 1), r.Lo, hi, r.Cut, s.entry, t.StrictCodes() != nil && text == s.strict,
					})
				}
				words = slices.Clip(words)
				next, ok := t.Between(end)
				if n := end + 1; n < len(tokens) && (!ok || n != next) && tokens[n].Kind > normalize.Latin && tokens[n].Kind != normalize.Break {
					walk(append(words, string(t.Codes()[tokens[n].Lo:tokens[n].Hi])), n, tokens[n].Hi)
				}
				if !ok {
					return
				}
				k := tokens[next]
				walk(append(words, string(t.Codes()[k.Lo:k.Hi])), next, k.Hi)
				if _, after, ok := t.Joined(next); ok {
					to := tokens[after-1].Hi
					walk(append(words, reading(t, normalize.Start{Lo: k.Lo, Hi: to, Next: int32(after)})), after-1, to)
				}
				if _, to, ok := t.Piece(next, k.Lo); ok {
					walk(append(words, reading(t, normalize.Start{Lo: k.Lo, Hi: to, Next: int32(next)})), next, to)
				}
			}
			walk([]string{reading(t, r)}, max(i, int(r.Next)-1), r.Hi)
		}
	}
	sortMatches(out)
	return out
}

func reading(t *normalize.Text, r normalize.Start) string { return string(t.AppendStartCodes(nil, r)) }

// fast returns what g finds, in the form of the twin.
func fast(g *Gazetteer, t *normalize.Text) []twinMatch {
	var out []twinMatch
	for _, m := range g.AppendMatches(nil, t) {
		for _, s := range g.AppendSenses(nil, m, t) {
			out = append(out, twinMatch{m.First, m.Last, m.Lo, m.Hi, m.Cut, g.Entry(s.Entry), s.Strict})
		}
	}
	sortMatches(out)
	return out
}

func sortMatches(m []twinMatch) {
	slices.SortFunc(m, func(a, b twinMatch) int {
		return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.Lo, b.Lo), cmp.Compare(a.Cut, b.Cut),
			cmp.Compare(a.Hi, b.Hi), cmp.Compare(a.Last, b.Last), cmp.Compare(a.Entry.Name, b.Entry.Name),
			cmp.Compare(a.Entry.Type, b.Entry.Type), cmp.Compare(a.Entry.Roles, b.Entry.Roles))
	})
}
