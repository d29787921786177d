package entity

import "github.com/musamma/musamma/normalize"

// A lexeme is what a spelling tells, whatever stands around it: what the lexicon says of it, its senses and its class. A
// document keeps some from text to text: four of five words of news have been seen shortly before, and to look one up in
// the lists and the lexicon anew takes several times as long. A lexeme is packed into half a cache line, so that a pair of
// them is one load, and the same room holds twice as many as of spelled.
type lexeme struct {
	key          normalize.Key // Strict
	tells        uint64        // see pack
	names        uint32        // the numbers of its listed names begin here in lexicon.names
	cut          uint16        // see pack
	productivity int8
	read         uint8 // isRead, tellingFlags and the count of its names
}

const (
	lexemeBits = 15 // 32,768 lexemes: 1 MiB. Of the words of mixed news 8,192 hold 68 %, 16,384 77 %, these 86 %
	ringBits   = 12 // 4,096 names: 128 KiB; one of fifteen words of news is a listed name
	maxKept    = 16 // a word of more names is read anew each time
)

// A lexicon holds lexemes in pairs by the hashes of their keys, and their names in a ring, of which the oldest are
// overwritten. A new lexeme takes the second place of its pair, and the first one when it is recalled, so that rare words
// drive out rare words: of single places the same room would hold 83 % of the words of mixed news. The garbage collector
// need not look into them.
type lexicon struct {
	lexemes *[1 << (lexemeBits - 1)][2]lexeme
	names   *[1 << ringBits]named // of a token at code 0, which is token 0
	head    uint32                // number of the next name
}

func newLexicon() lexicon {
	return lexicon{lexemes: new([1 << (lexemeBits - 1)][2]lexeme), names: new([1 << ringBits]named)}
}

// hashOf returns a hash of a key whose high bits are the best ones.
func hashOf(k normalize.Key) uint64 { return (k.Lo ^ k.Hi*0xC2B2AE3D27D4EB4F) * 0x9E3779B97F4A7C15 }

// pair returns the places for the lexeme of a key.
func (l *lexicon) pair(k normalize.Key) *[2]lexeme { return &l.lexemes[hashOf(k)>>(65-lexemeBits)] }

// recall makes token i the word that it was when it was read before, and appends its names. It reports whether it was.
func (d *document) recall(i int, t *normalize.Token) bool {
	k := d.strictKey(int32(i))
	lex := &d.lexicon
	p := lex.pair(k)
	e := &p[0]
	if e.key != k {
		if p[1].key != k {
			return false
		}
		p[0], p[1] = p[1], p[0]
	}
	count := uint32(e.read & countNames)
	if t.Flags&d.x.unkept != 0 || e.read&^countNames != readWith(t.Flags) || count > 0 && lex.head-e.names > uint32(len(lex.names)) {
		return false
	}
	d.recalled[i] = true
	e.unpack(&d.words[i].spelled, t.Lo)
	for k := range count {
		d.names = append(d.names, lex.names[(e.names+k)%uint32(len(lex.names))])
		n := &d.names[len(d.names)-1]
		n.first, n.last, n.lo, n.hi = int32(i), int32(i+1), n.lo+t.Lo, n.hi+t.Lo
	}
	return true
}

// keep remembers token i, of which nothing but its own senses is known yet. d.names[from] is the first name that does not
// begin before a token before it; keep returns that of token i.
func (d *document) keep(i int, t *normalize.Token, from int) int {
	for from < len(d.names) && int(d.names[from].first) < i {
		from++
	}
	k, w := d.strictKey(int32(i)), &d.words[i]
	if t.Flags&d.x.unkept != 0 || !k.Exact() || !d.isSettled(w) {
		return from
	}
	lex := &d.lexicon
	if lex.head >= 1<<31 { // after some milliards of words
		clear(lex.lexemes[:])
		lex.head = 0
	}
	p := lex.pair(k)
	e := &p[0]
	if e.key != k {
		e = &p[1]
		e.key = k
	}
	e.pack(&w.spelled, t.Lo)
	e.names = lex.head
	count := uint8(0)
	for k := from; k < len(d.names) && int(d.names[k].first) == i; k++ {
		n := d.names[k]
		if n.last-n.first > 1 {
			continue
		}
		if count == maxKept {
			e.read = 0
			return from
		}
		n.first, n.last, n.lo, n.hi = 0, 1, n.lo-t.Lo, n.hi-t.Lo
		lex.names[lex.head%uint32(len(lex.names))] = n
		lex.head++
		count++
	}
	e.read = readWith(t.Flags) | count
	return from
}

// isSettled reports whether the senses of a word and those of a name word of two that begins there give the same in any
// order: of what is kept the senses of the word come first, in a text those of the first layer do, and of LiAll those of
// Li, which cuts off no more.
func (d *document) isSettled(w *word) bool {
	if w.cut.cut.Preposition() == normalize.LiAll {
		return false
	}
	if len(d.x.layers) == 1 {
		return true
	}
	for _, c := range w.senses {
		switch c {
		case clsDemonym, clsLink, clsParticle, clsOrdinal:
			return false
		}
	}
	return true
}
