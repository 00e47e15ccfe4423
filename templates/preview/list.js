// The statements of an edition as a list box: one of them is chosen.

import {at, isNew, make} from "./ask.js";

let lines = [];
let chosen = 0;

export const current = () => lines[chosen];

// Draw an edition's statements; the one that was chosen stays so, else the one that stands in its place.
export function draw(edition) {
  if (!isNew("list", edition?.key, edition?.groups)) return false;
  const before = lines[chosen];
  const held = document.activeElement && at("list").contains(document.activeElement);
  const top = at("list").scrollTop;
  lines = edition ? edition.groups.flatMap((group) => flat(group)) : [];
  const again = before ? lines.findIndex((line) => same(line, before)) : 0;
  chosen = Math.max(0, again >= 0 ? again : Math.min(chosen, lines.length - 1));
  at("list").replaceChildren(...(edition ? edition.groups.map((group, number) => drawn(group, number)) : []));
  at("list").scrollTop = top;
  mark();
  if (held) focus();
  return before !== undefined && again < 0;
}

const flat = (group) =>
  group.lines.length ? group.lines.map((line, index) => ({...line, group, index})) : [{id: null, group, index: 0}];

const same = (line, other) => line.id === other.id && line.group.key === other.group.key;

function drawn(group, number) {
  const heading = make("div", {id: `g${number}`, class: "head"}, group.title);
  const note = group.note ? [make("span", {class: "typed"}, group.note)] : [];
  const options = lines.map((line, index) => [line, index]).filter(([line]) => line.group === group).map(option);
  return make("div", {role: "group", "aria-labelledby": `g${number}`}, heading, ...note, ...options);
}

function option([line, index]) {
  const values = {role: "option", id: `s${index}`, tabindex: "-1", "aria-selected": "false"};
  if (line.id === null) return make("div", values, "Nothing stands here.");
  const hand = [line.pinned && "pinned", line.moved && "moved"].filter(Boolean).join(", ");
  const meta = [line.label, line.speaker, line.from, line.detail].filter(Boolean).join(" · ");
  return make(
    "div", values,
    make("span", {lang: line.language, dir: line.direction}, line.text),
    make("span", {class: "meta"}, meta, hand ? make("span", {class: "by"}, `${meta ? " · " : ""}${hand}`) : ""),
  );
}

export function choose(index) {
  chosen = Math.max(0, Math.min(index, lines.length - 1));
  mark();
}

export function step(by) { choose(chosen + by); }

export function find(anchor) {
  const index = lines.findIndex((line) => line.anchor === anchor);
  if (index >= 0) choose(index);
  return index >= 0;
}

function mark() {
  for (const [index] of lines.entries()) {
    const node = at(`s${index}`);
    node.setAttribute("aria-selected", String(index === chosen));
    node.tabIndex = index === chosen ? 0 : -1;
  }
  at(`s${chosen}`)?.scrollIntoView({block: "nearest"});
  document.dispatchEvent(new CustomEvent("chosen", {detail: lines[chosen]}));
}

export function going() { at(`s${chosen}`)?.classList.add("going"); }

export function focus() { at(`s${chosen}`)?.focus({preventScroll: true}); }

export function index() { return chosen; }

export function numberOf(node) {
  const option = node.closest?.("#list [role=option]");
  return option ? Number(option.id.slice(1)) : -1;
}
