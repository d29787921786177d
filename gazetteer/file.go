package gazetteer

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/musamma/musamma/gazetteer/internal/format"
	"github.com/musamma/musamma/gazetteer/internal/mmap"
	"github.com/musamma/musamma/normalize"
)

// An Error says which section of a compiled gazetteer is bad, and why.
type Error = format.Error

// A VersionError reports compiled data of another version of the format or of the folding table. The list must be
// compiled again.
type VersionError = format.VersionError

// Open maps a compiled file into memory, or reads it where the system cannot map. It takes a time that does not depend
// on the size: the header and the bounds of the sections are looked at, Verify looks at the rest. Errors are those of
// OpenBytes and of the file system, with the name of the file.
//
// The file must not be written to while it is open. To replace it, write another and rename it into place.
func Open(file string) (*Gazetteer, error) {
	m, err := mmap.Open(file)
	if err != nil {
		return nil, err
	}
	g, err := OpenBytes(m.Data)
	if err != nil {
		m.Close()
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	g.unmap = runtime.AddCleanup(g, func(m *mmap.Map) { m.Close() }, m)
	g.mapped = m
	return g, nil
}

// Close gives the memory of an opened file back. No method of g may run then or later. It need not be called: the memory
// is given back when g is no longer reachable. Strings and entries that g returned are copies and stay good.
func (g *Gazetteer) Close() error {
	if g.mapped == nil {
		return nil
	}
	m := g.mapped
	g.mapped = nil
	g.unmap.Stop()
	return m.Close()
}

// Load reads a list or a compiled file: a file whose name ends in ".tsv" is read, built in Form Ortho and returned,
// anything else is opened. Errors of a list name the file and the line.
func Load(file string) (*Gazetteer, error) {
	if !strings.EqualFold(filepath.Ext(file), ".tsv") {
		return Open(file)
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b := NewBuilder(normalize.Ortho)
	if err := b.AddSeq(ReadTSV(f)); err != nil {
		var syntax *SyntaxError
		if errors.As(err, &syntax) {
			syntax.File = file
			return nil, syntax
		}
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return b.Build()
}
