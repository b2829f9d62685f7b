// One message as a bubble: quote, contents, words, time, reactions, buttons.
import { fromServer, h, keepsStill } from "./dom.js";
import { colourOf } from "./faces.js";
import { ticks } from "./icons.js";
import { inlineKeyboard } from "./keyboard.js";
import { isOwn, senderOf } from "./model.js";
import { photoGrid, thingOf } from "./things.js";
import { minuteOf, nameOf, say } from "./words.js";

const ONLY_EMOJI = /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F?|\u200d|\p{Emoji_Modifier})+$/u;
const LARGE_EMOJI = 3;
const KINDS = ["photo", "sticker", "animation", "video", "audio", "voice", "document", "contact", "poll", "dice", "location"];

/** Draw the row of one message, or of all messages of an album. */
export function messageRow(view, messages) {
  const [first] = messages;
  const service = serviceWords(view, first);
  if (service) return h("div", { class: "row service", data: { id: first.message_id } }, h("span", { class: "pill" }, service));
  const own = isOwn(view.phone, first);
  const row = h("div", {
    class: `row ${own ? "out" : "in"}`,
    data: { id: first.message_id, sender: senderOf(first).id },
    tabindex: -1,
  });
  row.append(bubbleBlock(view, messages, own));
  return row;
}

function bubbleBlock(view, messages, own) {
  const [first] = messages;
  const stamp = stampOf(messages, own);
  const reactions = reactionsOf(view, first);
  const worded = messages.find((message) => wordsOf(message)) ?? first;
  const text = textOf(worded);
  const media = messages.length > 1 || first.photo ? photoGrid(view, messages) : thingOf(view, first);
  const bare = !text && (first.sticker || first.dice);
  const bubble = h(
    "div",
    { class: `bubble${media ? ` has-${first.photo ? "photo" : "thing"}` : ""}${bare ? " bare" : ""}${text || reactions ? "" : " wordless"}` },
    heading(view, first, own),
    first.reply_to_message && quote(view, first.reply_to_message),
    media,
    text && h("div", { class: `text${isOnlyEmoji(worded) ? " emoji" : ""}` }, text, !reactions && stamp),
    reactions && (reactions.append(stamp), reactions),
    !text && !reactions && stamp,
  );
  return h("div", { class: "block" }, bubble, inlineKeyboard(view, first));
}

function heading(view, message, own) {
  const origin = message.forward_origin;
  const sender = senderOf(message);
  return [
    view.isGroup() && !own && h("div", { class: `sender colour-${colourOf(sender.id)}` }, view.nameOf(sender)),
    origin && h("div", { class: "forwarded" }, say("message.forwarded", { name: originName(origin) })),
  ];
}

const originName = (origin) => (origin.sender_user ? nameOf(origin.sender_user) : (origin.sender_user_name ?? ""));

function textOf(message) {
  if (!wordsOf(message)) return null;
  const content = fromServer(message.playground.entities_html);
  for (const link of content.querySelectorAll(".command, .spoiler")) {
    link.tabIndex = 0;
    link.setAttribute("role", "button");
  }
  for (const block of content.querySelectorAll("blockquote, pre")) closeUp(block);
  for (const hidden of content.querySelectorAll(".spoiler")) hidden.title = say("message.spoiler");
  return content;
}

/** Take away the line breaks around a block, for it starts and ends a line by itself. */
function closeUp(block) {
  const { previousSibling: before, nextSibling: after } = block;
  if (before?.nodeType === Node.TEXT_NODE) before.data = before.data.replace(/\n$/, "");
  if (after?.nodeType === Node.TEXT_NODE) after.data = after.data.replace(/^\n/, "");
}

/** The text or the caption, whichever there is. */
export const wordsOf = (message) => message.text ?? message.caption ?? "";

function isOnlyEmoji(message) {
  const text = message.text ?? "";
  return text.length <= 24 && ONLY_EMOJI.test(text) && [...new Intl.Segmenter().segment(text)].length <= LARGE_EMOJI;
}

function stampOf(messages, own) {
  const edited = messages.some((message) => message.edit_date);
  return h(
    "span",
    { class: "stamp" },
    edited && h("span", { class: "edited" }, say("message.edited")),
    h("time", {}, minuteOf(messages[0].date)),
    own && ticks(),
  );
}

function quote(view, replied) {
  const sender = senderOf(replied);
  return h(
    "button",
    { class: `quote colour-${colourOf(sender.id)}`, type: "button", onclick: () => view.feed.show(replied.message_id) },
    h("span", { class: "quoted" }, isOwn(view.phone, replied) ? say("message.you") : view.nameOf(sender)),
    h("span", { class: "snippet" }, snippet(replied)),
  );
}

/** Say in one line what a message is. */
export function snippet(message) {
  const words = wordsOf(message).replaceAll("\n", " ");
  const kind = KINDS.find((name) => message[name]);
  const title = message.venue?.title ?? message.poll?.question ?? message.document?.file_name;
  if (!kind) return words || say("message.other");
  return [say(`message.${kind}`), words || title].filter(Boolean).join("　");
}

function reactionsOf(view, message) {
  const counted = new Map();
  for (const { emoji, from } of message.playground.reactions) {
    const known = counted.get(emoji) ?? { count: 0, own: false };
    counted.set(emoji, { count: known.count + 1, own: known.own || from === view.phone.id });
  }
  if (!counted.size) return null;
  const pills = [...counted].map(([emoji, { count, own }]) =>
    h(
      "button",
      {
        class: "reaction",
        type: "button",
        "aria-pressed": String(own),
        "aria-label": `${say("menu.react")} ${emoji} ${count}`,
        onclick: () => view.react(message, own ? "" : emoji),
      },
      h("span", { class: "emoji" }, emoji),
      count > 1 && h("span", {}, count),
    ),
  );
  return h("div", { class: "reactions" }, pills);
}

function serviceWords(view, message) {
  const sender = senderOf(message);
  const name = view.nameOf(sender);
  if (message.pinned_message) return say("message.pinned", { name, what: snippet(message.pinned_message).slice(0, 40) });
  if (message.new_chat_members) return say("message.joined", { names: message.new_chat_members.map(nameOf).join(", ") });
  if (message.left_chat_member) return say("message.left", { name: nameOf(message.left_chat_member) });
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return say("message.migrated");
  return null;
}

/** Let a changed message shine for a moment. */
export function highlight(row, name = "changed") {
  if (keepsStill()) return;
  row.classList.remove(name);
  void row.offsetWidth;
  row.classList.add(name);
  row.addEventListener("animationend", () => row.classList.remove(name), { once: true });
}
