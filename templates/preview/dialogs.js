// The windows over the page: a sentence in its paragraph, a note, the approval, the keys.

import {at, get, make} from "./ask.js";

let units = [], unit = 0, about = null;

// --- a sentence in its paragraph ---

export async function read(line) {
  about = line;
  const asked = new URLSearchParams({source: line.source, start: line.start, end: line.end});
  const found = await get(`/passage?${asked}`);
  at("passage-title").textContent = found.title || "Article without a title";
  at("passage").querySelector(".from").textContent = [found.outlet, found.published, found.location].filter(Boolean).join(" · ");
  units = [];
  at("passage").querySelector(".article").replaceChildren(...found.paragraphs.map((one) => paragraph(one, found.language)));
  at("passage").querySelector("[data-do=pin-here]").hidden = !line.group.section;
  at("passage").showModal();
  pick(units.findIndex((one) => one.marked));
}

function paragraph(one, language) {
  if (one.heading) return make("h3", {lang: language}, one.heading);
  const sentences = one.sentences.flatMap((sentence) => [sentenceNode(sentence), " "]);
  return make("p", {lang: language, dir: "auto", role: "group"}, ...sentences);
}

function sentenceNode(sentence) {
  const number = units.push(sentence) - 1;
  const text = sentence.marked ? make("mark", {}, sentence.text) : sentence.text;
  const node = make("span", {role: "option", id: `u${number}`, tabindex: "-1", "aria-selected": "false"}, text);
  node.addEventListener("click", () => pick(number));
  return node;
}

function pick(number) {
  unit = Math.max(0, Math.min(number, units.length - 1));
  for (const [index] of units.entries()) {
    at(`u${index}`).setAttribute("aria-selected", String(index === unit));
    at(`u${index}`).tabIndex = index === unit ? 0 : -1;
  }
  at(`u${unit}`)?.focus({preventScroll: true});
  at(`u${unit}`)?.scrollIntoView({block: "center"});
}

export function stepUnit(by) { pick(unit + by); }

// The chosen sentence as a statement to pin; one of those that are printed together means all of them.
export function chosenUnit() {
  const one = units[unit];
  const place = one.marked ? {start: about.start, end: about.end} : {start: one.start, end: one.end};
  return {...about, ...place, pinned: one.marked && about.pinned};
}

// --- a note ---

let noted = null;

export function note(section, title, text) {
  noted = {section, was: text};
  at("note-title").textContent = title;
  at("note-text").value = text;
  fault("note", "");
  at("note").showModal();
  at("note-text").focus();
}

export const written = () => ({do: "note", ...noted, text: at("note-text").value});

// --- the approval ---

export function approve(name) {
  at("approve-name").value = name;
  fault("approve", "");
  at("approve").showModal();
}

export const approval = () => ({do: "approve", name: at("approve-name").value.trim()});

export function fault(dialog, text) { at(dialog).querySelector(".fault").textContent = text; }

export const open = () => document.querySelector("dialog[open]");
