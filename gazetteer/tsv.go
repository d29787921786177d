package gazetteer

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"hash/maphash"
	"io"
	"iter"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/musamma/musamma/normalize"
)

// maxLine bounds a line of a list in bytes, so that a file without newlines costs no memory.
const maxLine = 64 << 10

// A SyntaxError reports one line of a list that cannot be read.
type SyntaxError struct {
	File   string // set by Load, else ""
	Line   int    // from 1
	Column int    // field of the line, from 1; 0: the line as a whole
	Other  int    // the earlier line that this one conflicts with; 0: none
	Reason string // what was found and what was expected
}

// Error tells the file if there is one, the line, the column and the reason: "names.tsv:3: column 2: …".
func (e *SyntaxError) Error() string {
	s := fmt.Sprintf("line %d: ", e.Line)
	if e.File != "" {
		s = fmt.Sprintf("%s:%d: ", e.File, e.Line)
	}
	if e.Column > 0 {
		s += fmt.Sprintf("column %d: ", e.Column)
	}
	return s + e.Reason
}

// ReadTSV reads a list: UTF-8, tab separated, no quoting. The first line names the columns: name and type are required,
// roles, id, canonical, weight, flags, cue and source optional, in any order. Empty lines and lines that begin with '#'
// are skipped, a byte order mark and CRLF are accepted, missing fields at the end of a line are empty.
//
// A bad line gives a *SyntaxError with its number, and reading goes on behind it if the caller does; so does a line that
// repeats the name, type, roles, id and cue of an earlier one with another canonical name, weight or flags, and one that
// Builder.Add would refuse. A bad header and an error of r end the sequence. The sequence can be ranged over once.
func ReadTSV(r io.Reader) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		t := tsvReader{r: bufio.NewReaderSize(r, maxLine), seen: map[uint64]seenLine{}, seed: maphash.MakeSeed()}
		for {
			e, err := t.next()
			if err == io.EOF || !yield(e, err) || t.done {
				return
			}
		}
	}
}

type tsvReader struct {
	r    *bufio.Reader
	line int
	cols []int // column of the line → index into columns
	done bool  // nothing can follow the error just returned
	seed maphash.Seed
	seen map[uint64]seenLine
	text normalize.Text
}

// A seenLine is what is kept of a line to find its conflicting repeats: 16 bytes with the key, so that a list of ten
// million names can be checked. Keys are 64-bit hashes; two of ten million meet by chance once in 300,000 readings.
type seenLine struct{ line, rest uint32 }

// columns in the order of the fields below.
var columns = [...]string{"name", "type", "roles", "id", "canonical", "weight", "flags", "cue", "source"}

const (
	colName = iota
	colType
	colRoles
	colID
	colCanonical
	colWeight
	colFlags
	colCue
	colSource
)

func (t *tsvReader) errorf(column int, format string, args ...any) error {
	return &SyntaxError{Line: t.line, Column: column, Reason: fmt.Sprintf(format, args...)}
}

// next returns the next entry, io.EOF at the end.
func (t *tsvReader) next() (Entry, error) {
	for {
		line, err := t.readLine()
		if err != nil {
			return Entry{}, err
		}
		if len(line) == 0 || line[0] == '#' {
			continue
		}
		if t.cols == nil {
			if err := t.header(string(line)); err != nil {
				t.done = true
				return Entry{}, err
			}
			continue
		}
		return t.entry(line)
	}
}

// readLine returns the next line without its end.
func (t *tsvReader) readLine() ([]byte, error) {
	line, err := t.r.ReadSlice('\n')
	if err == io.EOF && len(line) == 0 {
		if t.cols == nil {
			t.done = true
			return nil, &SyntaxError{Line: t.line + 1, Reason: "no header line that names the columns"}
		}
		return nil, io.EOF
	}
	t.line++
	if errors.Is(err, bufio.ErrBufferFull) {
		for errors.Is(err, bufio.ErrBufferFull) {
			_, err = t.r.ReadSlice('\n')
		}
		if err == nil || err == io.EOF {
			return nil, t.errorf(0, "longer than %d bytes", maxLine)
		}
	}
	if err != nil && err != io.EOF {
		t.done = true
		return nil, fmt.Errorf("line %d: %w", t.line, err)
	}
	if t.line == 1 {
		line = bytes.TrimPrefix(line, []byte("\ufeff"))
	}
	line = bytes.TrimSuffix(line, []byte("\n"))
	return bytes.TrimSuffix(line, []byte("\r")), nil
}

