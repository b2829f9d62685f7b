// What a message may hold besides words: photos, places, files, voices, contacts, polls.
import { h, svg } from "./dom.js";
import { avatar } from "./faces.js";
import { icon } from "./icons.js";
import { miniMap } from "./map.js";
import { nameOf, say, sizeOf } from "./words.js";

const WIDEST = 1.9;
const TALLEST = 0.72;
const ALBUM_ROWS = { 2: [2], 3: [1, 2], 4: [2, 2], 5: [2, 3], 6: [3, 3], 7: [2, 2, 3], 8: [2, 3, 3], 9: [3, 3, 3], 10: [2, 2, 3, 3] };
const BARS = [5, 9, 14, 8, 17, 11, 6, 13, 18, 10, 7, 15, 9, 5, 12, 16, 8, 11, 6, 14, 9, 5];

/** Draw one photo, or the photos of an album as rows. */
export function photoGrid(view, messages) {
  const shown = messages.filter((message) => message.photo);
  const rows = ALBUM_ROWS[Math.min(shown.length, 10)] ?? [1];
  let next = 0;
  const drawn = rows.map((count) => h("div", { class: "photo-row" }, shown.slice(next, (next += count)).map((message) => photo(view, message, shown))));
  return h("div", { class: `photos ${shown.length > 1 ? "album" : "single"}` }, drawn);
}

function photo(view, message, album) {
  const { width, height } = message.photo.at(-1);
  const ratio = Math.min(WIDEST, Math.max(TALLEST, width / height || 1));
  const hidden = message.has_media_spoiler;
  const picture = h(
    "button",
    {
      type: "button",
      class: `photo${hidden ? " hidden-photo" : ""}`,
      "aria-label": message.caption || say("photo.view"),
      data: { photo: message.message_id },
      style: { "--ratio": ratio },
      onclick: () => {
        if (picture.classList.contains("hidden-photo")) picture.classList.remove("hidden-photo");
        else view.openPhoto(album.map((one) => one.playground.photo_url), album.indexOf(message));
      },
    },
    h("img", { src: message.playground.photo_url, alt: "", width, height, decoding: "async", draggable: "false" }),
  );
  return picture;
}

/** Draw whatever else is in a message; null if it has only words. */
export function thingOf(view, message) {
  for (const [name, draw] of Object.entries(DRAWINGS)) {
    if (message[name]) return draw(message[name], message, view);
  }
  return null;
}

const DRAWINGS = {
  venue: (venue, message, view) => place(venue.location, view, venue.title, venue.address),
  location: (location, message, view) =>
    place(location, view, say(location.live_period ? "place.live" : "place.plain"), coordinates(location)),
  sticker: (sticker) => h("div", { class: "sticker" }, sticker.emoji ?? "🖼"),
  dice: (dice) => h("div", { class: "sticker" }, dice.emoji, h("span", { class: "dice" }, dice.value)),
  contact: (contact) =>
    h(
      "div",
      { class: "contact" },
      avatar({ id: contact.user_id ?? 0, first_name: contact.first_name }),
      h("div", {}, h("div", { class: "name" }, nameOf(contact)), h("div", { class: "detail" }, contact.phone_number)),
    ),
  poll: (poll, message, view) => pollOf(view, message, poll),
  voice: (voice) => voiceOf(voice),
  animation: (animation) => file(animation, "message.animation"),
  video: (video) => file(video, "message.video"),
  audio: (audio) => file(audio, "message.audio"),
  document: (document) => file(document, "message.document"),
};

/** Write a place in numbers. */
export const coordinates = ({ latitude, longitude }) => `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;

function place(location, view, title, detail) {
  return h(
    "button",
    { type: "button", class: "place", "aria-label": `${title} ${detail}`, onclick: () => view.dialogs.showPlace(location, title) },
    miniMap(view.map(), location),
    h("span", { class: "place-words" }, h("span", { class: "name" }, title), h("span", { class: "detail" }, detail)),
  );
}

function file(stored, kind) {
  const name = stored.file_name || say(kind);
  const ending = name.includes(".") ? name.split(".").at(-1).slice(0, 4) : "";
  return h(
    "a",
    { class: "file", href: `/file-view/${encodeURIComponent(stored.file_unique_id)}`, download: name },
    h("span", { class: `file-icon ending-${ending.toLowerCase()}` }, ending ? ending.toUpperCase() : icon("file")),
    h("span", { class: "file-words" }, h("span", { class: "name" }, name), h("span", { class: "detail" }, sizeOf(stored.file_size ?? 0))),
  );
}

function voiceOf(voice) {
  const bars = BARS.map((height, index) => svg("rect", { x: index * 5, y: 20 - height, width: 3, height, rx: 1.5 }));
  return h(
    "div",
    { class: "voice" },
    h("span", { class: "file-icon round" }, icon("mic")),
    h(
      "div",
      {},
      svg("svg", { class: "wave", viewBox: "0 0 110 20", width: 110, height: 20, "aria-hidden": "true" }, bars),
      h("div", { class: "detail" }, say("voice.seconds", { count: voice.duration })),
    ),
  );
}

function pollOf(view, message, poll) {
  const ownVote = message.playground.votes?.find(([user]) => user === view.phone.id)?.slice(1) ?? [];
  const isOpen = !poll.is_closed && message.playground.from_bot;
  const kind = poll.is_closed ? "closed" : poll.type === "quiz" ? "quiz" : poll.is_anonymous ? "open" : "public";
  const count = poll.total_voter_count;
  return h(
    "div",
    { class: "poll" },
    h("div", { class: "name" }, poll.question),
    h("div", { class: "detail" }, say(`poll.${kind}`)),
    poll.options.map((option, index) => pollOption(view, message, { option, index, ownVote, isOpen })),
    h("div", { class: "detail votes" }, count ? say("poll.votes", { count }) : say("poll.nobody")),
  );
}

function pollOption(view, message, { option, index, ownVote, isOpen }) {
  const { poll } = message;
  const share = poll.total_voter_count ? option.voter_count / poll.total_voter_count : 0;
  const isOwn = ownVote.includes(index);
  const isSettled = poll.is_closed || ownVote.length > 0;
  const vote = () => view.act("vote", { message_id: message.message_id, option_ids: votesAfter(poll, ownVote, index) });
  return h(
    "button",
    { type: "button", class: `option${isOwn ? " own" : ""}`, disabled: !isOpen, "aria-pressed": String(isOwn), onclick: vote },
    h("span", { class: "share" }, isSettled ? `${Math.round(share * 100)}%` : h("span", { class: "ring" })),
    h("span", { class: "option-text" }, option.text, isOwn && icon("check", 15)),
    h("span", { class: "share-bar", style: { "--share": isSettled ? share : 0 } }),
  );
}

function votesAfter(poll, ownVote, index) {
  if (ownVote.includes(index)) return ownVote.filter((vote) => vote !== index);
  return poll.allows_multiple_answers ? [...ownVote, index] : [index];
}
