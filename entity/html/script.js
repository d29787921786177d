
"use strict";
// Where ranges can be painted, the colours go on a copy of each text that no element cuts: letters and ligatures stay
// whole there. The marks above it keep the lines below, the focus and the pointer. The copy is inert: it is neither
// found, selected nor read aloud.
if (window.Highlight && CSS.highlights) {
  const paint = (name, priority, range) => {
    if (!CSS.highlights.has(name)) CSS.highlights.set(name, new Highlight());
    CSS.highlights.get(name).priority = priority;
    CSS.highlights.get(name).add(range);
  };
  for (const text of document.querySelectorAll(".text")) {
    const node = document.createTextNode(text.textContent);
    const walk = (element, at, inner) => { // at counts UTF-16 units, as ranges do
      for (const child of element.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) {
          at += child.length;
          continue;
        }
        const range = new Range();
        range.setStart(node, at);
        at = walk(child, at, true);
        range.setEnd(node, at);
        paint((inner ? "inner-" : "") + child.className, inner ? 1 : 0, range);
      }
      return at;
    };
    const twin = document.createElement("div");
    twin.className = "twin";
    twin.dir = "rtl";
    twin.inert = true;
    twin.append(node);
    text.parentNode.append(twin);
    walk(text, 0, false);
    text.classList.add("painted");
  }
}

// The evidence stands in the title of each mark. Shown here, it also comes with the keyboard and stays on the page.
const tip = document.createElement("div");
tip.id = "tip";
tip.role = "tooltip";
tip.hidden = true;
document.body.append(tip);
let shown = null;
const show = (mark) => {
  if (mark === shown) return;
  if (shown) {
    shown.title = tip.textContent;
    shown.removeAttribute("aria-describedby");
  }
  shown = mark;
  tip.hidden = !mark;
  if (!mark) return;
  tip.textContent = mark.title;
  mark.removeAttribute("title");
  mark.setAttribute("aria-describedby", "tip");
  const box = mark.getClientRects()[0];
  const left = Math.min(Math.max(box.right - tip.offsetWidth, 8), document.documentElement.clientWidth - tip.offsetWidth - 8);
  tip.style.left = `${left + scrollX}px`;
  tip.style.top = `${box.bottom + 6 + scrollY}px`;
};
const markOf = (event) => event.target.closest?.(".text mark") ?? null;
for (const type of ["pointerover", "focusin"]) document.addEventListener(type, (event) => show(markOf(event)));
document.addEventListener("keydown", (event) => { if (event.key === "Escape") show(null); });

// A click selects the name, ready to be copied; dragging over it selects as everywhere.
document.addEventListener("click", (event) => {
  const mark = markOf(event);
  if (mark && getSelection().isCollapsed) getSelection().selectAllChildren(mark);
});
