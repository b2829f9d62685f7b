"""How the bot presents itself: commands, menu button, names, rights."""

import re
from collections.abc import Callable

from playground import limits
from playground.errors import bad_request
from playground.keyboards import check_https
from playground.kinds import Fields, ListOf
from playground.methods.method import Method
from playground.profile import scope_of
from playground.shapes import (
    BOT_COMMAND,
    BOT_COMMAND_SCOPE,
    INTEGER,
    MENU_BUTTON,
    NOTHING,
    TEXT,
)
from playground.shown import announce, shown_commands
from playground.wire import Wire
from playground.world import World

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SCOPED: Fields = {"scope": BOT_COMMAND_SCOPE, "language_code": TEXT}
_LANGUAGE: Fields = {"language_code": TEXT}
_NAMES = {"name": 64, "description": 512, "short_description": 120}
"""What the bot may be called, and how many characters that may have."""


def set_my_commands(world: World, given: Wire) -> bool:
    """Answer setMyCommands."""
    commands = given["commands"]
    if len(commands) > limits.COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        _check_command(command)
    world.profile.commands[_key(given)] = commands
    _show_commands(world)
    return True


def get_my_commands(world: World, given: Wire) -> list[Wire]:
    """Answer getMyCommands: exactly what was set for this scope and language."""
    return world.profile.commands.get(_key(given), [])


def delete_my_commands(world: World, given: Wire) -> bool:
    """Answer deleteMyCommands."""
    world.profile.commands.pop(_key(given), None)
    _show_commands(world)
    return True


def set_chat_menu_button(world: World, given: Wire) -> bool:
    """Answer setChatMenuButton."""
    button = given.get("menu_button", {"type": "default"})
    if button["type"] == "web_app":
        check_https(button["web_app"]["url"], button["text"])
    if "chat_id" in given:
        world.chat(given["chat_id"])
    world.profile.menu_buttons[given.get("chat_id", 0)] = button
    world.events.publish("profile")
    return True


def get_chat_menu_button(world: World, given: Wire) -> Wire:
    """Answer getChatMenuButton."""
    return world.profile.menu_button(given.get("chat_id", 0))


def _setter(what: str) -> Callable[[World, Wire], bool]:
    def answer(world: World, given: Wire) -> bool:
        text = given.get(what, "")
        if len(text) > _NAMES[what]:
            raise bad_request(f"bot {what.replace('_', ' ')} is too long")
        world.profile.names[what, given.get("language_code", "")] = text
        world.events.publish("profile")
        return True

    return answer


def _getter(what: str) -> Callable[[World, Wire], Wire]:
    def answer(world: World, given: Wire) -> Wire:
        default = world.bot.first_name if what == "name" else ""
        general = world.profile.names.get((what, ""), default)
        return {what: world.profile.names.get((what, given.get("language_code", "")), general)}

    return answer


def _check_command(command: Wire) -> None:
    if not _COMMAND.fullmatch(command["command"].removeprefix("/")):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(command["description"]) <= limits.COMMAND_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")


def _key(given: Wire) -> tuple[tuple[str, int, int], str]:
    return scope_of(given.get("scope")), given.get("language_code", "")


def _show_commands(world: World) -> None:
    if not world.events.is_heard:
        return
    for user_id in world.people:
        chat = world.chats[user_id]
        announce(world, chat, "commands", commands=shown_commands(world, chat, user_id))


def _name_methods(title: str, what: str) -> tuple[Method, Method]:
    return (
        Method(f"setMy{title}", NOTHING, {what: TEXT, **_LANGUAGE}, _setter(what)),
        Method(f"getMy{title}", NOTHING, _LANGUAGE, _getter(what)),
    )


METHODS = (
    Method("setMyCommands", {"commands": ListOf(BOT_COMMAND)}, _SCOPED, set_my_commands),
    Method("getMyCommands", NOTHING, _SCOPED, get_my_commands),
    Method("deleteMyCommands", NOTHING, _SCOPED, delete_my_commands),
    Method(
        "setChatMenuButton",
        NOTHING,
        {"chat_id": INTEGER, "menu_button": MENU_BUTTON},
        set_chat_menu_button,
    ),
    Method("getChatMenuButton", NOTHING, {"chat_id": INTEGER}, get_chat_menu_button),
    *_name_methods("Name", "name"),
    *_name_methods("Description", "description"),
    *_name_methods("ShortDescription", "short_description"),
)
