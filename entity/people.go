package entity

import "github.com/musamma/musamma/normalize"

// A name of more than maxNameWords words, links not counted, is two names, and no name has more than maxRun with them:
// عبد الرحمن بن عبد الله بن محمد آل الشيخ.
const (
	maxNameWords = 8
	maxRun       = 16
)

// people adds a candidate for each run of words that could be a person's name, in every reading of its first word, and
// for each listed name.
func (d *document) people() {
	for _, i := range d.namelike {
		w := &d.words[i]
		if w.whole.class.nameLike() {
			d.peopleFrom(i, w.whole)
		}
		if w.cut.class.nameLike() {
			d.peopleFrom(i, w.cut)
		}
	}
}

// peopleFrom adds the candidates that begin with one reading of word i: every prefix of the run of words that may
// follow inside a name. Which of them is right, the weights decide.
func (d *document) peopleFrom(i int32, first reading) {
	left := d.personLeft(i, first)
	var run nameRun
	j := i
	for n := 1; n <= maxRun && run.words() <= maxNameWords; n++ {
		w := &d.words[j]
		r := w.whole
		if j == i {
			r = first
		}
		run.add(r, w)
		if run.plausible(n) {
			c := d.candidate(i, j+1, first.lo, typePerson)
			c.ev = left
			c.cut = first.cut
			d.personName(c, &run, n)
			d.personRight(c, j)
			d.addInside(c, perInside, perInsideOther)
			d.finish(c)
		}
		if w.next < 0 {
			return
		}
		if next := &d.words[w.next]; !next.whole.class.insideName() && !(first.given && n < 3 && maySurname(next)) || w.whole.class == clsCommon && j != i {
			return
		}
		j = w.next
	}
}

// maySurname reports whether an ordinary word may be the surname after a given name (محمد دنيا): one that stands for nothing
// else beside a name, and hardly inflects.
func maySurname(w *word) bool {
	return w.whole.class == clsCommon && w.marks == 0 && w.productivity >= 0 && w.productivity < 3
}

// insideName reports whether a word of this class may follow inside a name.
func (c class) insideName() bool { return c > clsCommon }

// A nameRun sums up the words of a candidate as it grows.
type nameRun struct {
	first, last reading
	lastWord    *word
	count       [numClasses]int8
	given       bool // the first word is a given name
	family      bool // the last word is a family name
	size        int
}

func (r *nameRun) add(rd reading, w *word) {
	if r.lastWord == nil {
		r.first, r.given = rd, rd.given
	}
	r.last, r.lastWord = rd, w
	r.family = rd.grade > 0 && !rd.given
	r.count[rd.class]++
	r.size++
}

// words returns how many words the run has, links not counted.
func (r *nameRun) words() int { return r.size - int(r.count[clsLink]) }

// plausible prunes runs that are never names: a link or particle alone or at the end, unless it is the initial of a surname
// (هشام ل.), and several words of which the lists know none.
func (r *nameRun) plausible(n int) bool {
	switch r.last.class {
	case clsLink, clsParticle:
		return r.given && n > 1 && r.lastWord.marks&markInitial != 0
	}
	known := r.count[clsStrong] + r.count[clsFrequent] + r.count[clsRare] + r.count[clsMixed] + r.count[clsAmbiguous] +
		r.count[clsLink]
	return known > 0 || n <= 3
}

// personName adds the evidence of the words of the name itself.
func (d *document) personName(c *candidate, r *nameRun, n int) {
	ev := &c.ev
	ev.add(perBias)
	if n == 1 {
		d.singleName(c, r.last)
		return
	}
	ev.add(perFirst + fact(r.first.class))
	ev.add(perLast + fact(r.last.class))
	switch r.words() {
	case 1, 2:
	case 3:
		ev.add(perWords3)
	case 4:
		ev.add(perWords4)
	default:
		ev.add(perWords5)
	}
	addCount(ev, int(r.count[clsWordlike]+r.count[clsUnknown]+r.count[clsNamelike]), perUnknown1, perUnknown2, perUnknown3)
	addCount(ev, int(r.count[clsAmbiguous]), perAmbiguous1, perAmbiguous2)
	addCount(ev, int(r.count[clsDefinite]), perDefinite1, perDefinite2)
	addCount(ev, int(r.count[clsNisba]), perNisba1)
	addCount(ev, int(r.count[clsCommon]), perCommon1)
	addCount(ev, int(r.count[clsLink]), perLink1)
	addCount(ev, int(r.count[clsParticle]), perParticle1)
	r.addKnown(ev)
	first, last := &d.words[c.first], &d.words[c.last-1]
	if first.marks&markPlaceStart != 0 {
		ev.add(perStartsPlace)
	}
	if last.marks&markPlaceEnd != 0 {
		ev.add(perEndsPlace)
	}
	if last.marks&markTitleWord != 0 {
		ev.add(perEndsTitle)
	}
	if last.marks&markInitial != 0 {
		ev.add(perEndsInitial)
	}
	d.nameStart(c)
}

