"""Parts of a day and times as people say them: 上午, 中午, 下午3点, at 10, in the evening."""

import re
from enum import StrEnum

from bot.plain_text import narrow

_HOUR = 60


class Part(StrEnum):
    """A part of a day."""

    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"

    @property
    def minutes(self) -> range:
        """From which minute of the day until which it lasts; noon is the break."""
        return _LASTS[self]


_LASTS = {
    Part.MORNING: range(12 * _HOUR),
    Part.NOON: range(12 * _HOUR, 14 * _HOUR),
    Part.AFTERNOON: range(12 * _HOUR, 18 * _HOUR),
    Part.EVENING: range(18 * _HOUR, 24 * _HOUR),
}
_GREETING = re.compile(r"(?:早上|上午|中午|下午|晚上)好|good (?:morning|afternoon|evening)")
_WORDS = {
    Part.MORNING: r"上午|早上|早晨|清早|一早|[明今]早|\bmornings?\b",
    Part.NOON: r"中午|午休|正午|午饭|(?:12|十二)[点點]?[到至-](?:下午)?[12一二两][点點]"
    r"|\bnoon\b|\blunch\b|\blunch ?time\b|\bmidday\b",
    Part.AFTERNOON: r"下午|午后|\bafternoons?\b",
    Part.EVENING: r"晚上|[明今]晚|夜里|夜间|傍晚|下班后|\bevenings?\b|\btonight\b|\bat night\b",
}
_IN_PARTS = {part: re.compile(words) for part, words in _WORDS.items()}
# 早一点 and 一点都不 tell no time.
_CLOCK = re.compile(
    r"(?:上午|早上|中午|下午|晚上)?(?:[0-9]{1,2}|十[一二]?|[二两三四五六七八九]"
    r"|(?<![早晚快慢有多少大小])一)"
    r"(?:[点點]半|[点點时][0-9]{2}|[点點](?![都也不没儿心])|时(?!候|间)|:[0-9]{2})"
    r"|\b[0-9]{1,2}(?::[0-9]{2})? ?(?:am|pm|o['’]clock)\b"
    r"|(?<=\bat )[0-9]{1,2}(?::[0-9]{2})?\b"
)
_O_CLOCK = re.compile(r" ?o['’]clock")


def part_named(text: str) -> Part | None:
    """Return the first part of a day that a text names; a greeting names none."""
    said = _GREETING.sub(" ", narrow(text))
    found = {
        part: match.start() for part, each in _IN_PARTS.items() if (match := each.search(said))
    }
    return min(found, key=found.__getitem__, default=None)


def clock_named(text: str) -> str:
    """Return the words of a text that say a time of day: 下午3点半, 10:30, 3 pm; else nothing."""
    found = _CLOCK.search(_GREETING.sub(" ", narrow(text)))
    return _O_CLOCK.sub("", found[0]) if found else ""


def without_times(text: str) -> str:
    """Return a narrow text without greetings, parts of a day and times."""
    said = _CLOCK.sub(" ", _GREETING.sub(" ", narrow(text)))
    for each in _IN_PARTS.values():
        said = each.sub(" ", said)
    return said
