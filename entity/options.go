package entity

import (
	"errors"
	"fmt"
	"math"

	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/normalize"
)

// Options say what an Extractor reports. The zero value, like a nil pointer, asks for the default.
type Options struct {
	// Types are the types to report; nil means all.
	Types []Type
	// ListedOnly reports the longest listed names and nothing else: no evidence is weighed, nothing is inferred.
	ListedOnly bool
	// Approximate also finds listed names that the text nearly spells: جوتيريش for غوتيريس, by the rules of package
	// gazetteer/spelling, alone or as one or more words of a longer name. Such a span has the entry's Name and ID and the
	// reason "approximate". A word is taken for another only if it has five letters or more without its article and is
	// nothing as it stands: no name or part of a name, no word of the lexicon or a form of one, no title, head or demonym;
	// and it is never taken for an Ambiguous entry, nor for a name that is an ordinary word of several forms. So the lists
	// should come with a lexicon, as the built-in ones do. The evidence for such a span must be better than for others,
	// unless the name is long or has several words; with ListedOnly there is no evidence, and every such name counts.
	//
	// New then takes a seventh of a second more for a million different words of the names, and the Extractor 12 to 16
	// bytes for each that has five letters or more: 12 milliseconds and 0.8 MB for the built-in lists. News takes about a
	// third more time, text full of misspelt names a multiple.
	Approximate bool
	// Nested also reports the listed names that lie inside a reported span.
	Nested bool
	// Precise trades recall for precision: spans need 1.5 log-odds more.
	Precise bool
	// Threshold is added to the log-odds that a span needs; 0 is balanced.
	Threshold float64
	// NoStateBodies leaves out bodies of state (الجيش السوري، الحكومة اللبنانية، وزارة الخارجية الروسية), as some
	// annotation guidelines do. Those of a user's own lists stay.
	NoStateBodies bool
	// PlaceHeads takes the head noun before a place that stays outside by default into the span: مدينة حلب, not حلب.
	PlaceHeads bool
	// KeepLam begins the span of a name behind لل with its lam: لأسد in للأسد, not أسد.
	KeepLam bool
	// Weights replace the weights of the named facts; see Evidence and the file weights.tsv.
	Weights map[string]float64
}

// preciseMargin is what the precise profile asks beyond the threshold: P 92, R 64 on the news it was chosen on, without bodies
// of state.
const preciseMargin = 1.5

// The types by number. A user's types follow.
const (
	typePerson uint8 = iota
	typeLocation
	typeOrganization
	typeOther
)

// An Extractor finds names. It is immutable and safe for concurrent use. Each goroutine that uses it at a time takes about
// 1.3 MiB of memory and 170 bytes a token of the longest segment, which are kept for the next call.
type Extractor struct {
	layers  []*gazetteer.Gazetteer
	near    []*gazetteer.Near // a layer, with Options.Approximate
	form    normalize.Form
	names   []Type    // by type number
	types   [][]uint8 // layer, type of the layer → type number
	cues    [][]cueID
	graded  []bool
	unkept  normalize.TokenFlags // of the words that a document does not keep as lexemes
	wanted  []bool               // by type number
	weights weights
	limit   float32
	bounds  [typeOther + 1]bounds

	listedOnly, nested, noStateBodies, placeHeads, keepLam bool

	pool documentPool
}

// maxNumber is how many layers, and how many types, an Extractor can have: candidates keep their numbers in a byte.
const maxNumber = 255

// ErrForms is returned by New for gazetteers that were built with different Forms.
var ErrForms = errors.New("entity: the gazetteers have different forms")

// New returns an Extractor over the layers of gazetteers. An earlier layer wins where two say the same of the same
// words. Layers of different Forms give an error that wraps ErrForms; a name in Options.Weights that no fact has, a weight or
// threshold that is no number, a nil layer, more than 255 layers, and layers with more than 252 types beside the three built-in ones
// give an error too. The Options are copied; the gazetteers must stay open as long as the Extractor is used.
func New(opts *Options, layers ...*gazetteer.Gazetteer) (*Extractor, error) {
	if opts == nil {
		opts = &Options{}
	}
	x := &Extractor{
		layers:        layers,
		form:          normalize.Ortho,
		unkept:        normalize.Soft, // its parts are words
		names:         []Type{Person, Location, Organization},
		limit:         float32(opts.Threshold),
		listedOnly:    opts.ListedOnly,
		nested:        opts.Nested,
		noStateBodies: opts.NoStateBodies,
		placeHeads:    opts.PlaceHeads,
		keepLam:       opts.KeepLam,
	}
	if opts.Precise {
		x.limit += preciseMargin
	}
	if math.IsNaN(opts.Threshold) {
		return nil, errors.New("entity: the threshold is no number")
	}
	if len(layers) > maxNumber {
		return nil, fmt.Errorf("entity: %d gazetteers, limit %d", len(layers), maxNumber)
	}
	for i, g := range layers {
		switch {
		case g == nil:
			return nil, fmt.Errorf("entity: gazetteer %d of %d is nil", i+1, len(layers))
		case i == 0:
			x.form = g.Form()
		case g.Form() != x.form:
			return nil, fmt.Errorf("%w: %v and %v", ErrForms, x.form, g.Form())
		}
		x.addLayer(g)
		if len(x.names) > maxNumber {
			return nil, fmt.Errorf("entity: the gazetteers have more than %d types beside the built-in ones", maxNumber-typeOther)
		}
		if opts.Approximate {
			x.near = append(x.near, gazetteer.NewNear(g))
		}
	}
	x.wanted = make([]bool, len(x.names))
	for i, t := range x.names {
		x.wanted[i] = opts.Types == nil
		for _, w := range opts.Types {
			x.wanted[i] = x.wanted[i] || w == t
		}
	}
	var err error
	if x.weights, err = defaultWeights(opts.Weights); err != nil {
		return nil, err
	}
	x.bounds = x.weights.bounds()
	return x, nil
}

// addLayer maps a gazetteer's types and cues to numbers that all layers share.
func (x *Extractor) addLayer(g *gazetteer.Gazetteer) {
	types := make([]uint8, len(g.Types()))
	for i, t := range g.Types() {
		types[i] = x.typeNumber(Type(t))
	}
	cues := make([]cueID, len(g.Cues()))
	for i, c := range g.Cues() {
		cues[i] = cueNumbers[c]
	}
	x.types = append(x.types, types)
	x.cues = append(x.cues, cues)
	x.graded = append(x.graded, g.Graded())
	if g.ComparesMarks() {
		x.unkept |= normalize.Marked
	}
}

func (x *Extractor) typeNumber(t Type) uint8 {
	for i, n := range x.names {
		if n == t {
			return uint8(i)
		}
	}
	x.names = append(x.names, t)
	return uint8(len(x.names) - 1)
}
