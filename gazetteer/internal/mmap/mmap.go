// Package mmap gives the bytes of a file as memory: mapped where the system can, read elsewhere.
package mmap

import (
	"fmt"
	"os"
)

// A Map is the content of a file. Data must not be written to, nor used after Close.
type Map struct {
	Data   []byte
	mapped bool
}

// Open maps or reads a file.
func Open(name string) (*Map, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	size := info.Size()
	if int64(int(size)) != size {
		return nil, fmt.Errorf("%s: %d bytes are more than this machine can address", name, size)
	}
	if size > 0 && info.Mode().IsRegular() {
		if m := mapFile(f, int(size)); m != nil {
			return m, nil
		}
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return &Map{Data: data}, nil
}

// Close gives the memory back.
func (m *Map) Close() error {
	data, mapped := m.Data, m.mapped
	m.Data, m.mapped = nil, false
	if !mapped {
		return nil
	}
	return unmap(data)
}
