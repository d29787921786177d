package mmap

import (
	"os"
	"path/filepath"
	"testing"
)

func TestOpen(t *testing.T) {
	for _, content := range []string{"", "الرياض"} {
		file := filepath.Join(t.TempDir(), "f")
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		m, err := Open(file)
		if err != nil {
			t.Fatal(err)
		}
		if string(m.Data) != content {
			t.Errorf("%q, want %q", m.Data, content)
		}
		for range 2 {
			if err := m.Close(); err != nil {
				t.Error(err)
			}
		}
	}
	if _, err := Open(filepath.Join(t.TempDir(), "none")); err == nil {
		t.Error("a missing file was opened")
	}
}
