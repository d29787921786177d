package gazetteer

import (
	"unicode"
	"unicode/utf8"

	"github.com/musamma/musamma/normalize"
)

// Marks as evidence. عُمان and عَمّان have one key, and where neither text nor entry has marks nothing tells them apart. Where
// both have some they are compared letter by letter. A mark on one side only says nothing, as most are left out. Two
// different short vowels on one letter, or a shadda on one side and a short vowel alone on the other, make two words. The
// last letter of each word is passed over, because its vowel is that of the case (مصرَ، مصرُ), and so are tanween, sukun and
// the shadda of a letter that the article is assimilated to (الرِّياض).

// isMarked reports whether one of some tokens has marks.
func isMarked(tokens []normalize.Token) bool {
	for i := range tokens {
		if tokens[i].Flags&normalize.Marked != 0 {
			return true
		}
	}
	return false
}

// ComparesMarks reports whether names of g are written with marks, so that those of a text tell which of the senses of a
// match AppendSenses gives.
func (g *Gazetteer) ComparesMarks() bool {
	for i := range len(g.profiles) / profileSize {
		if p, _ := g.profileAt(uint16(i)); p.marked {
			return true
		}
	}
	return false
}

// A vocalised is a match with its marks, to be compared with the names of entries that have marks.
type vocalised struct {
	marked  bool // the match has any
	article bool // the name's ال is not in the text
	text    []byte
	name    []byte
}

// vocalise returns the marks of a match. It goes back to g.vocalised.
func (g *Gazetteer) vocalise(m Match, t *normalize.Text) *vocalised {
	v, _ := g.vocalised.Get().(*vocalised)
	if v == nil {
		v = new(vocalised)
	}
	v.article = m.Cut&normalize.LiAl != 0
	if v.marked = isMarked(t.Tokens()[m.First:m.Last]); v.marked {
		start, end := t.Span(m.Lo, m.Hi)
		v.text = normalize.Canonical.AppendFold(v.text[:0], t.Source()[start:end])
	}
	return v
}

// contradicts reports whether the marks make the match another word than a name.
func (v *vocalised) contradicts(name string) bool {
	v.name = normalize.Canonical.AppendFold(v.name[:0], name)
	a, b := lettersOf{rest: v.name}, lettersOf{rest: v.text}
	if v.article {
		a.next()
		a.next()
	}
	return differ(&a, &b)
}

// differ reports whether the marks of two spellings of one name make two words. Spellings of different length, as derived
// ones are, are not compared.
func differ(a, b *lettersOf) bool {
	found := false
	for {
		x, more := a.next()
		y, other := b.next()
		if more != other {
			return false
		}
		if !more {
			return found
		}
		if x.last || y.last {
			continue
		}
		vowels := x.vowel != 0 && y.vowel != 0 && x.vowel != y.vowel
		shadda := x.shadda && !y.shadda && y.vowel != 0 || y.shadda && !x.shadda && x.vowel != 0
		found = found || vowels || shadda && !x.assimilated && !y.assimilated
	}
}

// A letter is a letter of a name with its marks.
type letter struct {
	vowel       rune // fatha, damma or kasra; 0 for none
	shadda      bool
	last        bool // of its word
	assimilated bool // the article ends before it
}

// lettersOf reads the letters of a text at the level Canonical.
type lettersOf struct {
	rest []byte
	n    int     // letters of the word read so far
	head [2]rune // its first two
}

// next returns the next letter, whatever stands between.
func (l *lettersOf) next() (x letter, ok bool) {
	for len(l.rest) > 0 {
		c, size := utf8.DecodeRune(l.rest)
		l.rest = l.rest[size:]
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			x.assimilated = l.n == 2 && (l.head[0] == 'ا' || l.head[0] == 'ٱ') && l.head[1] == 'ل'
			if l.n < len(l.head) {
				l.head[l.n] = c
			}
			l.n++
			l.marks(&x)
			return x, true
		case !unicode.Is(unicode.Mn, c):
			l.n = 0
		}
	}
	return letter{}, false
}

// marks reads the marks of a letter.
func (l *lettersOf) marks(x *letter) {
	for {
		c, size := utf8.DecodeRune(l.rest)
		if size == 0 || !unicode.Is(unicode.Mn, c) {
			x.last = size == 0 || !unicode.IsLetter(c) && !unicode.IsDigit(c)
			return
		}
		switch c {
		case '\u064E', '\u064F', '\u0650':
			x.vowel = c
		case '\u0651':
			x.shadda = true
		}
		l.rest = l.rest[size:]
	}
}
