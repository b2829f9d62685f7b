"""What Telegram lets through as a keyboard."""

from playground import limits
from playground.errors import bad_request
from playground.wire import Wire

_ACTIONS = ("url", "callback_data", "web_app", "copy_text")
_REQUESTS = ("request_contact", "request_location", "web_app")


def checked_markup(markup: Wire | None, chat_type: str) -> Wire | None:
    """Return the markup if Telegram would take it for this kind of chat."""
    if markup is None:
        return None
    if "inline_keyboard" in markup:
        return _checked_inline(markup)
    if "keyboard" in markup:
        return _checked_reply(markup, chat_type)
    return markup


def inline_only(markup: Wire | None) -> Wire | None:
    """Return what is shown under the message; an empty keyboard shows nothing."""
    if markup is None or "inline_keyboard" not in markup:
        return None
    rows = [row for row in markup["inline_keyboard"] if row]
    return {"inline_keyboard": rows} if rows else None


def _checked_inline(markup: Wire) -> Wire:
    buttons = [button for row in markup["inline_keyboard"] for button in row]
    if len(buttons) > limits.KEYBOARD_BUTTONS:
        raise bad_request("reply markup is too long")
    if any(len(row) > limits.KEYBOARD_ROW for row in markup["inline_keyboard"]):
        raise bad_request("reply markup is too long")
    for button in buttons:
        _check_inline_button(button)
    return markup


def _check_inline_button(button: Wire) -> None:
    if not button["text"].strip():
        raise bad_request("can't parse inline keyboard button: text must be non-empty")
    actions = [name for name in _ACTIONS if name in button]
    if len(actions) != 1:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
            if not actions
            else "can't parse inline keyboard button: exactly one action must be given"
        )
    _check_data(button)
    _check_links(button)


def _check_data(button: Wire) -> None:
    data = button.get("callback_data")
    if data is not None and not 1 <= len(data.encode()) <= limits.CALLBACK_DATA:
        raise bad_request("BUTTON_DATA_INVALID")


def _check_links(button: Wire) -> None:
    if "web_app" in button:
        check_https(button["web_app"]["url"], button["text"])
    link = button.get("url")
    if link is not None and "." not in link and not link.startswith("tg://"):
        raise bad_request(f"inline keyboard button URL '{link}' is invalid: Wrong HTTP URL")


def check_https(link: str, where: str) -> None:
    """Web apps open only over https."""
    if not link.startswith("https://"):
        raise bad_request(
            f"keyboard button '{where}' Web App URL '{link}' is invalid: "
            "Only HTTPS links are allowed"
        )


def _checked_reply(markup: Wire, chat_type: str) -> Wire:
    for row in markup["keyboard"]:
        for button in row:
            _check_reply_button(button, chat_type)
    if not any(markup["keyboard"]):
        raise bad_request("object expected as reply markup")
    return markup


def _check_reply_button(button: Wire, chat_type: str) -> None:
    if not button["text"].strip():
        raise bad_request("can't parse keyboard button: text must be non-empty")
    if "web_app" in button:
        check_https(button["web_app"]["url"], button["text"])
    asks = [name for name in _REQUESTS if button.get(name)]
    if asks and chat_type != "private":
        what = {"request_contact": "phone number", "request_location": "location"}.get(
            asks[0], "Web App"
        )
        raise bad_request(f"{what} can be requested in private chats only")
