package normalize

import (
	"errors"
	"math/rand/v2"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// TestOffsets compares the converters with a count of the text before each offset.
func TestOffsets(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 2000 {
		s := randomText(r, 12, false)
		var offsets, runes, units []int
		for i := 0; i <= len(s); {
			for range r.IntN(3) {
				offsets = append(offsets, i)
				runes = append(runes, utf8.RuneCountInString(s[:i]))
				units = append(units, len(utf16.Encode([]rune(s[:i]))))
			}
			if i == len(s) {
				break
			}
			_, size := utf8.DecodeRuneInString(s[i:])
			i += size
		}
		got, err := AppendRuneOffsets(nil, s, offsets)
		if d := cmp.Diff(runes, got); d != "" || err != nil {
			t.Fatalf("%+q: runes before %v: %v (-want +got):\n%s", s, offsets, err, d)
		}
		got, err = AppendUTF16Offsets(nil, s, offsets)
		if d := cmp.Diff(units, got); d != "" || err != nil {
			t.Fatalf("%+q: UTF-16 units before %v: %v (-want +got):\n%s", s, offsets, err, d)
		}
	}
}

func TestOffsetErrors(t *testing.T) {
	const s = "اa😀"
	for _, c := range []struct {
		offsets []int
		want    OffsetError
	}{
		{[]int{-1}, OffsetError{0, -1, 7, "out of range"}},
		{[]int{0, 8}, OffsetError{1, 8, 7, "out of range"}},
		{[]int{3, 2}, OffsetError{1, 2, 7, "smaller than the one before"}},
		{[]int{0, 1}, OffsetError{1, 1, 7, "inside a character"}},
		{[]int{5}, OffsetError{0, 5, 7, "inside a character"}},
	} {
		for _, convert := range []func([]int, string, []int) ([]int, error){AppendRuneOffsets, AppendUTF16Offsets} {
			dst, err := convert([]int{7}, s, c.offsets)
			var got *OffsetError
			if !errors.As(err, &got) || *got != c.want {
				t.Errorf("%v: %v, want %v", c.offsets, err, &c.want)
			}
			if len(dst) != 1 || dst[0] != 7 {
				t.Errorf("%v: dst is %v after an error", c.offsets, dst)
			}
		}
	}
}
