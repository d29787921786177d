package entity

import (
	"github.com/musamma/musamma/entity/internal/letters"
	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/normalize"
)

// Low bytes of the letters that the rules below look at; see normalize.Text.StrictCodes.
const (
	codeHamzaAbove = 0x23 // أ
	codeHamzaBelow = 0x25 // إ
	codeMadda      = 0x22 // آ
	codeAlef       = 0x27 // ا
	codeBa         = 0x28 // ب
	codeTaMarbuta  = 0x29 // ة
	codeLam        = 0x44 // ل
	codeWaw        = 0x48 // و
	codeMaqsura    = 0x49 // ى
	codeYa         = 0x4A // ي
)

// contradicts reports whether the text spells a one-word match in a way that makes it another word: على is not علي and
// فأن is not فان, while احمد without its hamza is أحمد all the same. So a spelling that says more than the entry's
// counts against it, but only if it is an ordinary word.
func (d *document) contradicts(m *gazetteer.Match) bool {
	codes := d.strict[m.Lo:m.Hi]
	explicit := false
	for i, c := range codes {
		switch c {
		case codeHamzaAbove, codeHamzaBelow, codeMadda:
			explicit = true
		case codeMaqsura, codeTaMarbuta:
			explicit = explicit || i == len(codes)-1
		}
	}
	return explicit && d.x.common(normalize.KeyOf(codes)) >= 0
}

// stemKey returns the Strict key of what is left of a word after a proclitic, with the article that لل hides restored.
func (d *document) stemKey(lo, hi int32, cut normalize.Clitic) normalize.Key {
	return d.restoredKey(d.strict[lo:hi], cut)
}

func (d *document) restoredKey(codes []byte, cut normalize.Clitic) normalize.Key {
	if cut&normalize.LiAl == 0 {
		return normalize.KeyOf(codes)
	}
	d.stem = append(append(d.stem[:0], codeAlef, codeLam), codes...)
	return normalize.KeyOf(d.stem)
}

// classifyWords decides the classes of all words, after all senses were noted. Those that are known from other texts and
// that no name of several words says more of have theirs. It also lists the words that the passes behind begin with: of
// ten words of news one may stand in a name of people, of thirty one is a head noun.
func (d *document) classifyWords() {
	d.namelike, d.heads, d.sports = d.namelike[:0], d.heads[:0], d.sports[:0]
	tokens := d.text.Tokens()
	from := 0         // the first name that does not begin before token i
	last := int32(-1) // the last of d.namelike
	for i := range tokens {
		w := &d.words[i]
		if t := &tokens[i]; t.Kind == normalize.Word {
			if w.state == stateAlone {
				d.classify(i, t)
				from = d.keep(i, t, from)
			}
			if w.state == stateMixed || d.around[i]&(markTitleWord|markHead|markInTitle) != 0 { // what classify looks at
				w.reopen()
				w.marks |= d.around[i]
				d.classify(i, t)
			}
			w.marks |= d.around[i]
			if w.marks&markMaybeGiven != 0 && w.prev >= 0 && d.words[w.prev].marks&markTitle != 0 {
				w.afterTitle()
			}
			if t.Hi-t.Lo == 1 && d.isInitial(int32(i)) {
				w.initial()
			} else if w.prev >= 0 && w.prev == last {
				d.compound(i, t)
			}
		} else {
			w.marks |= d.around[i]
		}
		if w.whole.class.nameLike() || w.cut.class.nameLike() {
			last = int32(i)
			d.namelike = append(d.namelike, last)
		}
		if w.marks&(markLocHead|markOrgHead|markSport) != 0 {
			d.listMarked(int32(i), w)
		}
	}
}

// listMarked adds a word to the lists of marks that the passes behind look through.
func (d *document) listMarked(i int32, w *word) {
	if w.marks&(markLocHead|markOrgHead) != 0 {
		d.heads = append(d.heads, i)
	}
	if w.marks&markSport != 0 {
		d.sports = append(d.sports, i)
	}
}

// afterTitle takes a word for the given name that it is if spelled otherwise: الوزير على مصيلحى, in Egyptian spelling.
func (w *word) afterTitle() {
	w.whole.class, w.whole.given = clsMixed, true
	if w.marks&markAndFunction == 0 {
		w.cut.class = w.senses[1]
	}
}

// reopen takes back what classify decided, because more becomes known of a word than it tells by itself.
func (w *word) reopen() {
	if w.state == stateSpelled {
		w.whole.class, w.cut.class = w.senses[0], w.senses[1]
		w.marks &^= markLooseFunction
	}
	w.state = stateMixed
}

