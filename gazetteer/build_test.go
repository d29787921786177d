package gazetteer

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/musamma/musamma/normalize"
)

// TestBuildOrder: the same entries in any order, some of them twice, with refused ones between, give the same bytes.
func TestBuildOrder(t *testing.T) {
	entries := readList(t, list)
	want := build(t, normalize.Ortho, entries).data
	r := rand.New(rand.NewSource(1))
	for range 20 {
		r.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
		b := NewBuilder(normalize.Ortho)
		for i, e := range entries {
			if err := b.Add(e); err != nil {
				t.Fatal(err)
			}
			if i%3 == 0 {
				b.Add(entries[r.Intn(len(entries))])
				b.Add(Entry{Name: strings.Repeat("كلمة ", 25), Type: "LOC"})
			}
		}
		g, err := b.Build()
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(want, g.data) {
			t.Fatal("another order of the entries gave other bytes")
		}
	}
}

// TestMixedNames: a word is the same in a name of plain words and beside others, whichever comes first.
func TestMixedNames(t *testing.T) {
	entries := []Entry{
		{Name: "شركة 3M العربية", Type: "ORG"}, {Name: "شركة العربية", Type: "ORG"}, {Name: "العربية", Type: "ORG"},
		{Name: "شركة أرامكو", Type: "ORG"}, {Name: "أرامكو-العربية", Type: "ORG"}, {Name: "أرامكو", Type: "ORG"},
	}
	want := build(t, normalize.Ortho, entries)
	if err := want.Verify(); err != nil {
		t.Fatal(err)
	}
	slices.Reverse(entries)
	if got := build(t, normalize.Ortho, entries); !bytes.Equal(want.data, got.data) {
		t.Error("another order of the entries gave other bytes")
	}
	for _, e := range entries {
		if n := len(slices.Collect(want.Lookup(e.Name))); n != 1 {
			t.Errorf("%s: %d entries, want 1", e.Name, n)
		}
	}
}

// TestBuildAgain: a Builder that has built takes more entries, and builds what another makes of all at once.
func TestBuildAgain(t *testing.T) {
	entries := readList(t, list)
	b := NewBuilder(normalize.Ortho)
	for i, e := range entries {
		if err := b.Add(e); err != nil {
			t.Fatal(err)
		}
		g, err := b.Build()
		if err != nil {
			t.Fatal(err)
		}
		if i%10 == 0 || i+1 == len(entries) {
			if want := build(t, normalize.Ortho, entries[:i+1]); !bytes.Equal(want.data, g.data) {
				t.Fatalf("other bytes after %d entries", i+1)
			}
		}
	}
}

func TestEntriesRoundTrip(t *testing.T) {
	want := slices.DeleteFunc(readList(t, list), func(e Entry) bool { return e.Roles == Common })
	want = append(want, Entry{Name: "القدس  الشرقية ", Type: "LOC", Source: "hand"}, Entry{Name: "«داعش»", Type: "ORG"})
	g := build(t, normalize.Ortho, append(want, want...))
	sorted := cmpopts.SortSlices(func(a, b Entry) bool { return a.Name+a.Type < b.Name+b.Type })
	if d := cmp.Diff(want, slices.Collect(g.All()), sorted); d != "" {
		t.Errorf("entries (-want +got):\n%s", d)
	}
	if g.Len() != len(want) {
		t.Errorf("Len %d, want %d", g.Len(), len(want))
	}
	if e := g.Entry(uint32(g.Len())); e != (Entry{}) {
		t.Errorf("entry behind the last: %v", e)
	}
	if err := g.Verify(); err != nil {
		t.Error(err)
	}
}

