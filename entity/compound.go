package entity

import "github.com/musamma/musamma/normalize"

// compound decides what a word is as part of a name by the name word before it.
func (d *document) compound(i int, t *normalize.Token) {
	w := &d.words[i]
	if w.whole.class < clsCommon {
		return
	}
	before := &d.words[w.prev]
	if classes := classSet(1)<<before.whole.class | 1<<before.cut.class; classes&(knownClasses|linkingClasses) == 0 {
		return
	}
	if w.whole.class == clsCommon && before.whole.class == clsParticle && w.marks == 0 {
		w.whole.class = unlistedClass(d.text.Codes()[t.Lo:t.Hi]) // دي مستورا: no ordinary word follows a particle of names
		return
	}
	switch codes := d.text.Codes(); {
	case before.whole.class == clsLink && d.isKin(w.prev) && d.endsName(before.prev):
		w.behindKin(before.marks&(markSay|markAct) != 0)
	case (before.whole.class == clsLink || before.cut.class == clsLink) && d.isAbd(w.prev):
		w.whole.class = clsStrong
	case before.whole.class.known() || before.cut.class.known():
		if c := string(codes[t.Lo:t.Hi]); c == codesDin || c == codesAllah {
			w.whole.class = clsStrong
			w.marks |= markCompletes
		}
	}
}

// behindKin takes a word behind a name and بن، بنت، ولد or آل for what only can stand there, the name of the father or of the
// clan: محمد ولد سيدي، خالد بن الوليد، عبد الله بن محمد آل الشيخ. Behind ولد, which is a verb too, an ordinary word without the
// article stays what it is: ولد سنة.
func (w *word) behindKin(verb bool) {
	switch c := w.whole.class; {
	case c.known():
		w.whole.class = clsStrong
	case c.unlisted():
		w.whole.class = clsNamelike
	case c == clsDefinite, c == clsNisba, c == clsCommon && !verb && w.marks&(markFunction|markPreposition|markRelative|markSay|markAct) == 0:
		w.whole.class = clsUnknown
	default:
		return
	}
	w.marks &^= markTitle | markTitleWord | markConstruct // آل الشيخ
}

// endsName reports whether word i may be the last of a name that a link of kinship carries on.
func (d *document) endsName(i int32) bool {
	if i < 0 {
		return false
	}
	w := &d.words[i]
	return w.whole.class.known() || w.cut.class.known() || w.whole.class == clsNamelike || w.whole.class == clsUnknown
}

// initial takes a word for the initial of a name.
func (w *word) initial() {
	w.whole.class = clsParticle
	w.marks |= markInitial
}

// isInitial reports whether the one letter of word i stands for a name: جون ف. كينيدي، هشام ل. It has a dot, a word before it
// or another such letter behind it, and is no title (د.); what stands behind a number is its unit or its era (٦٣٢ م.).
func (d *document) isInitial(i int32) bool {
	tokens, codes := d.text.Tokens(), d.text.Codes()
	w := &d.words[i]
	if int(i)+1 >= len(tokens) || w.marks&(markTitleWord|markTitle|markPreposition|markFunction|markAndFunction|markHead) != 0 {
		return false
	}
	dot := &tokens[i+1]
	if dot.Kind != normalize.Punct || dot.Flags&normalize.Glued == 0 || codes[dot.Hi-1] != '.' {
		return false
	}
	if i > 0 && tokens[i-1].Kind == normalize.Number {
		return false
	}
	return w.prev >= 0 || w.next >= 0 && tokens[w.next].Hi-tokens[w.next].Lo == 1
}

// The words عبد, الدين, الله, بن, بنت, ولد and آل as codes.
const (
	codesAbd   = "\x39\x28\x2f"
	codesDin   = "\x27\x44\x2f\x4a\x46"
	codesAllah = "\x27\x44\x44\x47"
	codesBin   = "\x28\x46"
	codesBint  = "\x28\x46\x2a"
	codesOuld  = "\x48\x44\x2f"
	codesAal   = "\x27\x44"
)

// isAbd reports whether word i is عبد, with or without proclitics.
func (d *document) isAbd(i int32) bool {
	t := d.text.Tokens()[i]
	return t.Hi-t.Lo >= 3 && string(d.text.Codes()[t.Hi-3:t.Hi]) == codesAbd
}

// isKin reports whether word i is a link of kinship.
func (d *document) isKin(i int32) bool {
	t := d.text.Tokens()[i]
	switch string(d.text.Codes()[t.Lo:t.Hi]) {
	case codesBin, codesBint, codesOuld, codesAal:
		return true
	}
	return false
}
