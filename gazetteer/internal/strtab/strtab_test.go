package strtab

import (
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
)

// write stores names, with the words that occur twice in the dictionary.
func write(names []string) (samples, records, ends, words []byte) {
	uses := map[string]int{}
	for _, n := range names {
		for _, w := range strings.Split(n, " ") {
			uses[w]++
		}
	}
	refs := map[string]uint32{}
	w := NewNamesWriter(len(names), 0)
	for _, n := range names {
		for _, word := range strings.Split(n, " ") {
			if uses[word] < 2 {
				w.Literal([]byte(word))
				continue
			}
			if _, ok := refs[word]; !ok {
				refs[word] = uint32(len(refs))
				words = append(words, word...)
				ends = binary.LittleEndian.AppendUint32(ends, uint32(len(words)))
			}
			w.Ref(refs[word])
		}
		w.End()
	}
	samples, records = w.Sections()
	return samples, records, ends, words
}

func TestNames(t *testing.T) {
	var names []string
	for i := range 100 {
		names = append(names, fmt.Sprintf("شارع %d", i%40), "شارع النيل", " القدس  الشرقية ", "Oslo")
	}
	samples, records, ends, words := write(names)
	n, err := NewNames(samples, records, ends, words, uint32(len(names)))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range names {
		if got, ok := n.Append([]byte("x"), uint32(i)); !ok || string(got) != "x"+want {
			t.Errorf("name %d: %q, %v, want %q", i, got, ok, want)
		}
	}
	if _, ok := n.Append(nil, uint32(len(names))); ok {
		t.Error("a name behind the last")
	}
}

// TestBadNames: whatever a byte is, a name ends, and is not longer than MaxName.
func TestBadNames(t *testing.T) {
	samples, records, ends, words := write([]string{"شارع النيل", "شارع النيل", strings.Repeat("ا ", 40)})
	for _, part := range [][]byte{samples, records, ends, words} {
		for i, old := range part {
			for b := range 256 {
				part[i] = byte(b)
				n, err := NewNames(samples, records, ends, words, 3)
				if err != nil {
					t.Fatal(err)
				}
				for k := range uint32(3) {
					if got, _ := n.Append(nil, k); len(got) > MaxName+1 {
						t.Fatalf("a name of %d bytes", len(got))
					}
				}
			}
			part[i] = old
		}
	}
}

func TestStrings(t *testing.T) {
	var s Strings
	for range 2 {
		for i := range 1000 {
			if n := s.Number(fmt.Sprint(i)); n != uint32(i+1) || string(s.At(n)) != fmt.Sprint(i) {
				t.Fatalf("string %d has the number %d, which is of %s", i, n, s.At(n))
			}
		}
	}
	if n := s.Number(""); n != 0 || len(s.At(0)) != 0 {
		t.Errorf("the empty string has the number %d", n)
	}
}

func TestColumn(t *testing.T) {
	var strs Strings
	strs.Number("not written")
	var refs []byte
	want := []string{"Q85", "", "Q3692", "Q85"}
	for _, s := range want {
		strs.Number(s)
	}
	p := NewPoolWriter(&strs)
	for _, s := range want {
		refs = binary.LittleEndian.AppendUint32(refs, p.Ref(strs.Number(s)))
	}
	if got := string(p.Bytes()); got != "\x00\x03Q85\x05Q3692" {
		t.Errorf("pool %q", got)
	}
	c, err := NewColumn(refs, p.Bytes(), uint32(len(want)))
	if err != nil {
		t.Fatal(err)
	}
	for i, w := range want {
		if got, ok := c.String(uint32(i)); !ok || got != w {
			t.Errorf("string %d: %q, %v, want %q", i, got, ok, w)
		}
	}
	if _, ok := c.String(4); ok {
		t.Error("a string behind the last")
	}
	for ref := range uint32(len(p.Bytes()) + 2) {
		String(p.Bytes(), ref) // any reference is read without harm
	}
	if _, err := NewColumn(refs, nil, 3); err == nil {
		t.Error("a column of another size")
	}
}
