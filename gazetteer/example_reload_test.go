package gazetteer_test

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/normalize"
)

// A server holds the list that its requests use.
type server struct {
	file string
	list atomic.Pointer[gazetteer.Gazetteer]
}

// publish compiles a list into a file beside the one in use and renames it into place, so that nobody sees half of it.
func publish(tsv, file string) error {
	b := gazetteer.NewBuilder(normalize.Ortho)
	if err := b.AddSeq(gazetteer.ReadTSV(strings.NewReader(tsv))); err != nil {
		return err
	}
	g, err := b.Build()
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(file), "list-*.tmp")
	if err != nil {
		return err
	}
	_, err = g.WriteTo(f)
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		os.Remove(f.Name())
		return err
	}
	return os.Rename(f.Name(), file)
}

// reload opens the file and hands it to the requests that begin from now on. Those that run keep the old list, whose
// memory is given back when the last of them is done: no Close.
func (s *server) reload() error {
	g, err := gazetteer.Open(s.file)
	if err != nil {
		return err
	}
	s.list.Store(g)
	return nil
}

// count is a request: it takes the list once and uses it to its end.
func (s *server) count(text string) int {
	g := s.list.Load()
	var t normalize.Text
	t.Reset(g.Form(), text)
	return len(g.AppendMatches(nil, &t))
}

// A list is replaced under running readers.
func Example_reload() {
	dir, err := os.MkdirTemp("", "gazetteer")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	s := &server{file: filepath.Join(dir, "list.gaz")}
	for _, list := range []string{"name\ttype\nدمشق\tLOC\n", "name\ttype\nدمشق\tLOC\nحلب\tLOC\n"} {
		if err := publish(list, s.file); err != nil {
			log.Fatal(err)
		}
		if err := s.reload(); err != nil {
			log.Fatal(err)
		}
		fmt.Println(s.count("من دمشق إلى حلب"))
	}
	// Output:
	// 1
	// 2
}
