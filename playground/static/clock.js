// The playground's time in the top bar, and the buttons that move it forward.
import { moveClock } from "./api.js";
import { h, replace } from "./dom.js";
import { icon } from "./icons.js";
import { popover } from "./popover.js";
import { say, secondOf, weekdayOf } from "./words.js";

const JUMPS = [
  ["minute", 60],
  ["tenMinutes", 600],
  ["hour", 3600],
  ["day", 86_400],
];
const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** What time it is in the playground, between what its server says. */
export class WorldClock {
  set({ now, forward, stands }) {
    this.base = now;
    this.forward = forward;
    this.stands = stands;
    this.heard = performance.now();
  }

  /** Seconds since 1970. */
  now() {
    return this.stands ? this.base : this.base + (performance.now() - this.heard) / 1000;
  }
}

/** The clock in the top bar; `onTrouble` hears of a refusal. */
export function clockBar(clock, onTrouble) {
  const date = h("span", { class: "date" });
  const time = h("time", { class: "time" });
  const ahead = h("div", { class: "ahead" });
  const jumps = () =>
    h(
      "div",
      { class: "jumps", role: "group", "aria-label": say("clock.forward") },
      JUMPS.map(([name, seconds]) =>
        h("button", { type: "button", class: "jump", data: { seconds }, onclick: () => moveClock(seconds).catch(onTrouble) }, `+${say(`clock.${name}`)}`),
      ),
    );
  const face = h("button", { type: "button", class: "clock-face", "aria-label": say("clock.title") }, icon("clock", 18), date, time);
  face.addEventListener("click", () => popover(face, h("div", { class: "clock-panel" }, h("h3", {}, say("clock.forward")), ahead, jumps())));
  const element = h("div", { class: "clock" }, face, jumps());
  const tick = () => {
    date.textContent = weekdayOf(clock.now());
    time.textContent = secondOf(clock.now());
    replace(ahead, clock.forward >= MINUTE ? say("clock.ahead", { span: spanOf(clock.forward) }) : "");
    face.classList.toggle("moved", clock.forward > 0);
    face.title = ahead.textContent || say("clock.title");
  };
  return { element, tick };
}

function spanOf(seconds) {
  const parts = [
    ["days", Math.floor(seconds / DAY)],
    ["hours", Math.floor((seconds % DAY) / HOUR)],
    ["minutes", Math.floor((seconds % HOUR) / MINUTE)],
  ];
  return parts.filter(([, count]) => count).map(([name, count]) => say(`clock.${name}`, { count })).join(" ");
}
