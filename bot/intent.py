"""What somebody's first words are about: a report, a matter of the centre, or perhaps either."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from bot.classify import Guess
from bot.community import Category, Urgency
from bot.service_search import Found

# Categories of this group take what is asked at a window: the guide answers before anybody must.
SERVICES = "services"
# From this likeness on, the words name a matter and say hardly anything else.
NAMED = 0.85
# Words that sound like nothing else need not name it as plainly.
NAMED_ALONE = 0.7
LONGEST_NAME = 24
# Words like these ask how something is done at an office, not that something is mended.
_ASKS = re.compile(
    r"[办开领取换补上]|申请|申领|补办|怎么弄|怎样弄|需要什么|要什么|材料|手续"
    r"|\b(?:apply|how (?:do|can|to)|get an?|renew|replace)\b"
)
# Words like these name something official, even when the guide does not know it.
_OFFICIAL = re.compile(
    r"证$|证[怎在去要能办开]|[办开领补]\S{0,8}证|证明|护照|补贴|津贴|补助|公积金|社保"
    r"|passport|certificate|permit|allowance|subsid|licen[cs]e"
)


class Intent(StrEnum):
    """Where words lead."""

    REPORT = "report"
    SERVICE = "service"
    EITHER = "either"


def intent_of(
    words: str, found: Sequence[Found], guess: Guess, categories: Mapping[str, Category]
) -> Intent:
    """Say what words are about. Danger that is surely named always is a report."""
    guessed = [categories[code] for code in guess.categories]
    troubles = [each for each in guessed if each.group != SERVICES]
    if guess.is_sure and any(_presses(each) or each.code in guess.alarms for each in guessed):
        return Intent.REPORT
    if not found:
        return Intent.SERVICE if not troubles and _sounds_official(words) else Intent.REPORT
    if not found[0].is_sure:
        return Intent.EITHER if not troubles else Intent.REPORT
    asks = bool(_ASKS.search(words.lower()))
    is_named = asks or found[0].score >= NAMED
    if troubles and (guess.is_sure or not is_named):
        return Intent.EITHER
    is_alone = not troubles and (guessed or found[0].score >= NAMED_ALONE)
    return Intent.SERVICE if is_named or is_alone else Intent.EITHER


def _presses(category: Category) -> bool:
    return category.danger or category.urgency is Urgency.EMERGENCY


def _sounds_official(words: str) -> bool:
    return len(words) <= LONGEST_NAME and bool(_OFFICIAL.search(words.lower()))
