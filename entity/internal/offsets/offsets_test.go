package offsets_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/musamma/musamma/entity/internal/offsets"
	"github.com/musamma/musamma/normalize"
)

func TestConvert(t *testing.T) {
	const text = "في 𝐀 مصر"
	for _, c := range []struct {
		name    string
		convert offsets.Converter
		want    []int
	}{
		{"runes", normalize.AppendRuneOffsets, []int{8, 5, 0, 5, 3}},
		{"utf16", normalize.AppendUTF16Offsets, []int{9, 6, 0, 6, 3}},
	} {
		at := []int{16, 10, 0, 10, 5}
		if err := offsets.Convert(at, text, c.convert); err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if diff := cmp.Diff(c.want, at); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
	for _, bad := range [][]int{{-1}, {17}, {0, 1}} {
		at := append([]int(nil), bad...)
		if err := offsets.Convert(at, text, normalize.AppendRuneOffsets); err == nil {
			t.Errorf("%v: no error", bad)
		}
		if diff := cmp.Diff(bad, at); diff != "" {
			t.Errorf("%v was changed:\n%s", bad, diff)
		}
	}
}
