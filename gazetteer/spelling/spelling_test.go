package spelling

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/musamma/musamma/gazetteer/internal/vectors"
	"github.com/musamma/musamma/normalize"
)

// ortho returns the codes of a word at the level Ortho.
func ortho(word string) []byte {
	var t normalize.Text
	t.Reset(normalize.Ortho, word)
	return slices.Clone(t.Codes())
}

func TestPairs(t *testing.T) {
	rows := vectors.Read(t, "../../testdata/spelling/pairs.tsv")
	for _, f := range rows {
		want := Far
		if f[2] != "far" {
			want, _ = strconv.Atoi(f[2])
		}
		for range 2 {
			a, b := ortho(f[0]), ortho(f[1])
			if got := Distance(a, b); got != want && (got < Far || want < Far) {
				t.Errorf("distance of %s and %s is %d, want %d", f[0], f[1], got, want)
			}
			if _, ok := Near(a, b); ok != (f[3] == "near") {
				t.Errorf("%s and %s are near: %v, want %s", f[0], f[1], ok, f[3])
			}
			f[0], f[1] = f[1], f[0]
		}
	}
	if n := len(rows); n < 40 {
		t.Errorf("only %d pairs", n)
	}
}

// alphabet has every letter of Arabic, those with rules of their own more than once.
var alphabet = codes("ءآأؤإئابتثجحخدذرزسشصضطظعغفقكلمنهوىيةاويهسشتطكقغجخئءوي")

func randomWord(r *rand.Rand) []byte {
	w := make([]byte, 4+r.IntN(7))
	for i := range w {
		w[i] = alphabet[r.IntN(len(alphabet))]
	}
	return w
}

// misspelt returns a word some edits away.
func misspelt(r *rand.Rand, word []byte) []byte {
	w := slices.Clone(word)
	for range 1 + r.IntN(4) {
		if len(w) < 2 {
			break
		}
		switch i := r.IntN(len(w)); r.IntN(6) {
		case 0:
			w = slices.Delete(w, i, i+1)
		case 1:
			w = slices.Insert(w, i, w[i])
		case 2:
			w = slices.Insert(w, i, alphabet[r.IntN(len(alphabet))])
		case 3:
			d := digraphCodes[r.IntN(len(digraphCodes))]
			w = slices.Replace(w, i, i+1, d.first, d.second)
		case 4:
			if o := rules.others[rules.fold[w[i]]]; o != "" {
				w[i] = o[r.IntN(len(o))]
			}
		default:
			w[i] = alphabet[r.IntN(len(alphabet))]
		}
	}
	return w
}

// checkLaws holds a pair of words to what the package promises.
func checkLaws(t *testing.T, a, b []byte) bool {
	t.Helper()
	d := Distance(a, b)
	if e := Distance(b, a); d != e {
		t.Fatalf("distance of % x and % x is %d, the other way %d", a, b, d, e)
	}
	if d < 0 || d > Far {
		t.Fatalf("distance of % x and % x is %d", a, b, d)
	}
	if (d == 0) != equal(a, b) {
		t.Fatalf("distance of % x and % x is %d", a, b, d)
	}
	e, near := Near(a, b)
	if near && e != d {
		t.Fatalf("distance of % x and % x is %d, but they are near by %d", a, b, d, e)
	}
	if near && !slices.Contains(AppendSounds(nil, a), Sound(b)) {
		t.Fatalf("% x and % x are near each other but the one does not have the sound of the other", a, b)
	}
	if len(a) <= 9 {
		if want := slowDistance(a, b); d != want && min(d, want) < searched {
			t.Fatalf("distance of % x and % x is %d, want %d", a, b, d, want)
		}
	}
	return near
}

// searched is the distance up to which slowDistance searches.
const searched = 30

