package swar

import (
	"math/rand/v2"
	"testing"
	"unicode/utf8"
)

// slow reads plain letters one at a time.
func slow(p []byte) (codes []byte) {
	for len(codes) < 8 && len(p) >= 2 {
		r, size := utf8.DecodeRune(p)
		if size != 2 || !(r >= 0x0621 && r <= 0x063A || r >= 0x0641 && r <= 0x064A) {
			break
		}
		codes = append(codes, byte(r))
		p = p[2:]
	}
	return codes
}

// check compares Count, Size, Mask, Codes and Ortho on 16 bytes with the slow way.
func check(t *testing.T, p []byte) {
	t.Helper()
	x := Read(Load(p, 0))
	w := x.Codes()
	want := slow(p)
	if n := Count(x.Bad(w)); n != len(want) {
		t.Fatalf("% x: %d letters, want %d", p, n, len(want))
	}
	size := 0
	for size < len(p) && p[size] >= utf8.RuneSelf {
		size++
	}
	if n := int(Size(Load(p, 0))); n != size {
		t.Fatalf("% x: %d bytes before ASCII, want %d", p, n, size)
	}
	for n := 0; n <= len(p); n += 2 {
		if got, want := x.Bad(w)&Mask[n] == 0, n/2 <= len(want); got != want {
			t.Fatalf("% x: %d letters: %v, want %v", p, n/2, got, want)
		}
	}
	for _, masks := range [][2]uint64{{0, 0}, {7, 0}, {0, 3}, {7, 3}} {
		codes := Ortho(InOrder(w), masks[0], masks[1])
		for i, c := range want {
			switch {
			case masks[0] != 0 && (c == 0x22 || c == 0x23 || c == 0x25):
				c = 0x27
			case masks[1] != 0 && c == 0x49:
				c = 0x4A
			}
			if got := byte(codes >> (8 * i)); got != c {
				t.Fatalf("% x: code %d is %#x, want %#x, with alef %d, yeh %d", p, i, got, c, masks[0], masks[1])
			}
		}
	}
}

// TestEveryPair puts every two bytes in each place of the sixteen.
func TestEveryPair(t *testing.T) {
	base := []byte("محمدعليى")
	for at := 0; at < 16; at += 2 {
		for lead := range 256 {
			for trail := range 256 {
				p := append([]byte(nil), base...)
				p[at], p[at+1] = byte(lead), byte(trail)
				check(t, p)
			}
		}
	}
}

func TestRandom(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for range 200000 {
		p := make([]byte, 16)
		for i := 0; i < 16; i += 2 {
			c := 0x0618 + rune(r.IntN(0x38))
			utf8.EncodeRune(p[i:], c)
		}
		if r.IntN(3) == 0 {
			p[r.IntN(16)] = byte(r.IntN(256))
		}
		check(t, p)
	}
}

// TestLoad checks every length and offset.
func TestLoad(t *testing.T) {
	s := "0123456789abcdefghijklmn"
	for n := range len(s) + 1 {
		for i := max(0, n-15); i <= n; i++ {
			var want [16]byte
			copy(want[:], s[i:n])
			x0, x1 := Load(Bytes(s[:n]), i)
			for k, c := range want {
				x := x0
				if k >= 8 {
					x = x1
				}
				if got := byte(x >> (8 * (k % 8))); got != c {
					t.Fatalf("Load(%q, %d): byte %d is %q, want %q", s[:n], i, k, got, c)
				}
			}
		}
	}
}
