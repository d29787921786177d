package main

import (
	"archive/tar"
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/musamma/musamma/gazetteer"
)

func TestTidy(t *testing.T) {
	for _, tt := range []struct {
		in      string
		hyphens bool
		want    string
	}{
		{"طريف\u200e\u200f", false, "طريف"},
		{"  أمورو² ", false, "أمورو"},
		{"مُحافظة دِمْياط", false, "محافظة دمياط"},
		{"القـــاهرة", false, "القاهرة"},
		{"كاندي (سريلانكا)", false, "كاندي"},
		{"باجة، تونس", false, "باجة"},
		{"هيئة و مجلس", false, "هيئة ومجلس"},
		{"بور-سعيد", true, "بور سعيد"},
		{"بور-سعيد", false, ""},
		{"Hihyā", true, ""},
		{"حفر Batin", true, ""},
		{"پاریس", false, ""},
		{"تاللىن", false, ""}, // Uyghur
		{"ئاممان", false, ""},
		{"كةربالا", false, ""}, // Kurdish without its letters
		{"هاكني في لندن", false, "هاكني"},
		{"", true, ""},
	} {
		if got := tidy(tt.in, tt.hyphens); got != tt.want {
			t.Errorf("tidy(%q, %v) = %q, expected %q", tt.in, tt.hyphens, got, tt.want)
		}
	}
}

func TestForeignSpelling(t *testing.T) {
	for _, tt := range []struct {
		name, latin string
		want        bool
	}{
		{"والتا", "Valletta", true}, {"فاليتا", "Valletta", false}, {"شارجه", "Sharjah", true}, {"خان آباد", "Khanabad", false},
		{"خانآباد", "Khanabad", true}, {"آخن", "Aachen", false}, {"واشنطن", "Washington", false},
	} {
		if got := foreignSpelling(tt.name, tt.latin); got != tt.want {
			t.Errorf("foreignSpelling(%q, %q) = %v", tt.name, tt.latin, got)
		}
	}
}

func TestWithoutUnit(t *testing.T) {
	for in, want := range map[string]string{
		"محافظة دمياط": "دمياط", "مدينة": "مدينة", "دمياط": "دمياط", "ولاية شمال دارفور": "شمال دارفور",
		"محافظة مدينة صنعاء": "صنعاء", "منطقة الحكم الذاتي نينغشيا": "نينغشيا",
	} {
		if got, cut := withoutUnit(in); got != want || cut != (in != want) {
			t.Errorf("withoutUnit(%q) = %q, %v, expected %q", in, got, cut, want)
		}
	}
}

// testFilter reads small lists by hand, with common words of which بيت has seven forms and حكم three.
func testFilter(t *testing.T) *filter {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"places.tsv": "name\ttype\tcanonical\tcue\nالقاهرة\tLOC\t\tcapital\nالخرطوم\tLOC\t\tcapital\nدمشق\tLOC\t\tcapital\nالشام\tLOC\tدمشق\tcapital\n" +
			"مصر\tLOC\t\tcountry\nالنيل\tLOC\t\twater\nجزر ماديرا\tLOC\t\tland\nماديرا\tLOC\tجزر ماديرا\tland\nتكساس\tLOC\t\tadmin\n",
		"people.tsv":        "name\ttype\nنجيب محفوظ\tPER\n",
		"organizations.tsv": "name\ttype\nالأهلي\tORG\n",
		"names.tsv":         "name\ttype\troles\tweight\nسمير\tPER\tgiven\t2\nناصر\tPER\tgiven,family\t2\nبن\tPER\tlink\t\n",
		"heads.tsv":         "name\ttype\troles\nجامعة\tORG\thead\nقرية\tLOC\thead\n",
		"titles.tsv":        "name\ttype\troles\nالأمير\tPER\ttitle\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	f, err := newFilter(dir, strings.Fields("البيت بالبيت بيت بيتنا بيته بيتها بيتهم بيتي حكم الحكم بالحكم حكمه"))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestPlaceName(t *testing.T) {
	f := testFilter(t)
	for _, tt := range []struct {
		name string
		tier uint8
		pop  int
		want bool
	}{
		{"طنطا", tierWide, 0, true},
		{"القاهره", tierCity, 1 << 20, false}, // by hand
		{"خرطوم", tierCity, 1 << 20, false},   // by hand with ال
		{"في", tierCity, 0, false},
		{"في القرية", tierCity, 0, false},
		{"جامعة طنطا", tierCity, 0, false},
		{"الجامعة القديمة", tierCity, 0, false},
		{"شمال طنطا", tierCity, 0, false},
		{"القرية الجديدة", tierWide, 0, false},
		{"رأس العين", tierWide, 0, true},
		{"الجديدة", tierCity, 0, false},
		{"الأمير", tierCity, 0, false},
		{"البيت", tierCity, 0, false},
		{"حكم", tierCity, 200_000, true},
		{"حكم", tierWide, 90_000, false},
		{"سمير", tierWide, 90_000, false},
		{"سمير", tierCity, 200_000, true},
		{"محفوظ", tierWide, 90_000, false},
		{"الأهلي", tierWide, 90_000, false},
		{"بن ناصر", tierWide, 0, false},
		{"بن طنطا", tierWide, 0, true},
		{"نجيب محفوظ", tierCity, 0, false},
		{"طوخ", tierWide, 0, false}, // three letters, small
		{"طوخ", tierWide, 60_000, true},
		{"قم", tierCity, 1 << 20, false},
		{"القسم الغربي من طنطا", tierCity, 0, false},
		{"بلدة في سفح جبل طنطا", tierWide, 0, false}, // a description
	} {
		if got := f.placeName(tt.name, tt.tier, tt.pop); got != tt.want {
			t.Errorf("placeName(%q, %d, %d) = %v", tt.name, tt.tier, tt.pop, got)
		}
	}
}

