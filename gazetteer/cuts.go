package gazetteer

import (
	"slices"

	"github.com/musamma/musamma/gazetteer/internal/index"
	"github.com/musamma/musamma/normalize"
)

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

// candidates fills s.cuts, in the order of the text, with the readings of twice, words of the block, behind more than a
// proclitic of one letter and with all readings of rare, tokens out of the ordinary.
func (g *Gazetteer) candidates(s *scratch, t *normalize.Text, rare []int32, twice []uint8) {
	s.readings, s.cuts = s.readings[:0], s.cuts[:0]
	for _, n := range twice {
		i := int32(s.block) + int32(n)
		for ; len(rare) > 0 && rare[0] < i; rare = rare[1:] {
			g.uncommon(s, t, rare[0])
		}
		g.twoCuts(s, t, i)
	}
	for _, i := range rare {
		g.uncommon(s, t, i)
	}
}

// twoCuts adds the readings of a word with two proclitics, or with لل.
func (g *Gazetteer) twoCuts(s *scratch, t *normalize.Text, i int32) {
	k := &t.Tokens()[i]
	key := keyAt(roomy(t), k.Lo, k.Hi)
	rest, lo := shift(key), k.Lo+1
	con := oneCut[uint8(key.Lo)]
	if con == normalize.Li {
		con = normalize.Whole
	} else {
		prep := oneCut[uint8(rest.Lo)]
		key, rest, lo = rest, shift(rest), lo+1
		if rest.Lo == 0 {
			return
		}
		g.try(s, rest, i, lo, con|prep)
		if prep != normalize.Li || uint8(rest.Lo) != codeLam {
			return
		}
	}
	if shift(rest).Lo == 0 {
		return
	}
	for _, c := range [...]normalize.Clitic{normalize.LiAll, normalize.LiAl} {
		if k.Hi-lo+2 > keyCodes { // the restored article makes more than 16 letters
			g.tryLong(s, t, normalize.Start{Lo: lo, Hi: k.Hi, Next: i + 1, Cut: con | c})
		} else {
			g.try(s, restored(rest), i, lo, con|c)
		}
		rest, lo = shift(rest), lo+1
	}
}

// tryLong adds a reading of one token whose key is a hash, if it may begin a name.
func (g *Gazetteer) tryLong(s *scratch, t *normalize.Text, r normalize.Start) {
	s.codes = t.AppendStartCodes(s.codes[:0], r)
	r.Key = normalize.KeyOf(s.codes)
	h := g.vocab.Hash(r.Key.Lo, r.Key.Hi)
	if may := g.filter.Says(h) & (index.Terminal | index.Inner); may != 0 {
		s.add(h, may, r.Next-1, r.Lo, int32(len(s.readings)), r.Cut)
		s.readings = append(s.readings, r)
	}
}

// try adds a reading, given by its key, if it may begin a name.
func (g *Gazetteer) try(s *scratch, k normalize.Key, i, lo int32, c normalize.Clitic) {
	h := g.vocab.Hash(k.Lo, k.Hi)
	if may := begins(uint64(g.filter.Says(h)), uint64(s.says[int(i)-s.block+1])); may != 0 {
		s.add(h, uint8(may), i, lo, -1, c)
	}
}

// add adds a reading, given by its hash and what it may be. It is made in place, as everything that is added for a match:
// what is built elsewhere and copied waits for its own bytes.
func (s *scratch) add(hash uint64, may uint8, i, lo, reading int32, c normalize.Clitic) {
	n := len(s.cuts)
	s.cuts = slices.Grow(s.cuts, 1)[:n+1]
	at := &s.cuts[n]
	at.hash, at.may, at.first, at.lo, at.reading, at.cut, at.matches = hash, may, i, lo, reading, c, none
}

// uncommon adds the readings of a token that the fast way leaves out: all of a token that is not ordinary, and those that
// are joined by an apostrophe.
func (g *Gazetteer) uncommon(s *scratch, t *normalize.Text, i int32) {
	from := len(s.readings)
	s.readings = t.AppendStarts(s.readings, int(i))
	k := &t.Tokens()[i]
	ordinary := g.form&deletes == deletes && isOrdinary(k)
	for n := from; n < len(s.readings); n++ {
		r := &s.readings[n]
		if ordinary && r.Next == i+1 {
			continue
		}
		h := g.vocab.Hash(r.Key.Lo, r.Key.Hi)
		if may := g.filter.Says(h) & (index.Terminal | index.Inner); may != 0 {
			s.add(h, may, i, r.Lo, int32(n), r.Cut)
		}
	}
}

// restored is a key with ال before it; cutKey restores it where the Clitic says so.
func restored(k normalize.Key) normalize.Key { return cutKey(k, normalize.LiAl) }

// shift cuts the first code of a key.
func shift(k normalize.Key) normalize.Key {
	return normalize.Key{Lo: k.Lo>>8 | k.Hi<<56, Hi: k.Hi >> 8}
}
