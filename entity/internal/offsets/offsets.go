// Package offsets converts the offsets of spans, which may be nested and in any order, to other units.
package offsets

import "slices"

// A Converter appends to dst the counterparts of sorted byte offsets into a text, as normalize.AppendRuneOffsets does.
type Converter func(dst []int, text string, sorted []int) ([]int, error)

// Convert replaces each byte offset by its counterpart, in one pass over the text. After an error the offsets are as they
// were.
func Convert(at []int, text string, convert Converter) error {
	sorted := slices.Clone(at)
	slices.Sort(sorted)
	sorted = slices.Compact(sorted)
	converted, err := convert(make([]int, 0, len(sorted)), text, sorted)
	if err != nil {
		return err
	}
	for i, n := range at {
		k, _ := slices.BinarySearch(sorted, n)
		at[i] = converted[k]
	}
	return nil
}
