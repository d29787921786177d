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

const (
	// stretch is how many bytes fastScan reads between two looks at the room that is left.
	stretch = 256
	// roomCodes is how many codes a stretch may have: two a byte, and a step writes eight whatever their number.
	roomCodes = 2*stretch + 4*swar.Letters
	// slack is the room behind the codes of a text. A Key is read from the room of its longest.
	slack = roomCodes + keyLen

	del = 0x7F // white space as the controls before the space
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
				bad := x.Bad(w)
				w = swar.InOrder(w)
				binary.LittleEndian.PutUint64(strict[n:n+8], w)
				binary.LittleEndian.PutUint64(codes[n:n+8], swar.Ortho(w, f.alef, f.yeh))
				q := &tokens[k]
				start, from := int32(at)+int32(j), lo+int32(n)
				if bad&swar.Mask[size] != 0 || in[j+size] >= utf8.RuneSelf {
					size = 2 * uint(swar.Count(bad))
					if !ends(in[j+size], in[j+size+1]) {
						next, hi := t.fastWord(q, int(start), int(from), int(size), glued)
						if next == int(start) {
							break
						}
						glued = Glued
						n, k, j = uint(int32(hi)-lo), k+1, uint(next-at)
						continue
					}
				}
				if size != 0 {
					last := &codes[n+size/2-1]
					*last = f.final[*last]
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
			q := &tokens[k]
			start, from := int32(at)+int32(j), lo+int32(n)
			class, width := classPages[0][c&0x7F], uint(1)
			if c >= utf8.RuneSelf {
				trail := in[j+1]
				if c < 0xC2 || c > 0xDF || trail&0xC0 != 0x80 {
					break
				}
				class, width = classOf(rune(c&0x1F)<<6|rune(trail&0x3F))&classMask, 2
			} else if class == classNumber || class == classLatin {
				next, hi := t.fastRun(q, int(start), int(from), class, glued)
				if next == int(start) {
					break
				}
				glued = Glued
				n, k, j = uint(int32(hi)-lo), k+1, uint(next-at)
				continue
			} else if c == '\n' && in[j+1] > ' ' && in[j+1] != del && begins(in[j+1], in[j+2]) {
				q.Start, q.End, q.Lo, q.Hi, q.Kind, q.Flags = start, start+1, from, from, Break, 0
				glued = 0
				k, j = k+1, j+1
				continue
			}
			if class > classQuote || !begins(in[j+width], in[j+width+1]) {
				break
			}
			kind, size := Punct, width+1
			if class == classQuote {
				kind, c, size = Quote, '"', 2
			}
			codes[n], codes[n+1], codes[n+2] = signCode, c, in[j+1]
			strict[n], strict[n+1], strict[n+2] = signCode, c, in[j+1]
			q.Start, q.End, q.Lo, q.Hi, q.Kind, q.Flags = start, start+int32(width), from, from+int32(size), kind, glued
			glued = Glued
			n, k, j = n+size, k+1, j+width
			if in[j] == ' ' { // as nearly always: a step without a word could not be foreseen
				glued = 0
				j++
			}
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
