package gazetteer

import (
	"encoding/binary"
	"slices"

	"github.com/musamma/musamma/gazetteer/internal/index"
	"github.com/musamma/musamma/normalize"
)

// A candidate is a reading of a token that passed the filter.
type candidate struct {
	hash    uint64
	first   int32            // token
	lo      int32            // code that the name begins with
	reading int32            // index into readings, -1: the rest of the token from lo on, with the article of cut
	cut     normalize.Clitic // when reading is -1
}

// The codes of the letters that proclitics are made of.
const (
	codeBeh = 0x28
	codeFeh = 0x41
	codeKaf = 0x43
	codeLam = 0x44
	codeWaw = 0x48
)

// oneCut is the Clitic of a letter that is a proclitic.
var oneCut = [256]normalize.Clitic{
	codeBeh: normalize.Bi, codeFeh: normalize.Fa, codeKaf: normalize.Ka, codeLam: normalize.Li, codeWaw: normalize.Wa,
}

// A second proclitic may follow و and ف, if it is a preposition, and ل, if it is the ل of ال: the bits of the letters.
const (
	asPreposition = 1
	asLam         = 2
)

var (
	second = [256]uint8{codeBeh: asPreposition, codeKaf: asPreposition, codeLam: asPreposition | asLam}
	after  = [256]uint8{codeWaw: asPreposition, codeFeh: asPreposition, codeLam: asLam}
	// proclitic is 1 for the letters of oneCut.
	proclitic = [256]uint8{codeBeh: 1, codeFeh: 1, codeKaf: 1, codeLam: 1, codeWaw: 1}
)

const (
	keyCodes = 16     // that a normalize.Key holds exactly
	article  = 0x4427 // ال in the low bytes of a key
	deletes  = normalize.Marks | normalize.Tatweel | normalize.Invisible
)

// keyMasks keep the first n codes of 16.
var keyMasks = func() (m [keyCodes + 1]normalize.Key) {
	for n := range m {
		m[n] = normalize.Key{Lo: ^uint64(0), Hi: ^uint64(0)}
		if n < 8 {
			m[n] = normalize.Key{Lo: 1<<(8*n) - 1}
		} else if n < 16 {
			m[n].Hi = 1<<(8*n-64) - 1
		}
	}
	return m
}()

// keyAt is normalize.KeyOf for at most 16 codes that have 16 bytes of room.
func keyAt(codes []byte, lo, hi int32) normalize.Key {
	p := codes[lo : lo+keyCodes : lo+keyCodes]
	m := &keyMasks[hi-lo]
	return normalize.Key{Lo: binary.LittleEndian.Uint64(p) & m.Lo, Hi: binary.LittleEndian.Uint64(p[8:]) & m.Hi}
}

// cutKey is the key of what remains of a word behind a proclitic, its article restored.
func cutKey(k normalize.Key, c normalize.Clitic) normalize.Key {
	if c&normalize.LiAl != 0 {
		return normalize.Key{Lo: k.Lo<<16 | article, Hi: k.Hi<<16 | k.Lo>>48}
	}
	return k
}

// gather finds the readings of a block of tokens that pass the filter: whole words in s.whole, their number in wholes,
// the others in s.cuts. It returns the token to go on with. What it finds is what normalize.Text.AppendStarts gives,
// which it asks only for tokens out of the ordinary, three of a hundred: with a quote mark behind them, a joiner inside
// or more than 16 letters.
//
// A candidate is always written and then kept or not by adding 0 or 1: whether a token passes cannot be predicted, and a
// wrong guess costs more than the rest of the loop.
func (g *Gazetteer) gather(s *scratch, t *normalize.Text, i int) (wholes, next int) {
	tokens := t.Tokens()
	codes := t.Codes()
	ordinary := g.form&deletes == deletes && cap(codes)-len(codes) >= keyCodes
	codes = codes[:cap(codes)]
	end := min(i+blockTokens, len(tokens))
	s.block = i
	ids := s.ids[:end-i]
	special := s.special[:2*blockTokens]
	specials := 0
	vocab, filter := g.vocab, g.filter
	for n := range ids {
		i := s.block + n
		k := &tokens[i]
		ids[n] = unknown
		if k.Kind > normalize.Latin {
			if k.Kind == normalize.Quote && i > 0 && ordinary && isOrdinary(&tokens[i-1]) {
				special[specials] = ^int32(i - 1) // the word before may be joined to the one behind
				specials++
			}
			continue
		}
		if !ordinary || !isOrdinary(k) {
			special[specials] = ^int32(i)
			specials++
			continue
		}
		ids[n] = index.None
		key := keyAt(codes, k.Lo, k.Hi)
		h := vocab.Hash(key.Lo, key.Hi)
		c := &s.whole[wholes]
		c.hash, c.first = h, int32(i)
		wholes += filter.Count(h)
		special[specials] = int32(i)
		specials += int(proclitic[uint8(key.Lo)])
	}
	s.readings, s.cuts = s.readings[:0], s.cuts[:0]
	for _, at := range special[:specials] {
		if at < 0 {
			g.uncommon(s, t, ^at)
			continue
		}
		k := &tokens[at]
		key := keyAt(codes, k.Lo, k.Hi)
		rest := shift(key)
		s.cuts = slices.Grow(s.cuts, 1)
		n := len(s.cuts)
		c := &s.cuts[:n+1][n]
		c.hash, c.first, c.lo, c.reading, c.cut = vocab.Hash(rest.Lo, rest.Hi), at, k.Lo+1, -1, oneCut[uint8(key.Lo)]
		if rest.Lo == 0 {
			continue // nothing remains
		}
		s.cuts = s.cuts[:n+filter.Count(c.hash)]
		if after[uint8(key.Lo)]&second[uint8(rest.Lo)] != 0 {
			g.twoCuts(s, t, at, key, rest)
		}
	}
	return wholes, end
}

