// What comes over one phone's screen: toasts, alerts, menus, sheets.
import { h, replace } from "./dom.js";
import { icon } from "./icons.js";
import { contactSheet, documentSheet, pollSheet, stickerSheet, voiceSheet } from "./sheets.js";
import { photoSheet } from "./photo-sheet.js";
import { placeSheet, shownPlaceSheet } from "./place-sheet.js";
import { say } from "./words.js";

const TOAST_MILLISECONDS = 2400;
const PER_LETTER_MILLISECONDS = 60;
const FOCUSABLE = "button:not([disabled]), input, textarea, select, a[href], [tabindex='0']";

export class Dialogs {
  constructor(view) {
    this.view = view;
    this.cover = h("div", { class: "cover", hidden: true });
    this.toasts = h("div", { class: "toasts", role: "status", "aria-live": "polite" });
    this.element = h("div", { class: "dialogs" }, this.toasts, this.cover);
    this.closing = null;
  }

  /** Say something for a few seconds. */
  toast(words) {
    const toast = h("div", { class: "toast" }, words);
    replace(this.toasts, toast);
    setTimeout(() => toast.remove(), TOAST_MILLISECONDS + words.length * PER_LETTER_MILLISECONDS);
  }

  /** Say something that wants a press on OK. */
  alert(words, more = null) {
    const ok = h("button", { type: "button", class: "plain", onclick: () => this.close() }, say("alert.ok"));
    this.#open(h("div", { class: "alert", role: "alertdialog", "aria-modal": "true", "aria-label": words }, h("p", {}, words), h("div", { class: "alert-buttons" }, more, ok)), ok);
  }

  /** Ask before something is done. */
  confirm(title, words, yes, act) {
    const sure = h("button", { type: "button", class: "plain strong", onclick: () => (this.close(), act()) }, yes);
    const no = h("button", { type: "button", class: "plain", onclick: () => this.close() }, say("alert.cancel"));
    this.#open(h("div", { class: "alert", role: "alertdialog", "aria-modal": "true", "aria-label": title }, h("h3", {}, title), h("p", {}, words), h("div", { class: "alert-buttons" }, no, sure)), sure);
  }

  /** Open a sheet from below; returns nothing, for `close` ends it. */
  sheet(title, ...content) {
    const close = h("button", { type: "button", class: "tool", "aria-label": say("write.stop"), onclick: () => this.close() }, icon("close", 20));
    const sheet = h(
      "div",
      { class: "sheet", role: "dialog", "aria-modal": "true", "aria-label": title },
      h("header", { class: "sheet-title" }, h("h3", {}, title), close),
      content,
    );
    this.#open(sheet, sheet.querySelector("[autofocus]") ?? close);
  }

  /** Open a menu at a point of the window. */
  menu(entries, { x, y, above = false, label, head = null, grid = null }) {
    const buttons = entries.filter(Boolean).map(({ words, sign, act, kind, href, download }) => {
      const props = { class: "entry", role: "menuitem", data: { kind: kind ?? "" }, onclick: () => (this.close(), act?.()) };
      return href ? h("a", { ...props, href, download }, sign, words) : h("button", { ...props, type: "button" }, sign, words);
    });
    const menu = h("div", { class: "popup", role: "menu", "aria-label": label, onkeydown: (event) => walk(event) }, head, grid ? (grid.append(...buttons), grid) : buttons);
    this.#open(menu, buttons[0]);
    this.cover.classList.add("clear");
    this.#placeAt(menu, { x, y, above });
  }

  /** Close what is open. */
  close() {
    this.closing?.();
  }

  #open(element, first) {
    this.close();
    const before = document.activeElement;
    const { screen } = this.view;
    const keys = (event) => this.#key(event, element);
    const outside = (event) => event.target === this.cover && this.close();
    this.cover.className = "cover";
    replace(this.cover, element);
    this.cover.hidden = false;
    screen.inert = true;
    this.cover.addEventListener("keydown", keys);
    this.cover.addEventListener("click", outside);
    this.closing = () => {
      this.closing = null;
      this.cover.hidden = true;
      this.cover.replaceChildren();
      this.cover.removeEventListener("keydown", keys);
      this.cover.removeEventListener("click", outside);
      screen.inert = false;
      if (before?.isConnected) before.focus({ preventScroll: true });
    };
    first?.focus({ preventScroll: true });
  }

  #key(event, element) {
    if (event.key === "Escape") {
      event.stopPropagation();
      this.close();
    }
    if (event.key !== "Tab") return;
    const stops = [...element.querySelectorAll(FOCUSABLE)].filter((stop) => stop.offsetParent);
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (document.activeElement !== edge) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0]).focus();
  }

  #placeAt(menu, { x, y, above }) {
    const box = this.cover.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = menu;
    const left = Math.max(8, Math.min(x - box.left, box.width - width - 8));
    const top = above ? y - box.top - height : y - box.top;
    menu.style.left = `${left}px`;
    menu.style.top = `${Math.max(8, Math.min(top, box.height - height - 8))}px`;
  }

  sendPhotos(files = []) {
    photoSheet(this.view, files);
  }

  askForPlace(button = null) {
    placeSheet(this.view, button);
  }

  showPlace(place, title) {
    shownPlaceSheet(this.view, place, title);
  }

  askForContact(act) {
    contactSheet(this.view, act);
  }

  sendDocument() {
    documentSheet(this.view);
  }

  sendSticker() {
    stickerSheet(this.view);
  }

  sendPoll() {
    pollSheet(this.view);
  }

  sendVoice() {
    voiceSheet(this.view);
  }
}

function walk(event) {
  const entries = [...event.currentTarget.querySelectorAll("[role='menuitem']")];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const at = entries.indexOf(document.activeElement);
  entries[(at + step + entries.length) % entries.length].focus();
}
