package normalize

import (
	"encoding/binary"
	"slices"
	"unicode/utf8"

	"github.com/musamma/musamma/normalize/internal/swar"
)

// What the fast path does with a character of U+06xx, by the generated table quick.
const (
	quickNone    = iota // leaves the word to the builder: hamza and maddah marks, which compose (N5)
	quickLetter         // a letter for a letter
	quickMark           // deletes a mark (N3, N4)
	quickHaraka         // the same, a haraka (N2, N3)
	quickTatweel        // deletes it (N1, N6)
	quickEnd            // ends the word
)

// unusual reads on from a token at source[i] that is not one of a stretch, up to a place where a stretch may go on.
func (t *Text) unusual(i int, glued TokenFlags) (int, TokenFlags) {
	s := t.source
	for {
		i, glued = t.scanOne(i, glued)
		if i+1 >= len(s) || begins(s[i], s[i+1]) {
			return i, glued
		}
	}
}

// fastWord reads on in the word of letters, marks and tatweels of U+06xx at source[i], of which size bytes are read: plain
// letters, whose codes stand from lo on. It fills in the token k and returns where scanning goes on and the end of the
// codes: where scanning began if it is for the builder. A lone mark costs another read of eight letters, no more.
func (t *Text) fastWord(k *Token, i, lo, size int, glued TokenFlags) (next, hi int) {
	s, f := swar.Bytes(t.source), t.b.f
	codes, strict := t.b.codes[:cap(t.b.codes)], t.b.strict[:cap(t.b.strict)]
	j, hi := i+size, lo+size/2
	mark, tanween, yeh := -1, -1, -1 // the codes before the last one of each
	end, flags := j, glued|plain
read:
	for j < len(s) && s[j] >= utf8.RuneSelf {
		if s[j]&0xFC != 0xD8 || j+1 == len(s) || s[j+1]&0xC0 != 0x80 {
			if _, _, props := decode(t.source[j:]); extends[props&classMask] {
				return i, lo
			}
			break
		}
		c := s[j]<<6 | s[j+1]&0x3F
		what := quick[c]
		switch what {
		case quickEnd:
			break read
		case quickLetter:
			if hi+swar.Letters > min(len(codes), len(strict)) {
				codes, strict = t.growCodes(hi, slack)
			}
			x := swar.Read(swar.Load(s, j))
			w := x.Codes()
			n := swar.Count(x.Bad(w))
			if n == 0 {
				codes[hi], strict[hi] = f.letters[c], c
				if to := variantLetters[c]; to != 0 {
					strict[hi] = to
					if to == codeYeh {
						yeh = hi
					}
				}
				n = 1
			} else {
				w = swar.InOrder(w)
				binary.LittleEndian.PutUint64(strict[hi:], w)
				binary.LittleEndian.PutUint64(codes[hi:], swar.Ortho(w, f.alef, f.yeh))
			}
			j, hi = j+2*n, hi+n
			end = j
			continue
		case quickHaraka:
			flags |= Marked
			if c == 0x4B {
				tanween = hi
			}
			fallthrough
		case quickMark:
			mark, end = hi, j+2
		case quickNone:
			return i, lo
		}
		if hi == lo { // a mark or tatweel before any letter
			return i, lo
		}
		flags &^= plain
		j += 2
	}
	last := hi - 1
	if last < lo {
		return i, lo
	}
	if tanween == hi || tanween == last && mark != hi && (strict[last] == codeAlef || strict[last] == codeAlefMaksur) {
		flags |= Tanween
	}
	if yeh == last {
		flags |= YehAmbiguous
	}
	codes[last] = f.final[codes[last]]
	k.Start, k.End, k.Lo, k.Hi, k.Kind, k.Flags = int32(i), int32(end), int32(lo), int32(hi), Word, flags
	return j, hi
}

// fastRun reads the number or the Latin word of ASCII at source[i], of the class, whose codes stand from lo on. It returns
// what fastWord returns.
func (t *Text) fastRun(k *Token, i, lo int, class uint8, glued TokenFlags) (next, hi int) {
	s := t.source
	j := i
	for j < len(s) && s[j] < utf8.RuneSelf && classPages[0][s[j]] == class {
		j++
	}
	if j < len(s) && s[j] >= utf8.RuneSelf {
		if _, _, props := decode(s[j:]); props&classMask > classWord {
			return i, lo // it may go on
		}
	}
	codes, strict := t.b.codes[:cap(t.b.codes)], t.b.strict[:cap(t.b.strict)]
	hi = lo + 1 + j - i
	if hi > min(len(codes), len(strict)) {
		codes, strict = t.growCodes(lo, hi-lo)
	}
	codes[lo], strict[lo] = signCode, signCode
	copy(codes[lo+1:hi], s[i:j])
	copy(strict[lo+1:hi], s[i:j])
	k.Start, k.End, k.Lo, k.Hi, k.Kind, k.Flags = int32(i), int32(j), int32(lo), int32(hi), kinds[class], glued
	return j, hi
}

// growCodes gives both arrays of codes room for more after the first n, of which some are not counted yet.
func (t *Text) growCodes(n, more int) (codes, strict []byte) {
	b := &t.b
	counted := len(b.codes)
	b.codes, b.strict = slices.Grow(b.codes[:n], more)[:counted], slices.Grow(b.strict[:n], more)[:counted]
	return b.codes[:cap(b.codes)], b.strict[:cap(b.strict)]
}

// quickOf returns what the fast path does with the character of two bytes, quickNone if it is not of U+06xx.
func quickOf(lead, trail byte) uint8 {
	if lead&0xFC == 0xD8 && trail&0xC0 == 0x80 {
		return quick[lead<<6|trail&0x3F]
	}
	return quickNone
}

// ends tells of some characters that they end a word.
func ends(lead, trail byte) bool {
	return lead < utf8.RuneSelf || quickOf(lead, trail) == quickEnd || lead == 0xC2 && (trail == 0xAB || trail == 0xBB) // « »
}

// begins tells of some characters that they begin a token or white space.
func begins(lead, trail byte) bool { return quickOf(lead, trail) == quickLetter || ends(lead, trail) }

// extends tells which classes go on with a word.
var extends = [16]bool{
	classWord: true, classMark: true, classMarkKept: true, classMarkFormat: true,
	classTatweel: true, classFormat: true, classSoft: true,
}
