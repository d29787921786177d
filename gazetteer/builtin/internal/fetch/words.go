package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

var commonWord = regexp.MustCompile(`^[ء-غف-ي]{2,}$`)

// commonWords returns the word list of the Arabic model of tesseract, cleaned and sorted. It runs the two tools of
// Debian's tesseract-ocr that unpack a model.
func commonWords(c cache) ([]string, error) {
	const model = "tessdata/ara.traineddata"
	files, err := c.load(tesseractAra, model)
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "words")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if err := os.WriteFile(filepath.Join(dir, "ara.traineddata"), files[model], 0o666); err != nil {
		return nil, err
	}
	for _, args := range [][]string{
		{"combine_tessdata", "-u", "ara.traineddata", "ara."},
		{"dawg2wordlist", "ara.lstm-unicharset", "ara.lstm-word-dawg", "words.txt"},
	} {
		cmd := exec.Command(args[0], args[1:]...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			return nil, fmt.Errorf("%s: %w\n%s", args[0], err, out)
		}
	}
	data, err := os.ReadFile(filepath.Join(dir, "words.txt"))
	if err != nil {
		return nil, err
	}
	var words []string
	for line := range bytes.Lines(data) {
		w := noise.ReplaceAllString(strings.TrimSpace(string(line)), "")
		if commonWord.MatchString(w) {
			words = append(words, w)
		}
	}
	slices.Sort(words)
	return slices.Compact(words), nil
}
