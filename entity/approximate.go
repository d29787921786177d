package entity

// Approximate repeats. A document that spells a surname once should be understood when it misspells it the next time:
// دي مستورا after دي ميستورا. Surnames of accepted full names are compared with unknown words by a weighted edit
// distance; whole lists are not searched.

// Costs of edits. They are judgements, for transliterated names above all.
const (
	costVowel   = 0.4 // ا و ي left out or put in, doubled letters
	costFinal   = 0.3 // final ا for ه (ة)
	costSeat    = 0.3 // hamza on another seat or none
	costLetter  = 0.8 // letters that transliterate one sound
	costForeign = 9   // any other edit: no repeat
	minLetters  = 5   // shorter surnames have too many neighbours
	maxCompared = 64  // full names that a word is compared with
)

// allowed is the cost up to which words of that many letters are the same name.
func allowed(letters int) float32 {
	if letters >= 8 {
		return 1.5
	}
	return 1
}

// recallApproximately adds the evidence that an unknown word, or a particle and an unknown word, is nearly the surname of
// a full name of the document.
func (d *document) recallApproximately(c *candidate) {
	if d.similar(c) > 0 {
		c.ev.add(perApproximate)
	}
}

// similar returns the number plus 1 of the full name whose surname is nearly a candidate's, or 0.
func (d *document) similar(c *candidate) int32 {
	if len(d.memory.fulls) == 0 {
		return 0
	}
	last := d.words[c.last-1]
	class := last.whole.class
	t := d.text.Tokens()[c.last-1]
	word := d.text.Codes()[t.Lo:t.Hi]
	if c.last-c.first == 1 {
		word = d.text.Codes()[c.lo:c.hi]
		class = d.readingOf(c).class
	} else if d.surname(c) > c.first+1 || c.last-c.first > 2 || d.words[c.first].whole.class != clsParticle {
		return 0
	}
	if !class.unlisted() && class != clsRare || len(word) < minLetters {
		return 0
	}
	m := &d.memory
	sound := soundOf(word)
	if m.heard[sound>>62]&(1<<(sound>>56&63)) == 0 {
		return 0
	}
	for i := range m.fulls[:min(len(m.fulls), maxCompared)] {
		f := &m.fulls[i]
		if f.sound != sound {
			continue
		}
		if name := m.codes[f.lo:f.hi]; len(name) >= minLetters && distance(word, name) <= allowed(len(name)) {
			return int32(i) + 1
		}
	}
	return 0
}

// soundOf is a hash of what no cheap edit changes: the groups of its consonants, a run of one group once. Words of different
// sounds are not compared. Vowels and what is confused with them count for nothing.
func soundOf(word []byte) uint64 {
	h, before := uint64(0), byte(0)
	for _, c := range word {
		switch c {
		case codeAlef, codeWaw, codeYa, codeHamza, 0x24, 0x26, 0x47, 0x2d, 0x2e, 0x41: // ا و ي ء ؤ ئ ه ح خ ف
			continue
		case 0x35, 0x2b, 0x2a, 0x34, 0x32, 0x30, 0x2f, 0x37, 0x36: // ص ث ت ش ز ذ د ط ض
			c = 0x33 // س
		case 0x3a, 0x43, 0x42: // غ ك ق
			c = 0x2c // ج
		}
		if c != before {
			h = (h + uint64(c)) * 0x9E3779B97F4A7C15
			before = c
		}
	}
	return h
}

// distance is the weighted edit distance of two folded words, or costForeign where it cannot be small.
func distance(a, b []byte) float32 {
	const most = 24
	if n := len(a) - len(b); n > 3 || n < -3 || len(a) > most || len(b) > most {
		return costForeign
	}
	var row [most + 1]float32
	for j := range b {
		row[j+1] = row[j] + costSkip(b, j)
	}
	for i := range a {
		diagonal := row[0]
		row[0] += costSkip(a, i)
		for j := range b {
			best := diagonal + costChange(a[i], b[j], i == len(a)-1 && j == len(b)-1)
			best = min(best, row[j]+costSkip(b, j), row[j+1]+costSkip(a, i))
			diagonal, row[j+1] = row[j+1], best
		}
	}
	return row[len(b)]
}

// costSkip is the cost of leaving out letter i of a word.
func costSkip(w []byte, i int) float32 {
	switch c := w[i]; {
	case i > 0 && w[i-1] == c, c == codeAlef, c == codeWaw, c == codeYa:
		return costVowel
	case c == codeHamza:
		return costSeat
	}
	return costForeign
}

// costChange is the cost of one letter for another.
func costChange(a, b byte, final bool) float32 {
	if a == b {
		return 0
	}
	if a > b {
		a, b = b, a
	}
	for _, group := range &soundGroups {
		if has(group.letters, a) && has(group.letters, b) && (final || !group.final) {
			return group.cost
		}
	}
	return costForeign
}

func has(letters string, c byte) bool {
	for i := range len(letters) {
		if letters[i] == c {
			return true
		}
	}
	return false
}

// codeHamza is ء.
const codeHamza = 0x21

// soundGroups are letters that stand for one sound, as codes.
var soundGroups = [...]struct {
	letters string
	cost    float32
	final   bool // only at the end of the word
}{
	{"\x27\x47", costFinal, true},       // ا ه: سوريا، سورية
	{"\x24\x48", costSeat, false},       // ؤ و
	{"\x26\x4a\x21", costSeat, false},   // ئ ي ء
	{"\x27\x4a\x48", costLetter, false}, // ا ي و
	{"\x2c\x3a\x43\x42", 1, false},      // ج غ ك ق
	{"\x33\x35", 0.7, false},            // س ص
	{"\x2b\x33\x2a", costLetter, false}, // ث س ت
	{"\x30\x32\x2f", costLetter, false}, // ذ ز د
	{"\x2a\x37", 0.6, false},            // ت ط
	{"\x2f\x36", 0.9, false},            // د ض
	{"\x2e\x2d\x47", 1, false},          // خ ح ه
	{"\x33\x34", 0.5, false},            // س ش: غوتيريس، غوتيريش
	{"\x41\x48", 0.5, false},            // ف و: وولف، فولف
	{"\x33\x32", costLetter, false},     // س ز
}
