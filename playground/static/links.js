// Links in messages: the bot's own deep links work, everything else only says where it would go.
import { h } from "./dom.js";
import { say } from "./words.js";

/** Follow a link on a phone. */
export function followLink(view, url) {
  const payload = payloadOf(url, view.phone.bot.username);
  if (payload === null) return tell(view, url);
  return payload || !view.phone.started ? view.act("start", payload ? { payload } : {}) : undefined;
}

function payloadOf(url, username) {
  const link = URL.parse(url);
  if (!link) return null;
  const isWeb = ["t.me", "telegram.me"].includes(link.hostname);
  const name = isWeb ? link.pathname.slice(1) : link.protocol === "tg:" ? link.searchParams.get("domain") : "";
  if (name?.toLowerCase() !== username.toLowerCase()) return null;
  return link.searchParams.get("start") ?? "";
}

function tell(view, url) {
  const copy = h("button", { type: "button", class: "plain", onclick: () => (view.dialogs.close(), view.copy(url)) }, say("link.copy"));
  view.dialogs.alert(`${say("link.outside")}\n${url}`, copy);
}
