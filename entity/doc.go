// Package entity finds names of people, places and organisations in Arabic text and says why. A list says what a word can
// be, the text says what it is: the lists of package gazetteer give candidates, the words around them evidence.
//
//	x, err := entity.New(nil, builtin.Gazetteer())
//	for _, s := range x.Extract("وصل الرئيس إلى بغداد") {
//		fmt.Println(s.Type, s.Text, s.Start, s.End, s.Evidence.Reasons())
//	}
//
// # From text to spans
//
// A text is folded and cut into tokens (package normalize), and every name, name part, title, head noun, demonym and verb
// of saying of the lists is marked in it (package gazetteer). Each word gets a class: what it can be as a part of a
// person's name, by its grade in the lists, by how productive it is as a common word, and, where neither lists nor lexicon
// know it, by its letters: شونيسي sounds like a name, يتقاضاها does not.
//
// Candidates are the listed names, runs of words that can be a person's name (سعيد الخطيب), head nouns with what completes
// them (حزب العمال), members of a list after a plural head (قرى س وص) and quoted words after a head (وكالة «سانا»). A
// candidate collects facts, for and against it: the class of its words and of its neighbours, a title before it, a
// preposition, the proclitic that was cut. Every fact has one weight in log-odds, and the sum of the weights is the score.
// Of the candidates above the threshold the best set without overlap wins, not the longest name.
//
// Then the document speaks: the names found become evidence for the others, so that a surname is known before and after
// the full name, and one misspelt letter is forgiven. With that the set is chosen once more. Nothing is remembered from one
// text to the next.
//
// # Options
//
// The zero Options suit a newspaper. Precise asks for more evidence: fewer spans, more of them right. ListedOnly infers
// nothing and finds the longest listed names, for lists of products, laws or species that no context helps. Approximate
// also finds listed names that the text misspells or transliterates otherwise (تهران for طهران). Threshold is
// the fine adjustment. PlaceHeads, KeepLam and NoStateBodies follow guidelines of annotation, Nested serves search.
// Weights replaces single weights; the program in examples/fit learns all from annotated text. Lists of the user's own go
// before the built-in ones: earlier layers win, their names need less evidence, and an entry with the flag Never takes a
// name away.
//
// # Offsets, concurrency, input
//
// Offsets are bytes of the text as given: text[s.Start:s.End] is s.Text; package normalize converts them to code points or
// UTF-16 units. An Extractor is safe for any number of goroutines, and warm calls of AppendSpans allocate nothing. Every
// string is a text: ill-formed bytes end words and nothing else. The time is linear in the length, whatever the text is.
// A text over 256 KiB is cut into segments, at blank lines where there are some; names are remembered from segment to
// segment, forward only.
package entity
