"""From a stored message to the call that says it.

Words are found only now, in the language of this moment.
"""

import html
import re
from dataclasses import dataclass
from typing import Any, Protocol

from bot.telling import Parameters, Placement, ReplyKeyboard
from handlers.multipart import Upload

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LONGEST_TOAST = 200
SHARE_PLACE = "keyboard.share_place"
# What can stand above a text.
FILE_KINDS = ("photo", "document")
_TAG = re.compile(r"<[^<>]*>")
Content = dict[str, Any]


class Words(Protocol):
    """The catalogue of everything the bot says."""

    def render(self, key: str, parameters: Parameters, language: str, community: str) -> str:
        """Return a text as Telegram's HTML."""

    def label(self, key: str, parameters: Parameters, language: str, community: str) -> str:
        """Return a button's text, plain."""


@dataclass(frozen=True, slots=True)
class Receiver:
    """In which language and about which community somebody is spoken to."""

    language: str
    community: str


@dataclass(frozen=True, slots=True)
class Shown:
    """The message that shows a subject now; doubted when a newer one may be there."""

    message_id: int
    has_photo: bool
    is_doubted: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """A method of the Bot API with its parameters."""

    method: str
    parameters: dict[str, object]
    has_photo: bool = False
    upload: Upload | None = None


@dataclass(frozen=True, slots=True)
class Script:
    """Everything needed to put a stored message into words."""

    words: Words
    receiver: Receiver
    chat_id: int

    def say(self, content: Content) -> Call:
        """Return the call that sends a text, with its photo when the text fits below it."""
        text = self._text(content)
        parameters: dict[str, object] = {"chat_id": self.chat_id, "parse_mode": "HTML"}
        markup = self._markup(content)
        if markup:
            parameters["reply_markup"] = markup
        if content["photo"] and length_of(text) <= LONGEST_CAPTION:
            return _with_file(parameters, content, text)
        no_preview = {"is_disabled": True}
        return Call(
            "sendMessage", {**parameters, "text": text, "link_preview_options": no_preview}
        )

    def edit(self, content: Content, shown: Shown) -> Call:
        """Return the call that turns the shown message into this one."""
        new = self.say(content).parameters
        place = {"chat_id": self.chat_id, "message_id": shown.message_id}
        if shown.has_photo:
            caption = new.get("caption") or shortened(str(new.get("text")), LONGEST_CAPTION)
            kept = _only(new, "parse_mode", "reply_markup")
            return Call(
                "editMessageCaption", {**place, **kept, "caption": caption}, has_photo=True
            )
        kind = next((each for each in FILE_KINDS if each in new), "")
        if kind:
            media = {"type": kind, "media": new[kind], **_only(new, "caption", "parse_mode")}
            return Call(
                "editMessageMedia",
                {**place, **_only(new, "reply_markup"), "media": media},
                has_photo=True,
            )
        return Call("editMessageText", {**new, **place})

    def answer_press(self, content: Content) -> Call:
        """Return the call that ends a button's waiting state."""
        parameters: dict[str, object] = {"callback_query_id": content["callback_id"]}
        if content["key"]:
            said = self._label(content["key"], content["parameters"])
            parameters["text"] = said[:LONGEST_TOAST]
            parameters["show_alert"] = content["alert"]
        return Call("answerCallbackQuery", parameters)

    def place(self, content: Content) -> Call:
        """Return the call that sends a pin with a title."""
        title = self._label(content["key"], content["parameters"])
        point = _only(content, "latitude", "longitude")
        named = {"title": title, "address": title}
        return Call("sendVenue", {"chat_id": self.chat_id, **point, **named})

    def album(self, content: Content) -> Call:
        """Return the call that shows files: an album, or one file alone."""
        files = content["files"]
        if len(files) == 1:
            kind = files[0]["kind"]
            method = f"send{kind.capitalize()}"
            return Call(method, {"chat_id": self.chat_id, kind: files[0]["file_id"]})
        media = [{"type": each["kind"], "media": each["file_id"]} for each in files[:10]]
        return Call("sendMediaGroup", {"chat_id": self.chat_id, "media": media})

    def picture(self, content: Content, drawn: Upload | str) -> Call:
        """Return the call that sends a picture: drawn just now, or known to Telegram by its id."""
        caption = self._words(f"picture.caption.{content['picture']}", content["parameters"])
        upload = drawn if isinstance(drawn, Upload) else None
        parameters: dict[str, object] = {
            "chat_id": self.chat_id,
            "photo": drawn.reference if isinstance(drawn, Upload) else drawn,
            "caption": shortened(caption, LONGEST_CAPTION),
            "parse_mode": "HTML",
        }
        return Call("sendPhoto", parameters, has_photo=True, upload=upload)

    def no_picture(self, content: Content) -> Call:
        """Return the call that says that a picture cannot be drawn."""
        text = self._words(f"picture.lacking.{content['picture']}", {})
        parameters = {"chat_id": self.chat_id, "text": text}
        return Call("sendMessage", {**parameters, "parse_mode": "HTML"})

    def reaction(self, content: Content) -> Call:
        """Return the call that puts a small reaction under the person's message."""
        return Call(
            "setMessageReaction",
            {
                "chat_id": self.chat_id,
                "message_id": content["message_id"],
                "reaction": [{"type": "emoji", "emoji": content["emoji"]}],
            },
        )

    def call(self, kind: str, content: Content) -> Call:
        """Return the call for a stored message of any kind."""
        return _KINDS[kind](self, content)

    def _text(self, content: Content) -> str:
        return shortened(self._words(content["key"], content["parameters"]), LONGEST_TEXT)

    def _words(self, key: str, parameters: Parameters) -> str:
        receiver = self.receiver
        return self.words.render(key, parameters, receiver.language, receiver.community)

    def _label(self, key: str, parameters: Parameters) -> str:
        receiver = self.receiver
        return self.words.label(key, parameters, receiver.language, receiver.community)

    def _markup(self, content: Content) -> dict[str, object] | None:
        if content["reply_keyboard"] == ReplyKeyboard.ASK_PLACE:
            button = {"text": self._label(SHARE_PLACE, {}), "request_location": True}
            return {"keyboard": [[button]], "resize_keyboard": True, "one_time_keyboard": True}
        rows = [[self._button(each) for each in row] for row in content["buttons"]]
        return {"inline_keyboard": rows} if rows else None

    def _button(self, button: dict[str, Any]) -> dict[str, str]:
        text = self._label(button["label"], button["parameters"])
        if "data" in button:
            return {"text": text, "callback_data": button["data"]}
        return {"text": text, "url": button["url"]}


