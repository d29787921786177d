package normalize

import (
	"slices"
	"sync"
)

// Fold returns s in the Form f, s itself when nothing changes. It is total: an ill-formed byte becomes one space, so the
// result is well-formed UTF-8. It never joins or splits words, and signs stay as they are.
func (f Form) Fold(s string) string {
	w := f.folder()
	defer w.release()
	w.fold(s)
	if w.done == 0 {
		return s
	}
	return string(append(w.dst, s[w.done:]...))
}

// Folded tells whether f.Fold(s) == s.
func (f Form) Folded(s string) bool {
	w := f.folder()
	defer w.release()
	w.fold(s)
	return w.done == 0
}

// AppendFold appends s in the Form f to dst.
func (f Form) AppendFold(dst []byte, s string) []byte {
	w := f.folder()
	defer w.release()
	own := w.dst
	w.dst = dst
	w.fold(s)
	dst = append(w.dst, s[w.done:]...)
	w.dst = own
	return dst
}

// folders keeps the buffers of folders.
var folders = sync.Pool{New: func() any { return new(folder) }}

// release gives w back, without buffers that a long text has made large.
func (w *folder) release() {
	if cap(w.dst) <= 1<<16 && cap(w.b.codes) <= 1<<16 {
		folders.Put(w)
	}
}

func (f Form) folder() *folder {
	w := folders.Get().(*folder)
	if w.b.f == nil || w.b.f.form != f&allFoldings {
		w.b.f = f.folding()
	}
	w.dst, w.done = w.dst[:0], 0
	return w
}

// A folder folds a string. What does not change is copied in stretches as long as possible, or not at all.
type folder struct {
	b    builder
	dst  []byte
	done int // source up to which dst is complete
	tmp  []byte
	slow bool // for tests: no quickWord
}

// fold appends the folded form of s[:w.done]; s[w.done:] does not change, and if nothing does, w.done is 0.
func (w *folder) fold(s string) {
	f := w.b.f
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c < 0x7F {
			i++
			continue
		}
		if c&0xFC == 0xD8 && !w.slow && !f.has(DoubledLetters) {
			if end, changed, ok := f.quickWord(s, i); ok {
				if changed {
					w.replaceLetters(s, i, end)
				}
				i = end
				continue
			}
		}
		r, size, props := decode(s[i:])
		next := i + size
		w.b.codes = w.b.codes[:0]
		switch class := props & classMask; class {
		case classWord:
			next = w.b.token(s, i, class)
			w.tmp = appendDecoded(w.tmp[:0], w.b.codes)
		case classPunct, classQuote, classDecimal:
			if w.tmp = append(w.tmp[:0], s[i:next]...); illFormed(r, size) {
				w.tmp = append(w.tmp[:0], ' ')
			}
		case classSpace, classNewline:
			w.tmp = f.appendSpace(w.tmp[:0], s[i:next], class)
		default:
			w.b.alone(r, i, s[i:next], props)
			w.tmp = append(w.tmp[:0], w.b.codes...)
		}
		if string(w.tmp) != s[i:next] {
			w.copy(s, i)
			w.dst = append(w.dst, w.tmp...)
			w.done = next
		}
		i = next
	}
}

// copy completes dst up to source offset i.
func (w *folder) copy(s string, i int) {
	w.dst = slices.Grow(w.dst, len(s)-w.done)
	w.dst = append(w.dst, s[w.done:i]...)
	w.done = i
}

// replaceLetters appends s[i:end], the letters of one word, folded.
func (w *folder) replaceLetters(s string, i, end int) {
	w.copy(s, end)
	word := w.dst[len(w.dst)-(end-i):]
	for k := 0; k < len(word); k += 2 {
		c := w.b.f.letters[word[k]<<6|word[k+1]&0x3F]
		if k+2 == len(word) {
			c = w.b.f.final[c]
		}
		word[k], word[k+1] = 0xD8|c>>6, 0x80|c&0x3F
	}
}

// quickWord reads the letters of U+06xx at s[i]. It tells where they end and whether folding changes them; ok is false
// if they are not a whole word or if the builder must fold it.
func (f *folding) quickWord(s string, i int) (end int, changed, ok bool) {
	var last byte
	j := i
	for j+1 < len(s) && s[j]&0xFC == 0xD8 && s[j+1]&0xC0 == 0x80 {
		c := s[j]<<6 | s[j+1]&0x3F
		if quick[c] != quickLetter {
			break
		}
		last = f.letters[c]
		if last != c {
			if last == 0 {
				return 0, false, false
			}
			changed = true
		}
		j += 2
	}
	if j == i {
		return 0, false, false
	}
	if j < len(s) && s[j] >= 0x80 {
		if _, _, props := decode(s[j:]); extends[props&classMask] {
			return 0, false, false
		}
	}
	return j, changed || f.final[last] != last, true
}

// alone folds a character that stands outside of words of the Arabic script: no rule looks at its neighbours.
func (b *builder) alone(r rune, i int, text string, props uint8) {
	b.class, b.base, b.blocked = props&classMask, 0, false
	switch b.class {
	case classTatweel:
		b.transparent(r, i, Tatweel)
	case classFormat, classSoft:
		b.transparent(r, i, Invisible)
	default:
		b.character(r, text, props)
	}
}

// appendSpace folds one white space character (N26).
func (f *folding) appendSpace(dst []byte, c string, class uint8) []byte {
	switch {
	case !f.has(Spaces) || c == "\t" || c == "\r":
		return append(dst, c...)
	case class == classNewline:
		return append(dst, '\n')
	}
	return append(dst, ' ')
}
