package normalize

import (
	"bytes"
	"math/rand/v2"
	"testing"
)

// TestKeyExact checks keys of every length against the codes: the same by every way, cut anywhere, never two alike.
func TestKeyExact(t *testing.T) {
	const word = `لاستخداماتهمالكثيرةجدا`
	var x Text
	seen := map[Key]int{}
	for n := 1; n <= len(word)/2; n++ {
		x.Reset(Ortho, word[:2*n])
		codes := x.Codes()
		k := x.Key(0)
		if k != KeyOf(codes) {
			t.Errorf("%d codes: Key %x, KeyOf %x", n, k, KeyOf(codes))
		}
		if k.Exact() != (n <= 16) {
			t.Errorf("%d codes: Exact() = %v", n, k.Exact())
		}
		if m, ok := seen[k]; ok {
			t.Errorf("%d and %d codes: the same key %x", m, n, k)
		}
		seen[k] = n
		for cut := 0; cut <= n && n <= 16; cut++ {
			if got, want := k.Cut(cut), KeyOf(codes[cut:]); got != want {
				t.Errorf("%d codes: Cut(%d) = %x, want %x", n, cut, got, want)
			}
		}
		if n <= 14 {
			if got, want := k.prependArticle(), KeyOf(append([]byte{codeAlef, codeLam}, codes...)); got != want {
				t.Errorf("%d codes: with the article %x, want %x", n, got, want)
			}
		}
	}
}

// TestKeyPinned checks keys that may stand in files.
func TestKeyPinned(t *testing.T) {
	for _, c := range []struct {
		codes string
		want  Key
	}{
		{"", Key{}},
		{"\x45\x2D\x45\x2F", Key{Lo: 0x2F452D45}},
		{"\x27\x28\x2A\x2B\x2C\x2D\x2E\x2F\x30", Key{Lo: 0x2F2E2D2C2B2A2827, Hi: 0x30}},
		{"\x27\x28\x2A\x2B\x2C\x2D\x2E\x2F\x30\x31\x32\x33\x34\x35\x36\x37\x38", Key{Lo: 0x9522B8DD5A5A8366, Hi: 0x02EA6B2D6186674F}},
	} {
		if got := KeyOf([]byte(c.codes)); got != c.want {
			t.Errorf("KeyOf(% x) = {%#x, %#x}, want {%#x, %#x}", c.codes, got.Lo, got.Hi, c.want.Lo, c.want.Hi)
		}
	}
}

// TestKeyHash checks that a change of any code of a long token changes its key.
func TestKeyHash(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	seen := map[Key]string{}
	for range 2000 {
		codes := make([]byte, 17+r.IntN(60))
		for i := range codes {
			codes[i] = byte(0x21 + r.IntN(0x2A))
		}
		for i := range codes {
			c := bytes.Clone(codes)
			c[i] ^= 1
			k := KeyOf(c)
			if other, ok := seen[k]; ok && other != string(c) || k.Exact() {
				t.Fatalf("key %x of % x and of % x", k, c, other)
			}
			seen[k] = string(c)
		}
	}
}

// TestKindsApart checks that tokens of different kinds never have equal codes.
func TestKindsApart(t *testing.T) {
	kinds := map[string]Kind{}
	var x Text
	for r := range rune(0x3000) {
		x.Reset(Ortho, string(r))
		for i, k := range x.Tokens() {
			codes := string(x.Codes()[k.Lo:k.Hi])
			if other, ok := kinds[codes]; ok && other != k.Kind {
				t.Errorf("%U is a %v, and its codes % x are those of a %v (%s)", r, k.Kind, codes, other, x.Folded(i))
			}
			kinds[codes] = k.Kind
		}
	}
}
