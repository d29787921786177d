package entity_test

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/gazetteer/builtin"
)

// BenchmarkExtract measures the whole extraction with the built-in lists on the story, which is news, and checks how
// many spans it finds. BenchmarkRuneLoop is the yardstick: one pass over the runes with a switch and AppendRune.
func BenchmarkExtract(b *testing.B) {
	x := newExtractor(b, nil, builtin.Gazetteer())
	for _, size := range []struct {
		name  string
		times int
	}{{"story", 1}, {"64KB", 13}} {
		text := strings.Repeat(story(b)+"\n", size.times)
		b.Run(size.name, func(b *testing.B) {
			spans := x.AppendSpans(nil, text)
			want := len(spans)
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if spans = x.AppendSpans(spans[:0], text); len(spans) != want {
					b.Fatalf("%d spans, want %d", len(spans), want)
				}
			}
		})
	}
}

// BenchmarkHostile measures texts made to be slow, beside news; the cost a byte must not grow with the length.
func BenchmarkHostile(b *testing.B) {
	var entries []gazetteer.Entry
	for n := range gazetteer.MaxTokens {
		entries = append(entries, gazetteer.Entry{Name: strings.Repeat("محمد ", n) + "محمد", Type: "PER"})
	}
	x := newExtractor(b, &entity.Options{Nested: true}, build(b, entries...), builtin.Gazetteer())
	for _, bb := range []struct {
		name, unit string
		bytes      int
	}{
		{"news", story(b) + "\n", 1 << 20},
		{"combining marks", "\u0651", 2_000_000},
		{"one long word", "م", 1 << 20},
		{"titles", "رئيس ", 1 << 19},
		{"name words", "سعيد ", 1 << 19},
		{"list heads", "قرى و", 1 << 19},
		{"organisation heads", "حزب محمد ", 1 << 19},
		{"members of a name of 24 words", "محمد ", 1 << 17},
	} {
		for _, part := range []int{8, 1} {
			text := strings.Repeat(bb.unit, bb.bytes/len(bb.unit)/part)
			b.Run(bb.name+"/"+strconv.Itoa(len(text)>>10)+"KB", func(b *testing.B) {
				spans := x.AppendSpans(nil, text)
				want := len(spans)
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				for b.Loop() {
					if spans = x.AppendSpans(spans[:0], text); len(spans) != want {
						b.Fatalf("%d spans, want %d", len(spans), want)
					}
				}
			})
		}
	}
}

func BenchmarkRuneLoop(b *testing.B) {
	text := strings.Repeat(story(b)+"\n", 13)
	want := len(foldLoop(nil, text))
	var buf []byte
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if buf = foldLoop(buf[:0], text); len(buf) != want {
			b.Fatalf("%d bytes, want %d", len(buf), want)
		}
	}
}

// foldLoop folds rune by rune with a switch.
func foldLoop(dst []byte, text string) []byte {
	for _, c := range text {
		switch {
		case c >= 0x64B && c <= 0x652, c == 0x670, c == 0x640:
			continue
		}
		switch c {
		case 'أ', 'إ', 'آ', 'ٱ':
			c = 'ا'
		case 'ى', 'ئ':
			c = 'ي'
		case 'ة':
			c = 'ه'
		case 'ؤ':
			c = 'و'
		}
		dst = utf8.AppendRune(dst, c)
	}
	return dst
}
