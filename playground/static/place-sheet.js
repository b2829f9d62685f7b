// Sheets with the map: choosing a place to send, and looking at one.
import { h } from "./dom.js";
import { Picker } from "./picker.js";
import { coordinates } from "./things.js";
import { say } from "./words.js";

/** Choose a place; `button` is the label of the bot's button that asked for it. */
export function placeSheet(view, button) {
  const latitude = field("place.latitude", 90);
  const longitude = field("place.longitude", 180);
  const picker = new Picker(view.map(), { onChange: show });
  function show(place) {
    latitude.value = place.latitude.toFixed(6);
    longitude.value = place.longitude.toFixed(6);
  }
  const typed = () => ({ latitude: Number(latitude.value), longitude: Number(longitude.value) });
  for (const input of [latitude, longitude]) input.addEventListener("change", () => input.checkValidity() && input.value && picker.put(typed()));
  const send = (event) => {
    event.preventDefault();
    view.dialogs.close();
    if (button) view.act("reply_button", { text: button, ...typed() });
    else view.act("location", typed());
  };
  show(picker.place);
  view.dialogs.sheet(
    say(button ? "place.ask" : "place.title"),
    h("p", { class: "detail hint-line" }, say("place.choose")),
    picker.element,
    h(
      "form",
      { class: "sheet-body", onsubmit: send },
      picker.presets(),
      h("div", { class: "coordinates" }, labelled("place.latitude", latitude), labelled("place.longitude", longitude)),
      h("button", { class: "wide", autofocus: true }, say("place.send")),
    ),
  );
}

function field(words, most) {
  return h("input", { class: "input", type: "number", step: "any", min: -most, max: most, required: true, "aria-label": say(words) });
}

const labelled = (words, input) => h("label", {}, h("span", { class: "detail" }, say(words)), input);

/** Look at a place that somebody sent. */
export function shownPlaceSheet(view, place, title) {
  const picker = new Picker(view.map(), { place, isFixed: true });
  view.dialogs.sheet(title, picker.element, h("p", { class: "detail hint-line" }, coordinates(place)));
}
