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
	ordinary := g.shiftsKeys(t)
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
		if k.Kind == normalize.Quote && ordinary && i+n > 0 {
			if p := &tokens[i+n-1]; p.Kind == normalize.Word && isOrdinary(p) {
				others[count] = ^int32(i + n - 1)
				count++
				if n > 0 {
					says[n-1] = uint8(beforeQuote)
				}
			}
		}
		if s.isTold(int32(i + n)) {
			others[count] = int32(i + n)
			count += int(s.told[i+n] & toldCuts)
			continue
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
		if s.isTold(int32(i + n)) {
			says[n], ids[n] = s.told[i+n].says()|m.or&^whole, s.told[i+n].id()
			continue
		}
		what := filter.Says(hashes[n])&m.and | m.or
		says[n], ids[n] = what, index.None-uint32(what/index.Later&1) // unknown or None
	}
	wholes = s.choose(len(block))
	g.gatherCuts(s, t, others[:count])
	return wholes, end
}

// begins reports whether a token may begin a name, by what the filter says of it and of the next.
func begins(says, next uint8) bool {
	return says&index.Terminal != 0 || says&index.Inner != 0 && next&index.Later != 0
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

// shiftsKeys reports whether words of t can be ordinary: a letter is one code, and the codes have room behind them.
func (g *Gazetteer) shiftsKeys(t *normalize.Text) bool {
	return g.form&deletes == deletes && cap(t.Codes())-len(t.Codes()) >= keyCodes
}

// isOrdinary reports whether the readings of a word, but for those joined by an apostrophe, can be made by shifting its
// key.
func isOrdinary(k *normalize.Token) bool {
	return uint32(k.Hi-k.Lo) <= keyCodes && k.Flags&normalize.Soft == 0
}
