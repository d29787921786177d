package normalize

import "sort"

// Span returns the bytes of the source that the codes [lo, hi) of one or more tokens come from. It begins with the letter
// of code lo and ends with the marks that follow the letter of code hi-1, so it slices the source on cluster boundaries
// (O1-O5): a tatweel or an invisible sign at an end is outside, inside it stays; where one character stands for several
// letters, as ﻷ, the span is widened to all of it. Codes out of range are clipped; for none, start is end. Where a
// span begins or ends inside of a token with marks or the like, the token is folded again, so the cost is linear in it.
func (t *Text) Span(lo, hi int32) (start, end int) {
	if i := t.cursor; i+1 < len(t.tokens) && lo < hi { // most callers ask for one token after the other
		if t.tokens[i].Hi <= lo {
			i++
		}
		if k := &t.tokens[i]; k.Lo == lo && k.Hi == hi {
			t.cursor = i
			return int(k.Start), int(k.End)
		}
	}
	lo, hi = max(lo, 0), min(hi, int32(len(t.b.codes)))
	if lo >= hi {
		return 0, 0
	}
	i := t.tokenAt(lo)
	k := &t.tokens[i]
	if lo == k.Lo && hi == k.Hi {
		return int(k.Start), int(k.End)
	}
	start = t.startOf(k, lo)
	if hi > k.Hi {
		k = &t.tokens[t.tokenAt(hi-1)]
	}
	return start, t.endOf(k, hi)
}

// tokenAt returns the token that holds a code. It looks first where it was the last time and a little further: most
// callers go forward.
func (t *Text) tokenAt(code int32) int {
	if i := t.cursor; i < len(t.tokens) && t.tokens[i].Lo <= code {
		for end := min(i+8, len(t.tokens)); i < end; i++ {
			if t.tokens[i].Hi > code {
				t.cursor = i
				return i
			}
		}
	}
	t.cursor = sort.Search(len(t.tokens), func(i int) bool { return t.tokens[i].Hi > code })
	return t.cursor
}

// startOf returns where in the source the letter of a code of token k begins.
func (t *Text) startOf(k *Token, code int32) int {
	switch {
	case code == k.Lo:
		return int(k.Start)
	case k.Flags&plain != 0:
		return int(k.Start + 2*(code-k.Lo))
	case k.Kind > Latin:
		return int(k.Start)
	}
	t.retrace(k)
	return int(t.probe.starts[code-k.Lo])
}

// endOf returns where in the source the cluster before a code of token k ends.
func (t *Text) endOf(k *Token, code int32) int {
	switch {
	case code == k.Hi:
		return int(k.End)
	case k.Flags&plain != 0:
		return int(k.Start + 2*(code-k.Lo))
	case k.Kind > Latin:
		return int(k.End)
	}
	t.retrace(k)
	starts := t.probe.starts[:k.Hi-k.Lo]
	from := starts[code-k.Lo-1]
	for code < k.Hi && starts[code-k.Lo] <= from {
		code++ // the character of the last letter stands for more than it (O4)
	}
	limit := k.End
	if code < k.Hi {
		limit = starts[code-k.Lo]
	}
	end := limit // of a span that is nothing but a tatweel which the Form keeps
	for i := from; i < limit; {
		_, size, props := decode(t.source[i:])
		i += int32(size)
		switch props & classMask {
		case classTatweel, classFormat, classSoft:
		default:
			end = i
		}
	}
	return int(end)
}

// retrace folds token k again and leaves in t.probe.starts where the cluster of each of its codes begins.
func (t *Text) retrace(k *Token) {
	p := &t.probe
	p.f, p.trace = t.b.f, true
	p.codes, p.starts, p.parts = p.codes[:0], p.starts[:0], p.parts[:0]
	p.token(t.source, int(k.Start), kindClass[k.Kind])
}

var kindClass = [...]uint8{Word: classWord, Number: classNumber, Latin: classLatin}

// Between tells whether a name of several words may go on after token i, and with which token (O7): over white space that
// ends no line, over nothing, over one hyphen or apostrophe that touches both words, and over the dot of an
// abbreviation: after one letter, or after two if the dot touches the next word too (أ.ف.ب, وأ.ف.ب). Signs of other
// kinds, quotes and line ends break a name.
func (t *Text) Between(i int) (next int, ok bool) {
	if next = i + 1; next >= len(t.tokens) {
		return next, false
	}
	k := &t.tokens[next]
	if k.Kind <= Latin {
		return next, t.tokens[i].Kind <= Latin
	}
	if k.Kind == Break || k.Flags&Glued == 0 || next+1 >= len(t.tokens) || t.tokens[i].Kind > Latin {
		return next, false
	}
	after := &t.tokens[next+1]
	if after.Kind > Latin {
		return next, false
	}
	glued := after.Flags&Glued != 0
	switch t.sign(k) {
	case '-', '\u2010', '\u2011', '\u2013':
		ok = glued
	case '\'', '\u2018', '\u2019', '\u201B':
		ok = glued && t.tokens[i].Kind == Word && after.Kind == Word
	case '.':
		letters := t.tokens[i].Hi - t.tokens[i].Lo
		if t.tokens[i].Kind == Latin {
			letters-- // signCode
		}
		ok = t.tokens[i].Kind != Number && after.Kind != Number && (letters == 1 || letters == 2 && glued)
	}
	return next + 1, ok
}

// sign returns the sign as written of a token of kind Punct or Quote.
func (t *Text) sign(k *Token) rune {
	r, _, _ := decode(t.source[k.Start:])
	return r
}

// Joined returns the Key of token i, an apostrophe and the token after it as one word (كا’دو → كادو), and the token after
// these three. The apostrophe must touch two Words. The other reading, two words of one name, is that of Between.
func (t *Text) Joined(i int) (key Key, next int, ok bool) {
	if i+2 >= len(t.tokens) || t.tokens[i+1].Kind != Quote {
		return Key{}, 0, false
	}
	first, last := &t.tokens[i], &t.tokens[i+2]
	if n, ok := t.Between(i); !ok || n != i+2 || first.Kind != Word || last.Kind != Word {
		return Key{}, 0, false
	}
	t.key = append(t.key[:0], t.b.codes[first.Lo:first.Hi]...)
	t.key = append(t.key, t.b.codes[last.Lo:last.Hi]...)
	return KeyOf(t.key), i + 3, true
}

// Piece returns the Key of the part of the Soft token i that begins with code lo and ends before the next joiner (N24),
// and the code after it, which is the token's Hi for the last part. A token of more than eight parts, or whose letters
// the Form collapses, has none.
func (t *Text) Piece(i int, lo int32) (key Key, hi int32, ok bool) {
	k := &t.tokens[i]
	if k.Flags&Soft == 0 || k.Kind != Word || lo < k.Lo || lo >= k.Hi || t.b.f.has(DoubledLetters) {
		return Key{}, 0, false
	}
	t.retrace(k)
	parts := t.probe.parts
	if len(parts) >= maxParts {
		return Key{}, 0, false
	}
	hi = k.Hi
	for _, p := range parts {
		if k.Lo+p > lo {
			hi = k.Lo + p
			break
		}
	}
	t.key = append(t.key[:0], t.b.codes[lo:hi]...)
	t.key[len(t.key)-1] = t.b.f.final[t.key[len(t.key)-1]]
	return KeyOf(t.key), hi, true
}
