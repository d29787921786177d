package normalize

// A Clitic says which proclitics were cut from the front of a word: a conjunction, a preposition or both, in this order
// (§3.1). It is Whole, one of the constants, or Wa or Fa united with one of the others: Wa|Bi is وبـ.
type Clitic uint8

// The proclitics. A preposition has one of three bits for itself, so that the unions are unique.
const (
	Whole Clitic = 0 // nothing was cut
	Bi    Clitic = 1 // بـ: بالرياض → الرياض
	Ka    Clitic = 2 // كـ: كمصر → مصر
	Li    Clitic = 3 // لـ: لمصر → مصر, لليبيا → ليبيا
	LiAl  Clitic = 4 // لل for لـ and ال, whose alef is not written: للأسد → الأسد; the name in the text is أسد
	LiAll Clitic = 5 // لل for لـ and الل, of three lams two are written: للاذقية → اللاذقية; the name in the text is لاذقية
	Wa    Clitic = 8 // وـ
	Fa    Clitic = 16

	prepositions Clitic = 7
)

// A proclitic is a row of the inventory.
type proclitic struct {
	Clitic
	written  string // what stands before the name in the text
	restored string // what the key has before the codes that remain
}

// inventory holds every Clitic with what is cut and what is restored, in the order in which AppendStarts tries them:
// fewest letters first, the readings of لل together.
var inventory = [...]proclitic{
	{Whole, ``, ``},
	{Wa, `و`, ``},
	{Fa, `ف`, ``},
	{Bi, `ب`, ``},
	{Ka, `ك`, ``},
	{Li, `ل`, ``},
	{LiAll, `ل`, `ال`},
	{LiAl, `لل`, `ال`},
	{Wa | Bi, `وب`, ``},
	{Wa | Ka, `وك`, ``},
	{Wa | Li, `ول`, ``},
	{Wa | LiAll, `ول`, `ال`},
	{Wa | LiAl, `ولل`, `ال`},
	{Fa | Bi, `فب`, ``},
	{Fa | Ka, `فك`, ``},
	{Fa | Li, `فل`, ``},
	{Fa | LiAll, `فل`, `ال`},
	{Fa | LiAl, `فلل`, `ال`},
}

// Clitics returns every Clitic, Whole first, fewest letters first.
func Clitics() []Clitic {
	all := make([]Clitic, len(inventory))
	for i, p := range inventory {
		all[i] = p.Clitic
	}
	return all
}

// Written returns the letters that c cuts from the word: "و", "ولل".
func (c Clitic) Written() string { return c.row().written }

// Restored returns what the word of the name has before the letters that c leaves: "ال" where c has LiAl or LiAll, else "".
func (c Clitic) Restored() string { return c.row().restored }

// Conjunction returns the conjunction in c: Wa, Fa or Whole.
func (c Clitic) Conjunction() Clitic { return c &^ prepositions }

// Preposition returns the preposition in c: Bi, Ka, Li, LiAl, LiAll or Whole.
func (c Clitic) Preposition() Clitic { return c & prepositions }

// String returns the analysis in the order of the word, its parts joined by "+": "و+ل+ال", and "" for Whole.
func (c Clitic) String() string {
	s := [...]string{"", "ب", "ك", "ل", "ل+ال", "ل+ال", "", ""}[c&prepositions]
	switch con := map[Clitic]string{Wa: "و", Fa: "ف"}[c.Conjunction()]; {
	case con == "" || s == "":
		return con + s
	default:
		return con + "+" + s
	}
}

func (c Clitic) row() proclitic {
	for _, p := range inventory {
		if p.Clitic == c {
			return p
		}
	}
	return proclitic{}
}
