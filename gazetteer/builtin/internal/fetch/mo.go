package main

import (
	"encoding/binary"
	"errors"
)

var errMO = errors.New("not a compiled message catalogue")

// readMO reads a compiled catalogue of gettext: key to translation. Plural forms and contexts do not occur in the one we
// read.
func readMO(data []byte) (map[string]string, error) {
	if len(data) < 20 || binary.LittleEndian.Uint32(data) != 0x950412de {
		return nil, errMO
	}
	count := binary.LittleEndian.Uint32(data[8:])
	keys, values := binary.LittleEndian.Uint32(data[12:]), binary.LittleEndian.Uint32(data[16:])
	m := map[string]string{}
	for i := range count {
		k, ok := moString(data, uint64(keys)+8*uint64(i))
		v, ok2 := moString(data, uint64(values)+8*uint64(i))
		if !ok || !ok2 {
			return nil, errMO
		}
		m[k] = v
	}
	return m, nil
}

// moString returns the string whose length and place stand at a place of the tables.
func moString(data []byte, at uint64) (string, bool) {
	if at+8 > uint64(len(data)) {
		return "", false
	}
	size, from := uint64(binary.LittleEndian.Uint32(data[at:])), uint64(binary.LittleEndian.Uint32(data[at+4:]))
	if from+size > uint64(len(data)) {
		return "", false
	}
	return string(data[from : from+size]), true
}
