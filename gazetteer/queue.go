package gazetteer

import (
	"bytes"
	"encoding/binary"
	"slices"

	"github.com/musamma/musamma/gazetteer/internal/index"
)

// A queue holds the words of the last names until a wordTable numbers them, all at once: to look for each as it comes
// waits for memory twice.
type queue struct {
	words []queued
	text  []byte // the words, and room to read 16 bytes from the beginning of each
}

// queueFull is when a Builder empties its queue: the words are in the fastest cache still.
const queueFull = 256

// A queued is a word in the text of a queue.
type queued struct {
	lo, hi uint64 // the first 16 bytes of the word, with zeros behind a shorter one
	hash   uint32
	start  uint32
	size   uint16
	plain  bool
}

func (q *queue) word(w *queued) []byte { return q.text[w.start:][:w.size] }

// clear takes all words but the first n out of q.
func (q *queue) clear(n int) {
	if n < len(q.words) {
		q.text = q.text[:q.words[n].start]
		q.words = q.words[:n]
	}
}

// copy puts text behind the words of q and returns where it begins.
func (q *queue) copy(text string) (start int) {
	start = len(q.text)
	q.text = append(append(q.text, text...), make([]byte, 16)...)
	return start
}

// addPlain adds the words of a name if all are plain, with one space between them; else some are added, to be cleared.
func (q *queue) addPlain(name string) (ok bool) {
	at := q.copy(name)
	for end := at + len(name); ; at++ {
		w := q.oneMore(at)
		w.plain = true
		p := q.text[at : at+16]
		x, y := binary.LittleEndian.Uint64(p), binary.LittleEndian.Uint64(p[8:])
		m, n := plainBytes(x), plainBytes(y)
		w.lo, w.hi = x&(1<<(8*m)-1), 0
		if at += m; m == 8 {
			w.hi = y & (1<<(8*n) - 1)
			at += n
			for n == 8 {
				n = plainBytes(binary.LittleEndian.Uint64(q.text[at : at+8]))
				at += n
			}
		}
		if at == int(w.start) || at < end && q.text[at] != ' ' {
			return false
		}
		w.size = uint16(at - int(w.start))
		q.hash(w)
		if at == end {
			return true
		}
	}
}

// addWords adds the words of any name and returns how many they are.
func (q *queue) addWords(name string) (n uint16) {
	start := q.copy(name)
	for text := q.text[start : start+len(name)]; ; n++ {
		size := bytes.IndexByte(text, ' ')
		if size < 0 {
			q.addBytes(start, len(text))
			return n + 1
		}
		q.addBytes(start, size)
		start += size + 1
		text = text[size+1:]
	}
}

// addToken adds the token of some codes.
func (q *queue) addToken(codes []byte) {
	start := len(q.text)
	q.text = append(append(append(q.text, ' '), codes...), make([]byte, 16)...)
	q.addBytes(start, 1+len(codes))
}

func (q *queue) addBytes(start, size int) {
	w := q.oneMore(start)
	w.size = uint16(size)
	w.plain = isPlain(string(q.word(w))) // not as part of this name, but a plain name may have it too
	var first [16]byte
	copy(first[:], q.word(w))
	w.lo, w.hi = binary.LittleEndian.Uint64(first[:]), binary.LittleEndian.Uint64(first[8:])
	q.hash(w)
}

// oneMore adds a word of any content, to be filled in where it stands: one that is built elsewhere and copied waits for
// its own bytes.
func (q *queue) oneMore(start int) *queued {
	q.words = slices.Grow(q.words, 1)[:len(q.words)+1]
	w := &q.words[len(q.words)-1]
	w.start = uint32(start)
	return w
}

func (q *queue) hash(w *queued) {
	if w.size <= 16 {
		w.hash = uint32(index.HashKey(uint64(w.size), w.lo, w.hi))
	} else {
		w.hash = uint32(hashBytes(q.word(w)))
	}
}
