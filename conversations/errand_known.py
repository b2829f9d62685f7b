"""What is known before an errand is asked for: a check, an appointment. Nobody answers twice."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

from bot.errand_check import day_read
from bot.services import Service
from bot.telling import Parameters
from conversations.engine import Ask, ask
from conversations.errand_words import TIMES
from conversations.questions import Choice, Option

HOME, SHOWS = "home", "shows"
SELF, OTHER = "self", "other"
# What of the check is seen by whoever does the errand.
PHOTOS, LIST, NOBODY = "photos", "list", "nobody"


@dataclass(frozen=True, slots=True)
class ErrandStart:
    """The service's code, or nothing; and what a check or an appointment has told already.

    `papers` are the originals at hand, `needed` all that the check (id) found, `missing` what is
    not there yet. `listed`: whether others may see the list, as it was decided before (`list`,
    `nobody`, or nothing). `photos` counts those that could be shown. `whom` is `self` or `other`.
    `home` is a time as `bot/errand_check.py` writes it, `name` what the appointment is called by.
    """

    service: str = ""
    papers: tuple[str, ...] = ()
    is_checked: bool = False
    missing: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    check: int = 0
    listed: str = ""
    photos: int = 0
    whom: str = ""
    home: str = ""
    name: str = ""

    def is_about(self, service: Service) -> bool:
        """Whether it comes from a check of this service."""
        return self.is_checked and self.service == service.code


def shown_of_check(start: ErrandStart, about: Parameters) -> Generator[Ask, Any, str]:
    """Ask what of the check may be seen, unless that was decided before."""
    if not start.is_checked:
        return NOBODY
    may_have = (PHOTOS, LIST, NOBODY) if start.photos else (LIST, NOBODY)
    labels = "may_see" if start.photos else "may_see_list"
    options = tuple(Option(each, f"errand_known.button.{labels}.{each}") for each in may_have)
    known = start.listed if start.listed == NOBODY or not start.photos else ""
    question = Choice(
        SHOWS,
        "errand_known.ask.shows",
        options,
        {**about, "photos": start.photos},
        "papers",
        unless_changed=known or None,
        aside=bool(known),
    )
    return (yield from ask(question))


def ask_home(start: ErrandStart, about: Parameters) -> Choice:
    """Ask when somebody is at home; the day that was chosen before holds unless it is changed."""
    day, part = day_read(start.home)
    known = (Option(start.home, "errand_known.button.day", {"day": day, "part": part}),)
    times = tuple(Option(each, f"errand.button.home_{each}") for each in TIMES)
    return Choice(
        HOME,
        "errand.ask.home",
        (*(known if day else ()), *times),
        about,
        "where",
        free=True,
        unless_changed=start.home or None,
        aside=bool(day),
    )
