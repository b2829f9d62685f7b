// Buttons below a bubble, and the keyboard below the chat.
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { say } from "./words.js";

/** Draw the inline keyboard of a message; a button loads until the bot has answered. */
export function inlineKeyboard(view, message) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return h("div", { class: "inline-keyboard" }, rows.map((row) => h("div", { class: "buttons" }, row.map((button) => inlineButton(view, message, button)))));
}

function inlineButton(view, message, button) {
  const loading = message.playground.loading.includes(button.callback_data);
  return h(
    "button",
    {
      type: "button",
      class: `inline-button${loading ? " loading" : ""} ${button.style ?? ""}`,
      "aria-busy": loading && "true",
      title: button.url ?? button.web_app?.url,
      data: { data: button.callback_data ?? "" },
      onclick: (event) => press(view, message, button, event.currentTarget),
    },
    h("span", { class: "label" }, button.text),
    cornerOf(button),
    loading && h("span", { class: "sr" }, say("message.waiting")),
  );
}

function cornerOf(button) {
  if (button.url || button.web_app) return icon("link", 12);
  return button.copy_text ? icon("copy", 12) : null;
}

async function press(view, message, button, element) {
  if (button.url) return view.openLink(button.url);
  if (button.web_app) return view.dialogs.alert(`${say("link.app")}\n${button.web_app.url}`);
  if (button.copy_text) return view.copy(button.copy_text.text);
  element.classList.add("loading");
  const pressed = await view.act("press", { message_id: message.message_id, data: button.callback_data });
  if (!pressed) element.classList.remove("loading");
}

/** Draw the keyboard below the chat. */
export function replyKeyboard(view, markup) {
  const rows = markup.keyboard.map((row) =>
    h(
      "div",
      { class: "buttons" },
      row.map((button) =>
        h(
          "button",
          { type: "button", class: `reply-button ${button.style ?? ""}`, onclick: () => pressBelow(view, button) },
          button.request_location && icon("pin", 17),
          button.request_contact && icon("person", 17),
          h("span", {}, button.text),
        ),
      ),
    ),
  );
  return h("div", { class: "reply-keyboard", role: "group", "aria-label": say("write.keyboard") }, rows);
}

function pressBelow(view, button) {
  if (button.web_app) return view.dialogs.alert(`${say("link.app")}\n${button.web_app.url}`);
  if (button.request_location) return view.dialogs.askForPlace(button.text);
  if (button.request_contact) return view.dialogs.askForContact(() => view.act("reply_button", { text: button.text }));
  return view.act("reply_button", { text: button.text });
}
