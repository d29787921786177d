package lists

import (
	"slices"
	"strings"

	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/normalize"
)

// A Graded tells why an entry was flagged gazetteer.Ambiguous or left out.
type Graded struct {
	File         string
	Name, Type   string
	Productivity int    // of the word; see Lexicon
	Why          string // "word", the roles that another list gives the word, the reason of the exception, "left out"
}

// Productivity from which on a name of one word is ambiguous. Places that everybody knows are nearly always meant, even
// where the word is an ordinary one too: to ask for evidence at every Riyadh (gardens) costs far more than it saves.
const (
	productiveKnown = 7 // names of the lists by hand
	productiveOther = 3 // people known by one word, small places, fetched names
	productiveWord  = 5 // name words that few people of the news bear
)

// tierCore is the weight of the places that everybody knows.
const tierCore = 3

// leaveOut takes out the name words of the lowest grade that are ordinary words, كتاب or لون: what one person is called
// makes names of many phrases. It returns them.
func leaveOut(all []List, lexicon *Lexicon) []Graded {
	var out []Graded
	for i := range all {
		l := &all[i]
		l.Entries = slices.DeleteFunc(l.Entries, func(e gazetteer.Entry) bool {
			if e.Roles&(gazetteer.Given|gazetteer.Family) == 0 || e.Weight != 1 {
				return false
			}
			n := lexicon.Resemblance(e.Name)
			if n >= productiveWord {
				out = append(out, Graded{l.File, e.Name, e.Type, n, "left out"})
			}
			return n >= productiveWord
		})
	}
	return out
}

// grade flags the names of one word that are ambiguous: ordinary words by their productivity, and words that other lists
// hold as titles, head nouns, cues or demonyms. Exceptions, of which a name and type has one at most, go before; they may
// have several words.
func grade(all []List, lexicon *Lexicon, exceptions map[exceptionKey]exception) []Graded {
	service := serviceWords(all)
	var flagged []Graded
	for _, l := range all {
		for i := range l.Entries {
			e := &l.Entries[i]
			x, excepted := exceptions[exceptionKey{e.Name, e.Type}]
			if e.Roles != 0 || e.Flags&(gazetteer.Ambiguous|gazetteer.Never) != 0 || strings.Contains(e.Name, " ") && !excepted {
				continue
			}
			g := Graded{l.File, e.Name, e.Type, productivity(&l, e, lexicon), ""}
			roles := service[normalize.Ortho.Fold(e.Name)]
			if e.Type == "LOC" {
				roles &^= gazetteer.Demonym // بنغازي is the city and its people, and the city far more often
			}
			switch {
			case excepted && x.safe:
			case excepted:
				g.Why = x.why
			case roles != 0:
				g.Why = roles.String()
			case g.Productivity >= threshold(&l, e):
				g.Why = "word"
			}
			if g.Why != "" {
				e.Flags |= gazetteer.Ambiguous
				flagged = append(flagged, g)
			}
		}
	}
	return flagged
}

// serviceWords returns the roles, other than parts of names, that words have in the lists.
func serviceWords(all []List) map[string]gazetteer.Roles {
	service := map[string]gazetteer.Roles{}
	for _, l := range all {
		for _, e := range l.Entries {
			if r := e.Roles &^ (gazetteer.Given | gazetteer.Family | gazetteer.Common); r != 0 {
				service[normalize.Ortho.Fold(e.Name)] |= r
			}
		}
	}
	return service
}

func threshold(l *List, e *gazetteer.Entry) int {
	if l.Fetched() || e.Type == "PER" || e.Type == "LOC" && e.Weight > 0 && e.Weight < tierCore {
		return productiveOther
	}
	return productiveKnown
}

// productivity is that of the word as it is written. Organisations count that of the word without ال too: الحياة the
// newspaper is rare among the lives of a text. Places do not: الكويت, الرياض.
func productivity(l *List, e *gazetteer.Entry, lexicon *Lexicon) int {
	n := lexicon.Productivity(e.Name)
	if e.Type != "LOC" || l.Fetched() {
		n = max(n, lexicon.Resemblance(e.Name))
	}
	return n
}
