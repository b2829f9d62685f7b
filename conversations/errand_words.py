"""Errands as message parameters."""

from collections.abc import Iterable

from bot.commands import AskErrand
from bot.community import Community
from bot.errand_check import AFTERNOON, MORNING, day_read
from bot.telling import Parameter
from conversations.category import said

TIMES = ("any", MORNING, AFTERNOON)


def papers_told(community: Community, codes: Iterable[str]) -> list[Parameter]:
    """Name papers, as far as the community still knows them."""
    return [said(community.papers[code].name) for code in codes if code in community.papers]


def home_told(home: str) -> dict[str, Parameter]:
    """Tell when somebody is at home: a code of ours, a day that was chosen before, or words."""
    day, part = day_read(home)
    is_code = home in TIMES
    return {
        "home": home if is_code else part,
        "home_day": day,
        "home_words": "" if is_code or day else home,
    }


def authorisation_told(community: Community, command: AskErrand) -> dict[str, Parameter]:
    """Tell who lets whom do what with which papers until when: all that the text is made of."""
    return {
        "community": said(community.name),
        "service": said(community.services[command.service].name),
        "name": command.name,
        "for_whom": command.for_whom,
        "basis": command.basis,
        "runner": command.runner,
        "papers": papers_told(community, command.papers),
        "until": command.good_until,
    }
