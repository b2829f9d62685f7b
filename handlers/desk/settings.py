"""What the desk must be told when it is put together."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """Languages in order of preference, the newcomers' community, the bot's name for links."""

    languages: tuple[str, ...]
    first_community: str
    bot_username: str = ""
