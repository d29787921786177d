package normalize_test

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/musamma/musamma/normalize"
	"golang.org/x/text/transform"
)

func Example() {
	const text = "زار وفدٌ من شركةِ أرامـــكو الرياض."
	var t normalize.Text
	t.Reset(normalize.Ortho, text)
	for i, k := range t.Tokens() {
		fmt.Println(k.Kind, text[k.Start:k.End], t.Folded(i))
	}
	// Output:
	// Word زار زار
	// Word وفدٌ وفد
	// Word من من
	// Word شركةِ شركه
	// Word أرامـــكو ارامكو
	// Word الرياض الرياض
	// Punct . .
}

func ExampleForm() {
	const text = "مُصطفـى أبو پاشا مسؤول"
	for _, f := range []normalize.Form{normalize.Canonical, normalize.Strict, normalize.Ortho, normalize.Loose} {
		fmt.Println(f, f.Fold(text))
	}
	search := normalize.Tatweel | normalize.Marks | normalize.Alef
	fmt.Println(search, search.Fold(text))
	// Output:
	// Canonical مُصطفى أبو پاشا مسؤول
	// Strict مصطفى أبو پاشا مسؤول
	// Ortho مصطفي ابو باشا مسؤول
	// Loose مصطفه ابو باشه مسول
	// Tatweel|Marks|Alef مصطفى ابو پاشا مسؤول
}

func ExampleForm_Fold() {
	fmt.Println(normalize.Strict.Fold("ﻷحمدَ فِي القَـاهِرة، ٢٠٢٥"))
	// Output: لأحمد في القاهرة، 2025
}

func ExampleForm_Folded() {
	fmt.Println(normalize.Ortho.Folded("القاهره"), normalize.Ortho.Folded("القاهرة"))
	// Output: true false
}

func ExampleForm_AppendFold() {
	b := []byte("key:")
	b = normalize.Ortho.AppendFold(b, "مكّة")
	fmt.Println(string(b))
	// Output: key:مكه
}

func ExampleForm_String() {
	fmt.Println(normalize.Ortho, normalize.Strict|normalize.Alef, normalize.Tatweel|normalize.Digits)
	// Output: Ortho Strict|Alef Tatweel|Digits
}

func ExampleForm_Transformer() {
	r := transform.NewReader(strings.NewReader("كتابُ الأغاني، الجزءُ ١"), normalize.Ortho.Transformer())
	if _, err := io.Copy(os.Stdout, r); err != nil {
		fmt.Println(err)
	}
	// Output: كتاب الاغاني، الجزء 1
}

func ExampleKind_String() {
	fmt.Println(normalize.Word, normalize.Number, normalize.Latin, normalize.Punct, normalize.Quote, normalize.Break)
	// Output: Word Number Latin Punct Quote Break
}

func ExampleText_Reset() {
	var t normalize.Text
	for _, line := range []string{"دبي وBBC", "سنة ٢٠٢٥"} {
		t.Reset(normalize.Ortho, line)
		fmt.Println(len(t.Tokens()), t.Folded(0))
	}
	// Output:
	// 3 دبي
	// 2 سنه
}

func ExampleText_Form() {
	var t normalize.Text
	t.Reset(normalize.Ortho, "")
	fmt.Println(t.Form())
	// Output: Ortho
}

func ExampleText_Source() {
	var t normalize.Text
	t.Reset(normalize.Ortho, "جدّة")
	fmt.Println(t.Source())
	// Output: جدّة
}

func ExampleText_Tokens() {
	const text = "قال: «درعًا»\n"
	var t normalize.Text
	t.Reset(normalize.Ortho, text)
	for _, k := range t.Tokens() {
		fmt.Printf("%d-%d %v glued=%v tanween=%v\n", k.Start, k.End, k.Kind,
			k.Flags&normalize.Glued != 0, k.Flags&normalize.Tanween != 0)
	}
	// Output:
	// 0-6 Word glued=false tanween=false
	// 6-7 Punct glued=true tanween=false
	// 8-10 Quote glued=false tanween=false
	// 10-20 Word glued=true tanween=true
	// 20-22 Quote glued=true tanween=false
	// 22-23 Break glued=false tanween=false
}

func ExampleText_Codes() {
	var t normalize.Text
	t.Reset(normalize.Ortho, "علِيّ BBC")
	fmt.Printf("% X\n", t.Codes())
	// Output: 39 44 4A 03 42 42 43
}

func ExampleText_StrictCodes() {
	var t normalize.Text
	t.Reset(normalize.Ortho, "على")
	fmt.Printf("% X, strict % X\n", t.Codes(), t.StrictCodes())
	// Output: 39 44 4A, strict 39 44 49
}

func ExampleText_Key() {
	var t normalize.Text
	t.Reset(normalize.Ortho, "أُسـامة اسامه أسماء")
	fmt.Println(t.Key(0) == t.Key(1), t.Key(0) == t.Key(2))
	// Output: true false
}

func ExampleText_StrictKey() {
	var t normalize.Text
	t.Reset(normalize.Ortho, "على علي")
	fmt.Println(t.Key(0) == t.Key(1), t.StrictKey(0) == t.StrictKey(1))
	// Output: true false
}

func ExampleText_Folded() {
	var t normalize.Text
	t.Reset(normalize.Ortho, "الـقُـدسُ")
	fmt.Println(t.Folded(0))
	// Output: القدس
}

func ExampleText_AppendFolded() {
	var t normalize.Text
	t.Reset(normalize.Ortho, "بن غازي")
	b := t.AppendFolded(nil, 0)
	b = t.AppendFolded(append(b, '_'), 1)
	fmt.Println(string(b))
	// Output: بن_غازي
}

