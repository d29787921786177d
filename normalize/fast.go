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
					if bad == 0 {
						if size = longWord(in, j, codes, strict, n, f); size == 0 {
							break
						}
					} else if size = 2 * uint(swar.Count(bad)); quickOf(in[j+size], in[j+size+1]) != quickEnd {
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

// longWord reads on from the first eight letters of a word, as one of fourteen words has more, and returns the size of the
// word. It writes its other codes; the size is 0 if it has more than sixteen or anything but letters.
func longWord(in *stretched, j uint, codes, strict *[roomCodes]byte, n uint, f *folding) (size uint) {
	j, n = j+2*swar.Letters, n+swar.Letters
	x0, x1 := binary.LittleEndian.Uint64(in[j:]), binary.LittleEndian.Uint64(in[j+8:])
	size = swar.Size(x0, x1)
	x := swar.Read(x0, x1)
	w := x.Codes()
	if bad := x.Bad(w); bad&swar.Mask[size] != 0 || in[j+size] >= utf8.RuneSelf {
		if size = 2 * uint(swar.Count(bad)); quickOf(in[j+size], in[j+size+1]) != quickEnd {
			return 0
		}
	}
	w = swar.InOrder(w)
	binary.LittleEndian.PutUint64(strict[n:], w)
	binary.LittleEndian.PutUint64(codes[n:], swar.Ortho(w, f.alef, f.yeh))
	return 2*swar.Letters + size
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