// TestRepeats: entries that differ in their source only are one, of the least source; all others are senses.
func TestRepeats(t *testing.T) {
	g := build(t, normalize.Ortho, []Entry{
		{Name: "طرابلس", Type: "LOC", ID: "Q3579", Source: "b"}, {Name: "طرابلس", Type: "LOC", ID: "Q3579", Source: "a"},
		{Name: "طرابلس", Type: "LOC", ID: "Q168954", Weight: 2},
	})
	want := []Entry{
		{Name: "طرابلس", Type: "LOC", ID: "Q168954", Weight: 2}, {Name: "طرابلس", Type: "LOC", ID: "Q3579", Source: "a"},
	}
	if d := cmp.Diff(want, slices.Collect(g.Lookup("طرابلس"))); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestManySenses(t *testing.T) {
	b := NewBuilder(normalize.Ortho)
	for i := range 2 * MaxSenses {
		if err := b.Add(Entry{Name: "السالمية", Type: "LOC", ID: strings.Repeat("i", i+1), Weight: uint8(i / 3)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.Add(Entry{Name: "السالم", Type: "LOC"}); err != nil {
		t.Fatal(err)
	}
	g, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	if err := g.Verify(); err != nil {
		t.Fatal(err)
	}
	var text normalize.Text
	text.Reset(normalize.Ortho, "السالمية")
	senses := g.AppendSenses(nil, g.AppendMatches(nil, &text)[0], &text)
	if len(senses) != MaxSenses || senses[0].Weight != 170 || g.Len() != 2*MaxSenses+1 {
		t.Errorf("%d senses, the first of weight %d, of %d entries", len(senses), senses[0].Weight, g.Len())
	}
}

func TestAddErrors(t *testing.T) {
	tests := []struct {
		entry  Entry
		reason string
	}{
		{Entry{Type: "LOC"}, "empty name"},
		{Entry{Name: "مصر"}, "no type"},
		{Entry{Name: "…", Type: "LOC"}, "no letter or digit"},
		{Entry{Name: " ", Type: "LOC"}, "no letter or digit"},
		{Entry{Name: "بور\nسعيد", Type: "LOC"}, "more than one line"},
		{Entry{Name: strings.Repeat("بن ", MaxTokens) + "سعود", Type: "PER"}, "25 tokens, limit 24"},
		{Entry{Name: strings.Repeat("ب-", MaxTokens) + "س", Type: "PER"}, "25 tokens, limit 24"},
		{Entry{Name: strings.Repeat("م", MaxBytes/2+1), Type: "PER"}, "514 bytes, limit 512"},
		{Entry{Name: "على الرغم", Roles: Common}, "2 tokens, a common word is one word"},
		{Entry{Name: "مصر", Type: "LOC", Roles: 1 << 15}, "unknown role bits 0x8000"},
		{Entry{Name: "مصر", Type: "LOC", Flags: 1 << 7}, "unknown flag bits 0x80"},
		{Entry{Name: "مصر", Type: "LOC", Cue: strings.Repeat("c", 5000)}, "cue of 5000 bytes, limit 4096"},
	}
	for _, tt := range tests {
		err := NewBuilder(normalize.Ortho).Add(tt.entry)
		var got *EntryError
		if !errors.As(err, &got) || got.Reason != tt.reason || !strings.HasPrefix(tt.entry.Name, got.Name) {
			t.Errorf("%q: %v, want %q", tt.entry.Name, err, tt.reason)
		}
	}
	b := NewBuilder(normalize.Ortho)
	for i := range maxLabels + 1 {
		err := b.Add(Entry{Name: "مصر", Type: strings.Repeat("T", i+1)})
		if (err != nil) != (i == maxLabels) {
			t.Fatalf("type %d: %v", i+1, err)
		}
	}
}

func TestEmpty(t *testing.T) {
	g := build(t, normalize.Ortho, nil)
	if err := g.Verify(); err != nil {
		t.Fatal(err)
	}
	var text normalize.Text
	text.Reset(normalize.Ortho, "الرياض")
	if m := g.AppendMatches(nil, &text); len(m) > 0 || g.Len() != 0 {
		t.Errorf("%d matches of %d entries", len(m), g.Len())
	}
}

// TestLongTokens: tokens of more than 16 letters share their key with others only by chance, and are compared.
func TestLongTokens(t *testing.T) {
	entries := []Entry{
		{Name: "القسطنطينيةالقسطنطينية", Type: "LOC"}, {Name: "كونستانتينوبوليس", Type: "LOC"},
		{Name: "جبال القسطنطينيةالقسطنطينية", Type: "LOC"}, {Name: "Constantinopolis", Type: "LOC"},
		{Name: "اللكونستانتينوبول", Type: "LOC"}, {Name: "الكونستانتينوبول", Type: "LOC"},
	}
	g, w := build(t, normalize.Ortho, entries), newTwin(normalize.Ortho, entries)
	if err := g.Verify(); err != nil {
		t.Fatal(err)
	}
	for s, n := range map[string]int{
		"وبالقسطنطينيةالقسطنطينية":             1,
		"لجبال القسطنطينيةالقسطنطينية":         2,
		"القسطنطينيةالقسطنطيني":                0,
		"ولكونستانتينوبوليس Constantinopolis":  2,
		"للكونستانتينوبول للكونستانتينوبول":    4, // one reading has 17 letters, the other 16
		"للكونستانتينوبول’ية":                  2,
		"كو’نستانتينوبوليس وكو’نستانتينوبوليس": 2,
	} {
		var text normalize.Text
		text.Reset(normalize.Ortho, s)
		got := fast(g, &text)
		if d := cmp.Diff(w.matches(&text), got); d != "" || len(got) != n {
			t.Errorf("%q: %d matches, want %d; (-twin +got):\n%s", s, len(got), n, d)
		}
	}
}

// TestRefusedLeavesNothing: an entry that is one type too many leaves no common word behind, and the error names it.
func TestRefusedLeavesNothing(t *testing.T) {
	b := NewBuilder(normalize.Ortho)
	for i := range maxLabels {
		if err := b.Add(Entry{Name: "بيروت", Type: fmt.Sprint("T", i)}); err != nil {
			t.Fatal(err)
		}
	}
	err := b.Add(Entry{Name: "سعيد", Type: "one more", Roles: Common | Given})
	var refused *EntryError
	if !errors.As(err, &refused) || refused.Name != "سعيد" {
		t.Errorf("error %v, want an EntryError for سعيد", err)
	}
	g, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	if n := g.Sizes().CommonWords; n != 0 || g.Len() != maxLabels {
		t.Errorf("%d common words and %d entries, want 0 and %d", n, g.Len(), maxLabels)
	}
}

// A refused entry leaves no type, cue or field behind.
func TestRefusedEntryAddsNothing(t *testing.T) {
	add := func(entries ...Entry) *Gazetteer {
		b := NewBuilder(normalize.Ortho)
		for _, e := range entries {
			b.Add(e)
		}
		g, err := b.Build()
		if err != nil {
			t.Fatal(err)
		}
		return g
	}
	taken := Entry{Name: "مصر", Type: "LOC", ID: "Q79"}
	want := add(taken)
	for _, name := range []string{"", "…", strings.Repeat("بن ", MaxTokens) + "سعود", "بور\nسعيد", strings.Repeat("ب", MaxBytes)} {
		for _, roles := range []Roles{0, Given, Common, Common | Given} {
			e := Entry{Name: name, Type: "NEW", Cue: "new", Weight: 9, ID: "new", Roles: roles}
			if got := add(e, taken, e); !bytes.Equal(want.data, got.data) {
				t.Errorf("%.20q with roles %v leaves types %q, cues %q", name, roles, got.Types(), got.Cues())
			}
		}
	}
}

// An entry is found by its own name, once, however the name is written.
func TestLookupFindsNameAsWritten(t *testing.T) {
	names := []string{"«رويترز» العربية", "«داعش»", "(الفرات", "نادي (س)", "كا’دو", "محمد\u200cعلي", "أ.ف.ب", "عبد الله", "ـعدن", "3M"}
	b := NewBuilder(normalize.Ortho)
	for _, n := range names {
		if err := b.Add(Entry{Name: n, Type: "ORG"}); err != nil {
			t.Fatal(err)
		}
	}
	g, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range names {
		var got []string
		for e := range g.Lookup(n) {
			got = append(got, e.Name)
		}
		if d := cmp.Diff([]string{n}, got); d != "" {
			t.Errorf("Lookup(%q) (-want +got):\n%s", n, d)
		}
	}
	for _, n := range []string{"", "«»", ".", "داعش العربية"} {
		for e := range g.Lookup(n) {
			t.Errorf("Lookup(%q) gives %q", n, e.Name)
		}
	}
}
