"""The command menus that Telegram shows, from the table of commands and the catalogue's words."""

import logging

from handlers.desk.commanding import COMMANDS
from handlers.telegram import NotSentError, RefusedError, TelegramClient, UnsureError
from messages.catalogue import Catalogue

HIDDEN = frozenset({"start"})
_log = logging.getLogger("xiaoxiang.menus")


async def set_menus(telegram: TelegramClient, catalogue: Catalogue, community: str) -> None:
    """Set the menu in every language; without menus everything else still works."""
    for language in catalogue.languages:
        commands = [
            {
                "command": command.name,
                "description": catalogue.label(
                    f"commands.{command.name}", {}, language, community
                ),
            }
            for command in COMMANDS
            if command.name not in HIDDEN and not command.roles
        ]
        is_first = language == catalogue.languages[0]
        parameters: dict[str, object] = {"commands": commands}
        if not is_first:
            parameters["language_code"] = language.split("-")[0]
        try:
            await telegram.call("setMyCommands", parameters)
        except (NotSentError, UnsureError, RefusedError):
            _log.warning("menus_not_set", extra={"language": language})
