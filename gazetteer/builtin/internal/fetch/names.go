package main

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/normalize"
)

// A nameList is a list of given or family names in a file of a package: what stands between an opening and the closing
// sign next to it.
type nameList struct {
	pkg        pkg
	file       string
	open, shut string
	roles      gazetteer.Roles
}

var nameLists = slices.Concat(
	phpLists("ar_EG/Person.php"), phpLists("ar_JO/Person.php"), phpLists("ar_SA/Person.php"),
	[]nameList{
		{pythonFaker, "person/ar_AA/__init__.py", "first_names_female = (", ")", gazetteer.Given},
		{pythonFaker, "person/ar_AA/__init__.py", "first_names_male = (", ")", gazetteer.Given},
		{pythonFaker, "person/ar_AA/__init__.py", "last_names = (", ")", gazetteer.Family},
		{pythonFaker, "person/ar_PS/__init__.py", "last_names = (", ")", gazetteer.Family},
		{pythonFaker, "person/ar_SA/__init__.py", "last_names = (", ")", gazetteer.Family},
		{rubyFaker, "lib/locales/ar.yml", "female_first_name: [", "]", gazetteer.Given},
		{rubyFaker, "lib/locales/ar.yml", " male_first_name: [", "]", gazetteer.Given},
		{rubyFaker, "lib/locales/ar.yml", "last_name: [", "]", gazetteer.Family},
		{fakerJS, "dist/ar-CemwnVDS.js", "first_name:{", "}", gazetteer.Given},
		{fakerJS, "dist/ar-CemwnVDS.js", "last_name:{", "}", gazetteer.Family},
		{arabicNames, "female.json", "[", "]", gazetteer.Given},
		{arabicNames, "male.json", "[", "]", gazetteer.Given},
		{arabicNames, "last.json", "[", "]", gazetteer.Family},
	})

func phpLists(file string) []nameList {
	return []nameList{
		{phpFaker, file, "$firstNameFemale = [", "]", gazetteer.Given},
		{phpFaker, file, "$firstNameMale = [", "]", gazetteer.Given},
		{phpFaker, file, "$lastName = [", "]", gazetteer.Family},
	}
}

// separators matches what stands between the names of a list: quotes, commas, points, comments.
var separators = regexp.MustCompile(`[^\p{Arabic}\p{M}ـ ]+`)

// nameWords returns the words of the lists of names that the lists by hand lack: words that stand alone in their list, so
// that a surname that goes on (بني حسن) leaves no half.
func nameWords(c cache, f *filter) ([]gazetteer.Entry, error) {
	words := map[string]*gazetteer.Entry{} // by Ortho form
	for _, l := range nameLists {
		files, err := c.load(l.pkg, l.file)
		if err != nil {
			return nil, err
		}
		_, rest, ok := strings.Cut(string(files[l.file]), l.open)
		list, _, closed := strings.Cut(rest, l.shut)
		if !ok || !closed {
			return nil, fmt.Errorf("%s: no list %s…%s", l.file, l.open, l.shut)
		}
		for _, name := range separators.Split(list, -1) {
			name = tidy(name, false)
			if name == "" || !f.nameWord(name) {
				continue
			}
			key := normalize.Ortho.Fold(name)
			e := words[key]
			if e == nil {
				e = &gazetteer.Entry{Name: name, Type: "PER", Weight: 1, Source: l.pkg.name}
				words[key] = e
			}
			if spelled(name) > spelled(e.Name) {
				e.Name, e.Source = name, l.pkg.name
			}
			e.Roles |= l.roles
		}
	}
	var list []gazetteer.Entry
	for _, key := range slices.Sorted(maps.Keys(words)) {
		list = append(list, *words[key])
	}
	slices.SortFunc(list, func(a, b gazetteer.Entry) int { return strings.Compare(a.Name, b.Name) })
	return list, nil
}

// nameWord reports whether a word may be listed as a part of names. Lists for invented people hold adjectives and nouns
// that few bear; one that is ordinary would make names of every phrase it is in.
func (f *filter) nameWord(name string) bool {
	key := normalize.Ortho.Fold(name)
	return !strings.Contains(name, " ") && utf8.RuneCountInString(name) >= 3 && !f.parts[key] && !f.service[key] &&
		!f.refused[key] && !f.known["LOC\t"+key] && !f.known["ORG\t"+key] && f.lexicon.Resemblance(name) < 3
}
