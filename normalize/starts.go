package normalize

import "slices"

// A Start is a reading of a token, or of tokens that are one word, as the first word of a name.
type Start struct {
	Key Key   // of the word of the name, its article restored
	Lo  int32 // first code that belongs to the name
	// Next is the token after the last one that the key covers: one further, or three further where an apostrophe joins
	// two words. If it is the token itself, the key covers its codes [Lo, Hi) and the next key is that of Piece(Next, Hi).
	Next int32
	Hi   int32  // end of the codes that the key covers
	Cut  Clitic // what was cut before Lo
}

// The letters of proclitics, as codes.
const (
	codeBeh  = 0x28
	codeFeh  = 0x41
	codeKaf  = 0x43
	codeLam  = 0x44
	codeWaw  = 0x48
	maxParts = 8 // a Soft token of more parts is read as one word only, to keep the cost linear
)

// procliticCode tells which codes may be a proclitic.
var procliticCode = [256]bool{codeBeh: true, codeFeh: true, codeKaf: true, codeLam: true, codeWaw: true}

// AppendStarts appends where a name may begin in token i: the whole word, then what each legal sequence of proclitics
// leaves, in the order of Clitics (§3.1, V5, V7, V8). It weighs nothing: all of them are legal, the context decides.
// At least one letter remains. Readings of several words as one, joined by an apostrophe (كا’دو), and of one word as
// several, parted by a ZWNJ, come last. Signs and line ends begin no name.
func (t *Text) AppendStarts(dst []Start, i int) []Start {
	k := &t.tokens[i]
	if k.Kind > Latin {
		return dst
	}
	key, next := t.Key(i), int32(i)+1
	dst = appendStart(dst, key, k.Lo, k.Hi, next, Whole)
	if k.Kind != Word {
		return dst
	}
	if k.Hi > k.Lo+1 && procliticCode[t.b.codes[k.Lo]] {
		dst = t.appendCuts(dst, k.Hi)
	}
	if i+1 < len(t.tokens) && t.tokens[i+1].Kind == Quote {
		if key, next, ok := t.Joined(i); ok {
			dst = appendStart(dst, key, k.Lo, t.tokens[next-1].Hi, int32(next), Whole)
			dst = t.appendCuts(dst, k.Hi)
		}
	}
	if k.Flags&Soft != 0 {
		if key, hi, ok := t.Piece(i, k.Lo); ok {
			dst = appendStart(dst, key, k.Lo, hi, int32(i), Whole)
			dst = t.appendCuts(dst, hi)
		}
	}
	return dst
}

// appendStart appends a Start field by field: one that is built elsewhere and copied costs three times as much.
func appendStart(dst []Start, key Key, lo, hi, next int32, c Clitic) []Start {
	if len(dst) == cap(dst) {
		dst = slices.Grow(dst, 1)
	}
	dst = dst[:len(dst)+1]
	s := &dst[len(dst)-1]
	s.Key, s.Lo, s.Hi, s.Next, s.Cut = key, lo, hi, next, c
	return dst
}

// appendCuts appends what every sequence of proclitics leaves of the whole word that is last in dst, if a code before hi
// remains.
func (t *Text) appendCuts(dst []Start, hi int32) []Start {
	codes := t.b.codes
	whole := len(dst) - 1
	at := dst[whole].Lo
	c := codes[at]
	var con Clitic
	if c == codeWaw || c == codeFeh {
		con = Wa
		if c == codeFeh {
			con = Fa
		}
		if at = t.afterLetter(at, hi); at >= hi {
			return dst
		}
		dst = t.appendCut(dst, whole, at, con)
		c = codes[at]
	}
	var prep Clitic
	switch c {
	case codeBeh:
		prep = Bi
	case codeKaf:
		prep = Ka
	case codeLam:
		prep = Li
	default:
		return dst
	}
	if at = t.afterLetter(at, hi); at >= hi {
		return dst
	}
	dst = t.appendCut(dst, whole, at, con|prep)
	if c == codeLam && codes[at] == codeLam {
		if stem := t.afterLetter(at, hi); stem < hi {
			dst = t.appendCut(dst, whole, at, con|LiAll)
			dst = t.appendCut(dst, whole, stem, con|LiAl)
		}
	}
	return dst
}

// afterLetter returns the code after the cluster of the letter at code i (O3).
func (t *Text) afterLetter(i, hi int32) int32 {
	i++
	if t.b.f.form&(Marks|Tatweel|Invisible) == Marks|Tatweel|Invisible {
		return i
	}
	for i < hi {
		c := 0x0600 | rune(t.b.codes[i])
		n := int32(1)
		if c == 0x0600|escapeCode {
			var size int
			c, size = decodeEscape(t.b.codes[i:hi])
			n += int32(size)
		}
		if classOf(c)&classMask == classWord {
			break
		}
		i += n
	}
	return i
}

// appendCut appends the reading of dst[whole] whose name begins at code lo.
func (t *Text) appendCut(dst []Start, whole int, lo int32, c Clitic) []Start {
	s := &dst[whole]
	n, drop := int(s.Hi-s.Lo), int(lo-s.Lo)
	restores := c&LiAl != 0 // LiAll has the bit too
	if n <= keyLen && !t.joins(s) && (!restores || n-drop <= keyLen-2) {
		key := s.Key.Cut(drop)
		if restores {
			key = key.prependArticle()
		}
		return appendStart(dst, key, lo, s.Hi, s.Next, c)
	}
	dst = appendStart(dst, Key{}, lo, s.Hi, s.Next, c)
	cut := &dst[len(dst)-1]
	t.key = t.AppendStartCodes(t.key[:0], *cut)
	cut.Key = KeyOf(t.key)
	return dst
}

// joins tells whether the key of s covers two words and an apostrophe.
func (t *Text) joins(s *Start) bool { return s.Next >= 3 && s.Lo < t.tokens[s.Next-1].Lo }

// parted tells whether the key of s covers a piece of a Soft token.
func (t *Text) parted(s *Start) bool {
	return int(s.Next) < len(t.tokens) && s.Lo >= t.tokens[s.Next].Lo
}

// AppendStartCodes appends the codes that s.Key stands for: the article restored, two words joined over an apostrophe.
func (t *Text) AppendStartCodes(dst []byte, s Start) []byte {
	dst = t.startCodes(dst, t.b.codes, s)
	if n := len(dst); n > 0 && t.parted(&s) {
		dst[n-1] = t.b.f.final[dst[n-1]] // the last letter of a piece ends a word (N10)
	}
	return dst
}

// AppendStartStrict appends the same at the Strict level, and nothing where StrictCodes is nil.
func (t *Text) AppendStartStrict(dst []byte, s Start) []byte {
	if codes := t.StrictCodes(); codes != nil {
		return t.startCodes(dst, codes, s)
	}
	return dst
}

func (t *Text) startCodes(dst, codes []byte, s Start) []byte {
	if s.Cut&LiAl != 0 {
		dst = append(dst, codeAlef, codeLam)
	}
	lo := s.Lo
	if t.joins(&s) {
		dst = append(dst, codes[lo:t.tokens[s.Next-3].Hi]...)
		lo = t.tokens[s.Next-1].Lo
	}
	return append(dst, codes[lo:s.Hi]...)
}
