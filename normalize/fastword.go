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
		if next := t.fastWord(i, glued); next > i {
			return next, Glued
		}
		if next := t.fastRun(i, glued); next > i {
			return next, Glued
		}
		i, glued = t.scanOne(i, glued)
		if i+1 >= len(s) || s[i] < utf8.RuneSelf || begins(s[i], s[i+1]) {
			return i, glued
		}
	}
}

// fastWord appends the word of letters, marks and tatweels of U+06xx at source[i] and returns where scanning goes on: at i
// if there is none or it is for the builder.
func (t *Text) fastWord(i int, glued TokenFlags) (next int) {
	s, f := swar.Bytes(t.source), t.b.f
	if s[i]&0xFC != 0xD8 {
		return i
	}
	n := len(t.b.codes)
	codes, strict := t.b.codes[:cap(t.b.codes)], t.b.strict[:cap(t.b.strict)]
	j, hi := i, n
	for m := swar.Letters; m == swar.Letters; {
		x := swar.Read(swar.Load(s, j))
		w := x.Codes()
		m = swar.Count(x.Bad(w))
		w = swar.InOrder(w)
		if hi+slack > min(len(codes), len(strict)) {
			codes, strict = t.growCodes(hi)
		}
		binary.LittleEndian.PutUint64(strict[hi:], w)
		binary.LittleEndian.PutUint64(codes[hi:], swar.Ortho(w, f.alef, f.yeh))
		j, hi = j+2*m, hi+m
	}
	mark, tanween, yeh := -1, -1, -1 // the codes before the last one of each
	end, flags := j, glued|plain
	for j < len(s) && s[j] >= utf8.RuneSelf {
		if s[j]&0xFC != 0xD8 {
			if _, _, props := decode(t.source[j:]); extends[props&classMask] {
				return i
			}
			break
		}
		if j+1 == len(s) || s[j+1]&0xC0 != 0x80 {
			break
		}
		c := s[j]<<6 | s[j+1]&0x3F
		what := quick[c]
		if what == quickEnd {
			break
		}
		if what == quickNone || hi == n && what != quickLetter {
			return i
		}
		j += 2
		switch what {
		case quickLetter:
			if hi+slack > min(len(codes), len(strict)) {
				codes, strict = t.growCodes(hi)
			}
			codes[hi], strict[hi] = f.letters[c], c
			if to := variantLetters[c]; to != 0 {
				strict[hi] = to
				if to == codeYeh {
					yeh = hi
				}
			}
			hi++
			end = j
		case quickHaraka, quickMark:
			mark = hi
			if what == quickHaraka {
				flags |= Marked
			}
			if c == 0x4B {
				tanween = hi
			}
			end = j
			flags &^= plain
		case quickTatweel:
			flags &^= plain
		}
	}
	last := hi - 1
	if last < n {
		return i
	}
	if tanween == hi || tanween == last && mark != hi && (strict[last] == codeAlef || strict[last] == codeAlefMaksur) {
		flags |= Tanween
	}
	if yeh == last {
		flags |= YehAmbiguous
	}
	codes[last] = f.final[codes[last]]
	t.b.codes, t.b.strict = codes[:hi], strict[:hi]
	k := t.add()
	k.Start, k.End, k.Lo, k.Hi, k.Kind, k.Flags = int32(i), int32(end), int32(n), int32(hi), Word, flags
	return j
}

// fastRun appends the number or the Latin word of ASCII at source[i] and returns where it ends: at i if there is none, or
// if it may go on in other characters.
func (t *Text) fastRun(i int, glued TokenFlags) (next int) {
	s, b := t.source, &t.b
	class := classPages[0][s[i]&0x7F]
	if s[i] >= utf8.RuneSelf || class != classNumber && class != classLatin {
		return i
	}
	j := i
	for j < len(s) && s[j] < utf8.RuneSelf && classPages[0][s[j]] == class {
		j++
	}
	if j+1 < len(s) && s[j] >= utf8.RuneSelf && quickOf(s[j], s[j+1]) != quickLetter {
		return i
	}
	lo := len(b.codes)
	b.codes = append(append(b.codes, signCode), s[i:j]...)
	b.strict = append(append(b.strict, signCode), s[i:j]...)
	k := t.add()
	k.Start, k.End, k.Lo, k.Hi, k.Kind, k.Flags = int32(i), int32(j), int32(lo), int32(len(b.codes)), kinds[class], glued
	return j
}

// growCodes gives both arrays of codes room for more after the first n, of which some are not counted yet.
func (t *Text) growCodes(n int) (codes, strict []byte) {
	b := &t.b
	counted := len(b.codes)
	b.codes, b.strict = slices.Grow(b.codes[:n], slack)[:counted], slices.Grow(b.strict[:n], slack)[:counted]
	return b.codes[:cap(b.codes)], b.strict[:cap(b.strict)]
}

// quickOf returns what the fast path does with the character of two bytes, quickNone if it is not of U+06xx.
func quickOf(lead, trail byte) uint8 {
	if lead&0xFC == 0xD8 && trail&0xC0 == 0x80 {
		return quick[lead<<6|trail&0x3F]
	}
	return quickNone
}

// begins tells of some characters of two bytes that they begin a token.
func begins(lead, trail byte) bool {
	q := quickOf(lead, trail)
	return q == quickLetter || q == quickEnd || lead == 0xC2 && (trail == 0xAB || trail == 0xBB) // « »
}

// extends tells which classes go on with a word.
var extends = [16]bool{
	classWord: true, classMark: true, classMarkKept: true, classMarkFormat: true,
	classTatweel: true, classFormat: true, classSoft: true,
}
