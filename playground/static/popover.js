// A panel below a button of the top bar.
import { closeOutside, h } from "./dom.js";

/** Open a panel below its button, or close it if it is open. */
export function popover(anchor, content) {
  if (anchor.closePanel) return anchor.closePanel();
  const panel = h("div", { class: "panel" }, content);
  document.body.append(panel);
  const box = anchor.getBoundingClientRect();
  panel.style.top = `${box.bottom + 8}px`;
  panel.style.left = `${Math.max(8, Math.min(box.right - panel.offsetWidth, innerWidth - panel.offsetWidth - 8))}px`;
  anchor.setAttribute("aria-expanded", "true");
  const close = () => {
    stop();
    panel.remove();
    anchor.closePanel = null;
    anchor.setAttribute("aria-expanded", "false");
    if (panel.contains(document.activeElement) || document.activeElement === document.body) anchor.focus();
  };
  const stop = closeOutside(panel, () => setTimeout(() => anchor.closePanel?.()));
  anchor.closePanel = close;
  panel.querySelector("button, input")?.focus();
  return undefined;
}