// addKnown adds what speaks for a run of several words.
func (r *nameRun) addKnown(ev *Evidence) {
	if r.count[clsStrong] >= 2 {
		ev.add(perStrong2)
	}
	if r.given {
		ev.add(perGiven)
		if r.family {
			ev.add(perGivenFamily)
		}
	}
}

// addCount adds the fact for a count of one, two, …; the last fact stands for that many and more.
func addCount(ev *Evidence, n int, facts ...fact) {
	if n > 0 {
		ev.add(facts[min(n, len(facts))-1])
	}
}

func (d *document) singleName(c *candidate, r reading) {
	ev := &c.ev
	w := &d.words[c.first]
	ev.add(perSingle + fact(r.class))
	p := int(w.productivity)
	if r.cut != normalize.Whole {
		p = d.x.common(d.stemKey(c.lo, c.hi, r.cut))
	}
	switch {
	case p >= 7:
		ev.add(perSingleProductive7)
	case p >= 1:
		ev.add(perSingleProductive1)
	}
	if r.grade > 0 && !r.given {
		ev.add(perSingleFamily1 + fact(min(r.grade, 3)-1))
	}
	if c.hi-c.lo <= 3 {
		ev.add(perSingleShort)
	}
	if w.marks&markPlaceWord != 0 {
		ev.add(perIsPlace)
	}
	if w.marks&markOrgStart != 0 {
		ev.add(perIsOrganization)
	}
	if ev.has(perTitle) {
		ev.add(perTitleSingle)
		if r.class.unlisted() || r.class == clsAmbiguous {
			ev.add(perTitleUnknown)
		}
	}
	if ev.has(perTitleAdjective) {
		ev.add(perTitleAdjectiveSingle)
	}
	if ev.has(perTitleComplement) {
		ev.add(perTitleComplementSingle)
	}
	if d.text.Tokens()[c.first].Flags&normalize.Tanween != 0 && !(r.given && r.class == clsStrong && r.grade >= 3) {
		ev.add(perTanween) // but رأيت محمداً
	}
	d.nameStart(c)
}

func (d *document) nameStart(c *candidate) {
	if d.wholeListed(c) {
		c.ev.add(perWholeListed)
	}
	m := d.words[c.first].marks
	if c.cut != normalize.Whole {
		m &^= markTitleWord | markHead | markDemonym | markDefinite
	}
	if m&markTitleWord != 0 {
		c.ev.add(perStartsTitle)
	}
	if m&markHead != 0 {
		c.ev.add(perStartsHead)
	}
	if m&markDemonym != 0 {
		c.ev.add(perStartsDemonym)
	}
	if m&markDefinite != 0 {
		c.ev.add(perStartsArticle)
	}
}

// listedPerson adds a candidate for a listed full name or mononym, with the evidence of its words as well.
func (d *document) listedPerson(k int32, n *named) {
	w := &d.words[n.first]
	first := w.whole
	if n.cut != normalize.Whole {
		first = reading{class: unlistedClass(d.text.Codes()[n.lo:d.text.Tokens()[n.first].Hi]), lo: n.lo, cut: n.cut}
		if w.cut.lo == n.lo && w.cut.class != clsNone {
			first = w.cut
		}
	}
	c := d.candidate(n.first, n.last, n.lo, typePerson)
	c.named, c.cut = k, n.cut
	c.ev = d.personLeft(n.first, first)
	if n.last-n.first == 1 {
		c.ev.add(perListedWord)
	}
	if n.near != 0 {
		c.ev.addNear(n, perNear)
	}
	var run nameRun
	for i := n.first; i < n.last; i++ {
		if d.text.Tokens()[i].Kind != normalize.Word {
			continue // the hyphen of a double name
		}
		r := d.words[i].whole
		if i == n.first {
			r = first
		}
		run.add(r, &d.words[i])
	}
	if n.last-n.first > 1 {
		d.fullName(c, &run)
	} else {
		d.personName(c, &run, 1)
	}
	d.personRight(c, n.last-1)
	d.addInside(c, perInside, perInsideOther)
	d.finish(c)
}

// fullName adds the evidence of the words of a listed full name. The list vouches for them, so only what speaks for them
// counts: how many there are, and which of them are name words (الإسكندر الأكبر has none).
func (d *document) fullName(c *candidate, r *nameRun) {
	ev := &c.ev
	ev.add(perBias)
	ev.add(perListed)
	if c.last-c.first > 2 {
		ev.add(perListedWords3)
	}
	if c := r.first.class; c.known() || c == clsLink || c == clsNamelike {
		ev.add(perFirst + fact(c))
	}
	if c := r.last.class; c.known() || c == clsNamelike {
		ev.add(perLast + fact(c))
	}
	r.addKnown(ev)
	if d.wholeListed(c) {
		ev.add(perWholeListed)
	}
}
