package normalize

import (
	"encoding/binary"

	"github.com/musamma/musamma/normalize/internal/swar"
)

// The fast path: words of letters, marks and tatweels of U+06xx, spaces and signs of ASCII between them. It gives what builder.token
// gives, for Forms of a letter for a letter (folding.strict); what it does not know it leaves alone, from the beginning
// of the word.

// What the fast path does with a character of U+06xx, by the generated table quick.
const (
	quickNone    = iota // leaves the word to the builder: hamza and maddah marks, which compose (N5)
	quickLetter         // a letter for a letter
	quickMark           // deletes a mark (N3, N4)
	quickHaraka         // the same, a haraka (N2, N3)
	quickTatweel        // deletes it (N1, N6)
	quickEnd            // ends the word
)

// fastWords appends the tokens of the words and signs from source[i] on and returns where it stopped and the flag of what stands
// before: at the end, at a character that begins no word, or at the beginning of a word that is for the builder.
func (t *Text) fastWords(i int, glued TokenFlags) (int, TokenFlags) {
	s, f := swar.Bytes(t.source), t.b.f
	n := len(t.b.codes)
	codes, strict := t.b.codes[:cap(t.b.codes)], t.b.strict[:cap(t.b.strict)]
	tokens := t.tokens
scan:
	for i < len(s) {
		switch c := s[i]; {
		case c == ' ':
			i++
			glued = 0
			continue
		case c < 0x80:
			class := classPages[0][c]
			if class > classQuote || i+1 >= len(s) || s[i+1] >= 0x80 || n+2+keyLen > min(len(codes), len(strict)) {
				break scan
			}
			kind := Punct
			if class == classQuote {
				kind, c = Quote, '"'
			}
			codes[n], codes[n+1], strict[n], strict[n+1] = signCode, c, signCode, c
			tokens = oneMore(tokens)
			k := &tokens[len(tokens)-1]
			k.Start, k.End, k.Lo, k.Hi, k.Kind, k.Flags = int32(i), int32(i+1), int32(n), int32(n+2), kind, glued
			n, i, glued = n+2, i+1, Glued
			continue
		case c&0xFC != 0xD8 || c == 0xD8 && i+1 < len(s) && s[i+1] < 0xA0: // U+0600-061F has no letters
			break scan
		}
		j, hi := i, n
		for {
			var x0, x1 uint64
			if j <= len(s)-16 {
				p := s[j : j+16]
				x0, x1 = binary.LittleEndian.Uint64(p), binary.LittleEndian.Uint64(p[8:])
			} else {
				x0, x1 = swar.LoadTail(s, j)
			}
			w := swar.Pack(x0) | swar.Pack(x1)<<32
			m := swar.Count(w)
			w = swar.Codes(w)
			if hi+8+keyLen > min(len(codes), len(strict)) {
				codes, strict = t.growCodes(hi)
			}
			binary.LittleEndian.PutUint64(strict[hi:], w)
			binary.LittleEndian.PutUint64(codes[hi:], swar.Ortho(w, f.alef, f.yeh))
			hi += m
			j += 2 * m
			if m < 8 {
				break
			}
		}
		end, flags := j, glued|plain
		if j < len(s) && s[j] >= 0x80 {
			t.b.codes, t.b.strict = codes[:n], strict[:n]
			r := t.fastRest(j, hi)
			if r.hi == n {
				break scan
			}
			j, hi, end, flags = r.next, r.hi, max(j, r.end), glued|r.flags
			codes, strict = t.b.codes[:cap(t.b.codes)], t.b.strict[:cap(t.b.strict)]
		}
		codes[hi-1] = f.final[codes[hi-1]]
		tokens = oneMore(tokens)
		k := &tokens[len(tokens)-1]
		k.Start, k.End, k.Lo, k.Hi, k.Kind, k.Flags = int32(i), int32(end), int32(n), int32(hi), Word, flags
		n, i, glued = hi, j, Glued
	}
	t.tokens = tokens
	t.b.codes, t.b.strict = codes[:n], strict[:n]
	return i, glued
}

// A rest is what fastRest found of a word.
type rest struct {
	next  int // where scanning goes on
	hi    int // end of the codes; where they began if there is no word or it is for the builder
	end   int // end of the word in the source, 0 if nothing was added to it
	flags TokenFlags
}

// fastRest goes on at source[j] with the word whose codes end at hi so far, over marks, tatweels and other letters of
// U+06xx.
func (t *Text) fastRest(j, hi int) rest {
	s, f := t.source, t.b.f
	n := len(t.b.codes)
	codes, strict := t.b.codes[:cap(t.b.codes)], t.b.strict[:cap(t.b.strict)]
	mark, tanween, yeh := -1, -1, -1 // the codes before the last one of each
	r := rest{flags: plain}
	for j < len(s) && s[j] >= 0x80 {
		c := s[j]
		if c&0xFC != 0xD8 {
			if _, _, props := decode(s[j:]); extends[props&classMask] {
				return rest{hi: n}
			}
			break
		}
		if j+1 >= len(s) || s[j+1]&0xC0 != 0x80 {
			break
		}
		c = c<<6 | s[j+1]&0x3F
		what := quick[c]
		if what == quickEnd {
			break
		}
		if what == quickNone || hi == n && what != quickLetter {
			return rest{hi: n}
		}
		j += 2
		switch what {
		case quickLetter:
			if hi+1+keyLen > min(len(codes), len(strict)) {
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
			r.end = j
		case quickHaraka, quickMark:
			mark = hi
			if what == quickHaraka {
				r.flags |= Marked
			}
			if c == 0x4B {
				tanween = hi
			}
			r.end = j
			r.flags &^= plain
		case quickTatweel:
			r.flags &^= plain
		}
	}
	if last := hi - 1; last >= n {
		if tanween == hi || tanween == last && mark != hi && (strict[last] == codeAlef || strict[last] == codeAlefMaksur) {
			r.flags |= Tanween
		}
		if yeh == last {
			r.flags |= YehAmbiguous
		}
	}
	r.next, r.hi = j, hi
	return r
}

// extends tells which classes go on with a word.
var extends = [16]bool{
	classWord: true, classMark: true, classMarkKept: true, classMarkFormat: true,
	classTatweel: true, classFormat: true, classSoft: true,
}

// growCodes gives both arrays of codes room for more after the first n.
func (t *Text) growCodes(n int) (codes, strict []byte) {
	t.b.codes, t.b.strict = growTo(t.b.codes, n), growTo(t.b.strict, n)
	return t.b.codes[:cap(t.b.codes)], t.b.strict[:cap(t.b.strict)]
}

func growTo(p []byte, n int) []byte {
	q := make([]byte, n, n+n/2+256)
	copy(q, p[:n])
	return q
}