func ExampleText_AppendStarts() {
	const text = "وللأسدِ"
	var t normalize.Text
	t.Reset(normalize.Ortho, text)
	asad := normalize.KeyOf([]byte{0x27, 0x44, 0x27, 0x33, 0x2F}) // الاسد
	for _, s := range t.AppendStarts(nil, 0) {
		start, end := t.Span(s.Lo, s.Hi)
		fmt.Printf("%q %s %v\n", s.Cut, text[start:end], s.Key == asad)
	}
	// Output:
	// "" وللأسدِ false
	// "و" للأسدِ false
	// "و+ل" لأسدِ false
	// "و+ل+ال" لأسدِ false
	// "و+ل+ال" أسدِ true
}

func ExampleText_AppendStartCodes() {
	var t normalize.Text
	t.Reset(normalize.Ortho, "للجنة")
	for _, s := range t.AppendStarts(nil, 0) {
		codes := t.AppendStartCodes(nil, s)
		fmt.Printf("%v % X %v\n", s.Cut.Preposition(), codes, s.Key == normalize.KeyOf(codes))
	}
	// Output:
	//  44 44 2C 46 47 true
	// ل 44 2C 46 47 true
	// ل+ال 27 44 44 2C 46 47 true
	// ل+ال 27 44 2C 46 47 true
}

func ExampleText_AppendStartStrict() {
	var t normalize.Text
	t.Reset(normalize.Ortho, "بجدة")
	for _, s := range t.AppendStarts(nil, 0) {
		fmt.Printf("% X, strict % X\n", t.AppendStartCodes(nil, s), t.AppendStartStrict(nil, s))
	}
	// Output:
	// 28 2C 2F 47, strict 28 2C 2F 29
	// 2C 2F 47, strict 2C 2F 29
}

func ExampleText_Span() {
	const text = "بِـالسُّعوديّةِ، وغيرها"
	var t normalize.Text
	t.Reset(normalize.Ortho, text)
	start, end := t.Span(1, 9)
	fmt.Println(text[start:end])
	// Output: السُّعوديّةِ
}

func ExampleText_Between() {
	var t normalize.Text
	t.Reset(normalize.Ortho, "سان-جيرمان يفوز، باريس")
	for i := range t.Tokens() {
		if next, ok := t.Between(i); ok {
			fmt.Println(t.Folded(i), t.Folded(next))
		}
	}
	// Output:
	// سان جيرمان
	// جيرمان يفوز
}

func ExampleText_Joined() {
	var t normalize.Text
	t.Reset(normalize.Ortho, "كا’دو كادو")
	key, next, ok := t.Joined(0)
	fmt.Println(key == t.Key(3), next, ok)
	// Output: true 3 true
}

func ExampleText_Piece() {
	var t normalize.Text
	t.Reset(normalize.Ortho, "محمد\u200cعلي محمد علي محمدعلي")
	first, hi, _ := t.Piece(0, 0)
	second, _, _ := t.Piece(0, hi)
	fmt.Println(first == t.Key(1), second == t.Key(2), t.Key(0) == t.Key(3))
	// Output: true true true
}

func ExampleKeyOf() {
	var t normalize.Text
	t.Reset(normalize.Ortho, "مكة")
	fmt.Println(t.Key(0) == normalize.KeyOf(t.Codes()))
	// Output: true
}

func ExampleKey_Exact() {
	fmt.Println(normalize.KeyOf(make([]byte, 16)).Exact(), normalize.KeyOf(make([]byte, 17)).Exact())
	// Output: true false
}

func ExampleKey_Cut() {
	var t normalize.Text
	t.Reset(normalize.Ortho, "وبغداد بغداد")
	fmt.Println(t.Key(0).Cut(1) == t.Key(1))
	// Output: true
}

func ExampleClitics() {
	for _, c := range normalize.Clitics() {
		fmt.Printf("%s→%s ", c.Written(), c.Restored())
	}
	fmt.Println()
	// Output: → و→ ف→ ب→ ك→ ل→ ل→ال لل→ال وب→ وك→ ول→ ول→ال ولل→ال فب→ فك→ فل→ فل→ال فلل→ال
}

func ExampleClitic_Written() {
	fmt.Println((normalize.Wa | normalize.LiAl).Written())
	// Output: ولل
}

func ExampleClitic_Restored() {
	fmt.Printf("%q %q\n", normalize.Li.Restored(), normalize.LiAl.Restored())
	// Output: "" "ال"
}

func ExampleClitic_Conjunction() {
	c := normalize.Wa | normalize.Bi
	fmt.Println(c.Conjunction() == normalize.Wa)
	// Output: true
}

func ExampleClitic_Preposition() {
	c := normalize.Wa | normalize.Bi
	fmt.Println(c.Preposition() == normalize.Bi)
	// Output: true
}

func ExampleClitic_String() {
	fmt.Println(normalize.Wa|normalize.Bi, normalize.Fa|normalize.LiAl)
	// Output: و+ب ف+ل+ال
}

func ExampleAppendRuneOffsets() {
	runes, err := normalize.AppendRuneOffsets(nil, "في مصر", []int{0, 5, 11})
	fmt.Println(runes, err)
	// Output: [0 3 6] <nil>
}

func ExampleAppendUTF16Offsets() {
	units, err := normalize.AppendUTF16Offsets(nil, "😀 مصر", []int{0, 5, 11})
	fmt.Println(units, err)
	// Output: [0 3 6] <nil>
}

func ExampleOffsetError() {
	_, err := normalize.AppendRuneOffsets(nil, "مصر", []int{0, 3})
	fmt.Println(err)
	// Output: normalize: offset 3 at index 1 in a text of 6 bytes: inside a character
}
