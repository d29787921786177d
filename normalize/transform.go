package normalize

import "golang.org/x/text/transform"

// Transformer returns a transform.Transformer that folds a stream as Fold folds a string: whatever the pieces in which it
// comes, the result is f.Fold of the whole. It holds back at most the text since the last space or line feed. Like every
// Transformer it is for one stream at a time.
func (f Form) Transformer() transform.Transformer { return &transformer{form: f} }

// A transformer folds up to the last space or line feed it has seen: what stands before one is folded alike, whatever
// comes after it.
type transformer struct {
	form Form
	held []byte // source that is not folded yet
	out  []byte // folded text; what follows at is not written yet
	at   int
}

// Reset forgets what was held back.
func (t *transformer) Reset() { t.held, t.out, t.at = t.held[:0], t.out[:0], 0 }

// Transform implements transform.Transformer.
func (t *transformer) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	nDst = t.drain(dst)
	if t.at < len(t.out) {
		return nDst, 0, transform.ErrShortDst
	}
	cut := len(src)
	for !atEOF && cut > 0 && src[cut-1] != ' ' && src[cut-1] != '\n' {
		cut--
	}
	if cut > 0 || atEOF {
		t.held = append(t.held, src[:cut]...)
		t.out, t.at = t.form.AppendFold(t.out[:0], string(t.held)), 0
		t.held = t.held[:0]
		nDst += t.drain(dst[nDst:])
	}
	t.held = append(t.held, src[cut:]...)
	if t.at < len(t.out) {
		return nDst, len(src), transform.ErrShortDst
	}
	return nDst, len(src), nil
}

// drain moves folded text to dst and returns how much.
func (t *transformer) drain(dst []byte) int {
	n := copy(dst, t.out[t.at:])
	t.at += n
	return n
}
