// One phone: whose it is, the chat on its screen, and everything that a finger can do there.
import { act } from "./api.js";
import { Composer } from "./composer.js";
import { Dialogs } from "./dialogs.js";
import { h, replace } from "./dom.js";
import { avatar } from "./faces.js";
import { Feed } from "./feed.js";
import { icon } from "./icons.js";
import { openPhoto } from "./lightbox.js";
import { followLink } from "./links.js";
import { ownerMenu, messageMenu } from "./menus.js";
import { snippet } from "./message.js";
import { inOurLanguage, minuteOf, nameOf, say } from "./words.js";

const TYPING_MILLISECONDS = 5000;
const TYPING_WORDS = { upload_photo: "phone.sendingPhoto", upload_document: "phone.sendingFile" };

export class PhoneView {
  constructor(world, phone) {
    this.world = world;
    this.phone = phone;
    this.chat = phone.chats.get(phone.id);
    this.unread = new Map();
    this.dirty = new Set();
    this.dialogs = new Dialogs(this);
    this.composer = new Composer(this);
    this.#build();
    this.open(this.chat.id);
  }

  #build() {
    this.time = h("time", {});
    this.subtitle = h("div", { class: "subtitle", "aria-live": "polite" });
    this.title = h("div", { class: "chat-title" });
    this.face = h("span", {});
    this.tabs = h("nav", { class: "chat-tabs", "aria-label": say("phone.chats"), hidden: true });
    this.pinned = h("button", { type: "button", class: "pinned", hidden: true, onclick: () => this.feed.show(this.chat.pinned_message_id) });
    this.wall = h("div", { class: "wall" });
    this.screen = h(
      "div",
      { class: "screen" },
      h("div", { class: "status", "aria-hidden": "true" }, this.time, h("span", { class: "island" }), h("span", { class: "signals" })),
      h("header", { class: "chat-header" }, this.face, h("div", { class: "names" }, this.title, this.subtitle)),
      this.tabs,
      this.pinned,
      this.wall,
      this.composer.element,
    );
    this.device = h("div", { class: "device" }, this.screen, this.dialogs.element);
    this.element = h("section", { class: "phone", id: `phone-${this.phone.id}`, "aria-label": say("page.phoneOf", { name: this.ownerName() }) }, this.#owner(), this.device);
    this.#takeDrops();
  }

