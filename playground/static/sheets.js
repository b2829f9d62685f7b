// Sheets for files, stickers, polls, voices and the contact card.
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { say, sizeOf } from "./words.js";

const MEGABYTE = 1024 * 1024;
const DOCUMENTS = [
  { key: "small", size: 240 * 1024, mime: "application/pdf" },
  { key: "table", size: 38 * 1024, mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  { key: "large", size: 21 * MEGABYTE, mime: "video/mp4", why: "document.largeWhy" },
];
const STICKERS = ["👍", "❤️", "😂", "🙏", "🎉", "😢", "🐶", "🌧️", "💡", "🚲", "🏮", "🧧"];
const SECONDS = [3, 15, 60];
const FEWEST_OPTIONS = 2;
const MOST_OPTIONS = 10;

/** Ask whether the own number may be sent. */
export function contactSheet(view, act) {
  const number = view.phoneNumber();
  view.dialogs.confirm(say("contact.title"), say("contact.sure", { number }), say("contact.send"), act);
}

/** Choose a made-up file, or send an own one. */
export function documentSheet(view) {
  const send = (given) => {
    view.dialogs.close();
    view.act("document", given);
  };
  const own = h("input", {
    type: "file",
    class: "sr",
    onchange: ({ target }) => target.files[0] && send({ file_name: target.files[0].name, document: target.files[0] }),
  });
  const made = DOCUMENTS.map(({ key, size, mime, why }, index) =>
    choice({
      name: say(`document.${key}`),
      detail: [sizeOf(size), why && say(why)].filter(Boolean).join("　"),
      isFirst: index === 0,
      act: () => send({ file_name: say(`document.${key}`), size, mime_type: mime }),
    }),
  );
  const upload = h("label", { class: "choice" }, h("span", { class: "file-icon" }, icon("upload")), h("span", { class: "name" }, say("document.own")), own);
  view.dialogs.sheet(say("document.title"), h("div", { class: "choices" }, made, upload));
}

function choice({ name, detail, act, isFirst }) {
  const ending = name.split(".").at(-1);
  return h(
    "button",
    { type: "button", class: "choice", autofocus: isFirst, onclick: act },
    h("span", { class: `file-icon ending-${ending}` }, ending.toUpperCase()),
    h("span", { class: "file-words" }, h("span", { class: "name" }, name), h("span", { class: "detail" }, detail)),
  );
}

/** Choose a sticker. */
export function stickerSheet(view) {
  const send = (emoji) => {
    view.dialogs.close();
    view.act("sticker", { emoji });
  };
  const stickers = STICKERS.map((emoji, index) =>
    h("button", { type: "button", class: "sticker-choice", autofocus: index === 0, "aria-label": emoji, onclick: () => send(emoji) }, emoji),
  );
  view.dialogs.sheet(say("sticker.title"), h("div", { class: "sticker-grid" }, stickers));
}

/** Choose how long to talk. */
export function voiceSheet(view) {
  const send = (duration) => {
    view.dialogs.close();
    view.act("voice", { duration });
  };
  const choices = SECONDS.map((count, index) =>
    h("button", { type: "button", class: "chip large", autofocus: index === 0, onclick: () => send(count) }, icon("mic", 18), say("voice.seconds", { count })),
  );
  view.dialogs.sheet(say("voice.title"), h("div", { class: "chips" }, choices));
}

/** Write a poll. */
export function pollSheet(view) {
  const options = h("div", { class: "options" });
  const add = () => {
    const number = options.childElementCount + 1;
    if (number > MOST_OPTIONS) return;
    const words = say("poll.option", { number });
    options.append(h("input", { class: "input", maxlength: 100, placeholder: words, "aria-label": words, oninput: ({ target }) => target === options.lastElementChild && add() }));
  };
  for (let count = 0; count < FEWEST_OPTIONS; count += 1) add();
  const question = h("input", { class: "input", maxlength: 300, autofocus: true, placeholder: say("poll.question"), "aria-label": say("poll.question") });
  const send = (event) => {
    event.preventDefault();
    const written = [...options.children].map((field) => field.value.trim()).filter(Boolean);
    const missing = [question, ...options.children].find((field) => !field.value.trim());
    if (!question.value.trim() || written.length < FEWEST_OPTIONS) return missing.focus();
    view.dialogs.close();
    return view.act("poll", { question: question.value.trim(), options: written });
  };
  view.dialogs.sheet(
    say("poll.title"),
    h("form", { class: "sheet-body", onsubmit: send }, question, options, h("button", { class: "wide" }, say("poll.send"))),
  );
}
