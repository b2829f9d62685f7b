// Choosing photos: samples and own ones, one or an album, with a caption.
import { h, replace } from "./dom.js";
import { icon } from "./icons.js";
import { inOurLanguage, say } from "./words.js";

const MOST = 10;
const LONGEST_SIDE = 1280;
const QUALITY = 0.87;

/** Open the sheet; files that were pasted or dropped are chosen already. */
export function photoSheet(view, files) {
  new PhotoSheet(view).open(files);
}

class PhotoSheet {
  constructor(view) {
    this.view = view;
    this.chosen = [];
    this.offers = view.samples().map((sample) => ({ ...sample, name: inOurLanguage(sample.name) }));
    this.grid = h("div", { class: "photo-grid" });
    this.caption = h("input", { class: "input", maxlength: 1024, placeholder: say("photo.caption"), "aria-label": say("photo.caption") });
    this.sender = h("button", { class: "wide", disabled: true }, say("photo.send"));
  }

  async open(files) {
    const form = h("form", { class: "sheet-body", onsubmit: (event) => this.#send(event) }, this.caption, this.sender);
    this.view.dialogs.sheet(say("photo.title"), h("p", { class: "detail hint-line" }, say("photo.choose")), this.grid, form);
    this.#draw();
    this.grid.querySelector("button")?.focus();
    if (files.length) await this.#add(files);
  }

  #draw() {
    const own = h("input", { type: "file", class: "sr", accept: "image/*", multiple: true, onchange: ({ target }) => this.#add([...target.files]) });
    const upload = h("label", { class: "offer upload" }, icon("upload", 24), h("span", {}, say("photo.own")), own);
    replace(this.grid, this.offers.map((offer) => this.#offer(offer)), upload);
    const count = this.chosen.length;
    this.sender.disabled = !count;
    this.sender.textContent = count > 1 ? say("photo.sendMany", { count }) : say("photo.send");
  }

  #offer(offer) {
    const number = this.chosen.indexOf(offer) + 1;
    return h(
      "button",
      { type: "button", class: `offer${number ? " chosen" : ""}`, "aria-pressed": String(number > 0), data: { sample: offer.code ?? "" }, onclick: () => this.#toggle(offer) },
      h("img", { src: offer.url, alt: "" }),
      h("span", { class: "offer-name" }, offer.name),
      h("span", { class: "number" }, number || ""),
    );
  }

  #toggle(offer) {
    if (this.chosen.includes(offer)) this.chosen = this.chosen.filter((one) => one !== offer);
    else if (this.chosen.length < MOST) this.chosen.push(offer);
    else this.view.dialogs.toast(say("photo.tooMany"));
    const at = this.offers.indexOf(offer);
    this.#draw();
    this.grid.children[at]?.focus();
  }

  async #add(files) {
    for (const file of files) {
      const photo = await shrunk(file);
      if (!photo) {
        this.view.dialogs.toast(say("photo.unreadable"));
        continue;
      }
      const offer = { blob: photo, name: file.name, url: URL.createObjectURL(photo) };
      this.offers.push(offer);
      if (this.chosen.length < MOST) this.chosen.push(offer);
    }
    this.#draw();
  }

  #send(event) {
    event.preventDefault();
    const caption = this.caption.value.trim() || undefined;
    this.view.dialogs.close();
    if (this.chosen.length > 1) return this.#sendAlbum(caption);
    const reply = this.view.composer.takeReply();
    return this.view.act("photo", { ...photoOf(this.chosen[0]), caption, reply_to_message_id: reply });
  }

  async #sendAlbum(caption) {
    if (this.chosen.every((offer) => offer.code)) return this.view.act("album", { samples: this.chosen.map((offer) => offer.code), caption });
    const album = String(Date.now()) + String(this.view.phone.id);
    for (const [index, offer] of this.chosen.entries()) {
      await this.view.act("photo", { ...photoOf(offer), media_group_id: album, caption: index ? undefined : caption });
    }
    return true;
  }
}

const photoOf = (offer) => (offer.code ? { sample: offer.code } : { photo: offer.blob });

/** Make a photo as small as the apps do, and a JPEG whatever it was; null if it is no picture. */
async function shrunk(file) {
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = h("canvas", { width: Math.max(1, Math.round(picture.width * scale)), height: Math.max(1, Math.round(picture.height * scale)) });
    const context = canvas.getContext("2d");
    context.fillStyle = "#fff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  } catch {
    return null;
  }
}
