package gazetteer

import (
	"encoding/binary"
	"testing"
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
