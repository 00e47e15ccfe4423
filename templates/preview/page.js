// The editor's hour: what is drawn, what the keys do, and what is told of both.

import {at, get, isNew, make, post, say} from "./ask.js";
import * as dialogs from "./dialogs.js";
import * as list from "./list.js";
import * as views from "./views.js";

let state = null, key = null, seen = null, mine = new Set(), waiting = null, refilled = null;

const edition = () => state?.editions.find((one) => one.key === key) ?? state?.editions[0];

// --- what is shown ---

async function refresh() {
  const next = await get("/state");
  const elsewhere = state && next.seen !== seen && !mine.has(next.seen);
  state = next;
  key = edition()?.key ?? null;
  seen = state.seen;
  remember();
  tabs();
  if (list.draw(edition())) refilled = list.current();
  views.draw(edition());
  amiss();
  hand();
  hints();
  at("phase").textContent = state.phase ?? "";
  if (elsewhere) say("The edits were changed elsewhere; the page shows them.");
  else if (waiting && !state.phase) {
    say(refilled ? `${waiting} Now chosen: ${short(refilled)}` : waiting);
    waiting = null;
  }
}

function tabs() {
  at("approval").textContent = state.approved_by ? `Approved: ${state.approved_by}` : "Approve";
  if (!isNew("tabs", key, state.editions.map((one) => [one.key, one.title]))) return;
  const held = document.activeElement?.role === "tab";
  at("editions").replaceChildren(...state.editions.map((one) => {
    const chosen = one.key === key;
    const tab = make("button", {type: "button", role: "tab", "aria-selected": String(chosen), tabindex: chosen ? "0" : "-1"}, one.title);
    tab.addEventListener("click", () => pick(one.key));
    if (chosen && held) requestAnimationFrame(() => tab.focus());
    return tab;
  }));
  document.title = `${edition()?.title ?? "starting"} – briefing preview`;
}

function pick(other) {
  key = other;
  tabs();
  list.draw(edition());
  list.choose(0);
  views.draw(edition());
  hand();
  say(`${edition().title}: ${views.told(edition())}`);
}

function turn(by) {
  const keys = state.editions.map((one) => one.key);
  if (keys.length > 1) pick(keys[(keys.indexOf(key) + by + keys.length) % keys.length]);
}

function amiss() {
  at("faults").hidden = state.faults.length === 0;
  const text = state.faults.map((one) => `${one.where}: ${one.text}`).join("\n");
  const good = state.editions.length > 0;
  const said = good ? "What was good before is shown until this is mended." : "Nothing can be shown until this is mended.";
  if (at("faults").dataset.text === text) return;
  at("faults").dataset.text = text;
  at("faults").replaceChildren(...(text ? [make("pre", {}, text), said] : []));
}

// What an editor did: every entry can be taken away again, and says where it met nothing.
function hand() {
  if (!isNew("hand", key, state.entries, edition()?.edits, known.size)) return;
  const met = new Map((edition()?.edits ?? []).map((one) => [name(one.edit), one]));
  const entries = state.entries.map((entry, number) => {
    const how = met.get(name(entry));
    const unmet = how && !how.met ? make("span", {class: "unmet"}, ` ${how.reason ?? "meets nothing in this edition"}`) : "";
    const button = make("button", {type: "button", "aria-label": `Take away: ${told(entry)}`}, "Take away");
    button.addEventListener("click", () => edit({do: "remove", number, entry}, "Taken away."));
    return make("li", {}, `${told(entry)} `, unmet, " ", button);
  });
  const unmet = (edition()?.edits ?? []).filter((one) => !one.met).length;
  at("edits").querySelector("summary").textContent = `Edits (${entries.length}${unmet ? `, ${unmet} without effect here` : ""})`;
  at("edits").querySelector("ul").replaceChildren(...entries);
}

const name = (entry) => JSON.stringify(Object.entries(entry).sort());

// What was seen once is remembered, so that what is gone from the page still has its words here.
const known = new Map();

function remember() {
  for (const one of state.editions) {
    for (const [digest, title] of Object.entries(one.sources)) known.set(digest, title);
    for (const line of one.groups.flatMap((group) => group.lines)) known.set(placed(line), short(line));
  }
}

const placed = (one) => `${one.source}:${one.start}-${one.end}`;

