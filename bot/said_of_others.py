"""Whether words speak of somebody else, or to somebody: then they may be an answer."""

import re

from bot.plain_text import narrow

_GREETING = re.compile(r"[您你]好|[您你]们")
_SOMEBODY = re.compile(
    r"[他她您你]|对方|人家|\b(?:he|she|they|him|her|his|hers|them|their|you|your)\b"
)


def speaks_of_somebody(text: str) -> bool:
    """Whether a text names the other side or whoever it is said to: 他不让我办居住证.

    A greeting, and all of the centre's people together, are nobody: 您好, 你们周六开门吗.
    """
    return bool(_SOMEBODY.search(_GREETING.sub("", narrow(text))))
