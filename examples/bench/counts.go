package main

// counts are the matches of each row in the default text of 64 MiB. Those of M and P agree: one reads the normalized
// text, the other makes it. Those of the library's three rows that take every match agree too.
var counts = map[string]map[string]int{
	"10k": {
		"M, normalized text":             110565,
		"P, original text":               110565,
		"musamma, all":                   193282,
		"musamma, lines":                 193282,
		"musamma, longest":               183172,
		"musamma, matching":              193282,
		"petar-dambovaliev NFA, longest": 29009,
		"anknown, all":                   29515,
		"BobuSumisu, all":                29515,
		"vellum, word by word, longest":  14006,
	},
	"100k": {
		"M, normalized text":             125343,
		"P, original text":               125343,
		"musamma, all":                   232457,
		"musamma, lines":                 232457,
		"musamma, longest":               199137,
		"musamma, matching":              232457,
		"petar-dambovaliev NFA, longest": 65232,
		"anknown, all":                   67450,
		"vellum, word by word, longest":  15939,
	},
	"1M": {
		"M, normalized text":             252646,
		"P, original text":               252646,
		"musamma, all":                   464558,
		"musamma, lines":                 464558,
		"musamma, longest":               365021,
		"musamma, matching":              464558,
		"petar-dambovaliev NFA, longest": 338028,
		"anknown, all":                   354470,
		"vellum, word by word, longest":  31923,
	},
}

// check compares the count of a row with the known one.
func check(in *input, x row) {
	if want, ok := counts[in.label][x.name]; ok && in.mb == 64 && want != x.matches {
		fatalf("%s at %s found %d, expected %d", x.name, in.label, x.matches, want)
	}
}