  #owner() {
    const menu = h(
      "button",
      { type: "button", class: "tool", "aria-label": say("phone.menu"), title: say("phone.menu"), "aria-haspopup": "menu", onclick: () => ownerMenu(this, menu) },
      icon("more"),
    );
    return h(
      "header",
      { class: "owner" },
      avatar(this.phone.user),
      h("div", { class: "names" }, h("h2", {}, this.ownerName()), h("div", { class: "detail" }, inOurLanguage(this.phone.title))),
      menu,
    );
  }

  /** The name of whose phone it is. */
  ownerName() {
    return nameOf(this.phone.user);
  }

  /** The name that this phone shows for whoever wrote a message. */
  nameOf(sender) {
    return sender.id === this.phone.bot.id ? this.phone.bot.name : nameOf(sender) || sender.title;
  }

  /** Tell whether the chat on the screen has more than two in it. */
  isGroup() {
    return this.chat.id !== this.phone.id;
  }

  /** What the sheets need of the world. */
  map() {
    return this.world.survey();
  }

  samples() {
    return this.world.model.samples;
  }

  now() {
    return this.world.clock.now();
  }

  phoneNumber() {
    return this.phone.number;
  }

  /** Put a chat on the screen. */
  open(chatId) {
    this.chat = this.phone.chats.get(chatId) ?? this.phone.chats.get(this.phone.id);
    this.unread.delete(this.chat.id);
    this.feed = new Feed(this);
    this.empty = h("div", { class: "empty" });
    replace(this.wall, this.feed.element, this.empty, this.feed.toEnd);
    this.composer.open();
    this.feed.sync(this.chat.messages);
    this.refresh();
  }

  /** Take in a whole new state of this phone. */
  renew(phone) {
    this.phone = phone;
    const chat = phone.chats.get(this.chat.id);
    if (!chat) return this.open(phone.id);
    this.chat = chat;
    this.feed.sync(chat.messages);
    this.composer.refresh();
    return this.refresh();
  }

  /** Show everything around the messages as it is now. */
  refresh() {
    const group = this.isGroup();
    const bot = this.phone.bot;
    replace(this.face, group ? avatar({ id: this.chat.id, first_name: this.chat.title }) : avatar(bot));
    this.title.textContent = group ? this.chat.title : bot.name;
    this.element.classList.toggle("is-blocked", this.phone.blocked);
    this.#refreshSubtitle();
    this.#refreshTabs();
    this.#refreshPinned();
    this.#refreshEmpty();
    this.tick();
  }

  /** Show the time on the phone's own clock. */
  tick() {
    this.time.textContent = minuteOf(this.now());
  }

  #refreshSubtitle() {
    const action = this.chat.typing;
    const words = action ? say(TYPING_WORDS[action] ?? "phone.typing") : say(this.isGroup() ? "phone.members" : "phone.bot");
    this.subtitle.classList.toggle("typing", Boolean(action));
    replace(this.subtitle, this.phone.blocked && !this.isGroup() ? say("phone.blocked") : words, action && h("span", { class: "dots", "aria-hidden": "true" }));
  }

  #refreshTabs() {
    this.tabs.hidden = this.phone.chats.size < 2;
    if (this.tabs.hidden) return;
    replace(
      this.tabs,
      [...this.phone.chats.values()].map((chat) => {
        const count = this.unread.get(chat.id);
        return h(
          "button",
          { type: "button", class: "chip", "aria-current": chat === this.chat && "true", onclick: () => this.open(chat.id) },
          chat.title ?? this.phone.bot.name,
          count && h("span", { class: "badge" }, count),
        );
      }),
    );
  }

  #refreshPinned() {
    const message = this.chat.messages.get(this.chat.pinned_message_id);
    this.pinned.hidden = !message;
    if (message) replace(this.pinned, h("span", { class: "quoted" }, say("phone.pinned")), h("span", { class: "snippet" }, snippet(message)));
  }

  #refreshEmpty() {
    this.empty.hidden = this.chat.messages.size > 0;
    const { description } = this.phone.bot;
    replace(
      this.empty,
      h("div", { class: "empty-card" }, avatar(this.phone.bot, "large"), h("div", { class: "name" }, description ? say("phone.whatCanItDo") : say("phone.empty")), description && h("p", {}, description)),
    );
  }

  /** Note a change in one of the chats; it is drawn with the next frame. */
  note(chat, event) {
    if (chat !== this.chat) return this.#refreshTabs();
    if (event.kind === "message") this.dirty.add(event.message.message_id);
    if (event.kind === "deleted") this.dirty.add(event.message_id);
    if (event.kind === "typing") this.#type(event.action);
    this.stale = true;
    return undefined;
  }

  /** Draw what was noted. */
  draw() {
    if (!this.stale) return;
    this.stale = false;
    this.feed.update(this.dirty);
    this.dirty = new Set();
    this.composer.refresh();
    this.refresh();
  }

  #type(action) {
    clearTimeout(this.typing);
    const { chat } = this;
    if (action) {
      this.feed.markRead();
      this.typing = setTimeout(() => {
        chat.typing = null;
        this.#refreshSubtitle();
      }, TYPING_MILLISECONDS);
    }
  }

  /** Show the bot's answer to a press. */
  answer({ text, show_alert: isAlert, url }) {
    if (text && isAlert) this.dialogs.alert(text);
    else if (text) this.dialogs.toast(text);
    if (url) this.openLink(url);
  }

  /** Do something on this phone; false, with a sentence on the screen, if it was refused. */
  async act(action, given = {}) {
    const chat = this.isGroup() ? { chat_id: this.chat.id } : {};
    try {
      await act(this.phone.id, action, { ...given, ...chat });
      return true;
    } catch (error) {
      this.dialogs.toast(troubleWords(error));
      return false;
    }
  }

  /** Put a reaction on a message, or take it off. */
  react(message, emoji) {
    return this.act("react", { message_id: message.message_id, emoji });
  }

  openLink(url) {
    followLink(this, url);
  }

  openMenu(message, point) {
    messageMenu(this, message, point);
  }

  openPhoto(urls, index) {
    openPhoto(urls, index);
  }

  async copy(text) {
    await navigator.clipboard?.writeText(text).catch(() => {});
    this.dialogs.toast(say("menu.copied"));
  }

  #takeDrops() {
    this.device.addEventListener("dragover", (event) => event.preventDefault());
    this.device.addEventListener("drop", (event) => {
      event.preventDefault();
      const files = [...event.dataTransfer.files].filter((file) => file.type.startsWith("image/"));
      if (files.length && !this.composer.writing.hidden) this.dialogs.sendPhotos(files);
    });
  }
}

function troubleWords(error) {
  try {
    return say(`trouble.${error.code}`);
  } catch {
    return say("trouble.other", { sentence: error.message });
  }
}
