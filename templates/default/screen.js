/* The page's one script. Without it every word of the brief is there all the same; with it a reader finds words, and
   closes by Escape what was opened. It asks nobody for anything and changes no word of the page. */

const main = document.querySelector("main");
const field = document.querySelector(".find input");

/* Letters are alike whatever their case, accents and vowel points, and so are quotation marks, hyphens and spaces. */
const ALIKE = {
  "‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‐": "-", "‑": "-", "–": "-", "—": "-",
};
const SILENT = /(?![\u3099\u309a])[\p{Script=Inherited}\u0591-\u05c7\u0640\u00ad\u200b-\u200f\u2060]/gu;
const known = new Map();

function fold(char) {
  if (!known.has(char)) {
    const plain = (ALIKE[char] ?? char).normalize("NFKD").toUpperCase().toLowerCase().normalize("NFKD");
    known.set(char, /\s/.test(char) ? " " : plain.replace(SILENT, ""));
  }
  return known.get(char);
}

const BLOCK = "p, h2, h3, h4, li, td, th, dt, dd, div, section, main";
const UNSAID = "details, svg, [hidden]"; /* beside the brief's own words */

/* The words of the brief, folded into one string, and the place in the page of each of its characters. */
function read() {
  const nodes = [], offsets = [];
  let text = "", block = null;
  const add = (char, node, offset) => {
    for (const one of char === " " && /\s$/.test(text) ? "" : char) {
      text += one;
      for (let unit = 0; unit < one.length; unit += 1) nodes.push(node), offsets.push(offset);
    }
  };
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest(UNSAID)) continue;
    const own = node.parentElement.closest(BLOCK);
    if (own !== block) add("\n", node, 0);
    block = own;
    let offset = 0;
    for (const char of node.data) {
      add(fold(char), node, offset);
      offset += char.length;
    }
  }
  return { text, nodes, offsets };
}

/* Each place where the words stand, as a range of the page. */
function places(brief, words) {
  const found = [];
  for (let at = brief.text.indexOf(words); at >= 0; at = brief.text.indexOf(words, at + words.length)) {
    const range = new Range(), last = at + words.length - 1;
    range.setStart(brief.nodes[at], brief.offsets[at]);
    const end = brief.nodes[last], offset = brief.offsets[last];
    range.setEnd(end, offset + String.fromCodePoint(end.data.codePointAt(offset)).length);
    found.push(range);
  }
  return found;
}

/* Marks of a pen, by day and by night. They stand here as checkers of style sheets do not know ::highlight yet. */
function colours() {
  if (!window.Highlight) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    ::highlight(found) { background: #ffe58a; color: #16181c }
    ::highlight(current) { background: #ff9f1c; color: #16181c }
    @media (forced-colors: active) {
      ::highlight(found) { background: Mark; color: MarkText }
      ::highlight(current) { background: Highlight; color: HighlightText }
    }`);
  document.adoptedStyleSheets.push(sheet);
}

/* Mark ranges; a browser that cannot frames the block of the one that the reader is at. */
function paint(name, ranges) {
  if (window.Highlight) {
    const marks = new Highlight();
    for (const range of ranges) marks.add(range);
    CSS.highlights.set(name, marks);
  } else if (name === "current") {
    document.querySelector("[data-found]")?.removeAttribute("data-found");
    ranges[0]?.startContainer.parentElement.closest(BLOCK).setAttribute("data-found", "");
  }
}

/* Put the reader's place at a block, from which the keyboard and a screen reader go on. */
function stand(block) {
  block.tabIndex = -1;
  block.focus({ preventScroll: true });
  block.addEventListener("blur", () => block.removeAttribute("tabindex"), { once: true });
}

function finding() {
  const find = field.closest(".find"), count = find.querySelector("output");
  const top = () => (find.closest(".bar") ?? find).getBoundingClientRect().bottom; /* of what can be seen */
  let brief = null, found = [], current = 0;

  function show() {
    const range = found[current];
    paint("found", found);
    paint("current", range ? [range] : []);
    const said = found.length ? find.dataset.count : field.value.trim() && find.dataset.none;
    count.textContent = said.replace("{n}", current + 1).replace("{all}", found.length);
    if (!range) return;
    const box = range.getBoundingClientRect();
    if (box.top < top() || box.bottom > innerHeight) scrollBy(0, box.top - innerHeight / 3);
  }
  function seek() {
    brief ??= read();
    const words = Array.from(field.value.trim(), fold).join("").replace(/ +/g, " ");
    found = words ? places(brief, words) : [];
    current = Math.max(0, found.findIndex((range) => range.getBoundingClientRect().top >= top()));
    find.classList.toggle("on", Boolean(field.value));
    show();
  }
  function step(by) {
    if (!found.length) return;
    current = (current + by + found.length) % found.length;
    show();
  }
  function leave() {
    const range = found[current];
    field.value = "";
    seek();
    field.blur();
    if (range) stand(range.startContainer.parentElement.closest(BLOCK));
  }

  colours();
  find.hidden = false;
  field.addEventListener("input", seek);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) step(event.shiftKey ? -1 : 1), event.preventDefault();
    if (event.key === "Escape") leave(), event.preventDefault();
  });
  for (const button of find.querySelectorAll("button")) {
    button.addEventListener("click", () => step(Number(button.value)));
  }
}

/* The key "/" goes to the field, unless the reader has switched it off (WCAG 2.1.4). */
function shortcut() {
  const choice = document.querySelector(".shortcut"), box = choice?.querySelector("input");
  const NAME = "briefing: key";
  try {
    if (box) box.checked = localStorage.getItem(NAME) !== "off";
  } catch { /* a browser that keeps nothing: the key is on until it is switched off again */ }
  if (choice) choice.hidden = false;
  box?.addEventListener("change", () => {
    try {
      localStorage.setItem(NAME, box.checked ? "on" : "off");
    } catch { /* as above */ }
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
    const other = event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey;
    if (other || typing || box?.checked === false) return;
    field.focus();
    field.select();
    event.preventDefault();
  });
}

/* What lies over the page is closed by Escape, by a click elsewhere and when the keyboard goes on. */
function closing() {
  const opened = () => document.querySelectorAll("details.panel[open]");
  const over = (details) => getComputedStyle(details.lastElementChild).position === "absolute";
  const close = (event, target) => {
    for (const details of opened()) {
      if (over(details) && target instanceof Node && !details.contains(target)) details.open = false;
    }
  };
  document.addEventListener("pointerdown", (event) => close(event, event.target));
  document.addEventListener("focusin", (event) => close(event, event.target));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    for (const details of opened()) {
      const inside = details.contains(document.activeElement) || document.activeElement === document.body;
      details.open = false;
      if (inside) details.firstElementChild.focus();
    }
  });
}

if (main && field) finding(), shortcut();
closing();
