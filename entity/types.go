package entity

// A Type names the kind of thing that a span refers to. The three below are built in; lists may bring any other.
type Type string

// The types that the built-in evidence knows how to weigh.
const (
	Person       Type = "PER"
	Location     Type = "LOC"
	Organization Type = "ORG"
)

// A Span is one name found in a text. All offsets are half-open byte offsets into the text as it was given.
type Span struct {
	Start, End         int      // the name itself, without proclitics: text[Start:End]
	WordStart, WordEnd int      // the whole words it stands in, proclitics included
	Type               Type     // Person, Location, Organization or a type of a user's list
	Text               string   // text[Start:End], not copied
	Name               string   // the canonical name of the list entry; of a surname alone, the full name; else Text
	ID                 string   // the entry's identifier, or ""
	Evidence           Evidence // why
	Score              float32  // log-odds, summed over the evidence, above the threshold of the Options; 0 with ListedOnly
}
