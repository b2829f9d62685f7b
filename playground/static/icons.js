// Line icons, 24 by 24, drawn for this page.
import { svg } from "./dom.js";

const PATHS = {
  attach: "M20.5 11.6 12 20a5.6 5.6 0 0 1-7.9-7.9l8.9-8.8a3.8 3.8 0 0 1 5.3 5.3l-8.8 8.8a1.9 1.9 0 0 1-2.7-2.7l8-7.9",
  send: "M4 12 3.2 4.4 21 12 3.2 19.6 4 12Zm0 0h8",
  close: "M6 6l12 12M18 6 6 18",
  check: "M4.5 12.5 10 18 20 7",
  down: "M6 9.5l6 6 6-6",
  menu: "M4 7h16M4 12h16M4 17h16",
  keyboard: "M3.5 6.5h17a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-17a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1ZM6 10h.01M9 10h.01M12 10h.01M15 10h.01M18 10h.01M8 14h8",
  photo: "M4 5h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1ZM3.5 17l5-5.5 4 4 3-3 5 5M15.5 9.5h.01",
  pin: "M12 21.5s-7-6.4-7-12a7 7 0 0 1 14 0c0 5.6-7 12-7 12ZM12 12.3a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2Z",
  file: "M6 2.8h7.5L19 8.3v12a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V3.8a1 1 0 0 1 1-1ZM13.2 3v5.6H19",
  person: "M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6",
  poll: "M5 20V10M12 20V4M19 20v-7",
  sticker: "M12 3a9 9 0 1 0 9 9c-4.5 0-5-.5-5-3 0-3-1-4-4-6ZM8.5 14.5c1.5 2 4 2.3 6 .8M9 10h.01",
  mic: "M12 14.5a3.2 3.2 0 0 0 3.2-3.2V6.2a3.2 3.2 0 0 0-6.4 0v5.1a3.2 3.2 0 0 0 3.2 3.2ZM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3.2",
  reply: "M9.5 6 4 11.5 9.5 17M4.5 11.5H13c4 0 6.5 2 7 6",
  edit: "M4 20l.8-4L16.5 4.3a1.6 1.6 0 0 1 2.3 0l.9.9a1.6 1.6 0 0 1 0 2.3L8 19.2 4 20Z",
  copy: "M8.5 8.5h11v11h-11zM15.5 8.5v-4h-11v11h4",
  link: "M8 16 16.5 7.5M9 7h8v8",
  block: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM5.7 5.7l12.6 12.6",
  download: "M12 4v11M7 10.5l5 5 5-5M5 20h14",
  again: "M19.5 12a7.5 7.5 0 1 1-2.3-5.4M19.5 3.5v4h-4",
  more: "M12 5.5h.01M12 12h.01M12 18.5h.01",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5.2l3.3 2",
  plug: "M9 3v5M15 3v5M6.5 8h11v3.5a5.5 5.5 0 0 1-11 0V8ZM12 17v4",
  bulb: "M9.5 18h5M10.5 21h3M12 3a6.2 6.2 0 0 0-3.8 11.1c.7.6 1 1.2 1.1 2h5.4c.1-.8.4-1.4 1.1-2A6.2 6.2 0 0 0 12 3Z",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  upload: "M12 16V5M7 9.5l5-5 5 5M5 20h14",
  far: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3.5 12h17M12 3c3 3.3 3 14.7 0 18M12 3c-3 3.3-3 14.7 0 18",
  home: "M4 11.5 12 4.5l8 7M6.5 10v9.5h11V10",
  bot: "M6 8.5h12a2 2 0 0 1 2 2V17a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-6.5a2 2 0 0 1 2-2ZM12 8.5V5M9 13h.01M15 13h.01",
};

/** Draw an icon; it is decoration, so the control around it carries the label. */
export function icon(name, size = 22) {
  return svg(
    "svg",
    { class: `icon icon-${name}`, viewBox: "0 0 24 24", width: size, height: size, "aria-hidden": "true" },
    svg("path", { d: PATHS[name] }),
  );
}

/** Draw the ticks below an own message: one when sent, two when the bot did something after it. */
export function ticks() {
  return svg(
    "svg",
    { class: "ticks", viewBox: "0 0 18 12", width: 17, height: 11, "aria-hidden": "true" },
    svg("path", { d: "M1.2 6.5 4.6 10 11.6 2" }),
    svg("path", { class: "second", d: "M7.3 9.6 7.7 10 14.9 2" }),
  );
}
