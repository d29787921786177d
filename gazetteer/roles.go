package gazetteer

import (
	"fmt"
	"slices"
	"strings"
)

// Roles is the set of things that a match of an entry can contribute. The empty set is a name that stands alone. The
// bits are stored in compiled files and never change.
type Roles uint16

// The roles, each with its word in lists.
const (
	Given    Roles = 1 << iota // given: a given name, محمد
	Family                     // family: a family name, الخطيب
	Link                       // link: joins the parts of a name, بن, أبو, عبد, آل, دي
	Title                      // title: stands before a person's name, الرئيس, الدكتور
	Head                       // head: a noun that a place or organisation name completes, مدينة, وزارة
	Demonym                    // demonym: belonging to a place, السوري
	Speech                     // speech: a verb of saying or meeting, قال, التقى
	Event                      // event: names an event, معركة
	Ordinal                    // ordinal: numbers a ruler, الأول
	Common                     // common: an ordinary word; joins the set that Common asks
	Function                   // function: a preposition, conjunction or relative, في, الذي
	numRoles = iota
	allRoles = Roles(1)<<numRoles - 1
)

var roleWords = [numRoles]string{
	"given", "family", "link", "title", "head", "demonym", "speech", "event", "ordinal", "common", "function",
}

// String returns the roles as lists write them: "given,family"; the empty set is "".
func (r Roles) String() string { return setString(uint16(r), roleWords[:]) }

// Flags is a set of marks on an entry. The bits are stored in compiled files and never change.
type Flags uint8

// The flags, each with its word in lists.
const (
	Ambiguous       Flags = 1 << iota // ambiguous: also a common word, needs evidence
	StrictOnly                        // strictonly: counts only when hamza, ta marbuta and alef maqsura are as written: آل
	LexicalArticle                    // lexicalarticle: the ال belongs to the stem: ألمانيا
	ArticleOptional                   // articleoptional: may lose its ال: الأسد, أسد
	Never                             // never: suppresses equal or shorter readings of later layers
	numFlags        = iota
	allFlags        = Flags(1)<<numFlags - 1
)

var flagWords = [numFlags]string{"ambiguous", "strictonly", "lexicalarticle", "articleoptional", "never"}

// String returns the flags as lists write them: "ambiguous,strictonly"; the empty set is "".
func (f Flags) String() string { return setString(uint16(f), flagWords[:]) }

func setString(set uint16, words []string) string {
	var b strings.Builder
	for i, w := range words {
		if set>>i&1 == 0 {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(',')
		}
		b.WriteString(w)
	}
	if rest := set >> len(words); rest != 0 {
		fmt.Fprintf(&b, "+%#x", rest<<len(words))
	}
	return b.String()
}

// parseSet reads a comma separated set; ok is false when a word is not one of words, and bad is that word.
func parseSet(s string, words []string) (set uint16, bad string, ok bool) {
	if s == "" {
		return 0, "", true
	}
	for w := range strings.SplitSeq(s, ",") {
		w = strings.TrimSpace(w)
		i := slices.Index(words, w)
		if i < 0 {
			return 0, w, false
		}
		set |= 1 << i
	}
	return set, "", true
}
