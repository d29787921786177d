package normalize

import (
	"strings"
	"testing"
)

// BenchmarkHostile shows law 6: the cost of a byte hardly depends on the text. Each text is one megabyte.
func BenchmarkHostile(b *testing.B) {
	const n = 1 << 20
	fill := func(s string) string { return strings.Repeat(s, n/len(s)) }
	for _, c := range []struct{ name, text string }{
		{"plain", news(b, n)},
		{"marks", "م" + fill("\u064E")},
		{"hamzas", "ا" + fill("\u0654")},
		{"kept-marks", "م" + fill("\u0301\u20DD")},
		{"lone-marks", fill("\u064E")},
		{"word", fill("لا")},
		{"unusual-word", fill("گل\u0654")},
		{"tatweel", "م" + fill("ـ") + "م"},
		{"joiners", fill("م\u200C")},
		{"decimals", fill("1٫ـ")},
		{"apostrophes", fill("م'")},
		{"ligatures", fill("\uFDF2")},
		{"ill-formed", fill("\xD8")},
		{"lines", fill("\n")},
		{"letters", fill("وم ")},
		{"changes", fill("1aم")},
	} {
		b.Run(c.name, func(b *testing.B) {
			var x Text
			var starts []Start
			run := func() (n int) {
				x.Reset(Ortho, c.text)
				for i, k := range x.Tokens() {
					starts = x.AppendStarts(starts[:0], i)
					for _, p := range starts {
						start, end := x.Span(p.Lo, p.Hi)
						n += end - start
					}
					x.Span(k.Lo, k.Hi)
					if next, ok := x.Between(i); ok {
						n += next - i
					}
				}
				return n
			}
			want := run()
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				if got := run(); got != want {
					b.Fatalf("sum %d, then %d", want, got)
				}
			}
		})
	}
}