function told(entry) {
  const source = entry.source && ([...known.keys()].find((one) => one.startsWith(entry.source) && !one.includes(":")) ?? entry.source);
  const article = known.get(source) ?? source?.slice(0, 12);
  const whole = `the article “${article}”`, part = known.get(placed({...entry, source}));
  const what = entry.outlet ?? (entry.start === null ? whole : part ?? `${whole}, ${entry.start}–${entry.end}`);
  const where = [entry.section, entry.audience ?? "every edition"].filter(Boolean).join(", ");
  return `${entry.kind}${entry.place ? ` to place ${entry.place}` : ""} (${where}): ${what}`;
}

function hints() {
  if (!isNew("hints", state.advice, state.warnings)) return;
  const rows = state.advice.map((one) => {
    const button = make("button", {type: "button"}, "Accept");
    button.addEventListener("click", () => accept(one));
    const line = one.line ? make("pre", {}, one.line) : "";
    return make("li", {}, one.what, line, one.follows ? button : "");
  });
  const warnings = state.warnings.map((text) => make("li", {}, text));
  at("hints").hidden = rows.length + warnings.length === 0;
  at("hints").querySelector("summary").textContent = `Hints (${rows.length + warnings.length})`;
  at("hints").querySelector("ul").replaceChildren(...warnings, ...rows);
}

const short = (line) => (line?.text ? (line.text.length > 90 ? `${line.text.slice(0, 88)}…` : line.text) : "nothing");

// --- what is changed ---

async function edit(change, done, dialog = null) {
  const audience = at("every").checked ? null : key;
  try {
    const answer = await post("/edits", () => ({audience, ...change, seen}));
    seen = answer.seen;
    mine.add(seen);
    [waiting, refilled] = [done, null];
    say(`${done} Drawing …`);
    if (dialog) at(dialog).close();
    if (change.do.startsWith("drop")) list.going();
    return true;
  } catch (error) {
    if (error.status === 409) conflict(error.message);
    else if (dialog) dialogs.fault(dialog, error.message);
    say(error.message);
    return false;
  }
}

function conflict(message) {
  const button = make("button", {type: "button"}, "Show theirs");
  button.addEventListener("click", async () => { at("conflict").hidden = true; await refresh(); list.focus(); });
  at("conflict").replaceChildren(message, button);
  at("conflict").hidden = false;
}

async function accept(advice) {
  try {
    await post("/accept", () => ({line: advice.line, under: advice.under}));
    say("Accepted: the line stands in the configuration.");
  } catch (error) { say(error.message); }
}

const place = (line) => ({section: line.group.section, source: line.source, start: line.start, end: line.end, part: line.part});

function pin(line) {
  return edit({do: line.pinned ? "unpin" : "pin", ...place(line)}, line.pinned ? "Unpinned." : "Pinned.");
}

function move(by) {
  const line = list.current(), to = line.index + by;
  if (to < 0 || to >= line.group.lines.length) return say("It stands at the end of its section.");
  return edit({do: "order", ...place(line), place: to + 1}, `Moved to place ${to + 1}.`);
}

function write(section) {
  const title = section === "brief" ? "Note of the whole" : `Note: ${list.current().group.title}`;
  dialogs.note(section, title, state.notes[section] ?? "");
}

const noteKey = () => {
  const section = list.current()?.group.section;
  return section && section !== "top_lines" ? section : null;
};

// Each deed: what it needs of the chosen statement, and what it does.
const statement = () => Boolean(list.current()?.id);
const sectioned = () => statement() && Boolean(list.current().group.section);
const deeds = {
  pin: [sectioned, () => pin(list.current())],
  drop: [statement, () => edit({do: "drop", ...place(list.current()), section: null}, "Dropped.")],
  up: [sectioned, () => move(-1)],
  down: [sectioned, () => move(1)],
  read: [statement, () => dialogs.read(list.current()).catch((error) => say(error.message))],
  note: [() => noteKey() !== null, () => write(noteKey())],
  whole: [() => true, () => write("brief")],
  article: [statement, () => edit({do: "drop_article", source: list.current().source}, "The article is dropped.")],
  outlet: [() => Boolean(list.current()?.outlet), () =>
    edit({do: "drop_outlet", outlet: list.current().outlet}, `Everything of ${list.current().outlet} is dropped.`)],
  undo: [() => true, () => edit({do: "undo"}, "Undone.")],
  approve: [() => true, () => dialogs.approve(state.approved_by ?? "")],
  accept: [() => true, () => {
    const first = state.advice.find((one) => one.follows);
    return first ? accept(first) : say("There is no hint whose line can be put in its place.");
  }],
  keys: [() => true, () => at("keys").showModal()],
  next: [() => true, () => { list.step(1); list.focus(); }],
  previous: [() => true, () => { list.step(-1); list.focus(); }],
  after: [() => true, () => turn(1)],
  before: [() => true, () => turn(-1)],
  scope: [() => true, () => { at("every").checked = !at("every").checked; say(at("every").checked ? "Every edition." : "This edition alone."); }],
  zoom: [() => true, () => say(views.zoom() ? "Side by side." : "True size.")],
  scheme: [() => true, () => say(`Editions: ${views.scheme()}.`)],
  "save-note": [() => true, () => edit(dialogs.written(), "The note is saved.", "note")],
  "save-approval": [() => true, () => edit(dialogs.approval(), "Approved.", "approve")],
  "pin-here": [() => true, () => { at("passage").close(); return pin(dialogs.chosenUnit()); }],
};

