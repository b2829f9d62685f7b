// A photo over the whole page; the others of its album are an arrow away.
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { say } from "./words.js";

/** Show the photo at this place of a list. */
export function openPhoto(urls, start) {
  let at = start;
  const picture = h("img", { alt: say("message.photo") });
  const count = h("span", { class: "count" });
  const show = (index) => {
    at = (index + urls.length) % urls.length;
    picture.src = urls[at];
    count.textContent = urls.length > 1 ? `${at + 1} / ${urls.length}` : "";
  };
  const arrow = (name, words, step) =>
    h("button", { type: "button", class: `arrow ${name}`, "aria-label": say(words), onclick: () => show(at + step) }, icon("down", 30));
  const box = h(
    "dialog",
    {
      class: "lightbox",
      "aria-label": say("message.photo"),
      onclick: ({ target }) => (target === box || target === picture) && box.close(),
      onclose: () => box.remove(),
      onkeydown: ({ key }) => {
        if (key === "ArrowLeft") show(at - 1);
        if (key === "ArrowRight") show(at + 1);
      },
    },
    picture,
    count,
    h("button", { type: "button", class: "tool", "aria-label": say("write.stop"), onclick: () => box.close() }, icon("close", 26)),
    urls.length > 1 && [arrow("left", "photo.before", -1), arrow("right", "photo.next", 1)],
  );
  show(start);
  document.body.append(box);
  box.showModal();
}
