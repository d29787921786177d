package spelling_test

import (
	"fmt"
	"slices"

	"github.com/musamma/musamma/gazetteer/spelling"
	"github.com/musamma/musamma/normalize"
)

// codes returns the codes of one word.
func codes(word string) []byte {
	var t normalize.Text
	t.Reset(normalize.Ortho, word)
	return slices.Clone(t.Codes())
}

func ExampleNear() {
	for _, other := range []string{"غوتيريش", "جوتيريس", "كوتيريس", "غوتيريس", "غوتيه"} {
		distance, ok := spelling.Near(codes("غوتيريس"), codes(other))
		fmt.Println(other, distance, ok)
	}
	// Output:
	// غوتيريش 5 true
	// جوتيريس 10 true
	// كوتيريس 10 true
	// غوتيريس 0 false
	// غوتيه 99 false
}

func ExampleDistance() {
	fmt.Println(spelling.Distance(codes("ميستورا"), codes("مستورا")))
	fmt.Println(spelling.Distance(codes("طهران"), codes("تهران")))
	fmt.Println(spelling.Distance(codes("طهران"), codes("وهران")) == spelling.Far)
	// Output:
	// 4
	// 6
	// true
}

func ExampleLetters() {
	fmt.Println(spelling.Letters(codes("الحسن")), spelling.Letters(codes("حسنين")))
	// Output: 3 5
}

func ExampleSound() {
	fmt.Println(spelling.Sound(codes("ستيفان")) == spelling.Sound(codes("ستيفن")))
	fmt.Println(spelling.Sound(codes("طهران")) == spelling.Sound(codes("وهران")))
	// Output:
	// true
	// false
}

// A list of names is searched by the sounds of a word, and only what has one of them is compared.
func ExampleAppendSounds() {
	names := map[uint64][]string{}
	for _, name := range []string{"كازاخستان", "كردستان", "قيرغيزستان"} {
		sound := spelling.Sound(codes(name))
		names[sound] = append(names[sound], name)
	}
	for _, sound := range spelling.AppendSounds(nil, codes("كاساخستان")) {
		for _, name := range names[sound] {
			if _, ok := spelling.Near(codes(name), codes("كاساخستان")); ok {
				fmt.Println(name)
			}
		}
	}
	// Output: كازاخستان
}
