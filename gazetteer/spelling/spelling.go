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
	distance = upTo(a, b, limit)
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
func Distance(a, b []byte) int { return upTo(a, b, Far-1) }

// upTo is Distance, and Far where that is above a limit.
func upTo(a, b []byte, limit int) int {
	if n := len(a) - len(b); n > maxGrowth || n < -maxGrowth || len(a) > maxLetters || len(b) > maxLetters {
		if equal(a, b) {
			return 0
		}
		return Far
	}
	var bufA, bufB [maxLetters]byte
	a, b = fold(bufA[:], a), fold(bufB[:], b)
	if len(a) > 0 && len(b) > 0 && a[0] != b[0] && a[0] != alef && b[0] != alef && change(a[0], b[0], placeFirst) > limit {
		return Far // only an alef can be left out before the first letter
	}
	var skips [maxLetters]int // of the letters of b
	for j := range b {
		skips[j] = skip(b, j)
	}
	var rows [3][maxLetters + 1]int // of the letters of a before the last, before this and up to this
	for j := range b {
		rows[0][j+1] = rows[0][j] + skips[j]
	}
	least := 0 // of the row before
	for i, c := range a {
		above, row, out := &rows[(i+2)%3], &rows[i%3], &rows[(i+1)%3]
		down := skip(a, i)
		out[0] = row[0] + down
		min0 := out[0]
		pairA := i > 1 && isFirst[a[i-1]]
		at := placeWithin
		switch i {
		case 0:
			at = placeFirst
		case len(a) - 1:
			at = placeEdge
		}
		for j, e := range b {
			p := at
			if j == 0 {
				p = placeFirst
			} else if j == len(b)-1 && i > 0 {
				p++ // placeEdge, or placeEnd
			}
			best := min(row[j]+change(c, e, p), row[j+1]+down, out[j]+skips[j])
			if pairA { // two letters of a for one of b
				best = min(best, above[j]+digraph(a[i-1], c, e, j))
			}
			if j > 1 && isFirst[b[j-1]] {
				best = min(best, row[j-1]+digraph(b[j-1], e, c, i))
			}
			out[j+1] = best
			min0 = min(min0, best)
		}
		if least > limit && min0 > limit {
			return Far
		}
		least = min0
	}
	if d := rows[len(a)%3][len(b)]; d <= limit {
		return d
	}
	return Far
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

// isNisba reports whether letter i makes an adjective of a name, or the other way round: the ي of هولندي, هولندية, and the ا
// of سوريا. The two are never spellings of one name.
func isNisba(w []byte, i int) bool {
	last := len(w) - 1
	switch w[i] {
	case ya:
		return i == last || i == last-1 && (w[last] == alef || w[last] == heh)
	case alef:
		return i == last && w[i-1] == ya
	}
	return false
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
	case isNisba(w, i):
		return Far
	case c == alef, c == waw, c == ya:
		return costVowel
	case c == heh && last && w[i-1] == waw:
		return costFinalHeh
	}
	return Far
}
