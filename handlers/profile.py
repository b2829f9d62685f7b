"""How the bot shows itself at Telegram: name, description and command menu in each language."""

import logging

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from handlers.desk.commanding import COMMANDS
from messages.catalogue import Catalogue

HIDDEN = frozenset({"start"})
_log = logging.getLogger("xiaoxiang.profile")


async def show_profile(bot: Bot, catalogue: Catalogue, community: str) -> None:
    """Bring the profile up to date; without it everything else still works."""
    for language in catalogue.languages:
        is_first = language == catalogue.languages[0]
        code = None if is_first else language.split("-")[0]
        words = _Words(catalogue, language, community)
        try:
            await bot.set_my_commands(words.menu(), language_code=code)
            await _introduce(bot, words, code)
        except TelegramError as error:
            _log.warning("profile_not_set", extra={"reason": type(error).__name__})


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
