package spelling

// Sound is a hash of what the cheap rules leave as it is: the consonants of a word, of a run of one the first. Vowels,
// what stands for them, and ه at the end are not heard.
func Sound(word []byte) uint64 {
	end := len(word) // of what is heard
	for end > 0 {
		if c := rules.fold[word[end-1]]; rules.class[c] != 0 && c != heh {
			break
		}
		end--
	}
	h, before := uint64(0), byte(0)
	for _, c := range word[:end] {
		if c = rules.class[rules.fold[c]]; c != 0 && c != before {
			h = (h + uint64(c)) * 0x9E3779B97F4A7C15
			before = c
		}
	}
	return h
}

// AppendSounds appends the Sounds that the words near a word have, its own first: some ten, and never more than a
// constant times its letters. So whoever looks for the words near many others keeps those by their Sound and compares
// the word with the ones of these Sounds, or the other way round: if a and b are Near, the Sound of b is among those of a
// and the Sound of a among those of b.
func AppendSounds(dst []uint64, word []byte) []uint64 {
	dst = append(dst, Sound(word))
	if len(word) > maxLetters {
		return dst
	}
	var buf, single [maxLetters]byte
	w := fold(buf[:], word)
	dst = appendOthers(dst, w)
	n := 0
	for i, c := range w { // where one of two equal letters changes, the other may be left out
		if i == 0 || c != w[i-1] {
			single[n] = c
			n++
		}
	}
	if n < len(w) {
		dst = appendOthers(dst, single[:n])
	}
	return dst
}

// appendOthers appends the Sounds of the words that one edit of another Sound leads to.
func appendOthers(dst []uint64, w []byte) []uint64 {
	var buf [maxLetters + 1]byte
	for i, c := range w {
		if c >= letters {
			continue
		}
		edited := buf[:len(w)]
		copy(edited, w)
		for k := range len(rules.others[c]) {
			edited[i] = rules.others[c][k]
			dst = append(dst, Sound(edited))
		}
		for k := range digraphCodes {
			d := &digraphCodes[k]
			if c == d.one {
				edited := append(append(append(buf[:0], w[:i]...), d.first, d.second), w[i+1:]...)
				dst = append(dst, Sound(edited))
			}
			if c == d.first && i+1 < len(w) && w[i+1] == d.second {
				edited := append(append(append(buf[:0], w[:i]...), d.one), w[i+2:]...)
				dst = append(dst, Sound(edited))
			}
		}
	}
	return dst
}

// isFirst tells the letters that a digraph begins with.
var isFirst = func() (is [256]bool) {
	for i := range digraphCodes {
		is[digraphCodes[i].first] = true
	}
	return is
}()

// digraphCodes are the digraphs as codes.
var digraphCodes = func() (out [len(digraphs)]struct {
	first, second, one byte
	cost               int
}) {
	for i, d := range digraphs {
		two := codes(d.two)
		out[i].first, out[i].second, out[i].one, out[i].cost = two[0], two[1], codes(d.one)[0], int(d.cost)
	}
	return out
}()
