//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package mmap

import (
	"os"
	"syscall"
)

// mapFile returns nil when the file system cannot map.
func mapFile(f *os.File, size int) *Map {
	data, err := syscall.Mmap(int(f.Fd()), 0, size, syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		return nil
	}
	return &Map{Data: data, mapped: true}
}

func unmap(data []byte) error { return os.NewSyscallError("munmap", syscall.Munmap(data)) }
