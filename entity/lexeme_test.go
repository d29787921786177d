package entity_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/gazetteer/builtin"
)

// What a document keeps of the words of earlier texts changes nothing: an Extractor that has read others finds the same
// candidates as a new one. The words are those that names of several words and several layers say different things of.
func TestKeptWordsChangeNothing(t *testing.T) {
	mine := build(t,
		gazetteer.Entry{Name: "نصر الله", Type: "PER", Roles: gazetteer.Given},
		gazetteer.Entry{Name: "سوري عبد", Type: "PER", Roles: gazetteer.Family},
		gazetteer.Entry{Name: "للو سعيد", Type: "PER", Roles: gazetteer.Given},
		gazetteer.Entry{Name: "اللو", Type: "PER", Roles: gazetteer.Family},
		gazetteer.Entry{Name: "قوات الدفاع", Type: "ORG", Roles: gazetteer.Head, Cue: "state", Weight: 3},
		gazetteer.Entry{Name: "وهران", Type: "LOC"}, gazetteer.Entry{Name: "هران سعيد", Type: "PER"},
		gazetteer.Entry{Name: "رئيس مجلس", Type: "PER", Roles: gazetteer.Title, Cue: "construct"},
		gazetteer.Entry{Name: "السوق", Type: "LOC", Flags: gazetteer.Never},
		gazetteer.Entry{Name: "سوري", Type: "PLAY"})
	marked := build(t, gazetteer.Entry{Name: "عُمان", Type: "LOC"}, gazetteer.Entry{Name: "عَمّان", Type: "ORG"})
	words := strings.Fields("نصر الله سوري عبد وسوري للو لللو اللو سعيد قوات الدفاع وهران هران رئيس مجلس على إلى علي السوق عُمان " +
		"عَمّان عمان محمداً محمدا محمد بن الدين دي ميستورا ميستوره زيلنسكي بزيلنسكي قال في الأمم المتحدة بوتين، علی . « » BBC ١٤ أن وأن")
	rnd := rand.New(rand.NewPCG(1, 1))
	text := func() string {
		var b strings.Builder
		for range 30 {
			b.WriteString(words[rnd.IntN(len(words))] + " ")
		}
		return b.String()
	}
	for _, layers := range [][]*gazetteer.Gazetteer{
		{builtin.Gazetteer()}, {mine}, {mine, builtin.Gazetteer()}, {builtin.Gazetteer(), mine}, {marked, mine, builtin.Gazetteer()},
	} {
		for _, opts := range []*entity.Options{nil, {Nested: true}, {ListedOnly: true}} {
			warm := newExtractor(t, opts, layers...)
			for range 60 {
				text := text()
				cold := newExtractor(t, opts, layers...)
				if diff := cmp.Diff(cold.Extract(text), warm.Extract(text)); diff != "" {
					t.Fatalf("%d layers, %+v, %q: spans (-cold +warm):\n%s", len(layers), opts, text, diff)
				}
				if opts == nil {
					cold = newExtractor(t, opts, layers...)
					if diff := cmp.Diff(cold.Candidates(text), warm.Candidates(text)); diff != "" {
						t.Fatalf("%d layers, %q: candidates (-cold +warm):\n%s", len(layers), text, diff)
					}
				}
			}
		}
	}
}