// slowDistance tries every way from word to word, one edit after the other.
func slowDistance(a, b []byte) int {
	if n := len(a) - len(b); n > maxGrowth || n < -maxGrowth {
		return Far
	}
	a, b = fold(make([]byte, len(a)), a), fold(make([]byte, len(b)), b)
	var walk func(i, j, spent int) int
	walk = func(i, j, spent int) int {
		if spent >= searched {
			return Far
		}
		best := Far
		if i == len(a) && j == len(b) {
			return 0
		}
		try := func(cost, i, j int) {
			if cost < Far {
				best = min(best, cost+walk(i, j, spent+cost))
			}
		}
		if i < len(a) {
			try(skip(a, i), i+1, j)
		}
		if j < len(b) {
			try(skip(b, j), i, j+1)
		}
		if i < len(a) && j < len(b) {
			try(change(a[i], b[j], placeOf(i, j, len(a), len(b))), i+1, j+1)
			for _, d := range digraphs {
				two, one := string(codes(d.two)), string(codes(d.one))
				if i > 0 && j > 0 && strings.HasPrefix(string(a[i:]), two) && strings.HasPrefix(string(b[j:]), one) {
					try(int(d.cost), i+2, j+1)
				}
				if i > 0 && j > 0 && strings.HasPrefix(string(b[j:]), two) && strings.HasPrefix(string(a[i:]), one) {
					try(int(d.cost), i+1, j+2)
				}
			}
		}
		return min(best, Far)
	}
	return walk(0, 0, 0)
}

// placeOf says where two letters stand.
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

func TestLaws(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	near := 0
	for range 100000 {
		a := randomWord(r)
		if checkLaws(t, a, misspelt(r, a)) {
			near++
		}
	}
	if near < 5000 {
		t.Errorf("only %d pairs were near each other", near)
	}
}

// The rules with the cost of a sound change it, the others do not, so that no two of the first fit into a limit.
func TestSoundsFollowCosts(t *testing.T) {
	if 2*costSound <= 15 {
		t.Errorf("two edits of %d tenths are within the limit", costSound)
	}
	for _, g := range changes {
		for i, a := range codes(g.letters) {
			for _, b := range codes(g.letters)[i+1:] {
				same := rules.class[a] == rules.class[b] || g.where == atEnd
				if !same && g.cost < costSound {
					t.Errorf("%s: %c and %c sound different and cost %d", g.letters, a, b, g.cost)
				}
			}
		}
	}
	for _, d := range digraphs {
		if d.cost < costSound {
			t.Errorf("%s and %s sound different and cost %d", d.two, d.one, d.cost)
		}
	}
}

func FuzzLaws(f *testing.F) {
	for _, s := range []string{"غوتيريس جوتيريس", "كراتشي كراچي", "استوكهولم ستوكهولم", "كككك قككك"} {
		a, b, _ := strings.Cut(s, " ")
		f.Add(ortho(a), ortho(b))
	}
	f.Fuzz(func(t *testing.T, a, b []byte) {
		if len(a) <= 40 && len(b) <= 40 {
			checkLaws(t, a, b)
		}
	})
}

// A word has few sounds, so looking up the words near it costs little.
func TestSoundsAreFew(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	for range 10000 {
		w := randomWord(r)
		if n := len(AppendSounds(nil, w)); n > 16*len(w) {
			t.Fatalf("% x has %d sounds", w, n)
		}
	}
	if n := len(AppendSounds(nil, ortho("كراتشي"))); n > 16 {
		t.Errorf("كراتشي has %d sounds", n)
	}
}

func BenchmarkDistance(b *testing.B) {
	x, y := ortho("غوتيريس"), ortho("غوتيريش")
	for b.Loop() {
		if Distance(x, y) != 5 {
			b.Fatal("wrong distance")
		}
	}
}

func BenchmarkAppendSounds(b *testing.B) {
	x := ortho("غوتيريس")
	want := len(AppendSounds(nil, x))
	var sounds []uint64
	for b.Loop() {
		if sounds = AppendSounds(sounds[:0], x); len(sounds) != want {
			b.Fatal("wrong number of sounds")
		}
	}
}
