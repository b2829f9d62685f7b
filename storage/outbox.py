"""What is to be said: written in the turn's transaction, rendered and sent after the commit."""

import hashlib
import secrets
from dataclasses import dataclass
from functools import singledispatch
from typing import cast

import orjson

from bot.events import Attachment
from bot.instants import DAY, SECOND, Instant, after
from bot.telling import (
    AnswerPress,
    Keyboard,
    Placement,
    React,
    Say,
    ShowAlbum,
    ShowPicture,
    ShowPlace,
    Telling,
)
from storage.action_codec import encode
from storage.database import Transaction

PRESS_ANSWER_LIFE = 10 * SECOND
PROMPT_LIFE = 60 * DAY
TOKEN_BYTES = 12


@dataclass(frozen=True, slots=True)
class _Row:
    kind: str
    content: dict[str, object]
    subject: str = ""
    haste: int = 2
    policy: str = "at_least_once"
    audience: str = "self"
    not_before: int = 0
    expires_at: int | None = None


async def tell(tx: Transaction, telling: Telling, *, now: Instant, inbox: int) -> bool:
    """Put a message into the outbox; False when this very effect is there already."""
    token = secrets.token_urlsafe(TOKEN_BYTES) if _keyboard(telling) else ""
    row = _row(telling, token, now)
    added = await tx.add(
        "add_message",
        once=telling.once,
        chat_id=telling.chat_id,
        kind=row.kind,
        content=orjson.dumps(row.content).decode(),
        subject=row.subject,
        haste=row.haste,
        policy=row.policy,
        audience=row.audience,
        not_before=row.not_before,
        expires_at=row.expires_at,
        inbox_id=inbox,
        now=now,
    )
    if added and row.subject:
        await _take_the_place(tx, telling.chat_id, row.subject, added)
    if added and token:
        await _add_prompt(tx, cast("Say", telling), token, now)
    return added is not None


async def _take_the_place(tx: Transaction, chat_id: int, subject: str, identity: int) -> None:
    """Let a message replace what has not left; where that was to stand below, this one does."""
    replaced = await tx.all("supersede_messages", chat_id=chat_id, subject=subject, id=identity)
    if any(row[0] == Placement.BELOW for row in replaced):
        await tx.run("place_below", id=identity)


async def hand_over_subject(tx: Transaction, chat_id: int, old: str, new: str) -> None:
    """Let the message that shows one subject show another: a talk becomes its case's card."""
    await tx.run("supersede_subject", chat_id=chat_id, subject=old)
    await tx.run("rename_subject_on_the_way", chat_id=chat_id, old=old, new=new)
    await tx.run("rename_shown_message", chat_id=chat_id, old=old, new=new)


async def withdraw_messages(tx: Transaction, chat_id: int, subject: str) -> None:
    """Keep back what has not left yet about a subject."""
    await tx.run("supersede_subject", chat_id=chat_id, subject=subject)


async def forget_messages(tx: Transaction, owner: str) -> None:
    """Empty every message whose key begins with its owner (`talk:7`); none is sent any more."""
    await tx.run("forget_messages", first=f"{owner}:", end=f"{owner};")


def _keyboard(telling: Telling) -> Keyboard:
    return telling.keyboard if isinstance(telling, Say) else ()


async def _add_prompt(tx: Transaction, say: Say, token: str, now: Instant) -> None:
    actions = [encode(each.action) for row in say.keyboard for each in row if each.action]
    await tx.run(
        "add_prompt",
        token_hash=hashlib.sha256(token.encode()).digest(),
        chat_id=say.chat_id,
        subject=say.subject,
        actions=orjson.dumps(actions).decode(),
        now=now,
        expires_at=after(now, PROMPT_LIFE),
    )


@singledispatch
def _row(telling: Telling, _token: str, _now: Instant) -> _Row:
    raise TypeError(f"nothing is known about telling {type(telling).__name__}")


@_row.register
def _(telling: Say, token: str, _now: Instant) -> _Row:
    content: dict[str, object] = {
        "key": telling.key,
        "parameters": dict(telling.parameters),
        "buttons": _buttons(telling.keyboard, token),
        "placement": telling.placement,
        "reply_keyboard": telling.reply_keyboard,
        "photo": telling.photo.file_id if telling.photo else "",
        "photo_kind": telling.photo.kind if telling.photo else "",
    }
    return _Row(
        "say",
        content,
        telling.subject,
        telling.haste,
        audience=telling.audience,
        not_before=telling.not_before,
        expires_at=telling.expires_at,
    )


@_row.register
def _(telling: AnswerPress, _token: str, now: Instant) -> _Row:
    content: dict[str, object] = {
        "callback_id": telling.callback_id,
        "key": telling.key,
        "parameters": dict(telling.parameters or {}),
        "alert": telling.alert,
    }
    expires_at = after(now, PRESS_ANSWER_LIFE)
    return _Row("answer_press", content, "", 0, "at_most_once", expires_at=expires_at)


@_row.register
def _(telling: ShowAlbum, _token: str, _now: Instant) -> _Row:
    content: dict[str, object] = {"files": [_file(each) for each in telling.attachments]}
    return _Row("album", content, audience=telling.audience)


@_row.register
def _(telling: ShowPlace, _token: str, _now: Instant) -> _Row:
    content: dict[str, object] = {
        "latitude": telling.latitude,
        "longitude": telling.longitude,
        "key": telling.key,
        "parameters": dict(telling.parameters),
    }
    return _Row("place", content, audience=telling.audience)


@_row.register
def _(telling: ShowPicture, _token: str, _now: Instant) -> _Row:
    content: dict[str, object] = {
        "picture": telling.picture,
        "parameters": dict(telling.parameters),
    }
    return _Row("picture", content, haste=telling.haste, audience=telling.audience)


@_row.register
def _(telling: React, _token: str, _now: Instant) -> _Row:
    content: dict[str, object] = {"message_id": telling.message_id, "emoji": telling.emoji}
    return _Row("reaction", content, policy="idempotent")


def _buttons(keyboard: Keyboard, token: str) -> list[list[dict[str, object]]]:
    """Write the buttons; those with an action are numbered behind the message's one token."""
    number = 0
    rows = []
    for row in keyboard:
        written: list[dict[str, object]] = []
        for button in row:
            each: dict[str, object] = {
                "label": button.label,
                "parameters": dict(button.parameters or {}),
            }
            if button.action:
                each["data"] = f"{token}.{number}"
                number += 1
            else:
                each["url"] = button.url
            written.append(each)
        rows.append(written)
    return rows


def _file(attachment: Attachment) -> dict[str, object]:
    return {"kind": attachment.kind, "file_id": attachment.file_id}
