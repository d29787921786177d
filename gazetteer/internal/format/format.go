package format

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
)

// Magic is the first eight bytes of a file: "musammā" in UTF-8.
const Magic = "musamm\xc4\x81"

// Version is the version of the layout.
const Version = 3

// The sections, in the order of the file.
const (
	Vocab      = iota // lines of four 16-byte token keys (index.Vocab)
	Roots             // two bits a vocabulary slot: Terminal, Inner of the node
	Filter            // 64-bit words (index.Filter)
	LongIndex         // tokens of more than 16 letters: u32 slot, u32 end of the letters; ascending slots
	LongCodes         // their letters
	Edges             // lines of eight 8-byte edges (index.Edges)
	Ranks             // 12 bytes for 64 nodes (index.Ranks)
	Last              // one bit a sense, and 8 bytes of padding
	Senses            // 10 bytes each: u16 profile, u32 Strict hash, u32 entry
	Profiles          // 8 bytes each: u8 type, u8 cue, u16 roles, u8 flags, u8 weight, u8 tanween, u8 marked
	Labels            // uvarint number of types, the types, uvarint number of cues, the cues; each string behind its uvarint length
	Words7            // common words of up to 7 letters: u64, letters in the low 7 bytes, productivity+1 in the top byte
	Words16           // longer ones: lines of four 16-byte keys (index.Vocab)
	Counts16          // productivity of each slot of Words16
	EntryInfo         // u16 profile an entry
	Samples           // strtab.Names
	Names             //
	DictEnds          //
	DictWords         //
	IDs               // strtab.Column
	Canonicals        //
	Sources           //
	Pool              //

	NumSections = iota
)

const (
	fixedSize = 64
	tableSize = 24 // bytes of the section table for one section
	// HeaderSize is where the first section begins.
	HeaderSize = (fixedSize + NumSections*tableSize + align - 1) / align * align
	align      = 64
)

// A Header is what a file says of itself.
type Header struct {
	Folding uint32 // version of the folding table that made the keys
	Form    uint32 // normalize.Form of the keys
	Seed    uint64 // of the hashes
	Entries uint32 // names
	Senses  uint32 // of all keys
	Words   uint32 // common words
	Graded  bool   // the weights of the entries are grades
}

// A File is a parsed header and the sections, slices of the data that was parsed.
type File struct {
	Header
	Sections [NumSections][]byte
	sums     [NumSections]uint32
	data     []byte
}

// An Error says what is wrong with the bytes of a compiled gazetteer.
type Error struct {
	Section string // name of the section, or "header"
	Reason  string
}

// Error tells the section and the reason.
func (e *Error) Error() string { return "gazetteer: bad compiled data: " + e.Section + ": " + e.Reason }

// Errorf makes an Error for a section, or for the header when section is negative.
func Errorf(section int, format string, args ...any) error {
	name := "header"
	if section >= 0 {
		name = sectionNames[section]
	}
	return &Error{name, fmt.Sprintf(format, args...)}
}

var sectionNames = [NumSections]string{
	"vocabulary", "roots", "filter", "long tokens", "letters of long tokens", "edges", "ranks", "last marks", "senses",
	"profiles", "labels", "common words", "long common words", "counts of long common words", "entries", "name samples",
	"names", "word ends", "words", "ids", "canonical names", "sources", "pool",
}

// A VersionError reports a file made by another version of the layout or of the folding table. The list must be
// compiled again.
type VersionError struct {
	What      string // "format" or "folding table"
	File      uint32 // version that the file has
	Supported uint32 // version that this package reads
}

