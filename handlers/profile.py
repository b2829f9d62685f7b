"""How the bot shows itself at Telegram: name, description and command menu in each language."""

import asyncio
import logging

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from handlers.desk.commanding import COMMANDS
from messages.catalogue import Catalogue

# Telegram allows few changes of a profile a day.
FIRST_PAUSE, LONGEST_PAUSE = 30.0, 3600.0
HIDDEN = frozenset({"start"})
_log = logging.getLogger("xiaoxiang.profile")


async def keep_profile(bot: Bot, catalogue: Catalogue, community: str) -> None:
    """Bring the profile up to date, however long Telegram takes; everything else works without."""
    pause = FIRST_PAUSE
    while True:
        try:
            await _show(bot, catalogue, community)
        except TelegramError as error:
            _log.warning("profile_not_set", extra={"reason": type(error).__name__})
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)
        else:
            return


async def _show(bot: Bot, catalogue: Catalogue, community: str) -> None:
    for language in catalogue.languages:
        is_first = language == catalogue.languages[0]
        code = None if is_first else language.split("-")[0]
        words = _Words(catalogue, language, community)
        await bot.set_my_commands(words.menu(), language_code=code)
        await _introduce(bot, words, code)


class _Words:
    """The profile's words in one language."""

    def __init__(self, catalogue: Catalogue, language: str, community: str) -> None:
        self._catalogue = catalogue
        self._language = language
        self._community = community

    def __getitem__(self, key: str) -> str:
        return self._catalogue.label(key, {}, self._language, self._community)

    def menu(self) -> list[BotCommand]:
        """Return the commands that everybody finds in the menu."""
        return [
            BotCommand(command.name, self[f"commands.{command.name}"])
            for command in COMMANDS
            if command.name not in HIDDEN and not command.roles
        ]


async def _introduce(bot: Bot, words: _Words, code: str | None) -> None:
    """Set name and description only where they differ: Telegram allows few changes a day."""
    name, description = words["profile.name"], words["profile.description"]
    if (await bot.get_my_name(code)).name != name:
        await bot.set_my_name(name, language_code=code)
    if (await bot.get_my_description(code)).description != description:
        await bot.set_my_description(description, language_code=code)
