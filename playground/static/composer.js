// Where one writes: text, commands, reply and edit bars, attachments, the keyboard below.
import { attachMenu } from "./attach.js";
import { byFinger, closeOutside, h, replace } from "./dom.js";
import { icon } from "./icons.js";
import { replyKeyboard } from "./keyboard.js";
import { snippet } from "./message.js";
import { isOwn, senderOf } from "./model.js";
import { say } from "./words.js";

const TALLEST_PIXELS = 132;

export class Composer {
  constructor(view) {
    this.view = view;
    this.about = null;
    this.isKeyboardOpen = true;
    this.field = h("textarea", {
      class: "field",
      rows: 1,
      enterkeyhint: byFinger() ? "enter" : "send",
      autocomplete: "off",
      oninput: () => this.#typed(),
      onkeydown: (event) => this.#key(event),
      onpaste: (event) => this.#paste(event),
    });
    this.menu = h("button", { type: "button", class: "menu-button", "aria-label": say("write.commands"), onclick: () => this.#toggleCommands() }, icon("menu", 18), h("span", {}, say("write.menu")));
    this.attach = this.#tool("attach", "write.attach", () => attachMenu(view, this.attach));
    this.toggle = this.#tool("keyboard", "write.keyboard", () => this.#toggleKeyboard());
    this.sender = h("button", { type: "button", class: "send", "aria-label": say("write.send"), onclick: () => this.#send() }, icon("send"));
    this.bar = h("div", { class: "about", hidden: true });
    this.commands = h("div", { class: "commands", role: "listbox", "aria-label": say("write.commands"), hidden: true });
    this.keys = h("div", { class: "keys" });
    this.writing = h(
      "div",
      { class: "writing" },
      this.bar,
      h("div", { class: "line" }, this.menu, this.attach, this.field, this.toggle, this.sender),
      this.keys,
    );
    this.start = h("button", { type: "button", class: "wide", onclick: () => view.act("start") }, say("phone.start"));
    this.unblock = h("button", { type: "button", class: "wide", onclick: () => view.act("unblock") }, say("phone.unblock"));
    this.element = h("div", { class: "composer" }, this.commands, this.writing, this.start, this.unblock);
  }

  /** Show what belongs to the chat that is open now. */
  refresh() {
    const { phone, chat } = this.view;
    const isPrivate = chat.id === phone.id;
    this.unblock.hidden = !(isPrivate && phone.blocked);
    this.start.hidden = !(isPrivate && !phone.started && !phone.blocked);
    this.writing.hidden = !this.unblock.hidden || !this.start.hidden;
    this.menu.hidden = !chat.commands.length || chat.menu_button.type !== "commands" || !isPrivate;
    this.#refreshKeyboard();
    this.#label();
    this.#grow();
  }

  /** Open a chat: its unsent text comes back. */
  open() {
    this.about = null;
    this.bar.hidden = true;
    this.field.value = sessionStorage.getItem(this.#draftKey()) ?? "";
    this.refresh();
  }

  /** Answer a message. */
  reply(message) {
    this.#showAbout({ message, isEdit: false }, "reply", say("write.replying", { name: this.view.nameOf(senderOf(message)) }));
  }

  /** Change an own message. */
  edit(message) {
    this.#showAbout({ message, isEdit: true }, "edit", say("write.editing"));
    this.field.value = message.text;
    this.#grow();
  }

  /** The message that a photo sent now would answer. */
  takeReply() {
    const about = this.about;
    if (!about || about.isEdit) return undefined;
    this.#stop();
    return about.message.message_id;
  }

  #tool(name, words, act) {
    return h("button", { type: "button", class: "tool", "aria-label": say(words), title: say(words), onclick: act }, icon(name));
  }

  #showAbout(about, sign, title) {
    this.about = about;
    const stop = h("button", { type: "button", class: "tool", "aria-label": say("write.stop"), onclick: () => this.#stop(about.isEdit) }, icon("close", 18));
    replace(
      this.bar,
      icon(sign, 20),
      h("div", { class: "about-words" }, h("div", { class: "quoted" }, title), h("div", { class: "snippet" }, snippet(about.message))),
      stop,
    );
    this.bar.hidden = false;
    this.field.focus();
  }

  #stop(clear = false) {
    this.about = null;
    this.bar.hidden = true;
    if (clear) this.field.value = sessionStorage.getItem(this.#draftKey()) ?? "";
    this.#grow();
  }

  async #send() {
    const text = this.field.value;
    if (!text.trim()) return this.field.focus();
    const about = this.about;
    const done = about?.isEdit
      ? this.view.act("edit", { message_id: about.message.message_id, text })
      : this.view.act("text", { text, reply_to_message_id: about?.message.message_id });
    this.field.value = "";
    this.#keepDraft();
    this.#stop();
    this.#offer();
    this.field.focus();
    if (!(await done) && !this.field.value) {
      this.field.value = text;
      this.#keepDraft();
      this.#grow();
    }
    return undefined;
  }

  #typed() {
    this.#keepDraft();
    this.#grow();
    this.#offer();
  }

  #keepDraft() {
    if (this.about?.isEdit) return;
    if (this.field.value) sessionStorage.setItem(this.#draftKey(), this.field.value);
    else sessionStorage.removeItem(this.#draftKey());
  }

  #draftKey() {
    return `draft ${this.view.phone.id} ${this.view.chat.id}`;
  }

  #grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(TALLEST_PIXELS, this.field.scrollHeight)}px`;
    this.sender.classList.toggle("ready", Boolean(this.field.value.trim()));
  }

  #label() {
    const words = this.view.chat.reply_keyboard?.input_field_placeholder || say("write.text");
    this.field.placeholder = words;
    this.field.setAttribute("aria-label", words);
  }

  #key(event) {
    if (event.isComposing) return;
    if (!this.commands.hidden && this.#chooseByKey(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !byFinger()) {
      event.preventDefault();
      this.#send();
    }
    if (event.key === "Escape" && this.about) {
      event.stopPropagation();
      this.#stop(this.about.isEdit);
    }
    if (event.key === "ArrowUp" && !this.field.value && !this.about) this.#editLast(event);
  }

