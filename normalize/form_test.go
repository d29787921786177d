package normalize

import (
	"math/bits"
	"testing"
)

// TestLevels checks that each level contains the ones before, and that no bit moves: they are stored in files.
func TestLevels(t *testing.T) {
	levels := []Form{Canonical, Strict, Ortho, Loose}
	for i, want := range []Form{0x7F, 0xFF, 0xFFF, 0x7FFF} {
		if levels[i] != want {
			t.Errorf("%v = %#x, want %#x", levels[i], uint32(levels[i]), uint32(want))
		}
	}
	if n := bits.OnesCount32(uint32(allFoldings)); n != len(foldingNames) {
		t.Errorf("%d foldings, %d names", n, len(foldingNames))
	}
}

func TestFormString(t *testing.T) {
	for _, c := range []struct {
		f    Form
		want string
	}{
		{0, "0"},
		{Canonical, "Canonical"},
		{Loose, "Loose"},
		{Strict | Alef, "Strict|Alef"},
		{Tatweel | Marks, "Tatweel|Marks"},
		{Ortho | DoubledLetters, "Ortho|DoubledLetters"},
		{Ortho &^ Spaces, "Tatweel|Invisible|Hamza|Compatibility|VariantLetters|Digits|Marks|Alef|Yeh|TehMarbuta|ForeignLetters"},
	} {
		if got := c.f.String(); got != c.want {
			t.Errorf("Form(%#x).String() = %q, want %q", uint32(c.f), got, c.want)
		}
	}
}

// TestStrictCodes checks which Forms have Strict codes.
func TestStrictCodes(t *testing.T) {
	for _, c := range []struct {
		f    Form
		want string
	}{
		{Strict, "\x23\x46\x29"},
		{Ortho, "\x23\x46\x29"},
		{Strict | Alef, "\x23\x46\x29"},
		{Canonical, ""},
		{Loose, ""},
		{Alef, ""},
	} {
		var x Text
		x.Reset(c.f, `أَنة`)
		if got := string(x.StrictCodes()); got != c.want {
			t.Errorf("%v: strict codes % x, want % x", c.f, got, c.want)
		}
		for _, p := range x.AppendStarts(nil, 0) {
			if got := string(x.AppendStartStrict(nil, p)); got != c.want {
				t.Errorf("%v: strict codes of the start % x, want % x", c.f, got, c.want)
			}
		}
		if got, want := x.StrictKey(0), KeyOf([]byte(c.want)); got != want {
			t.Errorf("%v: strict key %x, want %x", c.f, got, want)
		}
	}
}

func TestKindString(t *testing.T) {
	if got := Kind(200).String(); got != "Kind(?)" {
		t.Errorf("Kind(200).String() = %q", got)
	}
}
