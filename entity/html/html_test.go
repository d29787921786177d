package html_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/entity/html"
	"github.com/musamma/musamma/entity/internal/golden"
)

// A shown is what a page shows of one document: its text, and the marks over it by their limits.
type shown struct {
	Title, Text string
	Marks       []mark
}

type mark struct {
	Start, End       int
	Class, ID, Title string
}

// parse reads a page with a reader of XML, which takes HTML when told to, and returns the documents and the legend.
func parse(t *testing.T, page []byte) (docs []shown, legend string) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(page))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	var path []string // of names, or classes where there are some
	var open []int
	within := func(name string) bool { return strings.Contains(strings.Join(path, " ")+" ", name+" ") }
	for {
		token, err := d.Token()
		if err == io.EOF {
			return docs, legend
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, page)
		}
		switch e := token.(type) {
		case xml.StartElement:
			at := map[string]string{}
			for _, a := range e.Attr {
				at[a.Name.Local] = a.Value
			}
			name := e.Name.Local
			if at["class"] != "" && name != "mark" {
				name = at["class"]
			}
			path = append(path, name)
			switch {
			case name == "article":
				docs = append(docs, shown{})
			case name == "text" && at["dir"] != "rtl":
				t.Errorf("a text without direction")
			case name == "mark" && within("text"):
				last := &docs[len(docs)-1]
				open = append(open, len(last.Marks))
				last.Marks = append(last.Marks, mark{Start: len(last.Text), Class: at["class"], ID: at["id"], Title: at["title"]})
				if at["tabindex"] != "0" {
					t.Errorf("mark %q cannot have the focus", at["id"])
				}
			}
		case xml.EndElement:
			if e.Name.Local == "mark" && within("text") {
				last := &docs[len(docs)-1]
				last.Marks[open[len(open)-1]].End = len(last.Text)
				open = open[:len(open)-1]
			}
			path = path[:len(path)-1]
		case xml.CharData:
			switch {
			case within("text"):
				docs[len(docs)-1].Text += string(e)
			case within("h2"):
				docs[len(docs)-1].Title += string(e)
			case within("legend"):
				legend += string(e)
			}
		}
	}
}

