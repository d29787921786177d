package browser

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"
)

const names = "name\ttype\tid\nإيران\tLOC\tQ794\nالرياض\tLOC\tQ3692\nدير الزور\tLOC\t\nالأسد\tPER\t\nالأمم المتحدة\tORG\tQ1065\nالسد العالي\tDAM\tQ38891\n"

// text has names behind proclitics, of which some end in a letter that makes one sign with the first of the name, a name
// with marks, two lines, a letter of two UTF-16 units and what would be markup.
const text = "وصل الوفد لإيران وبالرِّياض 𐤀 للأسد وللأمم المتحدة.\n<b onclick=\"x\">قرب</b> دير الزور & 'السد العالي'"

// A mark is what the page shows of a span.
type mark struct{ Text, Class, Direction, Tip string }

const marks = `[...document.querySelectorAll(".text mark")].map(m => ({Text: m.textContent, Class: m.className, Direction: getComputedStyle(m).direction, Tip: m.title}))`

var want = []mark{
	{"إيران", "t1", "rtl", "LOC\nإيران\nQ794\nlisted"},
	{"الرِّياض", "t1", "rtl", "LOC\nالرياض\nQ3692\nlisted"},
	{"أسد", "t0", "rtl", "PER\nالأسد\nlisted"},
	{"أمم المتحدة", "t2", "rtl", "ORG\nالأمم المتحدة\nQ1065\nlisted"},
	{"دير الزور", "t1", "rtl", "LOC\nدير الزور\nlisted"},
	{"السد العالي", "t3", "rtl", "DAM\nالسد العالي\nQ38891\nlisted"},
}

// paste opens the page, types the text and sends it.
func paste(addr string) chromedp.Action[chromedp.Void] {
	return chromedp.Steps(
		chromedp.Navigate(addr),
		chromedp.SendKeys(chromedp.CSS("#text"), " "), // by the keyboard, as far as keys go
		chromedp.SetValue(chromedp.CSS("#text"), text),
		chromedp.Click(chromedp.CSS("button")),
		chromedp.WaitVisible(chromedp.CSS(".text")),
	)
}

func TestPaste(t *testing.T) {
	ctx := chromium(t)
	addr := serve(t)
	do(t, ctx, paste(addr))

	if diff := cmp.Diff(want, eval[[]mark](t, ctx, marks)); diff != "" {
		t.Errorf("marks (-want +got):\n%s", diff)
	}
	if got := eval[string](t, ctx, `getComputedStyle(document.querySelector(".text")).direction`); got != "rtl" {
		t.Errorf("the direction of the text is %s", got)
	}
	// Forms send line ends as CRLF, and the page keeps them.
	if diff := cmp.Diff(text, eval[string](t, ctx, `document.querySelector(".text").textContent.replaceAll("\r\n", "\n")`)); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(text, eval[string](t, ctx, `document.querySelector("textarea").value`)); diff != "" {
		t.Errorf("the form keeps the text (-want +got):\n%s", diff)
	}
	if n := eval[int](t, ctx, `document.querySelectorAll(".text b, .text [onclick]").length`); n != 0 {
		t.Errorf("%d elements come from the text", n)
	}

	// A click on a name selects it, as the text has it, and shows its evidence.
	for i, m := range want {
		eval[any](t, ctx, `getSelection().removeAllRanges()`)
		do(t, ctx, chromedp.Click(chromedp.CSS(`#`+id(i))))
		if got := eval[string](t, ctx, `getSelection().toString()`); got != m.Text {
			t.Errorf("selected %q, want %q", got, m.Text)
		}
		if got := eval[string](t, ctx, `document.getElementById("tip").hidden ? "" : document.getElementById("tip").textContent`); got != m.Tip {
			t.Errorf("evidence %q, want %q", got, m.Tip)
		}
	}
	// The keyboard comes to every name, too.
	eval[any](t, ctx, `document.activeElement.blur()`)
	do(t, ctx, chromedp.Focus(chromedp.CSS("#"+id(1))))
	if got := eval[string](t, ctx, `document.getElementById("tip").textContent`); got != want[1].Tip {
		t.Errorf("evidence %q, want %q", got, want[1].Tip)
	}
	if got := eval[bool](t, ctx, `(() => { const b = document.getElementById("tip").getBoundingClientRect(); return b.left >= 0 && b.right <= innerWidth })()`); !got {
		t.Error("the evidence stands outside the window")
	}
	keep(t, ctx, "serve")
}

// TestPainted holds the colours to the ranges of the spans, on letters that nothing cuts.
func TestPainted(t *testing.T) {
	ctx := chromium(t)
	addr := serve(t)
	do(t, ctx, paste(addr))
	type painted struct {
		Text  string
		Whole bool // the text of the range is a part of one node, with all of the text
	}
	got := eval[map[string][]painted](t, ctx, `Object.fromEntries([...CSS.highlights].map(([name, h]) => [name, [...h].map(r =>
		({Text: r.toString(), Whole: r.startContainer === r.endContainer && r.startContainer.data === document.querySelector(".text").textContent}))]))`)
	wantPainted := map[string][]painted{}
	for _, m := range want {
		wantPainted[m.Class] = append(wantPainted[m.Class], painted{m.Text, true})
	}
	if diff := cmp.Diff(wantPainted, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	// The copy lies exactly under the text, or the colours would be beside the names.
	if diff := eval[float64](t, ctx, `(() => {
		let worst = 0;
		for (const [name, h] of CSS.highlights) for (const r of h) {
			const marks = [...document.querySelectorAll(".text mark." + name)].filter(m => m.textContent === r.toString());
			const a = r.getBoundingClientRect(), b = marks[0].getBoundingClientRect();
			worst = Math.max(worst, Math.abs(a.left - b.left));
		}
		return worst;
	})()`); diff > 1 {
		t.Errorf("the colours lie %.1f pixels beside the names", diff)
	}
}

// TestJoining compares the width of every line with marks to that of the same letters without any: letters that lose
// their neighbours change their form and their width.
func TestJoining(t *testing.T) {
	ctx := chromium(t)
	addr := serve(t)
	do(t, ctx, paste(addr))
	type widths struct{ Marked, Plain float64 }
	got := eval[widths](t, ctx, `(() => {
		const text = document.querySelector(".text"), plain = text.cloneNode();
		plain.textContent = text.textContent;
		text.parentNode.append(plain);
		for (const e of [text, plain]) { e.style.width = "max-content"; e.style.whiteSpace = "pre" }
		const w = {Marked: text.getBoundingClientRect().width, Plain: plain.getBoundingClientRect().width};
		plain.remove();
		return w;
	})()`)
	if d := got.Marked - got.Plain; d > 0.5 || d < -0.5 || got.Plain < 100 {
		t.Errorf("%.2f pixels wide with marks, %.2f without", got.Marked, got.Plain)
	}
}
