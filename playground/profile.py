"""How the bot presents itself: commands by scope and language, menu button, names."""

from dataclasses import dataclass, field

from playground.wire import Wire

DEFAULT_MENU: Wire = {"type": "commands"}

Scope = tuple[str, int, int]
"""Type, chat and user of a command scope; 0 where there is none."""


@dataclass(slots=True)
class Profile:
    """What setMy… has set."""

    commands: dict[tuple[Scope, str], list[Wire]] = field(default_factory=dict)
    names: dict[tuple[str, str], str] = field(default_factory=dict)
    """(name, description or short_description; language) → text."""
    menu_buttons: dict[int, Wire] = field(default_factory=dict)
    """Chat, or 0 for all → button."""
    rights: dict[bool, Wire] = field(default_factory=dict)
    """For channels? → default administrator rights."""

    def commands_for(self, chat: int, user: int, status: str, language: str) -> list[Wire]:
        """Resolve the menu that a person sees: the narrowest scope first, language before none."""
        for scope in _scopes(chat, user, status):
            for key in (language[:2], ""):
                found = self.commands.get((scope, key))
                if found:
                    return found
        return []

    def named(self, what: str, language: str) -> str:
        """Resolve the name or a description for somebody's language; empty if none was set."""
        general = self.names.get((what, ""), "")
        return self.names.get((what, language[:2])) or general

    def menu_button(self, chat: int) -> Wire:
        """Resolve the menu button of a private chat."""
        own = self.menu_buttons.get(chat)
        if own is not None and own["type"] != "default":
            return own
        general = self.menu_buttons.get(0, DEFAULT_MENU)
        return general if general["type"] != "default" else DEFAULT_MENU


def scope_of(given: Wire | None) -> Scope:
    """Turn a BotCommandScope into a key."""
    if given is None:
        return ("default", 0, 0)
    return (given["type"], given.get("chat_id", 0), given.get("user_id", 0))


def _scopes(chat: int, user: int, status: str) -> list[Scope]:
    if chat > 0:
        return [("chat", chat, 0), ("all_private_chats", 0, 0), ("default", 0, 0)]
    commands: list[Scope] = [("chat_member", chat, user)]
    if status in {"administrator", "creator"}:
        commands += [("chat_administrators", chat, 0), ("chat", chat, 0)]
        commands += [("all_chat_administrators", 0, 0)]
    else:
        commands += [("chat", chat, 0)]
    return [*commands, ("all_group_chats", 0, 0), ("default", 0, 0)]
