//go:build race

package gazetteer

// allowedAllocations: the race detector makes a sync.Pool drop its buffers at random, to grow again.
const allowedAllocations = 30
