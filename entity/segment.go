package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bounds of the segments that a long text is cut into.
const (
	segmentSize = 256 << 10 // from here on a segment ends at the next blank line,
	segmentSoft = 512 << 10 // from here on also at the end of a line or sentence,
	segmentMax  = 1 << 20   // and never later than here: behind a space, or else a sign, or else between letters,
	segmentEnd  = 4 << 10   // both of them so near to the end
)

// cut returns the length of the first segment of a text. The cut depends only on the text up to segmentMax bytes from
// its start, so that a reader that is fed piece by piece comes to the same segments.
func cut(text string) int {
	if len(text) <= segmentSize {
		return len(text)
	}
	window := text[:min(len(text), segmentMax)]
	if n := blankLine(window[segmentSize:], segmentSoft-segmentSize); n > 0 {
		return segmentSize + n
	}
	if len(window) <= segmentSoft {
		return len(window)
	}
	if i := strings.IndexAny(window[segmentSoft:], "\n.!?"); i >= 0 {
		return segmentSoft + i + 1
	}
	if len(window) < segmentMax {
		return len(window)
	}
	if i := strings.LastIndexByte(window, ' '); i > segmentSize {
		return i + 1
	}
	window = wholeCharacters(window)
	end := len(wholeCharacters(window[:len(window)-segmentEnd]))
	if i := strings.LastIndexFunc(window[end:], isSign); i >= 0 {
		_, size := utf8.DecodeRuneInString(window[end+i:])
		return end + i + size
	}
	if i := strings.LastIndexFunc(window[end:], beginsCluster); i >= 0 {
		return end + i
	}
	return len(window)
}

// blankLine returns the end of the first blank line of a text, the line before which ends before limit, or 0.
func blankLine(text string, limit int) int {
	for i := 0; ; {
		n := strings.IndexByte(text[i:], '\n')
		if n < 0 || i+n >= limit {
			return 0
		}
		i += n + 1
		for _, end := range [...]string{"\n", "\r\n"} {
			if strings.HasPrefix(text[i:], end) {
				return i + len(end)
			}
		}
	}
}

// wholeCharacters returns a text without a last character of which bytes are missing.
func wholeCharacters(text string) string {
	for i := len(text) - 1; i >= 0 && i > len(text)-utf8.UTFMax; i-- {
		if utf8.RuneStart(text[i]) {
			if !utf8.FullRuneInString(text[i:]) {
				return text[:i]
			}
			break
		}
	}
	return text
}

// isSign reports whether a character ends words.
func isSign(r rune) bool { return !unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.Cf) }

// beginsCluster reports whether a character belongs to none before it.
func beginsCluster(r rune) bool { return !unicode.In(r, unicode.M, unicode.Cf) }
