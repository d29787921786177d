package main

import (
	"runtime"
	"slices"
	"syscall"
)

const runs = 5

// measure returns the median of MB per CPU second over some runs of f on size bytes, and the count that f gave each time.
func measure(size int, f func() int) (rate float64, count int) {
	runtime.GC()
	count = f()
	var rates []float64
	for range runs {
		start := cpu()
		if n := f(); n != count {
			fatalf("a run counted %d, the one before %d", n, count)
		}
		rates = append(rates, float64(size)/1e6/(cpu()-start))
	}
	slices.Sort(rates)
	return rates[runs/2], count
}

// cpu returns the CPU seconds that the process has used.
func cpu() float64 {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		fatalf("%v", err)
	}
	return float64(r.Utime.Sec+r.Stime.Sec) + float64(r.Utime.Usec+r.Stime.Usec)*1e-6
}

// heap returns the bytes in use after a collection.
func heap() float64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc)
}
