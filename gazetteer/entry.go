package gazetteer

import (
	"fmt"
	"unicode/utf8"

	"github.com/musamma/musamma/normalize"
)

// Limits of one entry. They bound what a match can cost: a name of n tokens is walked n steps from every place where it
// may begin.
const (
	MaxTokens = 24  // tokens of a name
	MaxBytes  = 512 // bytes of a name as written
	maxField  = 4096
)

// An Entry is one thing that a list says about one name. The zero value of every field but Name and Type means "nothing
// known". A name with several meanings has several entries (الرياض the city, الرياض the club).
type Entry struct {
	Name      string // as written, with its usual article, hamza and ta marbuta: "الرياض"; marks tell it from others: "عُمان"
	Type      string // "PER", "LOC", "ORG", or your own; needed unless the only role is Common
	Roles     Roles  // what a match contributes; zero: it stands alone as a name
	ID        string // "Q85", "geonames:360630"; may be empty
	Canonical string // the preferred name when Name is a variant; empty: Name itself
	Weight    uint8  // how well known this sense is among the senses of the name; 0: unknown, trusted
	Flags     Flags  // Ambiguous, StrictOnly, LexicalArticle, ArticleOptional, Never
	Cue       string // what a cue carries beyond its role: number, gender, class, inside or outside the span
	Source    string // where the entry is from
}

// An EntryError reports an entry that a Builder refuses, by its name and the limit or rule that it breaks.
type EntryError struct {
	Name   string // as given, cut to 64 bytes when longer
	Reason string
}

// Error tells the name and the reason.
func (e *EntryError) Error() string { return fmt.Sprintf("name %q: %s", e.Name, e.Reason) }

func entryError(e *Entry, format string, args ...any) error {
	name := e.Name
	if len(name) > 64 {
		n := 64
		for !utf8.RuneStart(name[n]) && n > 60 {
			n--
		}
		name = name[:n]
	}
	return &EntryError{Name: name, Reason: fmt.Sprintf(format, args...)}
}

// check tests what can be said of an entry without reading its name as tokens.
func (e *Entry) check() error {
	switch {
	case len(e.Name) == 0:
		return entryError(e, "empty name")
	case len(e.Name) > MaxBytes:
		return entryError(e, "%d bytes, limit %d", len(e.Name), MaxBytes)
	case e.Type == "" && e.Roles != Common:
		return entryError(e, "no type")
	case e.Roles&^allRoles != 0:
		return entryError(e, "unknown role bits %#x", uint16(e.Roles&^allRoles))
	case e.Flags&^allFlags != 0:
		return entryError(e, "unknown flag bits %#x", uint8(e.Flags&^allFlags))
	}
	if len(e.Type)|len(e.ID)|len(e.Canonical)|len(e.Cue)|len(e.Source) < maxField {
		return nil // as nearly always
	}
	for _, f := range [...]struct{ name, value string }{
		{"type", e.Type}, {"id", e.ID}, {"canonical", e.Canonical}, {"cue", e.Cue}, {"source", e.Source},
	} {
		if len(f.value) > maxField {
			return entryError(e, "%s of %d bytes, limit %d", f.name, len(f.value), maxField)
		}
	}
	return nil
}

// checkName tests the name of an entry, which t is reset to.
func (e *Entry) checkName(t *normalize.Text) error {
	t.Reset(normalize.Strict, e.Name)
	if e.Roles&Common != 0 {
		if err := checkCommon(t, e); err != nil || e.Roles == Common {
			return err
		}
	}
	_, _, err := nameTokens(t, e)
	return err
}

// checkCommon tests that t, which holds the name of e, is one word.
func checkCommon(t *normalize.Text, e *Entry) error {
	if tokens := t.Tokens(); len(tokens) != 1 || tokens[0].Kind > normalize.Latin {
		return entryError(e, "%d tokens, a common word is one word", len(tokens))
	}
	return nil
}

// withoutSigns returns the tokens [first,last) of a name that it is found by: without the signs around it, as they begin no
// name («داعش»). For each sign that is left out before the name one may be behind it.
func withoutSigns(tokens []normalize.Token) (first, last int) {
	for last = len(tokens); first < last && tokens[first].Kind > normalize.Latin; first++ {
		if last-1 > first && tokens[last-1].Kind > normalize.Latin {
			last--
		}
	}
	return first, last
}

// nameTokens returns the tokens [first,last) of t, which holds the name of e, that the name is found by.
func nameTokens(t *normalize.Text, e *Entry) (first, last int, err error) {
	tokens := t.Tokens()
	first, last = withoutSigns(tokens)
	if first == last {
		return 0, 0, entryError(e, "no letter or digit")
	}
	n := 0
	for i := first; i < last; i = afterToken(t, i) {
		if tokens[i].Kind == normalize.Break {
			return 0, 0, entryError(e, "more than one line")
		}
		n++
	}
	if n > MaxTokens {
		return 0, 0, entryError(e, "%d tokens, limit %d", n, MaxTokens)
	}
	return first, last, nil
}

// afterToken returns the token of a name that follows token i: what a name passes over is no token of it.
func afterToken(t *normalize.Text, i int) int {
	if next, ok := t.Between(i); ok {
		return next
	}
	return i + 1
}
