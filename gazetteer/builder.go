package gazetteer

import (
	"iter"
	"slices"
	"strings"

	"github.com/musamma/musamma/gazetteer/internal/strtab"
	"github.com/musamma/musamma/normalize"
)

// A Builder collects entries and compiles them. It is for one goroutine at a time. It keeps about 80 bytes an entry and
// no string that it was given.
type Builder struct {
	form   normalize.Form
	graded bool
	queue  queue // words of the last names
	words  wordTable
	fields strtab.Strings // ids, canonical names, sources
	labels [2]labelTable  // of types, of cues

	records  pieces[record]
	settled  uint32   // records before those whose words are in queue
	sequence []uint32 // words of the names and tokens of the keys, numbers of words
	derived  []derivedKey
	profiles []profile
	profile  map[profile]uint16
	common   map[normalize.Key]struct{}

	last              uint16 // profile of the last entry, and its labels
	lastType, lastCue string

	text, strict normalize.Text
	codes        []byte
	names        []string
}

// A record is an entry on its way into the file. Its words are in sequence, behind them the tokens of its key.
type record struct {
	first                 uint32 // of its words
	words                 uint16 // how many
	tokens                uint8  // how many; 0 when each word is a token
	strict                uint32
	profile               uint16
	id, canonical, source uint32 // numbers in fields
}

// A derivedKey leads to the entry of a record from one more key, whose tokens are in sequence.
type derivedKey struct {
	record, first, strict uint32
	profile               uint16
	tokens                uint8
}

// A key is the tokens of a name or of another spelling of it: sequence[first:end].
type key struct{ first, end uint32 }

func (r *record) key() key {
	if r.tokens == 0 {
		return key{r.first, r.first + uint32(r.words)}
	}
	first := r.first + uint32(r.words)
	return key{first, first + uint32(r.tokens)}
}

// spelled returns the words of a record.
func (b *Builder) spelled(r *record) []uint32 { return b.sequence[r.first : r.first+uint32(r.words)] }

func (d *derivedKey) key() key { return key{d.first, d.first + uint32(d.tokens)} }

// A profile is what matching needs of an entry beside its strings. Entries share few profiles.
type profile struct {
	typ, cue uint8
	roles    Roles
	flags    Flags
	weight   uint8
	tanween  bool // counts only where the text has tanween
	marked   bool // the name as written has marks
}

// NewBuilder returns an empty Builder for names in Form f. normalize.Ortho is the Form of the built-in lists; an
// Extractor takes gazetteers of one Form. Strict senses need a Form that tells Strict spellings apart as Ortho does.
func NewBuilder(f normalize.Form) *Builder {
	b := &Builder{form: f, profile: map[profile]uint16{}, common: map[normalize.Key]struct{}{}}
	b.labels[1].intern("") // the first cue is none
	return b
}

// SetGraded says whether the weights of the entries are the grades of the built-in lists; see Gazetteer.Graded.
func (b *Builder) SetGraded(graded bool) { b.graded = graded }