func (t *tsvReader) header(line string) error {
	t.cols = []int{}
	var have [len(columns)]bool
	for i, f := range strings.Split(line, "\t") {
		col := -1
		for j, c := range columns {
			if f == c {
				col = j
			}
		}
		if col < 0 {
			return t.errorf(i+1, "unknown column %q, expected one of %s", f, strings.Join(columns[:], " "))
		}
		if have[col] {
			return t.errorf(i+1, "column %q twice", f)
		}
		have[col] = true
		t.cols = append(t.cols, col)
	}
	for _, need := range []int{colName, colType} {
		if !have[need] {
			return t.errorf(0, "the header has no column %q", columns[need])
		}
	}
	return nil
}

func (t *tsvReader) entry(line []byte) (Entry, error) {
	if !utf8.Valid(line) {
		return Entry{}, t.errorf(0, "ill-formed UTF-8")
	}
	if i := bytes.IndexFunc(line, func(r rune) bool { return r < ' ' && r != '\t' || r == 0x7F }); i >= 0 {
		return Entry{}, t.errorf(0, "control character %U", line[i])
	}
	var e Entry
	rest := string(line)
	for i := 0; ; i++ {
		if i == len(t.cols) {
			return Entry{}, t.errorf(i+1, "more fields than the %d columns of the header", len(t.cols))
		}
		f, tail, more := strings.Cut(rest, "\t")
		if err := t.field(&e, i, f); err != nil {
			return Entry{}, err
		}
		if !more {
			break
		}
		rest = tail
	}
	err := e.check()
	if err == nil {
		err = e.checkName(&t.text)
	}
	if err != nil {
		return Entry{}, t.errorf(0, "%v", err)
	}
	return e, t.repeat(&e)
}

func (t *tsvReader) field(e *Entry, i int, f string) error {
	switch t.cols[i] {
	case colName:
		e.Name = f
	case colType:
		e.Type = f
	case colRoles:
		set, unknown, ok := parseSet(f, roleWords[:])
		if !ok {
			return t.errorf(i+1, "unknown role %q, expected %s", unknown, allRoles)
		}
		e.Roles = Roles(set)
	case colID:
		e.ID = f
	case colCanonical:
		e.Canonical = f
	case colWeight:
		if f == "" {
			return nil
		}
		w, err := strconv.ParseUint(f, 10, 8)
		if err != nil {
			return t.errorf(i+1, "weight %q, expected 0 to 255", f)
		}
		e.Weight = uint8(w)
	case colFlags:
		set, unknown, ok := parseSet(f, flagWords[:])
		if !ok {
			return t.errorf(i+1, "unknown flag %q, expected %s", unknown, allFlags)
		}
		e.Flags = Flags(set)
	case colCue:
		e.Cue = f
	case colSource:
		e.Source = f
	}
	return nil
}

// repeat reports a line that contradicts an earlier one. Exact repeats pass: Build merges them.
func (t *tsvReader) repeat(e *Entry) error {
	type identity struct {
		name, typ, id, cue string
		roles              Roles
	}
	type rest struct {
		canonical string
		weight    uint8
		flags     Flags
	}
	key := maphash.Comparable(t.seed, identity{e.Name, e.Type, e.ID, e.Cue, e.Roles})
	sum := uint32(maphash.Comparable(t.seed, rest{e.Canonical, e.Weight, e.Flags}))
	old, ok := t.seen[key]
	if !ok {
		t.seen[key] = seenLine{uint32(t.line), sum}
		return nil
	}
	if old.rest == sum {
		return nil
	}
	return &SyntaxError{Line: t.line, Other: int(old.line), Reason: fmt.Sprintf(
		"%q contradicts line %d: same type, roles, id and cue, other canonical name, weight or flags", e.Name, old.line)}
}
