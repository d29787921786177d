package spelling

import "strings"

// Costs of edits in tenths of a letter. They are judgements, for transliterated names above all; where two ways lead from
// word to word the cheaper counts. A letter in a rule is one at the level Ortho: final ة is ه, ى is ي, چ and ژ are ج, ڤ is
// ف, گ is ك, and every alef is ا.
const (
	costDoubledWaw = 2 // داوود، داود
	costDoubled    = 3 // كيللي، كيلي
	costSeat       = 3 // بهاء، بها; خامنئي، خامني
	costVowel      = 4 // ستيفان، ستيفن
	costFinalHeh   = 4 // شويغوه، شويغو
	costProthetic  = 5 // استوكهولم، ستوكهولم

	// costSound is the least cost of an edit that changes the Sound of a word. It is more than half of the highest limit,
	// so two words near each other are at most one such edit apart. A rule that would cost less, as that of ف and و, costs
	// this much.
	costSound = 8
)

// changes are the letters that stand for one another, every pair of a group.
var changes = [...]struct {
	letters string
	cost    uint8
	where   where
}{
	// These leave the Sound as it is.
	{"اه", 3, atEnd},           // سوريا، سورية
	{"ؤو", costSeat, anywhere}, // شؤون، شوون
	{"ؤء", costSeat, anywhere}, // مسؤول، مسءول
	{"ؤئ", costSeat, anywhere}, // مسؤول، مسئول
	{"ئي", costSeat, anywhere}, // فائز، فايز
	{"ئء", costSeat, anywhere}, // قراءات، قرائات
	{"سش", 5, anywhere},        // غوتيريس، غوتيريش
	{"تط", 6, anywhere},        // تهران، طهران
	{"سص", 7, anywhere},        // أوسلو، أوصلو
	{"اي", 8, within},          // ستيفان، ستيفين
	{"وي", 8, within},          // هامبورغ، هامبيرغ
	{"او", 9, within},          // موزمبيق، مازمبيق
	// These change it.
	{"فو", costSound, anywhere}, // فولفغانغ، وولفغانغ
	{"ثس", costSound, anywhere}, // سميث، سميس
	{"ثت", costSound, anywhere}, // إثيوبيا، إتيوبيا
	{"ذز", costSound, anywhere}, // نافذ، نافز
	{"ذد", costSound, anywhere}, // نافذ، نافد
	{"سز", costSound, anywhere}, // كازاخستان، كاساخستان
	{"كق", costSound, anywhere}, // أكرا، أقرا
	{"خش", costSound, notFirst}, // ميونخ، ميونش
	{"خك", costSound, notFirst}, // ميونخ، ميونك
	{"دض", 9, notFirst},         // رمضان، رمدان
	{"غجك", 10, anywhere},       // غوتيريس، جوتيريس، كوتيريس
	{"غجق", 10, anywhere},       // غوغل، قوقل
	{"خهح", 10, within},         // بخارست، بوهارست
	{"خغ", 10, notFirst},        // لوغانسك، لوخانسك
	{"جش", 10, notFirst},        // بيجو، بيشو
}

// digraphs are two letters that stand for one, after the first letter of the word.
var digraphs = [...]struct {
	two  string
	one  string
	cost uint8
}{
	{"تش", "ش", 10}, // كراتشي، كراشي
	{"تش", "ج", 10}, // كراتشي، كراچي
	{"دج", "ج", 10}, // كامبريدج، كامبريج
	{"كس", "خ", 10}, // مكسيكو، مخيكو
}

// where says which letters of the two words a change may touch.
type where uint8

const (
	anywhere where = iota // all
	notFirst              // not the first of a word
	within                // neither the first nor the last of a word
	atEnd                 // the last of both words
)

// A place is where two letters stand in their words.
type place uint8

const (
	placeFirst  place = iota // one of them is the first
	placeWithin              // neither is the first or the last
	placeEdge                // one of them is the last
	placeEnd                 // both are the last
	numPlaces
)

// may reports whether a rule holds in a place.
func (w where) may(p place) bool {
	switch w {
	case anywhere:
		return true
	case notFirst:
		return p != placeFirst
	case within:
		return p == placeWithin
	}
	return p == placeEnd
}

// The letters with rules of their own, as codes.
const (
	hamza    = 0x21 // ء
	hamzaWaw = 0x24 // ؤ
	hamzaYa  = 0x26 // ئ
	alef     = 0x27 // ا
	lam      = 0x44 // ل
	heh      = 0x47 // ه
	waw      = 0x48 // و
	ya       = 0x4A // ي
)

// letters is how many codes have rules: those below it.
const letters = 0x60

// A ruleTable is what Distance and the Sounds look up.
type ruleTable struct {
	fold   [256]byte                          // code of another level → code at Ortho
	change [numPlaces][letters][letters]uint8 // cost of one letter for another, Far where there is none
	class  [256]byte                          // what a Sound has of a letter, 0 for nothing
	others [letters]string                    // the letters that stand for it in another Sound
}

var rules = makeRules()

func makeRules() *ruleTable {
	r := &ruleTable{}
	for c := range r.fold {
		r.fold[c], r.class[c] = byte(c), byte(c)
	}
	for c, to := range map[byte]byte{0x22: alef, 0x23: alef, 0x25: alef, 0x29: heh, 0x49: ya} { // آ أ إ ة ى
		r.fold[c] = to
	}
	for _, c := range [...]byte{alef, waw, ya, hamza, hamzaWaw, hamzaYa} {
		r.class[c] = 0
	}
	for p := range r.change {
		for a := range r.change[p] {
			for b := range r.change[p][a] {
				if a != b {
					r.change[p][a][b] = Far
				}
			}
		}
	}
	for _, g := range changes {
		group := codes(g.letters)
		for _, a := range group {
			for _, b := range group {
				if a == b {
					continue
				}
				for p := range r.change {
					if c := &r.change[p][a][b]; g.where.may(place(p)) {
						*c = min(*c, g.cost)
					}
				}
				switch {
				case r.class[a] == 0 && r.class[b] == 0, g.where == atEnd: // vowels, and ه at the end
				case g.cost >= costSound:
					if !strings.Contains(r.others[a], string(rune(b))) {
						r.others[a] += string(rune(b))
					}
				default:
					r.class[a] = min(r.class[a], r.class[b])
					r.class[b] = r.class[a]
				}
			}
		}
	}
	return r
}

// codes returns the codes of letters.
func codes(s string) []byte {
	var out []byte
	for _, c := range s {
		out = append(out, byte(c))
	}
	return out
}
