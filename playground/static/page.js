// The page: a top bar, a row of people, and their phones side by side, live.
import { Refused } from "./api.js";
import { clockBar, WorldClock } from "./clock.js";
import { h, keepsStill, replace } from "./dom.js";
import { avatar } from "./faces.js";
import { faultSwitch } from "./faults.js";
import { icon } from "./icons.js";
import { listen } from "./live.js";
import { surveyed } from "./map.js";
import { apply, isOwn, read, readPhone } from "./model.js";
import { PhoneView } from "./phone.js";
import { inOurLanguage, language, say, speak } from "./words.js";

const LANGUAGES = { "zh-CN": "中文", en: "English" };

class Page {
  constructor(root) {
    this.root = root;
    this.clock = new WorldClock();
    this.views = new Map();
    this.unread = new Map();
    this.isUp = null;
    language();
    replace(root, h("p", { class: "waiting" }, say("page.connecting")));
    document.addEventListener("visibilitychange", () => this.#seen());
    setInterval(() => this.#tick(), 1000);
  }

  /** The map of the community, measured once. */
  survey() {
    this.measured ??= surveyed(this.model.map);
    return this.measured;
  }

  /** Take in everything. */
  take(state) {
    const isFirst = !this.model;
    this.model = read(state);
    this.measured = null;
    this.clock.set(state.clock);
    if (isFirst || !sameKeys(this.model.phones, this.views)) this.build();
    else {
      for (const view of this.views.values()) view.renew(this.model.phones.get(view.phone.id));
      this.faults.show(this.model.faults);
      this.#tick();
    }
  }

  /** Build the page anew: at the start, in another language, or when somebody came. */
  build() {
    const shown = this.shown;
    this.views = new Map([...this.model.phones.values()].map((phone) => [phone.id, new PhoneView(this, phone)]));
    this.bar = clockBar(this.clock, () => this.#trouble());
    this.faults = faultSwitch({ phones: () => [...this.views.values()], onTrouble: () => this.#trouble() });
    this.people = h("nav", { class: "people", "aria-label": say("page.people") });
    this.deck = h("main", { class: "deck" }, [...this.views.values()].map((view) => view.element));
    if (!this.views.size) this.deck.append(h("p", { class: "nobody" }, say("page.nobody")));
    this.offline = h("div", { class: "offline", role: "alert", hidden: this.isUp !== false }, say("page.offline"));
    replace(this.root, this.#topBar(), this.#hint(), this.offline, this.deck);
    this.faults.show(this.model.faults);
    this.#watch();
    this.show(this.views.has(shown) ? shown : this.views.keys().next().value, false);
    this.#tick();
    for (const view of this.views.values()) view.feed.goToEnd();
  }

  #topBar() {
    const languages = h(
      "div",
      { class: "languages", role: "group", "aria-label": say("page.language") },
      Object.entries(LANGUAGES).map(([code, name]) =>
        h("button", { type: "button", lang: code, "aria-pressed": String(code === language()), onclick: () => this.#speak(code) }, name),
      ),
    );
    return h(
      "header",
      { class: "bar" },
      h("h1", { class: "brand" }, h("span", { class: "logo", "aria-hidden": "true" }), h("span", { class: "brand-zh", lang: "zh-CN" }, "小巷"), h("span", { class: "brand-en" }, "Xiaoxiang")),
      this.people,
      h("div", { class: "instruments" }, this.bar.element, this.faults.element, languages),
    );
  }

  #hint() {
    const words = inOurLanguage(this.model.hint);
    if (!words || sessionStorage.getItem("hidden hint") === words) return null;
    const hint = h("aside", { class: "hint" }, icon("bulb", 20), h("p", {}, h("strong", {}, say("page.hint")), " ", words));
    const hide = () => {
      sessionStorage.setItem("hidden hint", words);
      hint.remove();
    };
    hint.append(h("button", { type: "button", class: "tool", "aria-label": say("page.hideHint"), onclick: hide }, icon("close", 18)));
    return hint;
  }

  #speak(code) {
    speak(code);
    this.measured = null;
    this.build();
  }

  /** Bring a phone to the front: on a small window it is the only one. */
  show(id, smoothly = true) {
    const view = this.views.get(id);
    if (!view) return;
    this.shown = id;
    for (const other of this.views.values()) other.element.classList.toggle("shown", other === view);
    if (smoothly) view.element.scrollIntoView({ inline: "center", block: "nearest", behavior: keepsStill() ? "instant" : "smooth" });
    this.#seen();
    this.#refreshPeople();
  }

  #watch() {
    this.visible = new Set();
    this.watcher?.disconnect();
    this.watcher = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) this.visible[isIntersecting ? "add" : "delete"](target);
        this.#seen();
      },
      { root: null, threshold: 0.6 },
    );
    for (const view of this.views.values()) this.watcher.observe(view.element);
  }

  #seen() {
    if (document.hidden || !this.visible) return;
    for (const view of this.views.values()) {
      if (!this.visible.has(view.element)) continue;
      this.unread.delete(view.phone.id);
      view.unread.delete(view.chat.id);
    }
    this.#refreshPeople();
  }