// Error tells both versions.
func (e *VersionError) Error() string {
	return fmt.Sprintf("gazetteer: compiled with version %d of the %s, this program reads version %d", e.File, e.What, e.Supported)
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Assemble lays a file out in memory.
func Assemble(h Header, sections *[NumSections][]byte) []byte {
	size := HeaderSize
	for _, s := range sections {
		size += (len(s) + align - 1) / align * align
	}
	data := make([]byte, size)
	le := binary.LittleEndian
	copy(data, Magic)
	le.PutUint32(data[8:], Version)
	le.PutUint32(data[12:], h.Folding)
	le.PutUint32(data[16:], h.Form)
	le.PutUint32(data[20:], NumSections)
	le.PutUint64(data[32:], h.Seed)
	le.PutUint32(data[40:], h.Entries)
	le.PutUint32(data[44:], h.Senses)
	le.PutUint32(data[48:], h.Words)
	if h.Graded {
		data[52] = 1
	}
	at := HeaderSize
	for i, s := range sections {
		t := data[fixedSize+i*tableSize:]
		le.PutUint64(t, uint64(at))
		le.PutUint64(t[8:], uint64(len(s)))
		copy(data[at:], s)
		at += (len(s) + align - 1) / align * align
	}
	Seal(data)
	return data
}

// headerSum is the checksum of the header but for the four bytes that hold it.
func headerSum(data []byte) uint32 {
	sum := crc32.Update(0, castagnoli, data[:60])
	return crc32.Update(sum, castagnoli, data[fixedSize:HeaderSize])
}

// Parse reads the header and finds the sections. It reads no section, so its cost does not depend on the size.
func Parse(data []byte, folding uint32) (*File, error) {
	le := binary.LittleEndian
	if len(data) < fixedSize || string(data[:len(Magic)]) != Magic {
		return nil, Errorf(-1, "not a compiled gazetteer")
	}
	if v := le.Uint32(data[8:]); v != Version {
		return nil, &VersionError{"format", v, Version}
	}
	if n := le.Uint32(data[20:]); n != NumSections {
		return nil, Errorf(-1, "%d sections, expected %d", n, NumSections)
	}
	if n := le.Uint64(data[24:]); n != uint64(len(data)) || n < HeaderSize {
		return nil, Errorf(-1, "size %d, expected %d", n, len(data))
	}
	if got, want := headerSum(data), le.Uint32(data[60:]); got != want {
		return nil, Errorf(-1, "checksum %#08x, expected %#08x", got, want)
	}
	f := &File{data: data, Header: Header{
		Folding: le.Uint32(data[12:]), Form: le.Uint32(data[16:]), Seed: le.Uint64(data[32:]),
		Entries: le.Uint32(data[40:]), Senses: le.Uint32(data[44:]), Words: le.Uint32(data[48:]),
		Graded: data[52]&1 != 0,
	}}
	if f.Folding != folding {
		return nil, &VersionError{"folding table", f.Folding, folding}
	}
	next := uint64(HeaderSize)
	for i := range f.Sections {
		t := data[fixedSize+i*tableSize:]
		at, size := le.Uint64(t), le.Uint64(t[8:])
		if at != next || size > uint64(len(data))-at {
			return nil, Errorf(i, "at %d, %d bytes of %d, expected to begin at %d", at, size, len(data), next)
		}
		f.Sections[i] = data[at : at+size : at+size]
		f.sums[i] = le.Uint32(t[16:])
		if next = (at + size + align - 1) / align * align; next > uint64(len(data)) {
			return nil, Errorf(i, "ends at %d, behind the end of the data", next)
		}
	}
	if next != uint64(len(data)) {
		return nil, Errorf(-1, "%d bytes behind the last section", uint64(len(data))-next)
	}
	return f, nil
}

// Verify compares the checksums, and that what lies between the sections is zero.
func (f *File) Verify() error {
	for i, s := range f.Sections {
		if got := crc32.Checksum(s, castagnoli); got != f.sums[i] {
			return Errorf(i, "checksum %#08x, expected %#08x", got, f.sums[i])
		}
		t := f.data[fixedSize+i*tableSize:]
		end := binary.LittleEndian.Uint64(t) + uint64(len(s))
		for ; end%align != 0; end++ {
			if f.data[end] != 0 {
				return Errorf(i, "padding at %d is not zero", end)
			}
		}
	}
	return nil
}

// Seal writes the size and the checksums, as far as the section table can be read.
func Seal(data []byte) {
	if len(data) < HeaderSize {
		return
	}
	le := binary.LittleEndian
	le.PutUint64(data[24:], uint64(len(data)))
	for i := range NumSections {
		t := data[fixedSize+i*tableSize:]
		if at, size := le.Uint64(t), le.Uint64(t[8:]); at <= uint64(len(data)) && size <= uint64(len(data))-at {
			le.PutUint32(t[16:], crc32.Checksum(data[at:at+size], castagnoli))
		}
	}
	le.PutUint32(data[60:], headerSum(data))
}