// classify decides the class of both readings of a word.
func (d *document) classify(i int, token *normalize.Token) {
	w := &d.words[i]
	codes := d.strict[token.Lo:token.Hi]
	if len(codes) > 3 && codes[0] == codeAlef && codes[1] == codeLam {
		w.marks |= markDefinite
	}
	if n := len(codes); n > 3 && codes[n-1] == codeYa {
		w.marks |= markNisba
	}
	w.senses, w.state = [2]class{w.whole.class, w.cut.class}, stateSpelled
	if w.marks&markAndFunction != 0 {
		w.cut.class = clsNone
		if w.whole.class == clsNone {
			w.whole.class = clsCommon
		}
	}
	if w.marks&markMaybeFunction != 0 && (w.whole.grade == 0 || len(codes) == 2 && codes[0] == codeAlef) { // ان، او
		w.marks |= markLooseFunction
	}
	const service = markSay | markAct | markPreposition | markRelative | markFunction | markEvent | markTitleWord | markHead
	switch {
	case w.marks&(markPreposition|markRelative|markFunction|markInTitle) != 0, len(codes) == 1:
		w.whole.class = clsCommon
	case w.whole.class == clsRare && w.whole.grade < 2 && w.marks&service != 0:
		w.whole.class = clsCommon
	case w.whole.class == clsRare && w.marks&service != 0:
		w.whole.class = clsAmbiguous
	case w.whole.class == clsRare:
		w.whole.class = nameClass(int(w.whole.grade), int(w.productivity))
	case w.whole.class != clsNone:
	case w.marks&service != 0:
		w.whole.class = clsCommon
	case w.productivity > 0, w.productivity == 0 && unlistedClass(d.text.Codes()[token.Lo:token.Hi]) != clsNamelike:
		w.whole.class = commonClass(w.marks)
	case w.productivity == 0:
		w.whole.class = clsUnknown // the lexicon, taken from texts, holds names too
	}
	if w.cut.class == clsRare {
		p := d.x.common(d.stemKey(w.cut.lo, token.Hi, w.cut.cut))
		w.cut.class = nameClass(int(w.cut.grade), p)
	}
	if w.whole.class == clsNone {
		d.classifyUnlisted(i, codes)
	}
}

func commonClass(m mark) class {
	switch {
	case m&markDefinite == 0:
		return clsCommon
	case m&markNisba != 0:
		return clsNisba
	}
	return clsDefinite
}

// classifyUnlisted tells an inflected ordinary word from an unknown one, which is a name more often than not beside a
// title or a given name. The lexicon is asked again without proclitics and without common endings.
func (d *document) classifyUnlisted(i int, codes []byte) {
	w := &d.words[i]
	token := d.text.Tokens()[i]
	d.starts = d.text.AppendStarts(d.starts[:0], i)
	for _, s := range d.starts[1:] {
		if s.Next != int32(i+1) || token.Hi-s.Lo < 2 {
			continue
		}
		if d.x.common(d.stemKey(s.Lo, token.Hi, s.Cut)) >= 0 {
			w.whole.class = commonClass(w.marks)
			if w.cut.class == clsNone {
				return
			}
		}
	}
	if w.whole.class == clsNone && (hasPronoun(codes) || d.inflected(codes)) {
		w.whole.class = commonClass(w.marks)
	}
	if w.whole.class != clsNone {
		return
	}
	if token.Flags&normalize.Tanween != 0 {
		w.whole.class = clsCommon // indefinite: no name
		return
	}
	whole := letters.Score(d.text.Codes()[token.Lo:token.Hi])
	w.whole.class = scoredClass(whole)
	if w.cut.class != clsNone {
		return
	}
	for _, s := range d.starts[1:] { // the unknown word without its conjunction or preposition: the fewest letters, once
		if token.Hi-s.Lo >= 3 && s.Next == int32(i+1) {
			rest := letters.Score(d.text.Codes()[s.Lo:token.Hi])
			w.cut = reading{class: scoredClass(rest), lo: s.Lo, cut: s.Cut}
			if rest >= whole+proclitic {
				w.whole.class = clsWordlike // لماركوفا
			}
			return
		}
	}
}

// hasPronoun reports whether a word ends in a pronoun that no name ends in: شعراؤهم، مؤلفاتها.
func hasPronoun(codes []byte) bool {
	if len(codes) < 6 {
		return false
	}
	switch string(codes[len(codes)-3:]) {
	case "\x27\x2a\x47", "\x2a\x47\x27", "\x2a\x47\x45", "\x24\x47\x45", "\x26\x47\x45", "\x24\x47\x27", "\x26\x47\x27", "\x47\x45\x27": // اته تها تهم ؤهم ئهم ؤها ئها هما
		return true
	}
	return false
}

// endingCodes are the pronouns and inflections taken off before the lexicon is asked again, longest first, as codes:
// هما تها ها هم نا كم ات ين ون ان ته وا ه ة ا ي ت ك.
var endingCodes = [...]string{
	"\x47\x45\x27", "\x2a\x47\x27", "\x47\x27", "\x47\x45", "\x46\x27", "\x43\x45", "\x27\x2a", "\x4a\x46", "\x48\x46", "\x27\x46", "\x2a\x47", "\x48\x27", "\x47", "\x29", "\x27", "\x4a", "\x2a", "\x43",
}

// inflected reports whether the word is one of the lexicon with an ending added.
func (d *document) inflected(codes []byte) bool {
	if len(codes) < 4 {
		return false
	}
	last := codes[len(codes)-1]
	for _, e := range endingCodes {
		n := len(codes) - len(e)
		if e[len(e)-1] != last || n < 3 || string(codes[n:]) != e { // the last letter alone tells of most, without a call
			continue
		}
		if d.x.common(normalize.KeyOf(codes[:n])) >= 0 {
			return true
		}
		d.stem = append(append(d.stem[:0], codes[:n]...), codeTaMarbuta)
		if d.x.common(normalize.KeyOf(d.stem)) >= 0 {
			return true
		}
	}
	return false
}
