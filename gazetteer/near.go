package gazetteer

import (
	"cmp"
	"math/bits"
	"slices"
	"sync"

	"github.com/musamma/musamma/gazetteer/spelling"
	"github.com/musamma/musamma/normalize"
)

// A Near finds the names of a Gazetteer that a text nearly spells, by the rules of package spelling: جوتيريس for غوتيريس.
// It is immutable and safe for use by several goroutines at once.
//
// It holds the tokens of the names by their sound: 12 to 16 bytes for every token of five letters or more without its
// article. A token of more than 16 letters is near none.
type Near struct {
	g      *Gazetteer
	shift  int         // leaves of a sound the number of its bucket
	starts []uint32    // of the buckets in tokens, and the end
	tokens []heardSlot // by bucket, then by slot

	scratch sync.Pool // *nearScratch
}

// A heardSlot is a slot of the vocabulary and the low half of the sound of its token.
type heardSlot struct{ sound, slot uint32 }

const (
	// maxHeard bounds the tokens that a word is compared with, whatever the lists: words of one sound may be many. Those
	// of its own sound come first.
	maxHeard = 256
	// maxLooked bounds them together with those of another sound that stand in the same buckets.
	maxLooked = 4 * maxHeard
	// maxNear is how many tokens near a word are followed, the nearest ones.
	maxNear = 16
)

// NewNear makes the index, in about a seventh of a second for a million tokens. g must stay open as long as it is used.
func NewNear(g *Gazetteer) *Near {
	n := &Near{g: g}
	count := 0
	n.each(func(uint64, uint32) { count++ })
	width := min(bits.Len(uint(count)), 31)
	n.shift = 64 - width
	n.starts = make([]uint32, 1<<width+2)
	n.tokens = make([]heardSlot, count)
	n.each(func(sound uint64, _ uint32) { n.starts[n.bucket(sound)+2]++ })
	for i := 2; i < len(n.starts); i++ {
		n.starts[i] += n.starts[i-1]
	}
	n.each(func(sound uint64, slot uint32) {
		at := &n.starts[n.bucket(sound)+1]
		n.tokens[*at] = heardSlot{uint32(sound), slot}
		*at++
	})
	return n
}

// each calls f for the tokens that may be near a word.
func (n *Near) each(f func(sound uint64, slot uint32)) {
	var buf [keyCodes]byte
	for slot := range n.g.vocab.Slots() {
		lo, hi := n.g.vocab.Key(slot)
		key := normalize.Key{Lo: lo, Hi: hi}
		if lo == 0 || !key.Exact() || !isArabic(byte(lo)) {
			continue
		}
		if w := appendKey(buf[:0], key); spelling.Letters(w) >= spelling.MinLetters {
			f(spelling.Sound(w), slot)
		}
	}
}

func (n *Near) bucket(sound uint64) uint64 { return sound >> n.shift }

// isArabic reports whether a token that begins with a code is a word of letters from ء on.
func isArabic(code byte) bool { return code >= 0x21 }

// appendKey appends the codes of an exact key.
func appendKey(dst []byte, k normalize.Key) []byte {
	for ; k.Lo != 0; k = shift(k) {
		dst = append(dst, byte(k.Lo))
	}
	return dst
}

// Bytes returns how much memory the index takes beside the Gazetteer.
func (n *Near) Bytes() int { return 4*len(n.starts) + 8*len(n.tokens) }

// A nearToken is a token of the vocabulary and how far it is from a word of the text.
type nearToken struct {
	key      normalize.Key
	slot     uint32
	distance int32
}

// lookup appends the tokens near a word to s.tokens, the nearest first, and returns how many it looked at.
func (n *Near) lookup(s *nearScratch, word []byte) (looked int) {
	if len(word) > keyCodes+3 || spelling.Letters(word) < spelling.MinLetters || !isArabic(word[0]) {
		return 0
	}
	from, compared := len(s.tokens), 0
	s.sounds = spelling.AppendSounds(s.sounds[:0], word)
	for i, sound := range s.sounds {
		b := n.bucket(sound)
		heard := n.tokens[n.starts[b]:n.starts[b+1]]
		if len(heard) == 0 || slices.Contains(s.sounds[:i], sound) {
			continue
		}
		for _, h := range heard {
			if compared == maxHeard || looked == maxLooked {
				break
			}
			if looked++; h.sound != uint32(sound) {
				continue
			}
			compared++
			lo, hi := n.g.vocab.Key(h.slot)
			key := normalize.Key{Lo: lo, Hi: hi}
			s.letters = appendKey(s.letters[:0], key)
			if distance, ok := spelling.Near(word, s.letters); ok {
				s.tokens = append(s.tokens, nearToken{key, h.slot, int32(distance)})
			}
		}
	}
	found := s.tokens[from:]
	if len(found) > 1 {
		slices.SortFunc(found, func(a, b nearToken) int {
			return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(a.key.Lo, b.key.Lo), cmp.Compare(a.key.Hi, b.key.Hi))
		})
		found = slices.Compact(found)
		s.tokens = s.tokens[:from+min(len(found), maxNear)]
	}
	return looked
}
