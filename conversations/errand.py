"""A resident lets a member of staff do a matter: papers fetched, handed in, brought back.

Resident  /errand 老年证
Bot       老年优待证。给谁办？  [我自己] [替别人]
Resident  [我自己]
Bot       行动方便吗？老人、病人、残疾人先办。  [年纪大] …
…
Bot       核对 …  [没错，看授权]
Bot       授权书：本人罗建华，授权 … 代办老年优待证，带走下列原件 …  [我授权]
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.commands import AnswerInquiry, AskErrand, GoOnWith, ReportInstead
from bot.community import Community
from bot.custody import AGENT_ID, AUTHORISATION
from bot.errand_proof import BASES, NOTHING, SIGNED
from bot.errands import PRIORITIES
from bot.events import Event
from bot.guide import Guide
from bot.places import Place
from bot.services import Service
from bot.telling import Parameter, Parameters
from conversations.category import said
from conversations.engine import Ask, Look, Script, ask, look
from conversations.errand_facts import ErrandOutlook, ErrandsToday, Outlook
from conversations.errand_known import (
    HOME,
    LIST,
    NOBODY,
    OTHER,
    PHOTOS,
    SELF,
    SHOWS,
    ErrandStart,
    ask_home,
    shown_of_check,
)
from conversations.errand_papers import (
    CHECK_FIRST,
    PAPERS,
    check_or_list,
    checked_needs_told,
    checked_papers,
    has_conditions,
    listed_papers,
)
from conversations.errand_words import authorisation_told, home_told, papers_told
from conversations.place import ask_place
from conversations.questions import Choice, Option, Refused, Text
from conversations.service_choice import MATTER, Chosen, Search, choose_service
from conversations.service_facts import GuideToday

STAGES = ("matter", "whom", "papers", "where", "send")
WHOM, PRIORITY, PLACE, NAME = "whom", "priority", "place", "name"
SEND, AUTHORISE = "send", "authorise"
CHANGEABLE = (WHOM, PRIORITY, PAPERS, SHOWS, PLACE, HOME, NAME, MATTER)
LONGEST_NAME, LONGEST_TIME = 40, 80


@dataclass(frozen=True, slots=True)
class Whom:
    """For whom it is (empty: the person's own self), and on what grounds."""

    name: str = ""
    basis: str = ""


Outcome = AskErrand | AnswerInquiry | ReportInstead | GoOnWith
Asked = Generator[Ask | Look, Any, Any]


def errand(start: ErrandStart, community: Community) -> Script[Outcome]:
    """Find the matter, for whom, with which papers and where; then the authorisation."""
    guide = yield from look(GuideToday())
    chosen = yield from choose_service(Search(guide, start.service))
    if not isinstance(chosen, Chosen):
        return chosen
    service = guide.services[chosen.service]
    terms = yield from look(ErrandsToday())
    about: dict[str, Parameter] = {"service": said(service.name)}
    if service.code not in terms:
        return AnswerInquiry("errand.not_offered", about, (service.code,))
    if start.service != service.code:
        # What words have told of whom it is for holds; a check of something else does not.
        start = ErrandStart(service.code, whom="" if start.service else start.whom)
    if (yield from _checks_first(service, start, about)):
        return GoOnWith("pre_check", service.code, "")
    whom = yield from _whom(start, about)
    if whom.basis == NOTHING:
        told = {**about, "for_whom": whom.name, "community": said(community.name)}
        return AnswerInquiry("errand.needs_authorisation", told)
    command, outlook = yield from _asked_for(Asking(guide, service, start, about), whom, community)
    parts = CHANGEABLE if start.is_checked else tuple(x for x in CHANGEABLE if x != SHOWS)
    yield from ask(_summary(community, command, outlook, (start.missing, parts)))
    yield from ask(_authorise(community, command))
    return command


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked about, and what is known of it already."""

    guide: Guide
    service: Service
    start: ErrandStart
    about: Parameters


def _asked_for(
    asking: Asking, whom: Whom, community: Community
) -> Generator[Ask | Look, Any, tuple[AskErrand, Outlook]]:
    """Ask everything that is not known yet."""
    start, about = asking.start, asking.about
    priority = yield from ask(_priority(about))
    papers = yield from _papers(asking.guide, asking.service, start, whom)
    shown = yield from shown_of_check(start, about)
    place = yield from ask_place(community, "", "", is_visited=True)
    home = yield from ask(ask_home(start, about))
    outlook = yield from look(ErrandOutlook(asking.service.code, place))
    own = start.name or outlook.name
    typed = yield from ask(_name(own))
    command = AskErrand(
        asking.service.code,
        typed[:LONGEST_NAME] or own,
        whom.name,
        whom.basis,
        priority,
        papers,
        place,
        home[:LONGEST_TIME],
        outlook.runner,
        outlook.good_until,
        start.check if shown != NOBODY else 0,
        start.needed if shown != NOBODY else (),
        shown == PHOTOS,
    )
    return command, outlook


@dataclass(frozen=True)
class Summary(Choice):
    """Everything once more, and a way to change each part."""

    parts: tuple[str, ...] = CHANGEABLE

    @property
    def changeable(self) -> Sequence[Option]:
        """Every part of the errand."""
        return tuple(Option(each, f"errand.change.{each}") for each in self.parts)


def _checks_first(
    service: Service, start: ErrandStart, about: Parameters
) -> Generator[Ask, Any, bool]:
    """Ask, without a check, whether to find out first which papers apply."""
    if start.is_about(service) or not has_conditions(service):
        return False
    return bool((yield from ask(check_or_list(about))) == CHECK_FIRST)


@dataclass(frozen=True)
class PersonName(Text):
    """The name of somebody else; a number alone is none."""

    def take(self, event: Event) -> str | Refused:
        """Take words with at least one letter."""
        taken = super().take(event)
        is_name = isinstance(taken, str) and any(each.isalpha() for each in taken)
        return taken if is_name or isinstance(taken, Refused) else Refused("errand.no_name")


def _whom(start: ErrandStart, about: Parameters) -> Generator[Ask, Any, Whom]:
    """Ask for whom, unless the check knows it; who speaks for another one says on what grounds."""
    options = tuple(Option(each, f"errand.button.{each}") for each in (SELF, OTHER))
    known = start.whom or None
    question = Choice(
        WHOM, "errand.ask.whom", options, about, "whom", unless_changed=known, aside=bool(known)
    )
    if (yield from ask(question)) == SELF:
        return Whom()
    name = yield from ask(PersonName(f"{WHOM}.name", "errand.ask.whom_name", about, "whom"))
    told = {**about, "for_whom": name[:LONGEST_NAME]}
    grounds = tuple(Option(each, f"errand.button.{each}") for each in BASES)
    basis = yield from ask(Choice(f"{WHOM}.basis", "errand.ask.basis", grounds, told, "whom"))
    return Whom(name[:LONGEST_NAME], basis)


def _priority(about: Parameters) -> Choice:
    options = tuple(
        Option(each, f"errand.button.priority_{each}", typed=f"errand.typed.{each}")
        for each in ("old", "disabled", "ill", "none")
        if each in PRIORITIES
    )
    return Choice(PRIORITY, "errand.ask.priority", options, about, "whom", side_by_side=2)


def _papers(
    guide: Guide, service: Service, start: ErrandStart, whom: Whom
) -> Generator[Ask, Any, tuple[str, ...]]:
    """Return which originals are handed over; copies are not followed."""
    if start.is_about(service):
        known = [code for code in start.papers if code in guide.papers]
        along = checked_needs_told(guide, service, start.needed, (*known, AGENT_ID))
        given = yield from checked_papers(guide, known, along)
    else:
        given = yield from listed_papers(guide, service)
    # What somebody else has signed is looked at, and travels with the papers.
    signed = (AUTHORISATION,) if whom.basis == SIGNED and AUTHORISATION in guide.papers else ()
    return tuple(dict.fromkeys((*signed, *given)))


def _name(name: str) -> Text:
    own = (Option("-", "errand.button.own_name", {"name": name}),)
    return Text(
        NAME,
        "errand.ask.name",
        {},
        "send",
        optional=True,
        unless_changed="-",
        offered=own,
        aside=True,
    )


def _summary(
    community: Community,
    command: AskErrand,
    outlook: Outlook,
    known: tuple[Sequence[str], tuple[str, ...]],
) -> Choice:
    missing, parts = known
    told = {
        **authorisation_told(community, command),
        **_place_told(command.place),
        "priority": command.priority,
        **home_told(command.home),
        "papers": papers_told(community, command.papers),
        "promised_by": outlook.promised_by,
        "missing": papers_told(community, missing),
        "shows": _shows(command) if SHOWS in parts else "",
    }
    send = Option(SEND, "errand.button.send", typed="errand.typed.send")
    return Summary(SEND, "errand.ask.send", (send,), told, "send", parts=parts)


def _shows(command: AskErrand) -> str:
    """Return the key that says what of the check is shown."""
    shown = LIST if command.check else NOBODY
    return f"errand_known.shows.{PHOTOS if command.shows_photos else shown}"


def _authorise(community: Community, command: AskErrand) -> Choice:
    """Show the very words; only the press, or the button's own words, agree to them."""
    agree = (Option(AUTHORISE, "errand.button.authorise"),)
    told = {"terms": {**authorisation_told(community, command)}}
    return Choice(AUTHORISE, "errand.ask.authorise", agree, told, "send")


def _place_told(place: Place) -> dict[str, Parameter]:
    return {
        "building": place.building,
        "entrance": place.entrance,
        "flat": place.flat,
        "place_words": place.words,
        "landmark": place.landmark,
    }
