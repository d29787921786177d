package gazetteer

import (
	"encoding/binary"
	"runtime"
	"slices"

	"github.com/musamma/musamma/gazetteer/internal/index"
	"github.com/musamma/musamma/normalize"
)

// MaxSenses is how many senses of one spelling are kept for matching, the best known ones. A list of a million entries
// of one name would else cost a million steps at every place where the name stands.
const MaxSenses = index.MaxSenses

// A Sense is what one entry says about a matched name, without strings: Entry, Types and Cues give those.
type Sense struct {
	Entry  uint32 // for Gazetteer.Entry
	Type   uint8  // index into Gazetteer.Types
	Cue    uint8  // index into Gazetteer.Cues
	Roles  Roles
	Flags  Flags
	Weight uint8
	Strict bool // the text is spelled as the entry, or as a derived spelling of it: hamza, ta marbuta, alef maqsura

	spelling uint32 // hash of the spelling that Strict compares
}

// AppendSenses appends the senses of a match of g in t, the best known first, at most MaxSenses. Strict compares 32-bit
// hashes of spellings that are equal in the Form of g; it is false where that Form has no Strict codes. A derived
// accusative (محمداً) is a sense only where the text has the tanween, and a name written with marks only where those of the
// text do not make it another word (عُمان, عَمّان), so a match may have none.
func (g *Gazetteer) AppendSenses(dst []Sense, m Match, t *normalize.Text) []Sense {
	tokens := t.Tokens()
	lo := m.sense
	if lo >= g.file.Senses || m.First < 0 || m.First >= m.Last || int(m.Last) > len(tokens) || m.Lo > tokens[m.First].Hi {
		return dst // a match of another text
	}
	hi := min(g.ranks.End(lo), lo+MaxSenses)
	strict, ok := strictOf(t, int(m.First), int(m.Last), m.Lo, m.Cut&normalize.LiAl != 0)
	var marks *vocalised
	for i := lo; i < hi; i++ {
		r := (*[senseSize]byte)(g.senses[uint64(i)*senseSize:])
		p, known := g.profileAt(binary.LittleEndian.Uint16(r[:]))
		entry := binary.LittleEndian.Uint32(r[6:])
		if !known || int(p.typ) >= len(g.types) || int(p.cue) >= len(g.cues) || entry >= g.file.Entries {
			continue // only in a damaged file
		}
		if p.tanween && tokens[m.Last-1].Flags&normalize.Tanween == 0 {
			continue
		}
		if p.marked {
			if marks == nil { // once a match: the text may be long, the entries many
				marks = g.vocalise(m, t)
			}
			if marks.marked && marks.contradicts(g.Entry(entry).Name) {
				continue
			}
		}
		if len(dst) == cap(dst) {
			dst = slices.Grow(dst, 1)
		}
		dst = dst[:len(dst)+1]
		s := &dst[len(dst)-1] // field by field: one that is built elsewhere and copied waits for its own bytes
		s.Entry, s.Type, s.Cue, s.Roles, s.Flags, s.Weight = entry, p.typ, p.cue, p.roles, p.flags, p.weight
		s.spelling = binary.LittleEndian.Uint32(r[2:])
		s.Strict = ok && strict == s.spelling
	}
	if marks != nil {
		g.vocalised.Put(marks)
	}
	runtime.KeepAlive(g)
	return dst
}
