package gazetteer

import (
	"encoding/binary"

	"github.com/musamma/musamma/gazetteer/internal/index"
	"github.com/musamma/musamma/normalize"
)

// A candidate is a reading of any other kind that may begin a name.
type candidate struct {
	hash    uint64
	first   int32 // token
	lo      int32 // code that the name begins with
	reading int32 // index into readings, -1: the rest of the token from lo on, with the article of cut
	cut     normalize.Clitic
	may     uint8 // as in readings
	matches chain
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

// isHashed stands beside what the filter says of a token that is ordinary: its hash is known.
const isHashed = 8

// masks say how the word of the filter is to be taken for a token of each kind: a sign begins no name, but a name may go
// on over it, whatever the filter says.
var masks = [8]struct{ and, or uint8 }{
	normalize.Word: {and: 7, or: isHashed}, normalize.Number: {and: 7, or: isHashed}, normalize.Latin: {and: 7, or: isHashed},
	beforeQuote:     {and: 7, or: isHashed | index.Later},
	normalize.Punct: {or: isHashed | index.Later}, normalize.Quote: {or: isHashed | index.Later}, special: {or: index.Later},
}

// gather finds the readings of a block of tokens that may begin a name: in s.whole, in s.cut and the rest in s.cuts. It
// returns the token to go on with. A reading may begin a longer name if the filter says that it does, and that the next
// token stands later in some. What is tried is what normalize.Text.AppendStarts gives, which it asks only for tokens out
// of the ordinary, three of a hundred: with a quote mark behind them, a joiner inside or more than 16 letters.
//
// The loops have no branch that depends on the text, but for the rare ones: what cannot be predicted costs more than the
// rest of it.
func (g *Gazetteer) gather(s *scratch, t *normalize.Text, i int) (next int) {
	tokens := t.Tokens()
	codes := roomy(t)
	ordinary := g.form&deletes == deletes && len(codes)-len(t.Codes()) >= keyCodes
	end := min(i+blockTokens, len(tokens))
	s.block = i
	block := tokens[i:end]
	says, hashes := s.says[:len(block)], s.whole.hashes[:len(block)]
	rare, cuts := 0, uint(0)
	vocab, filter := g.vocab, g.filter
	for n := range block {
		k := &block[n]
		says[n] = uint8(k.Kind)
		if k.Kind == normalize.Quote && ordinary && i+n > 0 {
			if p := &tokens[i+n-1]; p.Kind == normalize.Word && isOrdinary(p) {
				s.rare[rare] = int32(i + n - 1)
				rare++
				if n > 0 {
					says[n-1] = uint8(beforeQuote)
				}
			}
		}
		if !ordinary || !isOrdinary(k) {
			says[n] = uint8(special)
			s.rare[rare] = int32(i + n)
			rare++
			continue
		}
		key := keyAt(codes, k.Lo, k.Hi)
		hashes[n] = vocab.Hash(key.Lo, key.Hi)
		s.cut.at[cuts%blockTokens] = uint8(n)
		cuts += uint(proclitic[uint8(key.Lo)]) & uint(min(k.Hi-k.Lo-1, 1)) // of one letter nothing remains
	}
	twice := uint(0)
	for c, n := range s.cut.at[:cuts] {
		k := &block[n]
		key := keyAt(codes, k.Lo+1, k.Hi)
		s.cut.hashes[c] = vocab.Hash(key.Lo, key.Hi)
		s.twice[twice%blockTokens] = n
		twice += uint(after[codes[k.Lo]]&second[uint8(key.Lo)]+1) >> 1
	}
	// Loops of their own: they are short, so that more loads of the filter, which miss the first cache, are under way.
	for n := range block {
		m := &masks[says[n]&7]
		says[n] = filter.Says(hashes[n])&m.and | m.or
	}
	clear(s.says[len(block):][:16])
	s.says[len(block)] = index.Later    // what follows the block
	s.says[len(block)-1] |= index.Later // may be joined to it
	for n := 0; n < len(block); n += 8 {
		binary.LittleEndian.PutUint64(s.whole.may[n:], begins(binary.LittleEndian.Uint64(s.says[n:]), binary.LittleEndian.Uint64(s.says[n+1:])))
	}
	for n := range s.cut.hashes[:cuts] {
		s.cut.may[n] = uint8(begins(uint64(filter.Says(s.cut.hashes[n])), uint64(s.says[int(s.cut.at[n])+1])))
	}
	if s.known != nil {
		s.leaveOut(len(block), int(cuts))
	}
	s.whole.choose(len(block))
	s.cut.choose(int(cuts))
	g.candidates(s, t, s.rare[:rare], s.twice[:twice])
	return end
}

// leaveOut takes back that readings of known tokens of the block may be names, so that they are not looked up for it.
func (s *scratch) leaveOut(block, cuts int) {
	known := s.known[s.block:][:block]
	for n := range known {
		s.whole.may[n] &^= terminalIf(known[n])
	}
	for n, at := range s.cut.at[:cuts] {
		s.cut.may[n] &^= terminalIf(known[at])
	}
}

// terminalIf is compiled without a branch.
func terminalIf(known bool) (t uint8) {
	if known {
		t = index.Terminal
	}
	return t
}

// begins returns Terminal if a token may be a name and Inner if it may begin a longer one, by what the filter says of it
// and of the next: in eight bytes for eight tokens, or in one.
func begins(says, next uint64) uint64 {
	const each = 0x0101010101010101
	return says & (index.Terminal*each | next/(index.Later/index.Inner)&(index.Inner*each))
}

// isOrdinary reports whether the readings of a word, but for those joined by an apostrophe, can be made by shifting its
// key.
func isOrdinary(k *normalize.Token) bool {
	return uint32(k.Hi-k.Lo) <= keyCodes && k.Flags&normalize.Soft == 0
}
