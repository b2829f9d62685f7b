"""Buttons behind random tokens, and what the first press of each brought about."""

import hashlib
import json
from dataclasses import dataclass

from bot.actions import Action
from bot.instants import Instant
from storage.action_codec import decode
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Prompt:
    """The buttons of one message: for whom, where, about what, and what each of them means."""

    token_hash: bytes
    position: int
    person_id: int
    chat_id: int
    subject: str
    action: Action
    expires_at: Instant


@dataclass(frozen=True, slots=True)
class PressResult:
    """What a press was answered with: a message key and its parameters as JSON."""

    key: str
    parameters: str


async def prompt_of(tx: Transaction, data: str) -> Prompt | None:
    """Return what the button with this `callback_data` means, if it is one of ours."""
    token, _, position = data.rpartition(".")
    if not (token and position.isascii() and position.isdigit() and len(position) < 4):  # noqa: PLR2004
        return None
    token_hash = hashlib.sha256(token.encode(errors="replace")).digest()
    row = await tx.one("prompt_by_token", token_hash=token_hash)
    actions = json.loads(row[3]) if row else []
    if row is None or int(position) >= len(actions):
        return None
    action = decode(actions[int(position)])
    return Prompt(token_hash, int(position), row[0], row[1], row[2], action, row[4])


async def result_of(tx: Transaction, prompt: Prompt) -> PressResult | None:
    """Return what this press brought about when it was pressed before."""
    row = await tx.one("press_result", token_hash=prompt.token_hash, position=prompt.position)
    return PressResult(*json.loads(row[0])) if row else None


async def keep_result(tx: Transaction, prompt: Prompt, result: PressResult, now: Instant) -> None:
    """Remember what the press brought about, to answer its repetitions."""
    await tx.run(
        "add_press",
        token_hash=prompt.token_hash,
        position=prompt.position,
        result=json.dumps([result.key, result.parameters], ensure_ascii=False),
        now=now,
    )


async def note_pressed_message(tx: Transaction, prompt: Prompt, message_id: int) -> None:
    """Let the message that was pressed show its subject, if it is a later copy than the known."""
    if prompt.subject and message_id:
        await tx.run(
            "press_shows_subject",
            chat_id=prompt.chat_id,
            subject=prompt.subject,
            message_id=message_id,
        )