  #refreshPeople() {
    const focused = [...this.people.children].indexOf(document.activeElement);
    replace(
      this.people,
      [...this.views.values()].map((view) => {
        const count = this.unread.get(view.phone.id);
        const name = view.ownerName();
        return h(
          "button",
          {
            type: "button",
            class: "person",
            title: [name, inOurLanguage(view.phone.title)].filter(Boolean).join("　"),
            "aria-label": count ? `${name}, ${say("page.unread", { count })}` : name,
            "aria-current": view.phone.id === this.shown && "true",
            data: { person: view.phone.id },
            onclick: () => this.show(view.phone.id),
          },
          avatar(view.phone.user),
          h("span", { class: "person-name" }, name),
          count && h("span", { class: "badge" }, count > 99 ? "99+" : count),
        );
      }),
    );
    this.people.children[focused]?.focus();
  }

  /** Take in one change. */
  hear(event) {
    const other = {
      clock: () => (this.clock.set(event), this.#tick()),
      faults: () => this.faults.show(event),
      phone_added: () => this.#addPhone(event.phone),
      blocked: () => this.#block(event),
      callback_answer: () => this.views.get(event.phone)?.answer(event),
    }[event.kind];
    if (other) return other();
    const isNew = event.kind === "message" && !this.model.phones.get(event.phone)?.chats.get(event.chat_id)?.messages.has(event.message.message_id);
    const change = apply(this.model, event);
    if (!change) return undefined;
    const view = this.views.get(change.phone.id);
    if (isNew && !isOwn(change.phone, event.message)) this.#count(view, change.chat);
    view.note(change.chat, event);
    this.frame ??= requestAnimationFrame(() => this.#draw());
    return undefined;
  }

  #draw() {
    this.frame = null;
    for (const view of this.views.values()) view.draw();
  }

  #count(view, chat) {
    const isSeen = !document.hidden && this.visible.has(view.element);
    if (!isSeen || chat !== view.chat) view.unread.set(chat.id, (view.unread.get(chat.id) ?? 0) + 1);
    if (isSeen) return;
    this.unread.set(view.phone.id, (this.unread.get(view.phone.id) ?? 0) + 1);
    this.#refreshPeople();
  }

  #addPhone(shown) {
    const phone = readPhone(shown);
    this.model.phones.set(phone.id, phone);
    if (this.views.has(phone.id)) this.views.get(phone.id).renew(phone);
    else this.build();
  }

  #block({ phone: id, blocked }) {
    const phone = this.model.phones.get(id);
    if (!phone) return;
    phone.blocked = blocked;
    this.views.get(id).composer.refresh();
    this.views.get(id).refresh();
  }

  #tick() {
    if (!this.model) return;
    const minute = Math.floor(this.clock.now() / 60);
    this.bar.tick();
    if (minute === this.minute) return;
    this.minute = minute;
    for (const view of this.views.values()) {
      view.tick();
      view.feed.refreshDays();
    }
  }

  /** Say whether the playground is heard. */
  link(isUp) {
    this.isUp = isUp;
    if (this.offline) this.offline.hidden = isUp;
  }

  #trouble() {
    this.link(false);
  }
}

function sameKeys(one, other) {
  return one.size === other.size && [...one.keys()].every((key) => other.has(key));
}

const page = new Page(document.getElementById("page"));
listen({
  onState: (state) => page.take(state),
  onEvent: (event) => page.hear(event),
  onLink: (isUp) => page.link(isUp),
});
addEventListener("unhandledrejection", ({ reason }) => {
  if (reason instanceof Refused) page.link(false);
});