function run(deed) {
  const [may, does] = deeds[deed];
  if (!state?.editions.length && deed !== "keys") return;
  if (may()) does();
  else say("That is not for what is chosen here.");
}

document.addEventListener("click", (event) => {
  const deed = event.target.closest("[data-do]")?.dataset.do;
  if (deed) { run(deed); return; }
  const number = list.numberOf(event.target);
  if (number >= 0) { list.choose(number); list.focus(); }
});

document.addEventListener("dblclick", (event) => { if (list.numberOf(event.target) >= 0) run("read"); });

document.addEventListener("chosen", ({detail: line}) => {
  views.show(line);
  at("pinning").textContent = line?.pinned ? "Unpin" : "Pin";
  for (const button of document.querySelectorAll("#tools [data-do]")) {
    button.setAttribute("aria-disabled", String(!deeds[button.dataset.do][0]()));
  }
});

// --- keys ---

const KEYS = {
  j: "next", ArrowDown: "next", k: "previous", ArrowUp: "previous", p: "pin", d: "drop", J: "down", K: "up",
  "alt ArrowDown": "down", "alt ArrowUp": "up", x: "article", o: "outlet", " ": "read", Enter: "read", n: "note", N: "whole",
  a: "accept", u: "undo", A: "approve", "?": "keys", "[": "before", "]": "after", e: "scope", z: "zoom", t: "scheme",
};
const PASSAGE = {j: 1, ArrowDown: 1, k: -1, ArrowUp: -1};

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.defaultPrevented) {
    if (event.ctrlKey && event.key === "Enter" && dialogs.open()?.id === "note") run("save-note");
    return;
  }
  const within = dialogs.open();
  if (within) { inDialog(event, within); return; }
  if (!at("single").checked && event.key.length === 1 && !at("list").contains(event.target)) return;
  const typing = event.target.closest?.("button, a, input, textarea, summary, [role=tab]");
  if (typing && ["Enter", " ", "ArrowDown", "ArrowUp"].includes(event.key)) return;
  const deed = KEYS[`${event.altKey ? "alt " : ""}${event.key}`];
  if (!deed) return;
  event.preventDefault();
  run(deed);
}

function inDialog(event, within) {
  if (within.id === "approve" && event.key === "Enter" && event.target.id === "approve-name") {
    event.preventDefault();
    run("save-approval");
  }
  if (within.id !== "passage" || event.target.closest("button")) return;
  if (event.key in PASSAGE) dialogs.stepUnit(PASSAGE[event.key]);
  else if (event.key === "p" && !at("passage").querySelector("[data-do=pin-here]").hidden) run("pin-here");
  else return;
  event.preventDefault();
}

document.addEventListener("keydown", pressed);
views.listen(pressed);

// The arrows walk through tabs and buttons of a bar, as screen readers expect of them.
document.addEventListener("keydown", (event) => {
  const bar = event.target.closest?.("[role=tablist], [role=toolbar]");
  const by = {ArrowRight: 1, ArrowLeft: -1}[event.key];
  if (!bar || !by) return;
  if (bar.role === "tablist") { turn(by); return; }
  const buttons = [...bar.querySelectorAll("button")];
  buttons[(buttons.indexOf(event.target) + by + buttons.length) % buttons.length].focus();
});

for (const dialog of document.querySelectorAll("dialog")) dialog.addEventListener("close", () => list.focus());
new ResizeObserver(views.size).observe(at("views"));

// However much news comes, one look is under way and one waits at most.
let look = Promise.resolve(), waits = false;
const again = () => {
  if (waits) return;
  waits = true;
  look = look.then(() => { waits = false; return refresh(); }).catch((error) => say(`The preview does not answer: ${error.message}`));
};
const stream = new EventSource("/stream");
stream.addEventListener("message", again);
stream.addEventListener("error", () => { at("phase").textContent = "The preview has ended, or does not answer."; });
