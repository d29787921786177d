package normalize

// A Kind says what a token is made of. A change of kind ends a token: وBBC is two, الـ14 is two.
type Kind uint8

const (
	// Word is a run of letters of the Arabic script with their marks.
	Word Kind = iota
	// Number is a run of digits; an Arabic decimal or thousands separator between digits is inside (N28).
	Number
	// Latin is a run of letters of any other script.
	Latin
	// Punct is one sign, or one ill-formed byte.
	Punct
	// Quote is one quotation mark or apostrophe. Which one is not told: texts mix them (N28).
	Quote
	// Break is a run of white space from its first line end on.
	Break
)

var kindNames = [...]string{"Word", "Number", "Latin", "Punct", "Quote", "Break"}

// String returns the name of the constant.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "Kind(?)"
}

// TokenFlags is a set of what is known of a token beside its codes.
type TokenFlags uint8

const (
	// Glued: no white space stands between the token and the one before.
	Glued TokenFlags = 1 << iota
	// Marked: the token has harakat, shadda or superscript alef.
	Marked
	// Tanween: fathatan stands on the last letter, or on the one before a bare final alef or alef maqsura: درعاً, درعًا, هدًى.
	Tanween
	// Soft: a zero-width joiner or non-joiner stands between two letters of the token (N24); see Text.Piece.
	Soft
	// YehAmbiguous: the last letter is a Farsi yeh or its like, which writes both ي and ى (N13): علی is علي or على.
	YehAmbiguous
	// Para: a Break with an empty line.
	Para

	plain // every two bytes of the source are one code
)

// A Token is a word, a number, a sign or a line end of a text.
type Token struct {
	Start, End int32 // bytes of the source. End is after the marks that follow and before tatweel and invisible signs (O1, O2)
	Lo, Hi     int32 // its codes: Text.Codes()[Lo:Hi]
	Kind       Kind
	Flags      TokenFlags
}
