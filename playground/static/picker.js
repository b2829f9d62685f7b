// Choosing a place on the map: click to set the pin, drag to move, wheel and buttons to zoom.
import { h, replace, svg } from "./dom.js";
import { icon } from "./icons.js";
import { land, metresAway, nameOfPlace, onMap, pin, toPlace, wilderness } from "./map.js";
import { say } from "./words.js";

const FAR = { latitude: 31.2304, longitude: 121.4737 };
const ZERO = { latitude: 0, longitude: 0 };
const CLICK_PIXELS = 6;
const SNAP_PIXELS = 9;
const CLOSEST = 0.15;
const STEP_PIXELS = 8;
const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** A map with a pin that is named after where it is; `onChange(place)` hears where it is. */
export class Picker {
  constructor(survey, { place = null, isFixed = false, onChange = () => {} } = {}) {
    this.survey = survey;
    this.onChange = onChange;
    this.isFixed = isFixed;
    this.place = place ?? toPlace(survey, this.#middle());
    this.drawing = svg("svg", {
      class: "map",
      tabindex: 0,
      role: "application",
      "aria-label": say("place.map"),
      preserveAspectRatio: "xMidYMid slice",
    });
    this.away = h("div", { class: "away", hidden: true });
    this.element = h("div", { class: "picker" }, this.drawing, this.#buttons(), this.away);
    this.#listen();
    this.#watchSize();
  }

  /** Show the pin somewhere, and move the map so that it can be seen. */
  put(place) {
    this.place = place;
    this.#centre(onMap(this.survey, place));
    this.onChange(place);
  }

  #middle() {
    const { x, y, width, height } = this.survey.bounds;
    return [x + width / 2, y + height / 2];
  }

  #buttons() {
    const button = (name, words, act) =>
      h("button", { type: "button", class: "map-button", "aria-label": words, title: words, onclick: act }, icon(name, 20));
    return h(
      "div",
      { class: "map-buttons" },
      button("plus", say("place.closer"), () => this.#zoom(0.66)),
      button("minus", say("place.wider"), () => this.#zoom(1.5)),
      button("home", say("place.home"), () => this.#showAll()),
    );
  }

  /** Buttons for places that a bot should refuse. */
  presets() {
    const preset = (name, words, place) =>
      h("button", { type: "button", class: "chip", onclick: () => this.put(place) }, icon(name, 16), words);
    return h("div", { class: "chips" }, preset("far", say("place.far"), FAR), preset("far", say("place.zero"), ZERO));
  }

  #watchSize() {
    new ResizeObserver(([entry]) => {
      const { width, height } = entry.contentRect;
      if (!width || !height) return;
      const isFirst = !this.size;
      this.size = { width, height };
      if (isFirst && this.isFixed) this.#begin();
      else if (isFirst) this.#showAll();
      else this.#draw();
    }).observe(this.drawing);
  }

  #begin() {
    this.scale = Math.min(this.#wholeScale(), 1.2);
    this.#centre(onMap(this.survey, this.place));
  }

  #wholeScale() {
    const { width, height } = this.survey.bounds;
    return Math.max(width / (this.size.width - 40), height / (this.size.height - 60));
  }

  #showAll() {
    if (metresAway(this.survey, this.place) > 0 && !this.isFixed) this.#set(toPlace(this.survey, this.#middle()));
    this.scale = this.#wholeScale();
    this.#centre(this.#middle());
  }

  #set(place) {
    this.place = place;
    this.onChange(place);
  }

  #centre(middle) {
    this.centre = middle;
    this.#draw();
  }

  #zoom(factor, around = this.centre) {
    const scale = Math.min(this.#wholeScale() * 3, Math.max(CLOSEST, this.scale * factor));
    const share = scale / this.scale;
    this.scale = scale;
    this.#centre(this.centre.map((at, axis) => around[axis] + (at - around[axis]) * share));
  }

  #draw() {
    if (!this.size || !this.scale) return;
    const [width, height] = [this.size.width * this.scale, this.size.height * this.scale];
    const [x, y] = this.centre;
    const at = onMap(this.survey, this.place);
    const metres = metresAway(this.survey, this.place);
    this.drawing.setAttribute("viewBox", `${x - width / 2} ${y - height / 2} ${width} ${height}`);
    this.drawing.dataset.zoom = this.scale < 1.7 ? "near" : "far";
    replace(this.drawing, metres > 5000 ? wilderness(this.centre, this.scale) : land(this.survey, this.scale, at), pin(at, this.scale * 1.15, nameOfPlace(this.survey, this.place)));
    this.away.hidden = metres < 50;
    this.away.textContent = say("place.away", { distance: (metres / 1000).toFixed(metres < 10_000 ? 1 : 0) });
  }

  #metresAt(event) {
    const box = this.drawing.getBoundingClientRect();
    const offset = [event.clientX - box.left - box.width / 2, event.clientY - box.top - box.height / 2];
    return offset.map((pixels, axis) => this.centre[axis] + pixels * this.scale);
  }

  #listen() {
    this.drawing.addEventListener("pointerdown", (event) => this.#drag(event));
    this.drawing.addEventListener("wheel", (event) => {
      event.preventDefault();
      this.#zoom(event.deltaY < 0 ? 0.85 : 1.18, this.#metresAt(event));
    }, { passive: false });
    this.drawing.addEventListener("keydown", (event) => this.#key(event));
  }

  #drag(down) {
    if (!this.scale || down.button !== 0) return;
    const start = this.centre;
    let moved = 0;
    const move = (event) => {
      const offset = [event.clientX - down.clientX, event.clientY - down.clientY];
      moved = Math.max(moved, Math.hypot(...offset));
      if (moved > CLICK_PIXELS) this.#centre(start.map((at, axis) => at - offset[axis] * this.scale));
    };
    const end = new AbortController();
    const up = (event) => {
      end.abort();
      if (event.type === "pointerup" && moved <= CLICK_PIXELS && !this.isFixed) this.#click(event);
    };
    this.drawing.setPointerCapture(down.pointerId);
    this.drawing.addEventListener("pointermove", move, { signal: end.signal });
    this.drawing.addEventListener("pointerup", up, { signal: end.signal });
    this.drawing.addEventListener("pointercancel", up, { signal: end.signal });
  }

  #click(event) {
    const at = this.#metresAt(event);
    const near = this.survey.points.find((point) => Math.hypot(point.at[0] - at[0], point.at[1] - at[1]) < SNAP_PIXELS * this.scale);
    this.#set(near ? { latitude: near.place[1], longitude: near.place[0] } : toPlace(this.survey, at));
    this.#draw();
  }

  #key(event) {
    if (event.key === "+" || event.key === "=") this.#zoom(0.66);
    if (event.key === "-") this.#zoom(1.5);
    const step = KEYS[event.key];
    if (!step || this.isFixed) return;
    event.preventDefault();
    const at = onMap(this.survey, this.place).map((metres, axis) => metres + step[axis] * STEP_PIXELS * this.scale);
    this.#set(toPlace(this.survey, at));
    this.#draw();
  }
}