func TestChoose(t *testing.T) {
	f := testFilter(t)
	in := []place{
		{name: "محافظة دمياط", id: "iso:EG-DT", source: "cldr", tier: tierWide, rank: 2},
		{name: "دمياط", id: "geonames:358048", source: "geonames", tier: tierCity, pop: 89_000, arab: true, rank: 3},
		{name: "محافظة البيت", id: "iso:YE-XX", source: "cldr", tier: tierWide, rank: 2},
		{name: "محافظة القاهرة", id: "iso:EG-C", source: "cldr", tier: tierWide, rank: 2},
		{name: "اربد", source: "ruby-faker", tier: tierWide, rank: 5},
		{name: "إربد", id: "geonames:248946", source: "geonames", tier: tierWide, pop: 300_000, arab: true, rank: 3},
		{name: "بصرة", tier: tierCity}, {name: "البصرة", tier: tierCity}, {name: ""},
	}
	want := []place{
		{name: "إربد", id: "geonames:248946", source: "geonames", tier: tierWide, pop: 300_000, arab: true, rank: 3},
		{name: "البصرة", tier: tierCity},
		{name: "دمياط", id: "geonames:358048", source: "geonames", tier: tierCity, pop: 89_000, arab: true, rank: 2},
		{name: "محافظة البيت", id: "iso:YE-XX", source: "cldr", tier: tierWide, rank: 2},
	}
	for range 2 {
		if diff := cmp.Diff(want, choose(in, f), cmp.AllowUnexported(place{})); diff != "" {
			t.Errorf("-want +got\n%s", diff)
		}
		for i, j := 0, len(in)-1; i < j; i, j = i+1, j-1 { // the order of the sources does not matter
			in[i], in[j] = in[j], in[i]
		}
	}
}