_KINDS = {
    "say": Script.say,
    "answer_press": Script.answer_press,
    "place": Script.place,
    "album": Script.album,
    "reaction": Script.reaction,
}


def _with_file(parameters: dict[str, object], content: Content, text: str) -> Call:
    """Return the call that sends a text below its photo, or below a photo that came as a file."""
    kind = content.get("photo_kind") or "photo"
    with_file = {**parameters, kind: content["photo"], "caption": text}
    return Call(f"send{kind.capitalize()}", with_file, has_photo=True)


def is_below(content: Content) -> bool:
    """Whether the message wants to stand below, as the newest one."""
    return bool(content["placement"] == Placement.BELOW)


def plain(call: Call) -> Call:
    """Return the same call without any markup, for a text that Telegram would not take."""
    parameters = {name: value for name, value in call.parameters.items() if name != "parse_mode"}
    for name in ("text", "caption"):
        if name in parameters:
            parameters[name] = html.unescape(_TAG.sub("", str(parameters[name])))
    return Call(call.method, parameters, call.has_photo, call.upload)


def length_of(text: str) -> int:
    """Return the length as Telegram counts: UTF-16 units after the markup is gone."""
    bare = html.unescape(_TAG.sub("", text)) if "<" in text or "&" in text else text
    return len(bare.encode("utf-16-le", errors="replace")) // 2


def shortened(text: str, longest: int) -> str:
    """Return a text that fits; one that does not loses its markup with its end.

    No tag is ever cut.
    """
    if len(text) * 2 <= longest or length_of(text) <= longest:
        return text
    bare = html.unescape(_TAG.sub("", text))
    cut = bare.encode("utf-16-le")[: (longest - 2) * 2].decode("utf-16-le", errors="ignore")
    return html.escape(f"{cut}…", quote=False)


def _only(parameters: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: parameters[name] for name in names if name in parameters}
