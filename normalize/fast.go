package normalize

import (
	"encoding/binary"
	"slices"
	"unicode/utf8"

	"github.com/musamma/musamma/normalize/internal/swar"
)

// The fast path: words of letters, marks and tatweels of U+06xx, spaces and signs of ASCII between them. It gives what
// scanOne gives, for Forms of a letter for a letter (folding.strict); what it does not know it leaves to scanOne, from
// the beginning of the word.

// What the fast path does with a character of U+06xx, by the generated table quick.
const (
	quickNone    = iota // leaves the word to the builder: hamza and maddah marks, which compose (N5)
	quickLetter         // a letter for a letter
	quickMark           // deletes a mark (N3, N4)
	quickHaraka         // the same, a haraka (N2, N3)
	quickTatweel        // deletes it (N1, N6)
	quickEnd            // ends the word
)

const (
	// stretch is how many bytes fastScan reads between two looks at the room that is left.
	stretch = 128
	// roomCodes is how many codes a stretch may have: two a byte, and a step writes eight whatever their number.
	roomCodes = 2*stretch + 4*swar.Letters
	// slack is the room behind the codes of a text. A Key is read from the room of its longest.
	slack = roomCodes + keyLen
)

// A stretched is a stretch of the source and what may be read behind it.
type stretched [stretch + 48]byte

// fastScan is scan for the Forms of the fast path.
//
// Where a word ends is guessed before it is read: at the next ASCII byte. That the letters reach this end is a branch
// that is nearly always right, and does not keep the processor from the next word. The arrays of a stretch have a fixed
// size, so that bounds and room are checked once and take no register.
func (t *Text) fastScan() {
	s, f := swar.Bytes(t.source), t.b.f
	var glued TokenFlags
	var tail [2 * len(stretched{})]byte // the end of the source and zeros
	end := -1                           // where it begins
	for i := 0; i < len(s); {
		at, limit := i, uint(stretch) // where in begins, how much of it is to be read
		var in *stretched
		switch left := len(s) - i; {
		case left >= len(in):
			in = (*stretched)(s[i:])
		case left > len(in)-stretch && len(s) >= len(in):
			at = len(s) - len(in)
			in = (*stretched)(s[at:])
		default:
			if end < 0 {
				end = i
				copy(tail[:], s[i:])
			}
			in = (*stretched)(tail[i-end:])
			limit = min(limit, uint(left))
		}
		codes, strict, tokens := t.room()
		lo := int32(len(t.b.codes))
		j, n, k := uint(i-at), uint(0), uint(0) // in the source, its codes and its tokens
		for j < limit {
			p := in[j%stretch:][:16]
			x0, x1 := binary.LittleEndian.Uint64(p), binary.LittleEndian.Uint64(p[8:])
			if size := swar.Size(x0, x1); size != 0 {
				x := swar.Read(x0, x1)
				w := x.Codes()
				if bad := x.Bad(w); bad&swar.Mask[size] != 0 || in[j+size] >= utf8.RuneSelf {
					size = 2 * uint(swar.Count(bad))
					if quickOf(in[j+size], in[j+size+1]) != quickEnd {
						break
					}
				}
				if size != 0 {
					w = swar.InOrder(w)
					binary.LittleEndian.PutUint64(strict[n:n+8], w)
					binary.LittleEndian.PutUint64(codes[n:n+8], swar.Ortho(w, f.alef, f.yeh))
					last := &codes[n+size/2-1]
					*last = f.final[*last]
					q := &tokens[k]
					start, from := int32(at)+int32(j), lo+int32(n)
					q.Start, q.End, q.Lo, q.Hi, q.Kind, q.Flags = start, start+int32(size), from, from+int32(size/2), Word, glued|plain
					glued = Glued
					n, k, j = n+size/2, k+1, j+size
				}
			}
			c := in[j]
			if c == ' ' {
				glued = 0
				j++
				continue
			}
			class, width := classPages[0][c&0x7F], uint(1)
			if c >= utf8.RuneSelf {
				trail := in[j+1]
				if c < 0xC2 || c > 0xDF || trail&0xC0 != 0x80 {
					break
				}
				class, width = classOf(rune(c&0x1F)<<6|rune(trail&0x3F))&classMask, 2
			}
			if class > classQuote || in[j+width] >= utf8.RuneSelf && !begins(in[j+width], in[j+width+1]) {
				break
			}
			kind, size := Punct, width+1
			if class == classQuote {
				kind, c, size = Quote, '"', 2
			}
			codes[n], codes[n+1], codes[n+2] = signCode, c, in[j+1]
			strict[n], strict[n+1], strict[n+2] = signCode, c, in[j+1]
			q := &tokens[k]
			start, from := int32(at)+int32(j), lo+int32(n)
			q.Start, q.End, q.Lo, q.Hi, q.Kind, q.Flags = start, start+int32(width), from, from+int32(size), kind, glued
			glued = Glued
			n, k, j = n+size, k+1, j+width
		}
		t.b.codes, t.b.strict = t.b.codes[:uint(lo)+n], t.b.strict[:uint(lo)+n]
		t.tokens = t.tokens[:uint(len(t.tokens))+k]
		i = at + int(j)
		if j >= limit {
			continue
		}
		i, glued = t.unusual(i, glued)
	}
}

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

// room returns the room for the codes and tokens of a stretch.
func (t *Text) room() (codes, strict *[roomCodes]byte, tokens *[stretch + 1]Token) {
	b := &t.b
	if n := len(b.codes) + slack; n > min(cap(b.codes), cap(b.strict)) {
		b.codes, b.strict = slices.Grow(b.codes, slack), slices.Grow(b.strict, slack)
	}
	if len(t.tokens)+len(tokens) > cap(t.tokens) {
		t.tokens = slices.Grow(t.tokens, len(tokens))
	}
	return (*[roomCodes]byte)(b.codes[len(b.codes):][:roomCodes]), (*[roomCodes]byte)(b.strict[len(b.strict):][:roomCodes]),
		(*[stretch + 1]Token)(t.tokens[len(t.tokens):][:len(tokens)])
}

// fastWord appends the word of letters, marks and tatweels of U+06xx at source[i] and returns where scanning goes on: at i
// if there is none or it is for the builder. There must be room.
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
