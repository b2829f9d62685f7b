"""By what a stored message, a call and a message on a phone are known to be the same."""

import html
import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from bot.community_items import assemble
from handlers.rendering import Receiver, Script
from messages.catalogue import Catalogue
from playground.calls import Call
from playground.messages import StoredMessage
from tests.crash.alley import community_items
from tests.crash.weather import DONE

Key = tuple[object, ...]
_TAG = re.compile(r"<[^<>]*>")
_NOT_MODIFIED = 400
NEW = {"sendmessage", "sendphoto", "sendvideo", "sendvoice", "sendmediagroup", "sendvenue"}
EDITING = {"editmessagetext", "editmessagecaption", "editmessagemedia", "setmessagereaction"}


class Keys:
    """Knows the words, so that a stored message can be compared with what was sent."""

    def __init__(self, languages: Mapping[int, str]) -> None:
        community = assemble(community_items())
        self._community = community.code
        self._catalogue = Catalogue.load({community.code: community})
        self._languages = languages

    def of_row(self, row: sqlite3.Row) -> Key:
        """Return the key of a row of the outbox."""
        chat_id = row["chat_id"]
        receiver = Receiver(self._languages.get(chat_id, "zh-CN"), self._community)
        call = Script(self._catalogue, receiver, chat_id).call(
            row["kind"], json.loads(row["content"])
        )
        return _key(chat_id, call.parameters)


def of_call(call: Call) -> Key:
    """Return the key of what a call sends or edits."""
    return _key(int(call.parameters["chat_id"]), call.parameters)


def of_message(chat_id: int, message: StoredMessage) -> Key:
    """Return the key of a message on a phone."""
    return _token(chat_id, message.reply_markup) or (chat_id, message.text.strip())


def seen(calls: Iterable[Call]) -> tuple[Counter[Key], Counter[Key]]:
    """Count the copies and the edits that Telegram has made of each message."""
    copies, edits = Counter[Key](), Counter[Key]()
    for call in calls:
        if call.method in NEW and call.status in DONE:
            copies[of_call(call)] += 1
        elif call.method in EDITING and call.status in DONE | {_NOT_MODIFIED}:
            edits[of_call(call)] += 1
    return copies, edits


def _key(chat_id: int, parameters: Mapping[str, Any]) -> Key:
    token = _token(chat_id, parameters.get("reply_markup"))
    if token:
        return token
    media = parameters.get("media")
    if isinstance(media, list):
        return (chat_id, *(each["media"] for each in media))
    if "text" in parameters or "caption" in parameters:
        return (chat_id, _plain(parameters.get("text") or parameters.get("caption") or ""))
    if isinstance(media, dict):
        return (chat_id, _plain(media["caption"]))
    names = ("photo", "video", "voice", "latitude", "longitude", "reaction", "message_id")
    return (chat_id, *(str(parameters[name]) for name in names if name in parameters))


def _token(chat_id: int, markup: Mapping[str, Any] | None) -> Key | None:
    rows = (markup or {}).get("inline_keyboard") or []
    data = [button["callback_data"] for row in rows for button in row if "callback_data" in button]
    return (chat_id, data[0].rpartition(".")[0]) if data else None


def _plain(text: str) -> str:
    return html.unescape(_TAG.sub("", text)).strip()
