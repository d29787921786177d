package entity

import "strings"

// Bounds of the segments that a long text is cut into.
const (
	segmentSize = 256 << 10 // from here on a segment ends at the next blank line,
	segmentSoft = 512 << 10 // from here on also at the end of a line or sentence,
	segmentMax  = 1 << 20   // and never later than here, at a space if there is one
)

// cut returns the length of the first segment of a text. The cut depends only on the text up to segmentMax bytes from
// its start, so that a reader that is fed piece by piece comes to the same segments.
func cut(text string) int {
	if len(text) <= segmentSize {
		return len(text)
	}
	window := text[:min(len(text), segmentMax)]
	if i := strings.Index(window[segmentSize:], "\n\n"); i >= 0 && i < segmentSoft-segmentSize {
		return segmentSize + i + 2
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
	n := segmentMax
	for n > segmentMax-4 && text[n-1]&0xC0 == 0x80 {
		n--
	}
	if n > 0 && text[n-1] >= 0xC0 {
		n--
	}
	return n
}
