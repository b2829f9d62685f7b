"""What a talk may look at: the sample community on one morning, and what a test changes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.appointments import FreeSlot, Slot
from bot.community import Community, Point
from bot.events import Attachment
from bot.geography import other_reading
from bot.guide import Guide
from bot.instants import Instant
from bot.service_search import ServiceSearch
from bot.window_hours import Opening
from conversations.appointment_facts import AppointmentTimes, Times
from conversations.category import said
from conversations.engine import (
    Fact,
)
from conversations.errand_facts import ErrandOutlook, ErrandsToday, Outlook
from conversations.facts import (
    Attendance,
    CasesInHand,
    FilesSoFar,
    GuessOf,
    LocatedAt,
    OwnAttendance,
    OwnCases,
    PlacesIn,
    PlaceSoFar,
    SimilarCase,
    SimilarCases,
)
from conversations.going_day import OpenDays
from conversations.offer_facts import (
    FollowersOf,
    OfferFree,
    OffersMeant,
    OffersToday,
    OfferTimes,
    OfferToCome,
)
from conversations.paper_photo_facts import FilesSent, PapersToShow, PaperToShow, Showable
from conversations.place import point_written
from conversations.private_moves import OtherHelpers
from conversations.private_parts import Applicant, ApplicantNow
from conversations.private_words import ANSWER, REPLY, TELL, Addressee, Addressees
from conversations.service_facts import (
    GuideToday,
    Kept,
    KeptFacts,
    Opened,
    OpeningOf,
    ServicesMeant,
)
from conversations.ticket import PeopleBefore
from tests.bot.jiangwan import (
    addresses,
    classifier,
    community,
    folding,
    geography,
    guide,
    offer_search,
    offers,
    service_search,
)

WEDNESDAY = "2026-11-25"
TODAY = date.fromisoformat(WEDNESDAY)
PAPERS = ("id_card", "hukou")
FREE = tuple(
    FreeSlot(Slot(day, opens, opens + 30, 2), 1)
    for day in (WEDNESDAY, "2026-11-26")
    for opens in (540, 570)
)
TWO_PAPERS = Showable(
    tuple(PaperToShow(code, said(community().papers[code].button)) for code in PAPERS)
)
OUTLOOK = Outlook("罗建华", "worker_4", Instant(1_795_676_400_000_000), "2026-12-24")
OTHER_HELPERS = ("mediator_1",)
ADDRESSEES = (
    *(Addressee(script, 1, "TJ-261124-0001", "mediation") for script in (REPLY, TELL)),
    Addressee(ANSWER, 1, "JW-261124-0037"),
)
OPEN = Opened(Opening(WEDNESDAY, 510, 720), is_now=True)
AT_THE_WINDOW = (
    AppointmentTimes | PeopleBefore | OfferTimes | OfferToCome | FollowersOf | ApplicantNow
)


@dataclass(kw_only=True)
class FactsAtHand:
    """Answers every question about the world; a test says what is different in its own."""

    answers: Mapping[str, str] = field(default_factory=dict, kw_only=False)
    similar: tuple[SimilarCase, ...] = ()
    own: tuple[SimilarCase, ...] = ()
    attendance: Attendance = field(default_factory=lambda: Attendance(WEDNESDAY))
    files: int = 0
    showable: Showable = TWO_PAPERS
    sent: tuple[Attachment, ...] = ()
    among: Community = field(default_factory=community)
    guide: Guide = field(default_factory=guide)
    kept: Kept = field(default_factory=Kept)
    open_days: tuple[str, ...] = (WEDNESDAY, "2026-11-26", "2026-11-27", "2026-11-30")
    times: Times = field(default_factory=lambda: Times("罗建华", FREE, today=TODAY))
    free: OfferFree = field(default_factory=lambda: OfferFree("罗建华", WEDNESDAY, FREE))

    def fetch(self, fact: Fact[Any]) -> object:
        """Return what a script wants to know."""
        match fact:
            case GuessOf() | PlacesIn():
                return _heard(fact)
            case ErrandsToday() | ErrandOutlook():
                return community().errands if isinstance(fact, ErrandsToday) else OUTLOOK
            case LocatedAt() | PlaceSoFar():
                return self._at_a_point(fact)
            case GuideToday() | ServicesMeant() | OpeningOf() | OffersToday() | OffersMeant():
                return self._in_the_guide(fact)
            case _ if isinstance(fact, AT_THE_WINDOW):
                return self._at_the_window(fact)
            case _:
                return self._of_the_person(fact)

    def _at_a_point(self, fact: LocatedAt | PlaceSoFar) -> object:
        if isinstance(fact, PlaceSoFar):
            return point_written(self.answers.get("place", ""))
        point = Point(fact.latitude, fact.longitude)
        return geography().locate(other_reading(point) if fact.is_other_reading else point)

    def _in_the_guide(
        self, fact: GuideToday | ServicesMeant | OpeningOf | OffersToday | OffersMeant
    ) -> object:
        match fact:
            case GuideToday():
                return self.guide
            case ServicesMeant(words):
                return _search(self.guide).search(words)
            case OpeningOf():
                return OPEN
            case OffersToday():
                return offers()
            case OffersMeant(words):
                return offer_search().search(words)

    def _at_the_window(
        self,
        fact: AppointmentTimes
        | PeopleBefore
        | OfferTimes
        | OfferToCome
        | FollowersOf
        | ApplicantNow,
    ) -> object:
        match fact:
            case AppointmentTimes():
                return self.times
            case PeopleBefore():
                return 2
            case OfferTimes():
                return self.free
            case FollowersOf():
                return 12
            case OfferToCome():
                return None
            case ApplicantNow():
                return Applicant("罗建华", WEDNESDAY, is_there=True)

    def _kept_apart(self, fact: Fact[Any]) -> object:
        if isinstance(fact, OtherHelpers):
            return OTHER_HELPERS
        return self.kept if isinstance(fact, KeptFacts) else self.open_days

    def _of_the_person(self, fact: Fact[Any]) -> object:
        match fact:
            case SimilarCases() | Addressees():
                return self.similar if isinstance(fact, SimilarCases) else ADDRESSEES
            case OwnCases() | CasesInHand():
                return self.own
            case OwnAttendance():
                return self.attendance
            case KeptFacts() | OpenDays() | OtherHelpers():
                return self._kept_apart(fact)
            case PapersToShow() | FilesSent() | FilesSoFar():
                return self._to_show(fact)
            case _:
                raise TypeError(fact)

    def _to_show(self, fact: PapersToShow | FilesSent | FilesSoFar) -> object:
        match fact:
            case PapersToShow():
                return self.showable
            case FilesSent():
                return self.sent
            case FilesSoFar():
                return self.files


def _heard(fact: GuessOf | PlacesIn) -> object:
    """Return what words seem to mean: a category, or places."""
    if isinstance(fact, GuessOf):
        return classifier().guess(fact.words)
    return addresses().find(fact.words)


def _search(of: Guide) -> ServiceSearch:
    """Return the search of a guide; the one of the whole guide is built only once."""
    return service_search() if of is guide() else ServiceSearch(of, folding())
