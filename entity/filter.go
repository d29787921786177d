package entity

// A filter tells of most hashes that they are not among some, by one bit of 4,096 a hash. It looks at the high bits.
type filter [64]uint64

func (f *filter) add(h uint64)      { f[h>>58] |= 1 << (h >> 52 & 63) }
func (f *filter) has(h uint64) bool { return f[h>>58]&(1<<(h>>52&63)) != 0 }
