// The messages of one chat, in order, with days between them; it stays at the end unless scrolled up.
import { h, keepsStill, replace } from "./dom.js";
import { icon } from "./icons.js";
import { highlight, messageRow } from "./message.js";
import { isOwn, isSame } from "./model.js";
import { below, isChanged, join, nextRow, previousRow } from "./rows.js";
import { dayLabel, dayOf, say } from "./words.js";

const NEAR_END_PIXELS = 60;
const HEADROOM_PIXELS = 8;
const LONG_PRESS_MILLISECONDS = 480;
const FOCUSABLE = "button, a[href], [tabindex='0']";

export class Feed {
  constructor(view) {
    this.view = view;
    this.rows = new Map();
    this.drawn = new Map();
    this.list = h("div", { class: "rows" });
    this.element = h(
      "div",
      { class: "feed", role: "log", "aria-live": "polite", tabindex: 0, "aria-label": say("phone.messages", { name: view.ownerName() }) },
      this.list,
    );
    this.count = h("span", { class: "badge", hidden: true });
    this.toEnd = h(
      "button",
      { type: "button", class: "to-end", hidden: true, "aria-label": say("phone.toEnd"), onclick: () => this.goToEnd(true) },
      icon("down"),
      this.count,
    );
    this.missed = 0;
    this.follows = true;
    this.aim = 0;
    this.#listen();
  }

  /** Show exactly these messages; what is drawn already and unchanged stays. */
  sync(messages) {
    const stay = this.follows;
    this.#forgetOld();
    for (const message of messages.values()) {
      const known = this.drawn.get(message.message_id);
      if (!known || !isSame(known, message)) this.#put(message, false);
    }
    if (stay) this.goToEnd();
  }

  /** Draw what changed: a message that is no longer in the chat goes away. */
  update(ids) {
    const stay = this.follows || this.#seesChangeOfNewest(ids);
    let ownNew = false;
    for (const id of ids) {
      const message = this.view.chat.messages.get(id);
      const isNew = message && !this.drawn.has(id);
      if (message) this.#put(message, true);
      else this.#take(id);
      if (isNew && isOwn(this.view.phone, message)) ownNew = true;
      else if (isNew && !stay) this.missed += 1;
    }
    this.#forgetOld();
    if (stay || ownNew) this.goToEnd();
    else this.#showToEnd();
  }

