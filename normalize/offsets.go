package normalize

import (
	"fmt"
	"unicode/utf8"
)

// An OffsetError is a byte offset that has no counterpart in another unit.
type OffsetError struct {
	Index  int    // of the offset in the argument
	Offset int    // its value, in bytes
	Length int    // of the text, in bytes
	Reason string // "out of range", "smaller than the one before" or "inside a character"
}

// Error tells the index, the offset, the length of the text and the reason.
func (e *OffsetError) Error() string {
	return fmt.Sprintf("normalize: offset %d at index %d in a text of %d bytes: %s", e.Offset, e.Index, e.Length, e.Reason)
}

// AppendRuneOffsets appends to dst, for every byte offset into text, the number of code points before it. The offsets
// must be sorted; equal ones may repeat. An ill-formed byte counts as one code point, as in a range loop. An offset out
// of range, unsorted or inside a character is an *OffsetError, and dst is returned as it was.
func AppendRuneOffsets(dst []int, text string, byteOffsets []int) ([]int, error) {
	return appendOffsets(dst, text, byteOffsets, false)
}

// AppendUTF16Offsets appends to dst, for every byte offset into text, the number of UTF-16 code units before it, as
// AppendRuneOffsets does. An ill-formed byte counts as one unit.
func AppendUTF16Offsets(dst []int, text string, byteOffsets []int) ([]int, error) {
	return appendOffsets(dst, text, byteOffsets, true)
}

func appendOffsets(dst []int, text string, offsets []int, utf16 bool) ([]int, error) {
	n := len(dst)
	at, units := 0, 0
	for i, o := range offsets {
		reason := ""
		switch {
		case o < 0 || o > len(text):
			reason = "out of range"
		case o < at:
			reason = "smaller than the one before"
		}
		for reason == "" && at < o {
			r, size := rune(text[at]), 1
			if r >= utf8.RuneSelf {
				r, size = utf8.DecodeRuneInString(text[at:])
			}
			if at += size; at > o {
				reason = "inside a character"
			}
			units++
			if utf16 && r > 0xFFFF {
				units++
			}
		}
		if reason != "" {
			return dst[:n], &OffsetError{Index: i, Offset: o, Length: len(text), Reason: reason}
		}
		dst = append(dst, units)
	}
	return dst, nil
}
