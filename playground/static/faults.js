// The switch for trouble: what goes wrong with the bot's requests, how often, and who has blocked it.
import { orderFault } from "./api.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { popover } from "./popover.js";
import { nameOf, say } from "./words.js";

const FAULTS = {
  too_many_requests: { mode: "too_many_requests", retry_after: 3 },
  server_error: { mode: "server_error" },
  cut_connection: { mode: "cut_connection" },
  slow: { mode: "slow", delay_seconds: 3 },
  lost: { mode: "cut_connection", after: true },
};
const COUNTS = [1, 3, 10, 0];

/** The switch in the top bar; `phones()` lists the views whose bot may be blocked. */
export function faultSwitch({ phones, onTrouble }) {
  const words = h("span", { class: "fault-words" });
  const button = h("button", { type: "button", class: "fault", "aria-haspopup": "dialog" }, icon("plug", 18), words);
  let current = { mode: "none", remaining: null };
  button.addEventListener("click", () => popover(button, panel({ current, phones, onTrouble, close: () => button.closePanel?.() })));
  const show = (fault) => {
    current = fault;
    const isOn = fault.mode !== "none";
    const left = fault.remaining === null ? "" : ` · ${say("fault.left", { count: fault.remaining })}`;
    words.textContent = isOn ? `${say(`fault.${fault.mode}`)}${left}` : say("fault.short");
    button.classList.toggle("on", isOn);
    button.setAttribute("aria-label", `${say("fault.title")}: ${isOn ? words.textContent : say("fault.none")}`);
  };
  show(current);
  return { element: button, show };
}

function panel({ current, phones, onTrouble, close }) {
  const kinds = Object.keys(FAULTS).map((name, index) => radio("fault", name, say(`fault.${name}`), index === 0));
  const counts = COUNTS.map((count, index) => radio("count", count, countWords(count), index === 1));
  const form = h(
    "form",
    { class: "fault-panel" },
    h("h3", {}, say("fault.title")),
    h("p", { class: "detail" }, say("fault.why")),
    h("div", { class: "radios", role: "radiogroup", "aria-label": say("fault.title") }, kinds),
    h("div", { class: "counts", role: "radiogroup", "aria-label": say("fault.how") }, counts),
    h(
      "div",
      { class: "panel-buttons" },
      current.mode !== "none" && h("button", { type: "button", class: "wide quiet lift", onclick: () => order({ mode: "none" }) }, say("fault.lift")),
      h("button", { class: "wide begin" }, say("fault.order")),
    ),
    blocking(phones()),
  );
  const order = (fault) => {
    close();
    orderFault(fault).catch(onTrouble);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = new FormData(form);
    const count = Number(chosen.get("count"));
    order({ ...FAULTS[chosen.get("fault")], ...(count && { count }) });
  });
  return form;
}

function countWords(count) {
  if (!count) return say("fault.always");
  return count === 1 ? say("fault.once") : say("fault.times", { count });
}

function radio(name, value, words, checked) {
  return h("label", { class: "radio" }, h("input", { type: "radio", name, value, checked }), h("span", {}, words));
}

function blocking(views) {
  if (!views.length) return null;
  const boxes = views.map((view) => {
    const box = h("input", { type: "checkbox", role: "switch", checked: view.phone.blocked, onchange: () => view.act(box.checked ? "block" : "unblock") });
    return h("label", { class: "radio switch" }, box, h("span", {}, nameOf(view.phone.user)));
  });
  return [h("h3", {}, say("fault.blocking")), h("div", { class: "switches" }, boxes)];
}