func TestPlaceIDs(t *testing.T) {
	f := testFilter(t)
	got := placeIDs([]place{
		{name: "القاهرة", id: "geonames:360630", source: "geonames", tier: tierCity, pop: 7_734_614, arab: true},
		{name: "محافظة القاهرة", id: "iso:EG-C", source: "cldr", tier: tierWide},
		{name: "خرطوم", id: "geonames:379252", source: "geonames", tier: tierCity, pop: 1_974_647, arab: true},
		{name: "دمشق", id: "geonames:170654", source: "geonames", tier: tierCity, pop: 1_569_394, arab: true},
		{name: "دمشق", id: "geonames:1", source: "geonames", tier: tierCity, pop: 1_000_000, arab: true},
		{name: "مصر", id: "iso:EG", source: "cldr", tier: tierCity},
		{name: "مصر", id: "geonames:2", source: "geonames", tier: tierCity, pop: 500_000, arab: true},
		{name: "النيل", id: "iso:SD-NR", source: "cldr", tier: tierCity},
		{name: "ماديرا", id: "geonames:3", source: "geonames", tier: tierWide, pop: 60_000},
		{name: "ولاية تكساس", id: "iso:US-TX", source: "cldr", tier: tierCity},
	}, f)
	want := []gazetteer.Entry{
		{Name: "الخرطوم", Type: "LOC", ID: "geonames:379252", Source: "geonames"},
		{Name: "القاهرة", Type: "LOC", ID: "geonames:360630", Source: "geonames"},
		{Name: "تكساس", Type: "LOC", ID: "iso:US-TX", Source: "cldr"},
		{Name: "مصر", Type: "LOC", ID: "iso:EG", Source: "cldr"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestGeonames(t *testing.T) {
	row := func(id, latin, alternates, code, country, people string) string {
		col := make([]string, 19)
		col[0], col[2], col[3], col[7], col[8], col[14] = id, latin, alternates, code, country, people
		return strings.Join(col, "\t") + "\n"
	}
	dump := row("1", "Zifta", "Zefta,زفتى,زفتي", "PPL", "EG", "111700") + // tier 2, no name in the catalogue
		row("2", "Cairo", "Kairo,قاهره,القاهرة", "PPLC", "EG", "7734614") + // the catalogue decides
		row("3", "Qina", "قنا,قنة", "PPL", "EG", "900") +
		row("4", "Valletta", "والتا,فاليتا", "PPLC", "MT", "6794") +
		row("5", "Bonn", "بون", "PPL", "DE", "313125") + // only the catalogue counts
		row("6", "Smalltown", "سمولتاون", "PPL", "US", "49999") +
		row("7", "Old", "قديمة", "PPLH", "EG", "0") +
		"short\trow\n"
	got := geonames([]byte(dump), map[string]string{"2": "القاهرة", "3": "قنا"})
	want := []place{
		{"زفتى", "geonames:1", "geonames", tierCity, 111_700, true, 3},
		{"زفتي", "geonames:1", "geonames", tierCity, 111_700, true, 3},
		{"القاهرة", "geonames:2", "geonames", tierCity, 7_734_614, true, 0},
		{"قنا", "geonames:3", "geonames", tierWide, 900, true, 0},
		{"قنا", "geonames:3", "geonames", tierWide, 900, true, 3},
		{"قنة", "geonames:3", "geonames", tierWide, 900, true, 3},
		{"فاليتا", "geonames:4", "geonames", tierCity, 6794, false, 3},
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(place{}), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestSubdivisions(t *testing.T) {
	got, err := subdivisions([]byte(`<ldml><localeDisplayNames><subdivisions><subdivision type="egdt">محافظة دمياط</subdivision>` +
		`<subdivision type="ad02" draft="provisional">كانيلو</subdivision></subdivisions></localeDisplayNames></ldml>`))
	want := []place{
		{name: "محافظة دمياط", id: "iso:EG-DT", source: "cldr", tier: tierCity, rank: 2},
		{name: "كانيلو", id: "iso:AD-02", source: "cldr", tier: tierWide, rank: 2},
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(place{})); diff != "" || err != nil {
		t.Errorf("error %v, -want +got\n%s", err, diff)
	}
}

// catalogue makes a compiled catalogue of one message.
func catalogue(key, value string) []byte {
	b := make([]byte, 44)
	for i, n := range []uint32{0x950412de, 0, 1, 28, 36, 0, 0, uint32(len(key)), 44, uint32(len(value)), 44 + uint32(len(key)) + 1} {
		binary.LittleEndian.PutUint32(b[4*i:], n)
	}
	return append(b, key+"\x00"+value+"\x00"...)
}

func TestReadMO(t *testing.T) {
	data := catalogue("360630", "القاهرة")
	got, err := readMO(data)
	if diff := cmp.Diff(map[string]string{"360630": "القاهرة"}, got); diff != "" || err != nil {
		t.Errorf("error %v, -want +got\n%s", err, diff)
	}
	for n := range len(data) - 1 {
		if _, err := readMO(data[:n]); err == nil {
			t.Errorf("no error for the first %d of %d bytes", n, len(data))
		}
	}
}

func TestUntar(t *testing.T) {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, name := range []string{"./usr/share/ar.yml", "package/bar.yml", "package/a.json"} {
		if err := w.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(len(name)), Typeflag: tar.TypeReg}); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	got, err := untar(b.Bytes(), []string{"ar.yml", "share/ar.yml", "none"})
	want := map[string][]byte{"ar.yml": []byte("./usr/share/ar.yml"), "share/ar.yml": []byte("./usr/share/ar.yml")}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("error %v, -want +got\n%s", err, diff)
	}
}

// TestPackages checks the form of the pins.
func TestPackages(t *testing.T) {
	for _, p := range []pkg{cities500, geonamesMO, cldrFull, cldrNames, cldrDates, isoCountries, algerianGeo, rubyFaker, phpFaker,
		pythonFaker, fakerJS, arabicNames, tesseractAra} {
		suffix := ".tgz"
		if p.debian {
			suffix = "_all.deb"
		}
		if len(p.sum) != 64 || p.version == "" || !strings.HasSuffix(p.file, suffix) {
			t.Errorf("%+v", p)
		}
	}
}
