package gazetteer

// pieces is an array that grows without moving. To copy the growing array of a million records, and to clear the memory
// that it goes to, takes as long as to write the records.
type pieces[E any] struct {
	all  []*[pieceSize]E
	size uint32
}

// pieceSize makes pieces of up to 32 KiB, in sizes that the allocator has.
const pieceSize = 1024

func (p *pieces[E]) at(i uint32) *E { return &p.all[i/pieceSize][i%pieceSize] }

// grow adds a zero element and returns it.
func (p *pieces[E]) grow() *E {
	if p.size%pieceSize == 0 {
		p.all = append(p.all, new([pieceSize]E))
	}
	p.size++
	return p.at(p.size - 1)
}
