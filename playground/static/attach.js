// The attachment menu of a phone.
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { say } from "./words.js";

const KINDS = [
  ["photo", "photo", (view) => view.dialogs.sendPhotos()],
  ["location", "pin", (view) => view.dialogs.askForPlace()],
  ["document", "file", (view) => view.dialogs.sendDocument()],
  ["contact", "person", (view) => view.dialogs.askForContact(() => view.act("contact"))],
  ["sticker", "sticker", (view) => view.dialogs.sendSticker()],
  ["poll", "poll", (view) => view.dialogs.sendPoll()],
  ["voice", "mic", (view) => view.dialogs.sendVoice()],
];

/** Open the menu above the paper clip. */
export function attachMenu(view, anchor) {
  const box = anchor.getBoundingClientRect();
  const entries = KINDS.map(([kind, sign, open]) => ({ words: say(`attach.${kind}`), sign: icon(sign, 20), kind, act: () => open(view) }));
  view.dialogs.menu(entries, { x: box.left, y: box.top - 6, above: true, label: say("write.attach"), grid: h("div", { class: "attach-grid" }) });
}
