"""Errands as message parameters."""

from collections.abc import Iterable

from bot.commands import AskErrand
from bot.community import Community
from bot.telling import Parameter
from conversations.category import said


def papers_told(community: Community, codes: Iterable[str]) -> list[Parameter]:
    """Name papers, as far as the community still knows them."""
    return [said(community.papers[code].name) for code in codes if code in community.papers]


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
