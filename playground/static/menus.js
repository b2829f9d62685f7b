// The menu of a message, with reactions, and the menu of a phone.
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { wordsOf } from "./message.js";
import { isOwn } from "./model.js";
import { say } from "./words.js";

const REACTIONS = ["👍", "❤", "🙏", "👏", "🎉", "😁", "😢", "👎"];

/** Open the menu of a message at a point of the window. */
export function messageMenu(view, message, { x, y }) {
  const words = wordsOf(message);
  const entry = (key, sign, act) => ({ words: say(`menu.${key}`), sign: icon(sign, 20), kind: key, act });
  const entries = [
    entry("reply", "reply", () => view.composer.reply(message)),
    words && entry("copy", "copy", () => view.copy(words)),
    isOwn(view.phone, message) && message.text && entry("edit", "edit", () => view.composer.edit(message)),
  ];
  view.dialogs.menu(entries, { x, y, label: say("menu.message"), head: reactionBar(view, message) });
}

function reactionBar(view, message) {
  const own = message.playground.reactions.find(({ from }) => from === view.phone.id)?.emoji;
  const react = (emoji) => {
    view.dialogs.close();
    view.react(message, emoji === own ? "" : emoji);
  };
  const choices = REACTIONS.map((emoji) =>
    h("button", { type: "button", class: "react", role: "menuitemcheckbox", "aria-checked": String(emoji === own), "aria-label": `${say("menu.react")} ${emoji}`, onclick: () => react(emoji) }, emoji),
  );
  return h("div", { class: "reaction-bar" }, choices);
}

/** Open the menu of a phone below its button. */
export function ownerMenu(view, anchor) {
  const box = anchor.getBoundingClientRect();
  const { phone } = view;
  const block = phone.blocked ? "unblock" : "block";
  const entries = [
    { words: say(`phone.${block}`), sign: icon("block", 20), kind: block, act: () => view.act(block) },
    { words: say("phone.reopen"), sign: icon("again", 20), kind: "reopen", act: () => reopen(view) },
    { words: say("phone.transcript"), sign: icon("download", 20), kind: "transcript", href: `/control/transcript?phone=${phone.id}`, download: `${view.ownerName()}.txt` },
  ];
  view.dialogs.menu(entries, { x: box.right, y: box.bottom + 4, label: say("phone.menu") });
}

async function reopen(view) {
  if (await view.act("reopen")) view.dialogs.toast(say("phone.reopened"));
}