// page writes documents, given as golden.Mark takes them.
func page(t *testing.T, opts *html.Options, marked ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := html.NewWriter(&b, opts)
	for _, m := range marked {
		text, spans := golden.Mark(m)
		if err := w.Write("", text, spans); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestMarks(t *testing.T) {
	for _, c := range []struct {
		name, marked string
		want         []mark
	}{
		{"none", "نص بلا أسماء", nil},
		{"empty", "", nil},
		{"behind proclitics", "وب[LOC مكة]", []mark{{4, 10, "t1", "d1s1", "LOC\nمكة"}}},
		{"neighbours", "[LOC مكة][PER علي]", []mark{{0, 6, "t1", "d1s1", "LOC\nمكة"}, {6, 12, "t0", "d1s2", "PER\nعلي"}}},
		{"nested", "[ORG نادي [PER فهد [LOC جدة]]]", []mark{{0, 22, "t2", "d1s1", "ORG\nنادي فهد جدة"}, {9, 22, "t0", "d1s2", "PER\nفهد جدة"}, {16, 22, "t1", "d1s3", "LOC\nجدة"}}},
		{"same limits", "[ORG [LOC جدة]]", []mark{{0, 6, "t2", "d1s1", "ORG\nجدة"}, {0, 6, "t1", "d1s2", "LOC\nجدة"}}},
		{"types of lists", "[DAM سد] [CLUB نادي] [DAM سد]", []mark{{0, 4, "t3", "d1s1", "DAM\nسد"}, {5, 13, "t4", "d1s2", "CLUB\nنادي"}, {14, 18, "t3", "d1s3", "DAM\nسد"}}},
		{"over a line end", "[LOC دير\nالزور]", []mark{{0, 17, "t1", "d1s1", "LOC\nدير\nالزور"}}},
	} {
		docs, _ := parse(t, page(t, nil, c.marked))
		text, _ := golden.Mark(c.marked)
		if diff := cmp.Diff([]shown{{Text: text, Marks: c.want}}, docs); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestCrossing has spans of which none is inside the other: the later one goes on in a second mark.
func TestCrossing(t *testing.T) {
	spans := []entity.Span{{Start: 5, End: 9, Type: "B"}, {Start: 0, End: 7, Type: "A"}, {Start: 6, End: 7, Type: "A"}, {Start: 8, End: 10, Type: "B"}}
	var b bytes.Buffer
	w := html.NewWriter(&b, nil)
	if err := errors.Join(w.Write("", "0123456789", spans), w.Close()); err != nil {
		t.Fatal(err)
	}
	docs, _ := parse(t, b.Bytes())
	want := []mark{{0, 7, "t3", "d1s1", "A\n"}, {5, 7, "t4", "d1s2", "B\n"}, {6, 7, "t3", "d1s3", "A\n"}, {7, 9, "t4", "", "B\n"}, {8, 9, "t4", "d1s4", "B\n"}, {9, 10, "t4", "", "B\n"}}
	if diff := cmp.Diff([]shown{{Text: "0123456789", Marks: want}}, docs); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestEscaping has texts that would be markup, in every place that a text goes to.
func TestEscaping(t *testing.T) {
	for _, nasty := range []string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onmouseover='alert(1)`, `&lt;&amp;&#0;&quot`, `</div></body><!--`,
		`]]>`, "a\u202e\u2066b", `<![CDATA[`, `{{.}}`, "\u2028", `</title></style></textarea>`,
	} {
		var b bytes.Buffer
		w := html.NewWriter(&b, &html.Options{Title: nasty})
		s := entity.Span{Start: 3, End: 3 + len(nasty), Type: entity.Type(nasty), Text: nasty, Name: nasty, ID: nasty}
		if err := errors.Join(w.Write(nasty, "x: "+nasty, []entity.Span{s}), w.Close()); err != nil {
			t.Fatal(err)
		}
		want := []shown{{Title: nasty, Text: "x: " + nasty, Marks: []mark{{s.Start, s.End, "t3", "d1s1", nasty + "\n" + nasty + "\n" + nasty}}}}
		docs, legend := parse(t, b.Bytes())
		if diff := cmp.Diff(want, docs); diff != "" {
			t.Errorf("%s (-want +got):\n%s", nasty, diff)
		}
		if !strings.Contains(legend, nasty) {
			t.Errorf("%s is not in the legend %q", nasty, legend)
		}
		if n := bytes.Count(b.Bytes(), []byte("<script")); n != 1 {
			t.Errorf("%s: %d scripts", nasty, n)
		}
	}
}

// TestControls has what a browser would not read as it is written.
func TestControls(t *testing.T) {
	for text, want := range map[string]string{
		"\na\r\nb\rc": "\na&#13;\nb&#13;c",
		"a\x00b":      "a\uFFFDb",
		"a\xffب":      "a\uFFFDب",
		"  a\tb ":     "  a\tb ",
	} {
		var b bytes.Buffer
		if err := html.NewWriter(&b, nil).Write("", text, nil); err != nil {
			t.Fatal(err)
		}
		if want := `<div class="text" dir="rtl">` + want + "</div>"; !strings.Contains(b.String(), want) {
			t.Errorf("%q: no %q", text, want)
		}
	}
}

func TestCounts(t *testing.T) {
	_, legend := parse(t, page(t, nil, "[LOC جدة] [PER علي]", "", "[LOC مكة] [DAM سد]"))
	if diff := cmp.Diff("أشخاص PER 1أماكن LOC 2منظمات ORG 0DAM 1", legend); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestSelfContained holds the page to loading nothing.
func TestSelfContained(t *testing.T) {
	text, spans := golden.Story(t)
	var b bytes.Buffer
	w := html.NewWriter(&b, nil)
	if err := errors.Join(w.Write("", text, spans), w.Close()); err != nil {
		t.Fatal(err)
	}
	for _, loads := range []string{"src=", "<link", "@import", "url(", "http:", "https:", "fetch("} {
		if strings.Contains(b.String(), loads) {
			t.Errorf("the page has %q", loads)
		}
	}
}

func TestGolden(t *testing.T) {
	text, spans := golden.Story(t)
	var b bytes.Buffer
	w := html.NewWriter(&b, &html.Options{Title: "story"})
	if err := errors.Join(w.Write("story.txt", text, spans), w.Close()); err != nil {
		t.Fatal(err)
	}
	golden.Compare(t, "story.html", b.Bytes())
	docs, _ := parse(t, b.Bytes())
	if len(docs) != 1 || docs[0].Text != text || len(docs[0].Marks) != len(spans) {
		t.Fatalf("%d documents", len(docs))
	}
	for i, m := range docs[0].Marks {
		if m.Start != spans[i].Start || m.End != spans[i].End {
			t.Errorf("mark %d:%d, want %d:%d", m.Start, m.End, spans[i].Start, spans[i].End)
		}
	}
}

func TestErrors(t *testing.T) {
	var b bytes.Buffer
	w := html.NewWriter(&b, nil)
	for _, s := range []entity.Span{{Start: -1, End: 2}, {Start: 2, End: 2}, {Start: 0, End: 7}} {
		if err := w.Write("", "حلب", []entity.Span{s}); err == nil {
			t.Errorf("span %d:%d: no error", s.Start, s.End)
		}
	}
	if b.Len() > 0 {
		t.Errorf("%q was written", b.String())
	}
	full := errors.New("full")
	w = html.NewWriter(failing{full}, nil)
	if err := w.Write("", "", nil); !errors.Is(err, full) {
		t.Errorf("error %v, want %v", err, full)
	}
	if err := w.Close(); !errors.Is(err, full) {
		t.Errorf("error %v, want %v", err, full)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
