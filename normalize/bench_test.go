package normalize

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// news returns at least n bytes of testdata/normalize/news.txt, repeated line by line.
func news(tb testing.TB, n int) string {
	tb.Helper()
	data, err := os.ReadFile("../testdata/normalize/news.txt")
	if err != nil {
		tb.Fatal(err)
	}
	var b strings.Builder
	for b.Len() < n {
		for line := range strings.Lines(string(data)) {
			if b.WriteString(line); b.Len() >= n {
				break
			}
		}
	}
	return b.String()
}

// A loop is one way to fold a text, find its words and map each back to the bytes it came from. It returns the number of
// words and the sum of their lengths in the text.
type loop struct {
	name string
	run  func(s string) (words, bytes int)
}

// loops are this package and the two plain ways it is measured against. All keep what a matcher needs: the folded text,
// the words, and where each letter stands in the source.
func loops() []loop {
	var x, slow Text
	slow.slow = true
	var plain runeLoop
	reset := func(x *Text, s string) (words, bytes int) {
		x.Reset(Ortho, s)
		tokens := x.Tokens()
		for i := range tokens {
			if k := &tokens[i]; k.Kind == Word {
				words++
				start, end := x.Span(k.Lo, k.Hi)
				bytes += end - start
			}
		}
		return words, bytes
	}
	return []loop{
		{"Text", func(s string) (int, int) { return reset(&x, s) }},
		{"twin", func(s string) (int, int) { return reset(&slow, s) }},
		{"rune", func(s string) (int, int) { plain.fold(s); return plain.words(s) }},
		{"NFKC", func(s string) (int, int) { plain.foldNFKC(s); return plain.words(s) }},
	}
}

// A runeLoop folds by a switch a code point and keeps the source offset of every folded byte.
type runeLoop struct {
	out []byte
	at  []int32
}

func (p *runeLoop) fold(s string) {
	p.out, p.at = p.out[:0], p.at[:0]
	for i, c := range s {
		p.add(c, i)
	}
}

// foldNFKC does the same with the NFKC form of each segment, whose letters all map to the start of the segment.
func (p *runeLoop) foldNFKC(s string) {
	p.out, p.at = p.out[:0], p.at[:0]
	var it norm.Iter
	it.InitString(norm.NFKC, s)
	for !it.Done() {
		i := it.Pos()
		for _, c := range string(it.Next()) {
			p.add(c, i)
		}
	}
}

func (p *runeLoop) add(c rune, i int) {
	if c >= 0x064B && c <= 0x0652 || c == 0x0670 || c == 0x0640 {
		return
	}
	switch c {
	case 'أ', 'إ', 'آ', 'ٱ':
		c = 'ا'
	case 'ى':
		c = 'ي'
	case 'ة':
		c = 'ه'
	case '٠', '١', '٢', '٣', '٤', '٥', '٦', '٧', '٨', '٩':
		c = c - '٠' + '0'
	}
	n := len(p.out)
	p.out = utf8.AppendRune(p.out, c)
	for range len(p.out) - n {
		p.at = append(p.at, int32(i))
	}
}

// words counts runs of Arabic letters in the folded text.
func (p *runeLoop) words(s string) (words, bytes int) {
	for i := 0; i < len(p.out); i++ {
		if p.out[i] < 0xD8 || p.out[i] > 0xDB {
			continue
		}
		start, j := i, i
		for j+1 < len(p.out) && p.out[j]>>2 == 0xD8>>2 && arabicLetter(p.out[j], p.out[j+1]) {
			j += 2
		}
		if j == start {
			i++
			continue
		}
		words++
		end := len(s)
		if j < len(p.at) {
			end = int(p.at[j])
		}
		bytes += end - int(p.at[start])
		i = j - 1
	}
	return words, bytes
}

func arabicLetter(lead, trail byte) bool {
	c := lead<<6 | trail&0x3F
	return c >= 0x21 && c <= 0x4A
}

func BenchmarkText(b *testing.B) {
	text := news(b, 64<<10)
	for _, l := range loops() {
		b.Run(l.name, func(b *testing.B) {
			want, _ := l.run(text)
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if got, _ := l.run(text); got != want {
					b.Fatalf("%d words, then %d", want, got)
				}
			}
			b.ReportMetric(float64(want), "words")
		})
	}
}

func BenchmarkLines(b *testing.B) {
	text := news(b, 64<<10)
	lines := strings.SplitAfter(text, "\n")
	for _, l := range loops() {
		b.Run(l.name, func(b *testing.B) {
			run := func() (words int) {
				for _, line := range lines {
					n, _ := l.run(line)
					words += n
				}
				return words
			}
			want := run()
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if got := run(); got != want {
					b.Fatalf("%d words, then %d", want, got)
				}
			}
			b.ReportMetric(float64(want), "words")
		})
	}
}

// BenchmarkStarts is the benchmark above with the readings of every word.
func BenchmarkStarts(b *testing.B) {
	text := news(b, 64<<10)
	var x Text
	var starts []Start
	run := func() (n int) {
		x.Reset(Ortho, text)
		for i := range x.Tokens() {
			starts = x.AppendStarts(starts[:0], i)
			n += len(starts)
		}
		return n
	}
	want := run()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if got := run(); got != want {
			b.Fatalf("%d readings, then %d", want, got)
		}
	}
	b.ReportMetric(float64(want), "readings")
}

// BenchmarkFold folds text that changes and text that does not.
func BenchmarkFold(b *testing.B) {
	text := news(b, 64<<10)
	for _, c := range []struct{ name, text string }{{"changes", text}, {"folded", Ortho.Fold(text)}} {
		b.Run(c.name, func(b *testing.B) {
			want := len(Ortho.Fold(c.text))
			var buf []byte
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				if buf = Ortho.AppendFold(buf[:0], c.text); len(buf) != want {
					b.Fatalf("%d bytes, then %d", want, len(buf))
				}
			}
		})
	}
}
