"""Who is writing: the person behind the account, made known at the first message."""

from bot.events import Sender
from bot.instants import Instant
from handlers.desk.settings import DeskSettings
from storage.database import Transaction
from storage.person import (
    Newcomer,
    Person,
    add_person,
    mark_person,
    person_by_telegram_id,
    rename_person,
)


def first_language(language_code: str, languages: tuple[str, ...]) -> str:
    """Guess the language to begin with from what the person's Telegram speaks."""
    wanted = language_code.lower().split("-")[0]
    for language in languages:
        if language.lower().split("-")[0] == wanted:
            return language
    return languages[0] if not wanted else _international(languages)


async def person_of(
    tx: Transaction, sender: Sender, settings: DeskSettings, now: Instant
) -> Person:
    """Return the person who writes; whoever writes does not block us."""
    known = await person_by_telegram_id(tx, sender.telegram_id)
    if known is None:
        return await add_person(tx, _newcomer(sender, settings), now)
    if sender.first_name and sender.first_name != known.name:
        await rename_person(tx, known.id, sender.first_name)
    await _reachable(tx, known)
    return known


async def welcome_back(tx: Transaction, telegram_id: int) -> None:
    """Take whoever comes with something unreadable for somebody who does not block us either."""
    known = await person_by_telegram_id(tx, telegram_id)
    if known:
        await _reachable(tx, known)


async def _reachable(tx: Transaction, person: Person) -> None:
    if person.state == "blocked":
        await mark_person(tx, person.id, "active")


def _newcomer(sender: Sender, settings: DeskSettings) -> Newcomer:
    language = first_language(sender.language_code, settings.languages)
    return Newcomer(sender.telegram_id, sender.first_name, language, settings.first_community)


def _international(languages: tuple[str, ...]) -> str:
    return "en" if "en" in languages else languages[0]
