package jsonl

import (
	"fmt"
	"slices"
	"strings"

	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/entity/internal/offsets"
	"github.com/musamma/musamma/normalize"
)

// A Unit is what offsets count.
type Unit uint8

// The units of offsets. Byte is that of Go strings, Rune (code points) that of Python, UTF16 that of Java and JavaScript.
const (
	Byte Unit = iota
	Rune
	UTF16
)

var unitNames = [...]string{"byte", "rune", "utf16"}

// String returns the name of the unit: byte, rune or utf16.
func (u Unit) String() string {
	if int(u) < len(unitNames) {
		return unitNames[u]
	}
	return fmt.Sprintf("Unit(%d)", uint8(u))
}

// ParseUnit returns the unit of that name.
func ParseUnit(name string) (Unit, error) {
	if i := slices.Index(unitNames[:], name); i >= 0 {
		return Unit(i), nil
	}
	return 0, fmt.Errorf("unit %q is none of %s", name, strings.Join(unitNames[:], ", "))
}

// A Place holds the offsets of one span in some unit.
type Place struct{ Start, End, WordStart, WordEnd int }

// Offsets returns the offsets of the spans of a text in the unit, in one pass over the text. The spans may be in any
// order, nested too. An offset outside the text or inside a character is a *normalize.OffsetError.
func Offsets(text string, spans []entity.Span, unit Unit) ([]Place, error) {
	at := make([]int, 0, 4*len(spans))
	for _, s := range spans {
		at = append(at, s.Start, s.End, s.WordStart, s.WordEnd)
	}
	var convert offsets.Converter
	switch unit {
	case Byte:
		convert = unchanged
	case Rune:
		convert = normalize.AppendRuneOffsets
	case UTF16:
		convert = normalize.AppendUTF16Offsets
	default:
		return nil, fmt.Errorf("no unit has the number %d", uint8(unit))
	}
	if err := offsets.Convert(at, text, convert); err != nil {
		return nil, err
	}
	out := make([]Place, len(spans))
	for i := range out {
		out[i] = Place{at[4*i], at[4*i+1], at[4*i+2], at[4*i+3]}
	}
	return out, nil
}

// unchanged is the converter that changes nothing; it makes the checks of the others.
func unchanged(dst []int, text string, sorted []int) ([]int, error) {
	if _, err := normalize.AppendRuneOffsets(nil, text, sorted); err != nil {
		return dst, err
	}
	return append(dst, sorted...), nil
}
