// What the page asks of the server, one request after the other; and what it says to those who listen.

let turn = Promise.resolve();

export async function get(address) {
  const answer = await fetch(address, {headers: {Accept: "application/json"}});
  const value = await answer.json();
  if (!answer.ok) throw Object.assign(new Error(value.fault), {status: answer.status});
  return value;
}

// Changes go one by one, each with what the one before made of the file: keys are pressed faster than files are written.
export function post(address, change) {
  const mine = turn.then(async () => {
    const body = JSON.stringify(change());
    const answer = await fetch(address, {method: "POST", headers: {"Content-Type": "application/json"}, body});
    const value = await answer.json();
    if (!answer.ok) throw Object.assign(new Error(value.fault), {status: answer.status});
    return value;
  });
  turn = mine.catch(() => {});
  return mine;
}

export const at = (id) => document.getElementById(id);

export function say(text) {
  at("live").textContent = "";
  requestAnimationFrame(() => { at("live").textContent = text; });
  at("phase").textContent = text;
}

// Whether something is not what it was when it was drawn last: what is the same is not drawn again, or who listens to
// the page would hear it all anew, and who stands on a button would lose it.
const drawn = new Map();

export function isNew(name, ...values) {
  const now = JSON.stringify(values), old = drawn.get(name);
  drawn.set(name, now);
  return now !== old;
}

// Every text of an article comes in as text, never as mark-up.
export function make(tag, values = {}, ...inside) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...inside.filter((one) => one !== null && one !== undefined && one !== ""));
  return node;
}
