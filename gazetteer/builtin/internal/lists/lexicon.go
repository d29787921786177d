package lists

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/normalize"
)

// A Lexicon tells how productive common words are: how many inflected forms of a word are common too, as
// gazetteer.Gazetteer.Common counts them. It is immutable.
type Lexicon struct {
	strict map[string]int8 // by the word itself
	folded map[string]int8 // by its Ortho form: the greatest of the words that fold to it
}

// NewLexicon compiles common words, and nothing else, to ask what package gazetteer will say of them.
func NewLexicon(words []string) (*Lexicon, error) {
	b := gazetteer.NewBuilder(normalize.Ortho)
	if err := addWords(b, words); err != nil {
		return nil, err
	}
	g, err := b.Build()
	if err != nil {
		return nil, err
	}
	x := &Lexicon{make(map[string]int8, len(words)), make(map[string]int8, len(words))}
	var t normalize.Text
	for _, w := range words {
		t.Reset(normalize.Ortho, w)
		n, ok := g.Common(t.StrictKey(0))
		if !ok {
			return nil, fmt.Errorf("%s: %q is lost", Words, w)
		}
		x.strict[w] = int8(n)
		key := normalize.Ortho.Fold(w)
		if old, ok := x.folded[key]; !ok || int8(n) > old {
			x.folded[key] = int8(n)
		}
	}
	return x, nil
}

func addWords(b *gazetteer.Builder, words []string) error {
	for i, w := range words {
		if err := b.Add(gazetteer.Entry{Name: w, Roles: gazetteer.Common}); err != nil {
			return fmt.Errorf("%s:%d: %w", Words, i+1, err)
		}
	}
	return nil
}

// Productivity returns the number of inflected forms of a word that are common, -1 when the word is not common itself.
func (x *Lexicon) Productivity(word string) int {
	if n, ok := x.strict[normalize.Strict.Fold(word)]; ok {
		return int(n)
	}
	return -1
}

// Resemblance returns the greatest Productivity among the words that are written alike by most, with or without ال: for
// الاربعة that of أربعة. It says how likely a word of a text that looks like a name is no name.
func (x *Lexicon) Resemblance(word string) int {
	most := -1
	key := normalize.Ortho.Fold(word)
	for _, k := range []string{key, WithoutArticle(key)} {
		if n, ok := x.folded[k]; ok {
			most = max(most, int(n))
		}
	}
	return most
}

// WithoutArticle cuts ال from a word of five letters or more.
func WithoutArticle(w string) string {
	if rest, ok := strings.CutPrefix(w, "ال"); ok && utf8.RuneCountInString(rest) > 2 {
		return rest
	}
	return w
}