// AddSeq adds entries until the sequence ends or gives an error, which it returns. What was added before stays.
func (b *Builder) AddSeq(seq iter.Seq2[Entry, error]) error {
	for e, err := range seq {
		if err == nil {
			err = b.Add(e)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Add adds an entry. It returns an *EntryError, and adds nothing, for a name of more than MaxTokens tokens or MaxBytes
// bytes, without letter or digit, or over two lines; for a common word that is not one word; for another field of more than
// 4,096 bytes; for unknown roles or flags, a missing type, and the first type, cue or combination of type, roles, flags,
// weight and cue that is too many (255, 255 and 65,536). An entry added twice counts once.
func (b *Builder) Add(e Entry) error {
	if err := e.check(); err != nil {
		return err
	}
	var word normalize.Key
	if e.Roles&Common != 0 {
		b.strict.Reset(normalize.Strict, e.Name)
		if err := checkCommon(&b.strict, &e); err != nil {
			return err
		}
		word = b.strict.Key(0)
	}
	if e.Roles == Common {
		b.common[word] = struct{}{}
		return nil
	}
	first, waiting := b.ahead(), len(b.queue.words)
	var words, prof uint16
	var tokens uint8
	var strict uint32
	var err error
	plain := b.queue.addPlain(e.Name)
	if plain {
		words = uint16(len(b.queue.words) - waiting)
		if words > MaxTokens {
			err = entryError(&e, "%d tokens, limit %d", words, MaxTokens)
		}
	} else {
		b.queue.clear(waiting)
		words = b.queue.addWords(e.Name)
		b.text.Reset(b.form, e.Name)
		tokens, strict, err = b.tokenize(&e, false)
	}
	if err == nil { // last, so that a name that is refused adds no type
		prof, err = b.profileOf(&e)
	}
	if err == nil && !plain && isMarked(b.text.Tokens()) {
		marked := b.profiles[prof]
		marked.marked = true
		prof, err = b.internProfile(&e, marked)
	}
	if err != nil {
		b.queue.clear(waiting)
		return err
	}
	r := b.records.grow()
	r.first, r.words, r.tokens, r.strict, r.profile = first, words, tokens, strict, prof
	r.id, r.canonical, r.source = b.fields.Number(e.ID), b.fields.Number(e.Canonical), b.fields.Number(e.Source)
	if !plain && slices.ContainsFunc(b.text.Tokens(), func(k normalize.Token) bool { return k.Kind == normalize.Quote }) {
		b.addDerived(&e, b.records.size-1, prof, true) // كا’دو is one word too
	}
	if e.Roles&Common != 0 {
		b.common[word] = struct{}{}
	}
	if len(b.queue.words) >= queueFull {
		b.settle()
	}
	return nil
}

// ahead returns the place in sequence of the next word that is queued.
func (b *Builder) ahead() uint32 { return uint32(len(b.sequence) + len(b.queue.words)) }

// settle numbers the words in the queue and derives further keys from the names that had their words there.
func (b *Builder) settle() {
	first := len(b.sequence)
	if n := len(b.queue.words); cap(b.sequence)-first < n {
		b.sequence = slices.Grow(b.sequence, first+n) // twofold: append writes five times the bytes of the last array
	}
	b.sequence = b.sequence[:first+len(b.queue.words)]
	b.words.number(&b.queue, b.sequence[first:])
	b.queue.clear(0)
	b.foldFresh()
	from := b.settled
	b.settled = b.records.size
	for i := from; i < b.settled; i++ {
		r := b.records.at(i)
		p := &b.profiles[r.profile]
		hints := 0
		if r.tokens > 0 || p.roles&Given != 0 || p.flags&ArticleOptional != 0 {
			hints = enoughHints
		}
		if r.tokens == 0 {
			sum := strictHash{0, 1}
			for _, w := range b.spelled(r) {
				info := b.words.info.at(w)
				hints += int(info.hints)
				sum = sum.join(b.words.strict(info))
			}
			r.strict = sum.stored()
		}
		if hints >= enoughHints {
			b.derive(i)
		}
	}
}

// foldFresh folds the plain words that are new.
func (b *Builder) foldFresh() {
	b.codes = b.codes[:0]
	for _, i := range b.words.fresh {
		b.codes = append(append(b.codes, b.words.word(i)...), ' ')
	}
	b.text.Reset(b.form, string(b.codes))
	codes := b.text.StrictCodes()
	for n, k := range b.text.Tokens() {
		i := b.words.fresh[n]
		info := b.words.info.at(i)
		*b.words.keys.at(i) = b.text.Key(n)
		if codes != nil {
			info.strict = hashStrict(codes[k.Lo:k.Hi]).sum
		}
		info.hints = hintsOf(b.text.Source()[k.Start:k.End])
	}
}

// tokenize queues the tokens of b.text, which holds the name of e. With joined, words that an apostrophe
// joins are one token.
func (b *Builder) tokenize(e *Entry, joined bool) (count uint8, strict uint32, err error) {
	t := &b.text
	first, last, err := nameTokens(t, e)
	if err != nil {
		return 0, 0, err
	}
	tokens := t.Tokens()
	for i := first; i < last; i = afterToken(t, i) {
		k := tokens[i]
		r := normalize.Start{Key: t.Key(i), Lo: k.Lo, Hi: k.Hi, Next: int32(i) + 1}
		if key, next, ok := t.Joined(i); ok && joined && next <= last {
			r = normalize.Start{Key: key, Lo: k.Lo, Hi: tokens[next-1].Hi, Next: int32(next)}
			i = next - 1
		}
		b.codes = t.AppendStartCodes(b.codes[:0], r)
		b.queue.addToken(b.codes)
		count++
	}
	strict, _ = strictOf(t, first, last, 0, false)
	return count, strict, nil
}

// tokenCodes returns the codes of the token with the number of a word.
func (b *Builder) tokenCodes(i uint32) []byte {
	w := b.words.word(i)
	if w[0] == ' ' {
		return w[1:]
	}
	b.text.Reset(b.form, string(w))
	return slices.Clone(b.text.Codes())
}

// addDerived adds the tokens of b.text as a key of a record, unless they are over the limit in this spelling.
func (b *Builder) addDerived(e *Entry, record uint32, prof uint16, joined bool) {
	d := derivedKey{record: record, first: b.ahead(), profile: prof}
	var err error
	if d.tokens, d.strict, err = b.tokenize(e, joined); err == nil {
		b.derived = append(b.derived, d)
	}
}

// derive adds the derived keys of a record.
func (b *Builder) derive(record uint32) {
	r := b.records.at(record)
	prof := b.profiles[r.profile]
	e := Entry{Name: b.name(r), Type: b.labels[0].labels[prof.typ], Roles: prof.roles, Flags: prof.flags}
	words, ok := b.strictWords(r, e.Name)
	if !ok {
		return // a name with signs has one spelling
	}
	for _, d := range derive(words, kindOf(&e)) {
		p := r.profile
		if d.tanween {
			prof.tanween = true
			p = b.profile[prof] // internProfile has numbered it
		}
		b.text.Reset(b.form, strings.Join(d.words, " "))
		b.addDerived(&e, record, p, false)
	}
}

// strictWords returns the words of a name at the Strict level, valid until the next call; ok is false when it has signs.
func (b *Builder) strictWords(r *record, name string) (_ []string, ok bool) {
	b.names = b.names[:0]
	if r.tokens == 0 { // Strict changes no plain word
		b.names = slices.AppendSeq(b.names, strings.SplitSeq(name, " "))
		return b.names, true
	}
	b.strict.Reset(normalize.Strict, name)
	for i, k := range b.strict.Tokens() {
		if k.Kind > normalize.Latin {
			return nil, false
		}
		b.names = append(b.names, b.strict.Folded(i))
	}
	return b.names, true
}

// name returns the name of a record as written.
func (b *Builder) name(r *record) string {
	b.codes = b.codes[:0]
	for i, w := range b.spelled(r) {
		if i > 0 {
			b.codes = append(b.codes, ' ')
		}
		b.codes = append(b.codes, b.words.word(w)...)
	}
	return string(b.codes)
}

func (b *Builder) profileOf(e *Entry) (uint16, error) {
	p := profile{roles: e.Roles, flags: e.Flags, weight: e.Weight}
	if b.lastType == e.Type && b.lastCue == e.Cue && len(b.profiles) > 0 { // most entries are as the one before
		if q := b.profiles[b.last]; q.roles == p.roles && q.flags == p.flags && q.weight == p.weight {
			return b.last, nil
		}
	}
	var ok bool
	if p.typ, ok = b.labels[0].intern(e.Type); !ok {
		return 0, entryError(e, "type %q is one more than the limit of %d types", e.Type, maxLabels)
	}
	if p.cue, ok = b.labels[1].intern(e.Cue); !ok {
		return 0, entryError(e, "cue %q is one more than the limit of %d cues", e.Cue, maxLabels)
	}
	i, err := b.internProfile(e, p)
	if err == nil {
		b.last, b.lastType, b.lastCue = i, b.labels[0].labels[p.typ], b.labels[1].labels[p.cue]
	}
	return i, err
}

// internProfile numbers the profile of an entry, and that of the accusative which may be derived from a given name.
func (b *Builder) internProfile(e *Entry, p profile) (uint16, error) {
	i, err := b.intern(e, p)
	if err == nil && p.roles&Given != 0 {
		p.tanween = true
		_, err = b.intern(e, p)
	}
	return i, err
}

func (b *Builder) intern(e *Entry, p profile) (uint16, error) {
	if i, ok := b.profile[p]; ok {
		return i, nil
	}
	if len(b.profiles) == 1<<16 {
		return 0, entryError(e, "one more than the limit of %d combinations of type, roles, flags, weight and cue", 1<<16)
	}
	b.profile[p] = uint16(len(b.profiles))
	b.profiles = append(b.profiles, p)
	return uint16(len(b.profiles) - 1), nil
}

// maxLabels is how many types, and how many cues, the entries of a gazetteer can have.
const maxLabels = 255

// A labelTable numbers the types or the cues.
type labelTable struct {
	labels []string
	ids    map[string]uint8
}

func (t *labelTable) intern(s string) (_ uint8, ok bool) {
	if i, ok := t.ids[s]; ok {
		return i, true
	}
	if len(t.labels) == maxLabels {
		return 0, false
	}
	if t.ids == nil {
		t.ids = map[string]uint8{}
	}
	s = strings.Clone(s)
	t.ids[s] = uint8(len(t.labels))
	t.labels = append(t.labels, s)
	return uint8(len(t.labels) - 1), true
}
