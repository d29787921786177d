package gazetteer

import (
	"encoding/hex"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/musamma/musamma/gazetteer/internal/format"
	"github.com/musamma/musamma/normalize"
)

// TestWorkedExample holds the example of package format against what Build makes.
func TestWorkedExample(t *testing.T) {
	g := build(t, normalize.Ortho, []Entry{
		{Name: "الأمم المتحدة", Type: "ORG", ID: "Q1065"}, {Name: "كان", Roles: Common},
	})
	zeros := func(n int) string { return strings.Repeat("00", n) }
	want := map[int]string{
		format.Vocab:     "2744452a2d2f4700" + zeros(0x28) + "2744274545" + zeros(11),
		format.Roots:     "80",
		format.Filter:    "0010000000002c00",
		format.Edges:     zeros(8) + "0300000000000040" + zeros(0x30),
		format.Ranks:     "2000000000000000" + "00000000",
		format.Last:      "01" + zeros(15),
		format.Senses:    "0000" + "36b59aed" + "00000000",
		format.Profiles:  zeros(8),
		format.Labels:    "01034f5247" + "0100",
		format.Words7:    zeros(0x30) + "4327460000000001" + zeros(8),
		format.Words16:   zeros(64),
		format.Counts16:  zeros(4),
		format.EntryInfo: "0000",
		format.Samples:   "00000000",
		format.Names:     "1a" + "15d8a7d984d8a3d985d985" + "1dd8a7d984d985d8aad8add8afd8a9",
		format.IDs:       "01000000",
		format.Pool:      "00" + "055131303635",
	}
	got := map[int]string{}
	for i, s := range g.file.Sections {
		if len(s) > 0 {
			got[i] = hex.EncodeToString(s)
		}
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("sections (-want +got):\n%s", d)
	}
	if len(g.data) != 1728 {
		t.Errorf("%d bytes, want 1728", len(g.data))
	}
}
