package gazetteer

import (
	"github.com/musamma/musamma/gazetteer/internal/index"
	"github.com/musamma/musamma/normalize"
)

// A strictHash is a polynomial hash of the Strict codes of a name, its words joined, signs left out. That of two pieces
// follows from theirs, so a builder folds each word once, and a match need not know how its words were joined.
type strictHash struct {
	sum, pow uint64
}

const strictBase = 0x9e3779b97f4a7c15

func hashStrict(codes []byte) strictHash {
	h := strictHash{0, 1}
	for _, c := range codes {
		h.sum = h.sum*strictBase + uint64(c)
		h.pow *= strictBase
	}
	return h
}

func (h strictHash) join(next strictHash) strictHash {
	return strictHash{h.sum*next.pow + next.sum, h.pow * next.pow}
}

// stored is the form in files.
func (h strictHash) stored() uint32 { return uint32(index.Mix(0, h.sum, 0) >> 32) }

// strictOf returns the stored hash of the words of t from code lo on in tokens [first,last); ok is false where the Form
// of t has no Strict codes.
func strictOf(t *normalize.Text, first, last int, lo int32, article bool) (_ uint32, ok bool) {
	codes := t.StrictCodes()
	if codes == nil {
		return 0, false
	}
	sum := uint64(0)
	if article {
		sum = articleSum
	}
	tokens := t.Tokens()[first:last]
	for i := range tokens {
		k := &tokens[i]
		if k.Kind > normalize.Latin {
			continue
		}
		for _, c := range codes[max(k.Lo, lo):k.Hi] {
			sum = sum*strictBase + uint64(c)
		}
	}
	return strictHash{sum: sum}.stored(), true
}

// OmitsHamza reports whether a match of one word that is not Strict leaves out one hamza or madda on an alef and is else
// spelled as the sense s of it: احمد for أحمد, ان for إن. Such a spelling says less than the entry's and does not speak
// against it, unlike على for علي.
func (g *Gazetteer) OmitsHamza(s Sense, m Match, t *normalize.Text) bool {
	codes := t.StrictCodes()
	if s.Strict || codes == nil || m.Last-m.First != 1 || m.Lo < 0 || m.Lo > m.Hi || int(m.Hi) > len(codes) {
		return false
	}
	codes = codes[m.Lo:m.Hi]
	h := hashStrict(codes)
	if m.Cut&normalize.LiAl != 0 {
		h.sum += articleSum * h.pow
	}
	pow := uint64(1)
	for i := len(codes) - 1; i >= 0; i-- {
		if codes[i] == 0x27 {
			for _, alef := range [...]uint64{0x22, 0x23, 0x25} { // آ أ إ
				if (strictHash{sum: h.sum + (alef-0x27)*pow}).stored() == s.spelling {
					return true
				}
			}
		}
		pow *= strictBase
	}
	return false
}

// articleSum is the hash of ال, which a proclitic لل leaves out. The base wraps around 64 bits, which constant arithmetic
// does not.
var articleSum = hashStrict([]byte{0x27, 0x44}).sum
