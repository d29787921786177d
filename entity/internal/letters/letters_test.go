package letters

import (
	"bytes"
	"os"
	"os/exec"
	"testing"

	"github.com/musamma/musamma/normalize"
)

func score(word string) int {
	var t normalize.Text
	t.Reset(normalize.Ortho, word)
	return Score(t.Codes())
}

// Names that no list holds score over ordinary words that no lexicon holds, by far.
func TestScoreTellsNamesFromWords(t *testing.T) {
	for _, name := range []string{"شوبنيسكي", "فيلدنشتاين", "غوردانوفيتش", "ماكدورموت", "تشيونغ"} {
		if s := score(name); s < 3*Unit {
			t.Errorf("%s scores %d, want %d or more", name, s, 3*Unit)
		}
	}
	for _, word := range []string{"يتقاضونها", "تبرعاتهن", "واستخداماتها", "فيستبدلونه", "المتأرجحة"} {
		if s := score(word); s > -3*Unit {
			t.Errorf("%s scores %d, want %d or less", word, s, -3*Unit)
		}
	}
}

// The article is no part of a word, and letters that are not Arabic say nothing.
func TestScoreLeavesOut(t *testing.T) {
	if a, b := score("الشوبني"), score("شوبني"); a != b {
		t.Errorf("%d with the article, %d without", a, b)
	}
	for _, s := range []string{"", "BBC", "12", "م\u08A0ن"} {
		if got := score(s); s != "" && got != 0 {
			t.Errorf("%q scores %d, want 0", s, got)
		}
	}
}

// FuzzScore looks for codes that Score cannot bear.
func FuzzScore(f *testing.F) {
	f.Add([]byte("\x27\x44\x45"))
	f.Add([]byte{0, 0xFF, 0x3B, 0x40, 0x4B})
	f.Fuzz(func(t *testing.T, codes []byte) {
		if s, most := Score(codes), 15*Unit*(len(codes)+1); s > most || s < -most {
			t.Errorf("%q scores %d", codes, s)
		}
	})
}

// TestStale writes the table anew and compares.
func TestStale(t *testing.T) {
	if len(table) != kinds*kinds*kinds {
		t.Fatalf("table of %d bytes, want %d", len(table), kinds*kinds*kinds)
	}
	file := t.TempDir() + "/table.bin"
	if out, err := exec.Command("go", "run", "gen.go", "-o", file).CombinedOutput(); err != nil {
		t.Fatalf("go run gen.go: %v\n%s", err, out)
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, []byte(table)) {
		t.Error("table.bin is not what the lists give: run go generate ./entity/internal/letters")
	}
}
