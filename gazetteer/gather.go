package gazetteer

import (
	"encoding/binary"
	"math/bits"

	"github.com/musamma/musamma/gazetteer/internal/index"
	"github.com/musamma/musamma/normalize"
)

// A candidate is a reading of a token that may begin a name.
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

// roomy returns the codes of t with the room behind them.
func roomy(t *normalize.Text) []byte {
	codes := t.Codes()
	return codes[:cap(codes)]
}

// keyAt is normalize.KeyOf for at most 16 codes that have 16 bytes of room.
func keyAt(codes []byte, lo, hi int32) normalize.Key {
	p := (*[keyCodes]byte)(codes[uint32(lo):])
	m := &keyMasks[uint32(hi-lo)]
	return normalize.Key{Lo: binary.LittleEndian.Uint64(p[:]) & m.Lo, Hi: binary.LittleEndian.Uint64(p[8:]) & m.Hi}
}

// cutKey is the key of what remains of a word behind a proclitic, its article restored.
func cutKey(k normalize.Key, c normalize.Clitic) normalize.Key {
	if c&normalize.LiAl != 0 {
		return normalize.Key{Lo: k.Lo<<16 | article, Hi: k.Hi<<16 | k.Lo>>48}
	}
	return k
}

// More kinds of tokens, for masks.
const (
	special     = normalize.Break + 1 // out of the ordinary: nothing is known of it
	beforeQuote = normalize.Break + 2 // may be one word with the token behind the quote mark
)

// whole stands beside what the filter says of a token that is ordinary: its hash is known.
const whole = 8

// masks say how the word of the filter is to be taken for a token of each kind: a sign begins no name, but a name may go
// on over it, whatever the filter says.
var masks = [8]struct{ and, or uint8 }{
	normalize.Word: {and: 7, or: whole}, normalize.Number: {and: 7, or: whole}, normalize.Latin: {and: 7, or: whole},
	beforeQuote:     {and: 7, or: whole | index.Later},
	normalize.Punct: {or: whole | index.Later}, normalize.Quote: {or: whole | index.Later}, special: {or: index.Later},
}

// gather finds the readings of a block of tokens that may begin a name: whole words in s.wholes, their number in wholes,
// the others in s.cuts. It returns the token to go on with. A reading may begin a name if the filter says that it is one,
// or that it begins longer ones and that the next token stands later in some. What is tried is what
// normalize.Text.AppendStarts gives, which it asks only for tokens out of the ordinary, three of a hundred: with a quote
// mark behind them, a joiner inside or more than 16 letters.
//
// The loop over all tokens has no branch that depends on the text, but for the rare ones: what cannot be predicted costs
// more than the rest of it.
func (g *Gazetteer) gather(s *scratch, t *normalize.Text, i int) (wholes, next int) {
	tokens := t.Tokens()
	codes := roomy(t)
	ordinary := g.form&deletes == deletes && len(codes)-len(t.Codes()) >= keyCodes
	end := min(i+blockTokens, len(tokens))
	s.block = i
	block := tokens[i:end]
	ids, says, hashes := s.ids[:len(block)], s.says[:len(block)], s.hashes[:len(block)]
	others := s.others[:2*blockTokens]
	count := 0
	vocab, filter := g.vocab, g.filter
	for n := range block {
		k := &block[n]
		says[n] = uint8(k.Kind)
		if k.Kind == normalize.Quote && ordinary && i+n > 0 && isOrdinary(&tokens[i+n-1]) {
			others[count] = ^int32(i + n - 1)
			count++
			says[max(n-1, 0)] = uint8(beforeQuote)
		}
		if !ordinary || !isOrdinary(k) {
			says[n] = uint8(special)
			others[count] = ^int32(i + n)
			count++
			continue
		}
		key := keyAt(codes, k.Lo, k.Hi)
		hashes[n] = vocab.Hash(key.Lo, key.Hi)
		others[count] = int32(i + n)
		count += int(proclitic[uint8(key.Lo)])
	}
	// A loop of its own: it is short, so that more loads of the filter, which miss the first cache, are under way.
	for n := range block {
		m := &masks[says[n]&7]
		what := filter.Says(hashes[n])&m.and | m.or
		says[n], ids[n] = what, index.None-uint32(what/index.Later&1)
	}
	wholes = s.choose(len(block))
	s.readings, s.cuts = s.readings[:0], s.cuts[:0]
	for n, at := range others[:count] {
		if at < 0 {
			continue
		}
		k := &tokens[at]
		rest := shift(keyAt(codes, k.Lo, k.Hi))
		s.rests[n] = vocab.Hash(rest.Lo, rest.Hi)
	}
	for n := range others[:count] {
		s.restSays[n] = filter.Says(s.rests[n])
	}
	for n, at := range others[:count] {
		if at < 0 {
			g.uncommon(s, t, ^at)
			continue
		}
		k := &tokens[at]
		if k.Hi-k.Lo == 1 {
			continue // nothing remains
		}
		letter := codes[k.Lo]
		if begins(s.restSays[n], s.says[int(at)-i+1]) != 0 {
			s.cuts = append(s.cuts, candidate{hash: s.rests[n], first: at, lo: k.Lo + 1, reading: -1, cut: oneCut[letter]})
		}
		if after[letter]&second[codes[k.Lo+1]] != 0 {
			key := keyAt(codes, k.Lo, k.Hi)
			g.twoCuts(s, t, at, key, shift(key))
		}
	}
	return wholes, end
}

// begins is 1 if a token may begin a name, by what the filter says of it and of the next, else 0.
func begins(says, next uint8) int {
	return int((says&index.Terminal | says/index.Inner&(next/index.Later)) & 1)
}

// choose fills wholes from what the filter says of the n tokens of the block, by begins of eight at a time.
func (s *scratch) choose(n int) (wholes int) {
	clear(s.says[n:][:16])
	s.says[n] = index.Later    // what follows the block
	s.says[n-1] |= index.Later // may be joined to it
	for from := 0; from < n; from += 64 {
		set := uint64(0)
		for k := 0; k < 64 && from+k < n; k += 8 {
			says := binary.LittleEndian.Uint64(s.says[from+k:])
			next := binary.LittleEndian.Uint64(s.says[from+k+1:])
			set |= (says | says>>1&(next>>2)) & 0x0101010101010101 * 0x0102040810204080 >> 56 << k
		}
		for ; set != 0; set &= set - 1 {
			s.wholes[wholes] = uint8(from + bits.TrailingZeros64(set))
			wholes++
		}
	}
	return wholes
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

// cut adds a reading if it may begin a name.
func (s *scratch) cut(g *Gazetteer, key normalize.Key, i, lo int32, c normalize.Clitic) {
	if h := g.vocab.Hash(key.Lo, key.Hi); begins(g.filter.Says(h), s.says[int(i)-s.block+1]) != 0 {
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
		if h := g.vocab.Hash(r.Key.Lo, r.Key.Hi); g.filter.Says(h)&(index.Terminal|index.Inner) != 0 {
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
