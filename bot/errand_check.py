"""What a check of papers is worth for an errand: there somebody of the staff goes instead."""

from bot.custody import AGENT, AUTHORISATION
from bot.guide import Guide
from bot.pre_check import Answers, PapersNeeded, outcome
from bot.services import Service

NOON = 12 * 60
MORNING, AFTERNOON = "morning", "afternoon"
# A day that was chosen before (ISO), with a part of it or without: `day:2026-11-26:morning`.
DAY = "day:"


def papers_for_errand(guide: Guide, service: Service, answers: Answers) -> tuple[str, ...]:
    """Return the codes of all papers that are needed when an agent goes with them.

    What the resident has agreed to with the errand stands for a letter of authorisation.
    """
    for facts in ({**answers, AGENT: True}, answers):
        led_to = outcome(guide, service, facts)
        if isinstance(led_to, PapersNeeded):
            codes = dict.fromkeys(each.paper for each in led_to.to_bring)
            return tuple(code for code in codes if code != AUTHORISATION)
    return ()


def day_written(day: str, minute: int | None = None) -> str:
    """Return how a day that was chosen before, and a minute of it, are kept as a time at home."""
    if not day:
        return ""
    part = "" if minute is None else (MORNING if minute < NOON else AFTERNOON)
    return f"{DAY}{day}:{part}"


def day_read(written: str) -> tuple[str, str]:
    """Return the ISO day and the part of it of a kept time at home; empty for any other."""
    if not written.startswith(DAY):
        return "", ""
    day, _, part = written.removeprefix(DAY).partition(":")
    return day, part
