//go:build !race

package gazetteer

const allowedAllocations = 0
