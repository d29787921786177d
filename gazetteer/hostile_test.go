package gazetteer

import (
	"bytes"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/musamma/musamma/gazetteer/internal/format"
	"github.com/musamma/musamma/normalize"
)

// use calls everything that reads compiled data. It must return whatever the data.
func use(data []byte) (verified error, opened bool) {
	g, err := OpenBytes(data)
	if err != nil {
		return err, false
	}
	var t normalize.Text
	var matches []Match
	var senses []Sense
	near := NewNear(g)
	for _, s := range append(texts, "زار عَمّان والرياظ") {
		t.Reset(g.Form(), s)
		matches = g.AppendMatches(matches[:0], &t)
		for _, m := range near.AppendMatches(nil, &t, allWords(&t)) {
			matches = append(matches, m.Match)
		}
		for _, m := range matches {
			senses = g.AppendSenses(senses[:0], m, &t)
			for _, s := range senses {
				_ = g.Types()[s.Type] + g.Cues()[s.Cue]
				g.Entry(s.Entry)
				g.OmitsHamza(s, m, &t)
			}
		}
		for i := range t.Tokens() {
			g.Common(t.StrictKey(i))
			g.AppendCommon(nil, []normalize.Key{t.StrictKey(i)})
		}
	}
	n := 0
	for range g.All() {
		if n++; n > 1000 {
			break
		}
	}
	for range g.Lookup("محمد علي") {
	}
	g.Sizes()
	return g.Verify(), true
}

// small is a list whose file is about 5 kB.
func small(t testing.TB) []byte {
	g := build(t, normalize.Ortho, append(readList(t, list), Entry{Name: "عُمان", Type: "LOC"}))
	if err := g.Verify(); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := g.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAlteredFiles(t *testing.T) {
	whole := small(t)
	alter := func(seal bool) {
		for i := range whole {
			for _, c := range []byte{0, 255, ^whole[i]} {
				if c == whole[i] {
					continue
				}
				data := bytes.Clone(whole)
				data[i] = c
				if seal {
					format.Seal(data)
				}
				if err, _ := use(data); err == nil && !seal {
					t.Fatalf("byte %d set to %#x: no error from Open or Verify", i, c)
				}
			}
		}
	}
	alter(false)
	alter(true)
}

func TestTruncatedFiles(t *testing.T) {
	whole := small(t)
	for n := range whole {
		if _, opened := use(whole[:n]); opened {
			t.Fatalf("%d bytes of %d were opened", n, len(whole))
		}
	}
	if _, opened := use(append(bytes.Clone(whole), 0)); opened {
		t.Fatal("a file with a byte too many was opened")
	}
}

func TestVersionError(t *testing.T) {
	for at, want := range map[int]*VersionError{
		8:  {What: "format", File: format.Version + 1, Supported: format.Version},
		12: {What: "folding table", File: foldingVersion + 1, Supported: foldingVersion},
	} {
		data := small(t)
		data[at]++
		format.Seal(data)
		_, err := OpenBytes(data)
		var got *VersionError
		if !errors.As(err, &got) {
			t.Fatalf("byte %d: %v, want a VersionError", at, err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("byte %d (-want +got):\n%s", at, d)
		}
	}
}

func FuzzOpenBytes(f *testing.F) {
	f.Add(small(f), []byte{})
	f.Add(small(f)[:700], []byte{1, 2})
	f.Add([]byte(format.Magic), []byte{0})
	f.Fuzz(func(t *testing.T, data, changes []byte) {
		data = bytes.Clone(data)
		use(data)
		for i := 0; i+2 < len(changes) && len(data) > 0; i += 3 { // many small changes under right checksums
			data[(int(changes[i])<<8|int(changes[i+1]))%len(data)] = changes[i+2]
		}
		format.Seal(data)
		use(data)
	})
}
