// The edition at three sizes: two frames of the page itself, in which nothing runs, and the PDF.

import {at, make} from "./ask.js";
import {find, focus} from "./list.js";

const GAP = 16, PADDING = 26;
let shown = {}, anchor = null, onKey = () => {}, fits = true;

export function listen(key) { onKey = key; }

export function draw(edition) {
  if (!edition) return;
  const address = `/edition/${encodeURIComponent(edition.key)}`;
  for (const id of ["phone", "tablet"]) frame(id, `${address}/framed.html?v=${edition.drawn}`, edition);
  at("phone").querySelector("a").href = `${address}/brief.html`;
  paper(edition, address);
}

// A new page is laid under the old one and takes its place when it is there, scrolled as the old one was.
function frame(id, source, edition) {
  if (shown[id]?.source === source) return;
  const glass = at(id).querySelector(".glass"), old = shown[id]?.key === edition.key ? glass.querySelector("iframe") : null;
  const title = `${edition.title}, ${id === "phone" ? "on a phone" : "on a tablet"}`;
  const next = make("iframe", {sandbox: "allow-same-origin", title, src: source, tabindex: "-1"});
  shown[id] = {source, key: edition.key};
  next.addEventListener("load", () => {
    const top = old?.contentWindow ? old.contentWindow.scrollY : 0;
    for (const other of [...glass.children]) if (other !== next) other.remove();
    next.contentWindow.scrollTo(0, top);
    next.contentDocument.addEventListener("keydown", (event) => onKey(event));
    next.contentDocument.addEventListener("click", (event) => chosenIn(event, next));
    point(next);
  }, {once: true});
  glass.prepend(next);
}

function chosenIn(event, inside) {
  for (let node = event.target; node && node !== inside.contentDocument; node = node.parentNode) {
    if (node.id && find(node.id)) { focus(); return; }
  }
}

export function show(line) {
  anchor = line?.anchor ?? null;
  for (const one of document.querySelectorAll(".glass iframe")) point(one);
}

function point(one) {
  const inside = one.contentDocument;
  if (!inside) return;
  for (const old of inside.querySelectorAll("[data-chosen]")) { old.style.outline = ""; old.removeAttribute("data-chosen"); }
  const node = anchor && inside.getElementById(anchor);
  if (!node) return;
  node.dataset.chosen = "";
  node.style.outline = "3px solid #2f80d0";
  node.style.outlineOffset = "4px";
  const place = node.getBoundingClientRect(), high = one.contentWindow.innerHeight;
  if (place.top < 0 || place.bottom > high) one.contentWindow.scrollTo(0, one.contentWindow.scrollY + place.top - high / 3);
}

function paper(edition, address) {
  const glass = at("print").querySelector(".glass"), link = at("print").querySelector("a");
  const ready = edition.printed > 0, key = `${edition.key} ${edition.printed} ${edition.unprinted ?? ""}`;
  at("print").querySelector("span").textContent = told(edition);
  link.hidden = !ready;
  if (ready) link.href = `${address}/brief.pdf`;
  glass.classList.toggle("waiting", edition.printed !== edition.drawn && !edition.unprinted);
  if (shown.print === key) return;
  shown.print = key;
  const source = `${address}/brief.pdf?v=${edition.printed}#toolbar=0&navpanes=0&view=FitH`;
  const title = `${edition.title}, in print`;
  if (edition.unprinted) glass.replaceChildren(make("p", {}, edition.unprinted));
  else if (ready) press(glass, make("embed", {type: "application/pdf", src: source, title}));
  else glass.replaceChildren(make("p", {}, "The PDF is being made."));
}

// The viewer is dark while it loads: the new paper lies under the old one until it is there.
function press(glass, next) {
  const old = [...glass.children];
  glass.prepend(next);
  setTimeout(() => { for (const one of old) one.remove(); }, old.some((one) => one.localName === "embed") ? 700 : 0);
}

// Pages and how full the last one is, as the edition was measured; else its words.
export function told(edition) {
  const fitted = edition.fitted, words = `${edition.words.toLocaleString("en")} words`;
  if (!fitted) return words;
  const measured = fitted.measured.toLocaleString("en"), asked = fitted.asked.toLocaleString("en");
  if (fitted.unit !== "pages") return `${measured} of ${asked} ${fitted.unit}`;
  const whole = Math.ceil(fitted.measured - 1e-9) || 1, last = Math.round(100 * (fitted.measured - (whole - 1)));
  const over = whole > fitted.asked ? `, ${asked} asked` : "";
  return `${whole} ${whole === 1 ? "page" : "pages"}${over}, ${whole === 1 ? "" : "the last one "}${last} % full`
    + `${fitted.estimated ? " (estimated)" : ""}, ${words}`;
}

export function zoom() { fits = !fits; size(); return fits; }

export function size() {
  const room = at("views").clientWidth - PADDING - 2 * GAP;
  const scale = fits && room > 300 ? Math.max(0.4, Math.min(1, room / (360 + 768 + 700))) : 1;
  at("views").style.setProperty("--scale", String(scale));
}

export function scheme() {
  const order = ["", "light", "dark"], now = document.documentElement.dataset.scheme ?? "";
  const next = order[(order.indexOf(now) + 1) % order.length];
  document.documentElement.dataset.scheme = next;
  return next || "as the system has it";
}