  #editLast(event) {
    const last = [...this.view.chat.messages.values()].findLast((message) => isOwn(this.view.phone, message) && message.text);
    if (!last) return;
    event.preventDefault();
    this.edit(last);
  }

  #paste(event) {
    const files = [...event.clipboardData.files].filter((file) => file.type.startsWith("image/"));
    if (!files.length) return;
    event.preventDefault();
    this.view.dialogs.sendPhotos(files);
  }

  // Commands: offered while one types «/», or by the menu button.

  #offer() {
    const typed = /^\/(\w*)$/.exec(this.field.value);
    const fitting = typed ? this.view.chat.commands.filter(({ command }) => command.startsWith(typed[1].toLowerCase())) : [];
    this.#showCommands(fitting);
  }

  #toggleCommands() {
    if (!this.commands.hidden) return this.#showCommands([]);
    this.#showCommands(this.view.chat.commands);
    this.commands.firstElementChild?.focus();
    this.endCommands = closeOutside(this.element, () => this.#showCommands([]));
    return undefined;
  }

  #showCommands(commands) {
    this.endCommands?.();
    this.endCommands = null;
    this.commands.hidden = !commands.length;
    replace(
      this.commands,
      commands.map(({ command, description }, index) =>
        h(
          "button",
          { type: "button", class: "command-choice", role: "option", "aria-selected": String(index === 0), onclick: () => this.#command(command), onkeydown: (event) => this.#walk(event) },
          h("span", { class: "slash" }, `/${command}`),
          h("span", { class: "detail" }, description),
        ),
      ),
    );
  }

  #command(command) {
    this.field.value = "";
    this.#keepDraft();
    this.#showCommands([]);
    this.#grow();
    this.field.focus();
    this.view.act("text", { text: `/${command}` });
  }

  #chooseByKey(event) {
    const choices = [...this.commands.children];
    const at = choices.findIndex((choice) => choice.getAttribute("aria-selected") === "true");
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const next = (at + step + choices.length) % choices.length;
      choices.forEach((choice, index) => choice.setAttribute("aria-selected", String(index === next)));
      choices[next].scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" || event.key === "Tab") choices[at].click();
    else if (event.key === "Escape") this.#showCommands([]);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  #walk(event) {
    const next = { ArrowDown: event.target.nextElementSibling, ArrowUp: event.target.previousElementSibling }[event.key];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  // The keyboard that the bot put below the chat.

  #refreshKeyboard() {
    const markup = this.view.chat.reply_keyboard;
    if (markup !== this.markup) this.isKeyboardOpen = true;
    this.markup = markup;
    this.toggle.hidden = !markup;
    this.toggle.setAttribute("aria-expanded", String(Boolean(markup) && this.isKeyboardOpen));
    replace(this.keys, markup && this.isKeyboardOpen ? replyKeyboard(this.view, markup) : null);
  }

  #toggleKeyboard() {
    this.isKeyboardOpen = !this.isKeyboardOpen;
    this.#refreshKeyboard();
  }
}
