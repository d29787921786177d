package entity

import "github.com/musamma/musamma/normalize"

// What a word tells, in three fields of a lexeme, from the low bits up:
//
//	tells  35 ownMarks; of the head noun 2 strength, 5 headCut, 4 headLo; of the whole word 4 class, 2 grade, 1 given;
//	       4 senses of whole, 4 of cut
//	cut    4 lo, 4 class, 2 grade, 1 given, 5 cut
//	read   5 count of names, then isRead and the tellingFlags
//
// headLo and lo count from the beginning of the word: one with an exact key has at most 16 codes. The reading as a whole
// word begins there and has nothing cut.
const (
	headAt   = 35 // in tells
	wholeAt  = headAt + 11
	sensesAt = wholeAt + 7

	countNames = 1<<5 - 1 // in read
	isRead     = 1 << 6
)

// tellingFlags of a token change what its letters tell. Words with flags of Extractor.unkept are not kept.
const tellingFlags = normalize.Tanween | normalize.YehAmbiguous

// readWith is read of a lexeme that was read of a token with some flags and has no names.
func readWith(f normalize.TokenFlags) uint8 { return isRead | uint8(f&tellingFlags)<<3 }

// The fields have room, and the flags of read are apart.
var (
	_ [1<<headAt - 1 - ownMarks]struct{}
	_ [1<<4 - numClasses]struct{}
	_ [countNames - maxKept]struct{}
	_ = [1]struct{}{}[tellingFlags<<3&(isRead|countNames)]
)

// pack makes e tell what a word does that begins at code lo.
func (e *lexeme) pack(s *spelled, lo int32) {
	e.productivity = s.productivity
	e.tells = uint64(s.marks&ownMarks) | uint64(s.strength&3|uint8(s.headCut)<<2)<<headAt |
		packReading(&s.whole)<<wholeAt | uint64(s.senses[0]|s.senses[1]<<4)<<sensesAt
	if s.marks&markHead != 0 {
		e.tells |= uint64(s.headLo-lo) << (headAt + 7)
	}
	e.cut = uint16(packReading(&s.cut) | uint64(s.cut.cut)<<7 | uint64(s.cut.lo-lo)<<12)
}

// unpack makes a word that begins at code lo tell what e does.
func (e *lexeme) unpack(s *spelled, lo int32) {
	x, y := e.tells, uint64(e.cut)
	s.marks, s.productivity = mark(x)&ownMarks, e.productivity
	s.strength, s.headCut, s.headLo = uint8(x>>headAt)&3, normalize.Clitic(x>>(headAt+2))&31, 0
	if s.marks&markHead != 0 {
		s.headLo = lo + int32(x>>(headAt+7)&15)
	}
	s.whole.unpack(x >> wholeAt)
	s.whole.lo, s.whole.cut = lo, normalize.Whole
	s.cut.unpack(y)
	s.cut.lo, s.cut.cut = lo+int32(y>>12), normalize.Clitic(y>>7&31)
	s.senses = [2]class{class(x>>sensesAt) & 15, class(x >> (sensesAt + 4))}
}

// packReading packs the class, grade and kind of a reading into seven bits.
func packReading(r *reading) uint64 {
	x := uint64(r.class) | uint64(r.grade)<<4
	if r.given {
		x |= 1 << 6
	}
	return x
}

// unpack is the inverse of packReading.
func (r *reading) unpack(x uint64) {
	r.class, r.grade, r.given = class(x&15), uint8(x>>4&3), x>>6&1 != 0
}
