// Asking the playground to do something.

/** A refusal with a sentence for people. */
export class Refused extends Error {
  constructor(code, sentence) {
    super(sentence);
    this.code = code;
  }
}

async function ask(path, options) {
  const answer = await fetch(path, options).catch(() => {
    throw new Refused("offline", "");
  });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(body.error ?? String(answer.status), body.message ?? answer.statusText);
  return body;
}

/** Send a JSON object. */
export const post = (path, given = {}) =>
  ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(given) });

/** Read the whole state. */
export const readState = () => ask("/control/state", { cache: "no-store" });

/** Do something on a phone; files travel as a form. */
export function act(phoneId, action, given = {}) {
  const path = `/control/phones/${phoneId}/${action}`;
  const entries = Object.entries(given).filter(([, value]) => value !== undefined && value !== null);
  if (!entries.some(([, value]) => value instanceof Blob)) return post(path, Object.fromEntries(entries));
  const form = new FormData();
  for (const [name, value] of entries) {
    if (value instanceof Blob) form.append(name, value, value.name ?? "photo.jpg");
    else form.append(name, String(value));
  }
  return ask(path, { method: "POST", body: form });
}

/** Move the clock forward. */
export const moveClock = (seconds) => post("/control/clock", { forward_seconds: seconds });

/** Order trouble in place of the one that was ordered before. */
export async function orderFault(fault) {
  await post("/control/faults", { mode: "none" });
  if (fault.mode !== "none") await post("/control/faults", fault);
}
