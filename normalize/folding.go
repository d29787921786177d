package normalize

import "sync"

// A folding is a Form made ready for use: its letter tables. It is immutable.
type folding struct {
	form    Form
	letters [256]byte // a letter of U+06xx to its folded one, by low byte; 0 deletes it
	final   [256]byte // the same for the last letter of a word, after letters
	alef    uint64    // for swar.Ortho, of Alef
	yeh     uint64    // the same, of Yeh
	strict  bool      // strict codes stand at the same positions: Strict and foldings of a letter for a letter
}

const (
	codeHamza      = 0x21 // ء
	codeAlef       = 0x27 // ا
	codeTehMarbuta = 0x29 // ة
	codeHeh        = 0x47 // ه
	codeAlefMaksur = 0x49 // ى
	codeYeh        = 0x4A // ي
)

// foldings caches every folding that was asked for, by Form.
var foldings sync.Map

func (f Form) folding() *folding {
	f &= allFoldings
	if v, ok := foldings.Load(f); ok {
		return v.(*folding)
	}
	v, _ := foldings.LoadOrStore(f, newFolding(f))
	return v.(*folding)
}

func newFolding(form Form) *folding {
	f := &folding{form: form}
	tables := [...]struct {
		bit   Form
		table *[256]byte
	}{
		{VariantLetters, &variantLetters},
		{Alef, &alefLetters},
		{Yeh, &yehLetters},
		{ForeignLetters, &foreignLetters},
		{HamzaSeats, &hamzaLetters},
	}
	for i := range f.letters {
		c := byte(i)
		for _, t := range tables {
			if to := t.table[c]; to != 0 && form&t.bit != 0 {
				c = to
			}
		}
		f.letters[i], f.final[i] = c, byte(i)
	}
	if form&HamzaSeats != 0 {
		f.letters[codeHamza] = 0
	}
	if form&TehMarbuta != 0 {
		f.final[codeTehMarbuta] = codeHeh
	}
	if form&FinalVowels != 0 {
		for _, c := range [...]byte{codeAlef, codeTehMarbuta, codeAlefMaksur, codeYeh} {
			f.final[c] = codeHeh
		}
	}
	if form&Alef != 0 {
		f.alef = 7
	}
	if form&Yeh != 0 {
		f.yeh = 3
	}
	f.strict = form&Strict == Strict && form&(HamzaSeats|FinalVowels|DoubledLetters) == 0
	return f
}

func (f *folding) has(bit Form) bool { return f.form&bit != 0 }

// letter folds one letter that is not the last of its word; 0 deletes it.
func (f *folding) letter(r rune) rune {
	if r>>8 != 0x06 {
		return r
	}
	if c := f.letters[r&0xFF]; c != 0 {
		return 0x0600 | rune(c)
	}
	return 0
}

// compose gives the letter that base and a hamza or maddah mark make (N5), or 0. For heh and teh marbuta the mark is
// dropped: it is the Persian ezafe.
func compose(base, mark rune) rune {
	switch mark {
	case 0x0653: // maddah above
		if base == 'ا' {
			return 'آ'
		}
	case 0x0654: // hamza above
		switch base {
		case 'ا':
			return 'أ'
		case 'و':
			return 'ؤ'
		case 'ي', 'ى', 'ی':
			return 'ئ'
		case 'ه', 'ہ', 'ە':
			return 'ه'
		case 'ة', 'ۃ':
			return base
		}
	case 0x0655: // hamza below
		if base == 'ا' {
			return 'إ'
		}
	}
	return 0
}
