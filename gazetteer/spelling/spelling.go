// Package spelling compares words that may be two spellings of one name: غوتيريس and غوتيريش, ميستورا and مستورا. It
// holds the rules and their costs in one place, for the lists (gazetteer.Near) and for what a document repeats (entity).
//
// Words are codes (normalize.Text.Codes), one byte a letter, best at the level Ortho; at another level the letters that
// Ortho folds count as folded, and marks as letters. All functions are pure.
package spelling

// Far is the Distance of words that no rules lead from one to the other.
const Far = 99

// MinLetters is how many Letters a word needs to be near another.
const MinLetters = 5

const (
	maxLetters = 24 // longer words are equal or Far
	maxGrowth  = 3  // letters that a spelling has more than another
)

// Near returns the Distance of two words and reports whether they may be one name: not equal, and no further apart than
// 10 tenths, or 15 where both have eight letters or more. Words of fewer than MinLetters are near none, there are too
// many of them. The letters of an article are not counted: الحسن has three.
func Near(a, b []byte) (distance int, ok bool) {
	limit := 15
	switch n := min(Letters(a), Letters(b)); {
	case n < MinLetters:
		return Far, false
	case n < 8:
		limit = 10
	}
	distance = Distance(a, b)
	return distance, 0 < distance && distance <= limit
}

// Letters counts the letters of a word without its article, or what looks like one.
func Letters(w []byte) int {
	if n := len(w); n > 3 && rules.fold[w[0]] == alef && w[1] == lam {
		return n - 2
	}
	return len(w)
}

// Distance is the weighted edit distance of two words, in tenths of a letter: 0 for equal words, Far where no rules lead
// from one to the other. It is symmetric. Its time is bounded: words of more than 24 letters, or that differ by more than
// three in length, are compared no further.
func Distance(a, b []byte) int {
	if n := len(a) - len(b); n > maxGrowth || n < -maxGrowth || len(a) > maxLetters || len(b) > maxLetters {
		if equal(a, b) {
			return 0
		}
		return Far
	}
	var bufA, bufB [maxLetters]byte
	a, b = fold(bufA[:], a), fold(bufB[:], b)
	var skips [maxLetters]int // of the letters of b
	for j := range b {
		skips[j] = skip(b, j)
	}
	var rows [3][maxLetters + 1]int // of the letters of a before the last, before this and up to this
	for j := range b {
		rows[0][j+1] = rows[0][j] + skips[j]
	}
	for i, c := range a {
		above, row, out := &rows[(i+2)%3], &rows[i%3], &rows[(i+1)%3]
		down := skip(a, i)
		out[0] = row[0] + down
		pairA := i > 1 && isFirst(a[i-1])
		for j, e := range b {
			best := min(row[j]+change(c, e, placeOf(i, j, len(a), len(b))), row[j+1]+down, out[j]+skips[j])
			if pairA { // two letters of a for one of b
				best = min(best, above[j]+digraph(a[i-1], c, e, j))
			}
			if j > 1 && isFirst(b[j-1]) {
				best = min(best, row[j-1]+digraph(b[j-1], e, c, i))
			}
			out[j+1] = best
		}
	}
	return min(rows[len(a)%3][len(b)], Far)
}

func equal(a, b []byte) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if rules.fold[a[i]] != rules.fold[b[i]] {
			return false
		}
	}
	return true
}

// fold writes the codes of a word at Ortho into dst.
func fold(dst, w []byte) []byte {
	for i, c := range w {
		dst[i] = rules.fold[c]
	}
	return dst[:len(w)]
}

func placeOf(i, j, n, m int) place {
	switch last, other := i == n-1, j == m-1; {
	case i == 0 || j == 0:
		return placeFirst
	case last && other:
		return placeEnd
	case last || other:
		return placeEdge
	}
	return placeWithin
}

// change is the cost of one letter for another.
func change(a, b byte, p place) int {
	if a < letters && b < letters {
		return int(rules.change[p][a][b])
	}
	if a == b {
		return 0
	}
	return Far
}

// isFirst reports whether a digraph begins with a letter.
func isFirst(c byte) bool {
	for i := range digraphCodes {
		if digraphCodes[i].first == c {
			return true
		}
	}
	return false
}

// digraph is the cost of two letters for one, which is letter at of its word.
func digraph(first, second, one byte, at int) int {
	if at == 0 {
		return Far
	}
	for i := range digraphCodes {
		if d := &digraphCodes[i]; d.first == first && d.second == second && d.one == one {
			return d.cost
		}
	}
	return Far
}

// skip is the cost of leaving out letter i of a word.
func skip(w []byte, i int) int {
	if i == 0 {
		if w[0] == alef && len(w) > 2 && rules.class[w[1]] != 0 && rules.class[w[2]] != 0 {
			return costProthetic
		}
		return Far
	}
	switch c, last := w[i], i == len(w)-1; {
	case w[i-1] == c && c == waw:
		return costDoubledWaw
	case w[i-1] == c:
		return costDoubled
	case c == hamza, c == hamzaYa && (w[i-1] == ya || !last && w[i+1] == ya):
		return costSeat
	case c == alef, c == waw, c == ya:
		return costVowel
	case c == heh && last && w[i-1] == waw:
		return costFinalHeh
	}
	return Far
}
