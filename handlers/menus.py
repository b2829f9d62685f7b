"""The command menus that Telegram shows, from the table of commands and the catalogue's words."""

import logging

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from handlers.desk.commanding import COMMANDS
from messages.catalogue import Catalogue

HIDDEN = frozenset({"start"})
_log = logging.getLogger("xiaoxiang.menus")


async def set_menus(bot: Bot, catalogue: Catalogue, community: str) -> None:
    """Set the menu in every language; without menus everything else still works."""
    for language in catalogue.languages:
        is_first = language == catalogue.languages[0]
        try:
            await bot.set_my_commands(
                _menu(catalogue, language, community),
                language_code=None if is_first else language.split("-")[0],
            )
        except TelegramError as error:
            _log.warning("menus_not_set", extra={"reason": type(error).__name__})


def _menu(catalogue: Catalogue, language: str, community: str) -> list[BotCommand]:
    return [
        BotCommand(
            command.name,
            catalogue.label(f"commands.{command.name}", {}, language, community),
        )
        for command in COMMANDS
        if command.name not in HIDDEN and not command.roles
    ]
