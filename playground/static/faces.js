// Round pictures of people and of the bot.
import { h } from "./dom.js";
import { initialOf } from "./words.js";

const COLOURS = 7;

/** Choose a colour for somebody; the same person always has the same one. */
export const colourOf = (id) => Math.abs(id) % COLOURS;

/** Draw a person's or the bot's round picture. */
export function avatar(user, size = "") {
  const kind = user.is_bot ? "bot" : `colour-${colourOf(user.id)}`;
  return h("span", { class: `avatar ${kind} ${size}`, "aria-hidden": "true" }, user.is_bot ? null : initialOf(user.first_name));
}