  /** Tell whether the newest message is in sight. */
  isAtEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    return scrollHeight - scrollTop - clientHeight < NEAR_END_PIXELS;
  }

  /** Go to the newest message: to its buttons, or to its head if it has none and is taller than the screen. */
  goToEnd(smoothly = false) {
    const { scrollHeight, clientHeight } = this.element;
    this.aim = Math.max(0, Math.min(scrollHeight - clientHeight, smoothly ? Infinity : this.#whereToRead()));
    this.element.scrollTo({ top: this.aim, behavior: smoothly && !keepsStill() ? "smooth" : "instant" });
    this.missed = 0;
    this.follows = true;
    this.#showToEnd();
  }

  #whereToRead() {
    const newest = this.list.lastElementChild;
    const keyboard = newest?.querySelector(".inline-keyboard");
    const { clientHeight } = this.element;
    if (keyboard && keyboard.offsetHeight <= clientHeight) return Infinity;
    const head = (newest?.offsetTop ?? 0) - HEADROOM_PIXELS;
    return keyboard ? Math.max(head, newest.offsetTop + below(newest, keyboard) - clientHeight / 2) : head;
  }

  #seesChangeOfNewest(ids) {
    const newest = this.list.lastElementChild;
    if (!newest || ![...ids].some((id) => this.rows.get(id) === newest)) return false;
    const { scrollTop, clientHeight } = this.element;
    return newest.offsetTop < scrollTop + clientHeight;
  }

  /** Bring a message into sight and let it shine. */
  show(id) {
    const row = this.rows.get(id);
    if (!row) return;
    row.scrollIntoView({ block: "center", behavior: keepsStill() ? "instant" : "smooth" });
    highlight(row, "found");
  }

  /** Write «today» and «yesterday» anew after the clock has moved. */
  refreshDays() {
    for (const label of this.list.querySelectorAll(".day")) {
      replace(label.firstChild, dayLabel(Number(label.dataset.at), this.view.now()));
    }
  }

  /** Show the bot's two ticks on own messages, for the bot has done something since. */
  markRead() {
    for (let row = this.list.lastElementChild; row; row = row.previousElementSibling) {
      if (!row.classList.contains("out")) continue;
      if (row.classList.contains("read")) return;
      row.classList.add("read");
    }
  }

  #put(message, isLive) {
    const group = this.#albumOf(message);
    const old = this.rows.get(message.message_id) ?? group.map((one) => this.rows.get(one.message_id)).find(Boolean);
    const before = this.drawn.get(message.message_id);
    const row = messageRow(this.view, group);
    row.dataset.at = group[0].date;
    row.dataset.day = dayOf(group[0].date);
    if (old) this.#exchange(old, row);
    else this.#insert(row, message.message_id);
    for (const one of group) this.rows.set(one.message_id, row);
    this.drawn.set(message.message_id, message);
    this.#link(row);
    if (message.playground.from_bot) this.markRead();
    if (isLive && before && isChanged(before, message)) highlight(row);
    if (isLive && !old && !keepsStill()) row.classList.add("fresh");
  }

  #forgetOld() {
    if (this.drawn.size <= this.view.chat.messages.size) return;
    for (const id of [...this.drawn.keys()]) if (!this.view.chat.messages.has(id)) this.#take(id);
  }

  #albumOf(message) {
    if (!message.media_group_id) return [message];
    return [...this.view.chat.messages.values()].filter((one) => one.media_group_id === message.media_group_id);
  }

  #exchange(old, row) {
    const focused = [...old.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement);
    const hadFocus = old === document.activeElement;
    if (old.classList.contains("read")) row.classList.add("read");
    old.replaceWith(row);
    if (focused >= 0) row.querySelectorAll(FOCUSABLE)[focused]?.focus({ preventScroll: true });
    if (hadFocus) row.focus({ preventScroll: true });
  }

  #insert(row, id) {
    let after = this.list.lastElementChild;
    while (after && !(Number(after.dataset.id) < id)) after = after.previousElementSibling;
    if (after) after.after(row);
    else this.list.prepend(row);
  }

  #take(id) {
    const row = this.rows.get(id);
    this.rows.delete(id);
    this.drawn.delete(id);
    if (!row) return;
    const rest = [...this.rows].find(([, other]) => other === row);
    const next = nextRow(row);
    if (rest) this.#put(this.drawn.get(rest[0]), false);
    else {
      if (row.previousElementSibling?.classList.contains("day")) row.previousElementSibling.remove();
      row.remove();
      if (next) this.#link(next);
      else if (this.list.lastElementChild) this.#link(this.list.lastElementChild);
    }
  }

  #link(row) {
    const before = previousRow(row);
    const after = nextRow(row);
    this.#separate(before, row);
    if (after) this.#separate(row, after);
    join(before, row);
    join(row, after);
  }

  #separate(before, row) {
    const label = row.previousElementSibling?.classList.contains("day") ? row.previousElementSibling : null;
    const isNewDay = before?.dataset.day !== row.dataset.day;
    if (isNewDay && !label) row.before(this.#day(row));
    if (!isNewDay && label) label.remove();
  }

  #day(row) {
    const at = Number(row.dataset.at);
    return h("div", { class: "day", data: { at } }, h("span", { class: "pill" }, dayLabel(at, this.view.now())));
  }

  #showToEnd() {
    this.toEnd.hidden = this.isAtEnd();
    this.count.hidden = !this.missed;
    this.count.textContent = this.missed;
  }

  #listen() {
    const { element } = this;
    element.addEventListener("scroll", () => {
      this.follows = this.isAtEnd() || Math.abs(element.scrollTop - this.aim) < 2;
      if (this.isAtEnd()) this.missed = 0;
      this.#showToEnd();
    }, { passive: true });
    element.addEventListener("click", (event) => this.#click(event));
    element.addEventListener("dblclick", (event) => this.#doubleClick(event));
    element.addEventListener("contextmenu", (event) => this.#menu(event));
    element.addEventListener("pointerdown", (event) => this.#longPress(event));
    element.addEventListener("keydown", (event) => this.#key(event));
    const resized = new ResizeObserver(() => this.follows && this.goToEnd());
    resized.observe(element);
    resized.observe(this.list);
  }

  #click(event) {
    const link = event.target.closest("a[href]:not(.file)");
    const command = event.target.closest(".command");
    const spoiler = event.target.closest(".spoiler");
    const code = event.target.closest("code, pre");
    if (link) {
      event.preventDefault();
      this.view.openLink(link.href);
    } else if (command) this.view.act("text", { text: command.textContent });
    else if (spoiler) spoiler.classList.add("revealed");
    else if (code) this.view.copy(code.textContent);
  }

  #doubleClick(event) {
    const message = this.#messageAt(event.target);
    if (!message || event.target.closest("button, a")) return;
    getSelection().removeAllRanges();
    if (isOwn(this.view.phone, message) && message.text) this.view.composer.edit(message);
    else this.view.composer.reply(message);
  }

  #menu(event) {
    const message = this.#messageAt(event.target);
    if (!message || event.target.closest(".service")) return;
    event.preventDefault();
    this.view.openMenu(message, { x: event.clientX, y: event.clientY });
  }

  #longPress(event) {
    if (event.pointerType !== "touch") return;
    const ending = new AbortController();
    const timer = setTimeout(() => {
      ending.abort();
      this.#menu(event);
    }, LONG_PRESS_MILLISECONDS);
    const end = (moved) => {
      if (moved.type === "pointermove" && Math.hypot(moved.clientX - event.clientX, moved.clientY - event.clientY) < 8) return;
      clearTimeout(timer);
      ending.abort();
    };
    for (const kind of ["pointerup", "pointercancel", "pointermove", "scroll"]) {
      document.addEventListener(kind, end, { signal: ending.signal, capture: true });
    }
  }

  #key(event) {
    const row = event.target.closest(".row");
    const key = event.target.matches(".spoiler, .command") && event.key === "Enter";
    if (key) return event.target.click();
    if (event.target !== this.element && event.target !== row) return;
    if (event.key === "Enter" && row) {
      const box = row.querySelector(".bubble")?.getBoundingClientRect();
      const message = this.#messageAt(row);
      if (box && message) this.view.openMenu(message, { x: box.left + 20, y: box.top + 20 });
    }
    const next = { ArrowUp: row ? previousRow(row) : this.list.lastElementChild, ArrowDown: row && nextRow(row) }[event.key];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  }

  #messageAt(target) {
    const id = target.closest("[data-photo]")?.dataset.photo ?? target.closest(".row")?.dataset.id;
    return this.view.chat.messages.get(Number(id));
  }
}
