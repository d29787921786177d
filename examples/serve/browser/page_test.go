package browser

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

// id is that of mark i of the first document.
func id(i int) string { return fmt.Sprintf("d1s%d", i+1) }

// page lets examples/annotate write the page of testdata/story.txt, with the built-in lists.
func page(t *testing.T) string {
	t.Helper()
	cmd := exec.Command(build(t, "annotate"), "-out", "html", "-nested", "testdata/story.txt")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "story.html")
	if err := os.WriteFile(file, out, 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

// TestTree reads the page as the standard has it, without a browser: one text, the story as it is.
func TestTree(t *testing.T) {
	file, err := os.Open(page(t))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	tree, err := html.Parse(file)
	if err != nil {
		t.Fatal(err)
	}
	story, err := os.ReadFile(filepath.Join(root, "testdata/story.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for n := range tree.Descendants() {
		for _, a := range n.Attr {
			if a.Key == "class" && a.Val == "text" {
				var b strings.Builder
				for c := range n.Descendants() {
					if c.Type == html.TextNode {
						b.WriteString(c.Data)
					}
				}
				texts = append(texts, b.String())
			}
		}
	}
	if diff := cmp.Diff([]string{string(story)}, texts); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestStory opens the page from its file, in both schemes of colour and in grey.
func TestStory(t *testing.T) {
	file := page(t)
	for _, scheme := range []string{"light", "dark"} {
		t.Run(scheme, func(t *testing.T) {
			value := map[string]string{"light": "1", "dark": "0"}[scheme]
			ctx := chromium(t, chromedp.Flag("blink-settings", "preferredColorScheme="+value))
			do(t, ctx, chromedp.Navigate("file://"+file), chromedp.WaitVisible(chromedp.CSS("footer")))
			if got := eval[bool](t, ctx, `matchMedia("(prefers-color-scheme: dark)").matches`); got != (scheme == "dark") {
				t.Fatalf("dark is %v", got)
			}
			if n := eval[int](t, ctx, `performance.getEntriesByType("resource").length`); n != 0 {
				t.Errorf("the page loads %d resources", n)
			}
			// The legend counts what the text shows: marks of spans have an id.
			if got, want := eval[int](t, ctx, `[...document.querySelectorAll(".legend b")].reduce((n, b) => n + Number(b.textContent), 0)`),
				eval[int](t, ctx, `document.querySelectorAll(".text mark[id]").length`); got != want || got == 0 {
				t.Errorf("the legend counts %d spans, the text has %d", got, want)
			}
			// Text on every colour of a type is readable (WCAG AA: 4.5 to 1), and in grey the first three differ.
			type look struct {
				Contrast float64
				Grey     float64
				Line     string
			}
			looks := eval[[]look](t, ctx, `(() => {
				const light = c => {
					const [r, g, b] = c.match(/[\d.]+/g).map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
					return .2126 * r + .7152 * g + .0722 * b;
				};
				return [..."01234567"].map(i => {
					const mark = document.createElement("mark");
					mark.className = "t" + i;
					document.querySelector("footer").append(mark);
					const s = getComputedStyle(mark), back = light(s.backgroundColor), ink = light(s.color);
					const look = {Contrast: (Math.max(back, ink) + .05) / (Math.min(back, ink) + .05), Grey: back, Line: s.borderBottomStyle};
					mark.remove();
					return look;
				});
			})()`)
			for i, l := range looks {
				if l.Contrast < 4.5 {
					t.Errorf("type %d: contrast %.1f", i, l.Contrast)
				}
				for k, o := range looks[:min(i, 3)] {
					if i < 3 && (max(l.Grey, o.Grey)+.05)/(min(l.Grey, o.Grey)+.05) < 1.15 {
						t.Errorf("types %d and %d are of one grey", k, i)
					}
					if i < 3 && l.Line == o.Line {
						t.Errorf("types %d and %d have the same line", k, i)
					}
				}
			}
			// Every name of the table leads to its mark.
			for _, step := range []string{"summary", "tbody a"} {
				eval[any](t, ctx, `document.querySelector("`+step+`").scrollIntoView({block: "center"})`) // not behind the legend
				do(t, ctx, chromedp.Click(chromedp.CSS(step)))
			}
			if got := eval[bool](t, ctx, `document.querySelector("tbody a").textContent === document.querySelector(location.hash).textContent`); !got {
				t.Error("the first name of the table leads elsewhere")
			}
			keep(t, ctx, "story-"+scheme)
		})
	}
}
