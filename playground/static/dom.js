// Building elements: everything that people wrote goes in as text, never as HTML.

/** Make an element; `on…` props listen, `class`, `data` and `style` are what they say. */
export function h(tag, props = {}, ...children) {
  return fill(document.createElement(tag), props, children);
}

/** Make an SVG element. */
export function svg(tag, props = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), props, children);
}

/** Put children into an element, in place of those that it had. */
export function replace(element, ...children) {
  element.replaceChildren(...present(children));
  return element;
}

function fill(element, props, children) {
  for (const [name, value] of Object.entries(props)) set(element, name, value);
  element.append(...present(children));
  return element;
}

function set(element, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "class") element.setAttribute("class", value);
  else if (name === "data") Object.assign(element.dataset, value);
  else if (name === "style") for (const [key, text] of Object.entries(value)) element.style.setProperty(key, text);
  else if (name === "value" || name === "checked") element[name] = value;
  else element.setAttribute(name, value === true ? "" : value);
}

function present(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

/** Show HTML that the server made and escaped. */
export function fromServer(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

/** Tell whether somebody asked for a page that keeps still. */
export const keepsStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Tell whether fingers, not a mouse, are at work. */
export const byFinger = () => matchMedia("(pointer: coarse)").matches;

/** Close something at a press of Escape or a press outside of it. */
export function closeOutside(element, close) {
  const outside = (event) => {
    if (!element.contains(event.target)) end(event);
  };
  const escape = (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      end(event);
    }
  };
  const end = (event) => {
    document.removeEventListener("pointerdown", outside, true);
    document.removeEventListener("keydown", escape, true);
    if (event) close();
  };
  document.addEventListener("pointerdown", outside, true);
  document.addEventListener("keydown", escape, true);
  return () => end(null);
}