// twoCuts adds the readings of a word with two proclitics, or with لل.
func (g *Gazetteer) twoCuts(s *scratch, t *normalize.Text, i int32, key, rest normalize.Key) {
	k := &t.Tokens()[i]
	lo := k.Lo + 1
	con := oneCut[uint8(key.Lo)]
	if con == normalize.Li {
		con = normalize.Whole
	} else {
		prep := oneCut[uint8(rest.Lo)]
		key, rest, lo = rest, shift(rest), lo+1
		if rest.Lo == 0 {
			return
		}
		s.cut(g, rest, i, lo, con|prep)
		if prep != normalize.Li || uint8(rest.Lo) != codeLam {
			return
		}
	}
	if shift(rest).Lo == 0 {
		return
	}
	if k.Hi-lo+2 > keyCodes { // the restored article makes more than 16 letters
		g.uncommon(s, t, i)
		return
	}
	s.cut(g, restored(rest), i, lo, con|normalize.LiAll)
	s.cut(g, restored(shift(rest)), i, lo+1, con|normalize.LiAl)
}

// cut adds a reading if it passes the filter.
func (s *scratch) cut(g *Gazetteer, key normalize.Key, i, lo int32, c normalize.Clitic) {
	if h := g.vocab.Hash(key.Lo, key.Hi); g.filter.Count(h) != 0 {
		s.cuts = append(s.cuts, candidate{hash: h, first: i, lo: lo, reading: -1, cut: c})
	}
}

// uncommon adds the readings of a token that the fast way leaves out: all of a token that is not ordinary, those that
// restore an article before more than 14 letters, and those that are joined by an apostrophe.
func (g *Gazetteer) uncommon(s *scratch, t *normalize.Text, i int32) {
	from := len(s.readings)
	s.readings = t.AppendStarts(s.readings, int(i))
	k := &t.Tokens()[i]
	ordinary := g.form&deletes == deletes && isOrdinary(k)
	for n := from; n < len(s.readings); n++ {
		r := &s.readings[n]
		if ordinary && r.Next == i+1 && (r.Cut&normalize.LiAl == 0 || r.Hi-r.Lo+2 <= keyCodes) {
			continue
		}
		if h := g.vocab.Hash(r.Key.Lo, r.Key.Hi); g.filter.Count(h) != 0 {
			s.cuts = append(s.cuts, candidate{hash: h, first: i, lo: r.Lo, reading: int32(n), cut: r.Cut})
		}
	}
}

// isOrdinary reports whether the readings of a word, but for those joined by an apostrophe, can be made by shifting its
// key.
func isOrdinary(k *normalize.Token) bool {
	return uint32(k.Hi-k.Lo) <= keyCodes && k.Flags&normalize.Soft == 0
}

// restored is a key with ال before it; cutKey restores it where the Clitic says so.
func restored(k normalize.Key) normalize.Key { return cutKey(k, normalize.LiAl) }

// shift cuts the first code of a key.
func shift(k normalize.Key) normalize.Key {
	return normalize.Key{Lo: k.Lo>>8 | k.Hi<<56, Hi: k.Hi >> 8}
}
