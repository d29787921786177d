package normalize

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A vector is a line of a file in testdata/normalize.
type vector struct {
	where  string
	rule   string
	fields []string
}

// vectors reads a file of testdata/normalize; every line has n fields after the rule.
func vectors(t *testing.T, file string, n int) []vector {
	t.Helper()
	data, err := os.ReadFile("../testdata/normalize/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var vs []vector
	for i, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		v := vector{where: fmt.Sprintf("%s:%d", file, i+1)}
		f := strings.Split(line, "\t")
		if len(f) != n+1 {
			t.Fatalf("%s: %d fields, want %d", v.where, len(f), n+1)
		}
		v.rule, v.fields = f[0], f[1:]
		vs = append(vs, v)
	}
	return vs
}

// text resolves the escapes of a field.
func text(t *testing.T, field string) string {
	t.Helper()
	s, err := strconv.Unquote(`"` + strings.ReplaceAll(field, `"`, `\"`) + `"`)
	if err != nil {
		t.Fatalf("%q: %v", field, err)
	}
	return s
}

// formOf finds a Form by its name.
func formOf(t *testing.T, name string) Form {
	t.Helper()
	for _, f := range [...]Form{Canonical, Strict, Ortho, Loose} {
		if f.String() == name {
			return f
		}
	}
	for bit := Form(1); bit < allFoldings; bit <<= 1 {
		if bit.String() == name {
			return bit
		}
	}
	t.Fatalf("no Form %q", name)
	return 0
}

func TestFoldVectors(t *testing.T) {
	for _, v := range vectors(t, "fold.tsv", 3) {
		f, s, want := formOf(t, v.fields[0]), text(t, v.fields[1]), text(t, v.fields[2])
		if got := f.Fold(s); got != want {
			t.Errorf("%s: %s: %v.Fold(%+q) = %+q, want %+q", v.where, v.rule, f, s, got, want)
		}
		checkFold(t, f, s)
	}
}

func flagNames(f TokenFlags) string {
	s := ""
	for _, n := range [...]struct {
		flag TokenFlags
		name string
	}{{Marked, "Marked"}, {Tanween, "Tanween"}, {Soft, "Soft"}, {YehAmbiguous, "YehAmbiguous"}, {Para, "Para"}} {
		if f&n.flag != 0 {
			s += "," + n.name
		}
	}
	return s
}

func TestTokenVectors(t *testing.T) {
	for _, v := range vectors(t, "tokens.tsv", 2) {
		s := text(t, v.fields[0])
		var want, got []string
		for f := range strings.FieldsSeq(v.fields[1]) {
			want = append(want, text(t, f))
		}
		var x Text
		x.Reset(Ortho, s)
		for i, k := range x.Tokens() {
			glued := ""
			if k.Flags&Glued != 0 {
				glued = "~"
			}
			got = append(got, glued+k.Kind.String()+":"+x.Folded(i)+flagNames(k.Flags))
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: %s: tokens of %+q (-want +got):\n%s", v.where, v.rule, s, d)
		}
		checkText(t, Ortho, s)
		checkTwin(t, Ortho, s)
	}
}

func TestStartVectors(t *testing.T) {
	for _, v := range vectors(t, "starts.tsv", 2) {
		s := text(t, v.fields[0])
		var want, got []string
		for f := range strings.FieldsSeq(v.fields[1]) {
			want = append(want, text(t, f))
		}
		var x Text
		x.Reset(Ortho, s)
		for _, p := range x.AppendStarts(nil, 0) {
			codes := x.AppendStartCodes(nil, p)
			if k := KeyOf(codes); k != p.Key {
				t.Errorf("%s: %s: %+q: key %x of reading %v, codes have %x", v.where, v.rule, s, p.Key, p.Cut, k)
			}
			start, end := x.Span(p.Lo, p.Hi)
			got = append(got, fmt.Sprintf("%v:%s:%s", p.Cut, appendDecoded(nil, codes), s[start:end]))
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: %s: starts of %+q (-want +got):\n%s", v.where, v.rule, s, d)
		}
		checkText(t, Ortho, s)
	}
}

func TestSpanVectors(t *testing.T) {
	for _, v := range vectors(t, "spans.tsv", 5) {
		f, s, want := formOf(t, v.fields[0]), text(t, v.fields[1]), text(t, v.fields[4])
		lo, err1 := strconv.Atoi(v.fields[2])
		hi, err2 := strconv.Atoi(v.fields[3])
		if err1 != nil || err2 != nil {
			t.Fatal(v.where, err1, err2)
		}
		var x Text
		x.Reset(f, s)
		start, end := x.Span(int32(lo), int32(hi))
		if got := s[start:end]; got != want {
			t.Errorf("%s: %s: %v: Span(%d, %d) of %+q is %+q, want %+q", v.where, v.rule, f, lo, hi, s, got, want)
		}
		checkText(t, f, s)
	}
}

func TestBetweenVectors(t *testing.T) {
	for _, v := range vectors(t, "between.tsv", 2) {
		s := text(t, v.fields[0])
		var x Text
		x.Reset(Ortho, s)
		got := x.Folded(0)
		for i, ok := x.Between(0); ok; i, ok = x.Between(i) {
			got += " " + x.Folded(i)
		}
		if want := text(t, v.fields[1]); got != want {
			t.Errorf("%s: %s: a name in %+q may be %+q, want %+q", v.where, v.rule, s, got, want)
		}
	}
}
