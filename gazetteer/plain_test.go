package gazetteer

import (
	"encoding/binary"
	"testing"

	"github.com/musamma/musamma/normalize"
)

// TestPlainBytes compares with isPlain, for all pairs of bytes in each place.
func TestPlainBytes(t *testing.T) {
	for place := range 4 {
		for pair := range 1 << 16 {
			word := []byte("أبوي")
			word[2*place], word[2*place+1] = byte(pair), byte(pair>>8)
			want := 8
			if !isPlain(string(word)) {
				want = 2 * place
			}
			if got := plainBytes(binary.LittleEndian.Uint64(word)); got != want {
				t.Fatalf("% x: %d bytes, want %d", word, got, want)
			}
		}
	}
}

// TestPlainStrict: a word of plain letters is one token, and the same at the Strict level.
func TestPlainStrict(t *testing.T) {
	for r := rune(0x0600); r < 0x0700; r++ {
		for _, word := range []string{string(r), "ب" + string(r), string(r) + "ب", "ب" + string(r) + "ب"} {
			var text normalize.Text
			if text.Reset(normalize.Strict, word); isPlain(word) && (len(text.Tokens()) != 1 || text.Folded(0) != word) {
				t.Errorf("%s is %d tokens, the first %s", word, len(text.Tokens()), text.Folded(0))
			}
		}
	}
}
