"""A talk without a host: the script, its answers, and the sample community to look in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from bot.actions import Steering
from bot.appointments import FreeSlot, Slot
from bot.community import Community, Point
from bot.events import Attachment, AttachmentKind, Event, SentFile, SharedPlace, Typed
from bot.geography import other_reading
from bot.guide import Guide
from bot.instants import Instant
from bot.service_search import ServiceSearch
from bot.window_hours import Opening
from conversations.appointment_facts import AppointmentTimes, Times
from conversations.category import said
from conversations.engine import (
    Asking,
    Fact,
    Finished,
    Standing,
    Step,
    Walk,
    answer_with,
    change,
    steer,
    take_event,
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
from conversations.offer_facts import FollowersOf, OfferFree, OffersMeant, OffersToday, OfferTimes
from conversations.paper_photo_facts import FilesSent, PapersToShow, PaperToShow, Showable
from conversations.place import point_written
from conversations.private_parts import Applicant, ApplicantNow
from conversations.private_words import ANSWER, REPLY, TELL, Addressee, Addressees
from conversations.questions import Option, Question
from conversations.registry import CONVERSATIONS
from conversations.report import ReportStart
from conversations.service_facts import (
    GuideToday,
    Kept,
    KeptFacts,
    Opened,
    OpeningOf,
    ServicesMeant,
)
from conversations.ticket import PeopleBefore
from conversations.typed_words import Vocabulary
from messages.catalogue import Catalogue
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

LANGUAGES = ("zh-CN", "en")
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
ADDRESSEES = (
    *(Addressee(script, 1, "TJ-261124-0001", "mediation") for script in (REPLY, TELL)),
    Addressee(ANSWER, 1, "JW-261124-0037"),
)
OPEN = Opened(Opening(WEDNESDAY, 510, 720), is_now=True)


@dataclass(frozen=True)
class Press:
    """A press on the button of this value."""

    value: str


@dataclass(frozen=True)
class Change:
    """A press on one of the summary's buttons."""

    question: str


AT_THE_WINDOW = AppointmentTimes | PeopleBefore | OfferTimes | FollowersOf | ApplicantNow
Input = str | Press | Change | Steering | Event
BACK, SKIP, CANCEL = Steering.BACK, Steering.SKIP, Steering.CANCEL
Row = tuple[Input, str]


def photo(caption: str = "") -> SentFile:
    """Return a photo that somebody sends."""
    return SentFile(Attachment(AttachmentKind.PHOTO, "file", "unique"), caption, "")


def voice() -> SentFile:
    """Return a voice message that somebody sends."""
    return SentFile(Attachment(AttachmentKind.VOICE, "file", "unique"), "", "")


def pin(latitude: float, longitude: float) -> SharedPlace:
    """Return a place that somebody shares."""
    return SharedPlace(latitude, longitude, 10, is_live=True)


@cache
def catalogue() -> Catalogue:
    """Return all words about the sample community."""
    return Catalogue.load({"jiangwan": community()})


def labels(option: Option) -> tuple[str, ...]:
    """Return an option's labels in all languages."""
    return tuple(
        catalogue().label(option.label, option.parameters or {}, language, "jiangwan")
        for language in LANGUAGES
    )


VOCABULARY = Vocabulary(labels, {"返回": BACK, "back": BACK, "跳过": SKIP, "取消": CANCEL})


@dataclass
class Talk:
    """One person's talk; `refused` and `steered` tell what came of the last input."""

    answers: Mapping[str, str] = field(default_factory=dict)
    script: str = "report"
    start: Any = field(default_factory=ReportStart)
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
    refused: str = ""
    steered: Steering | None = None

    @property
    def standing(self) -> Standing:
        """Replay the script, looking up what it wants to know."""
        return self._along(self._walk())

    def _walk(self) -> Walk[Any]:
        return Walk(CONVERSATIONS[self.script].script(self.start, self.among))

    def _along(self, walk: Walk[Any]) -> Standing:
        steps = walk.go_on(self.answers)
        value: object = None
        try:
            while True:
                value = self._fetch(steps.send(value).fact)
        except StopIteration as stop:
            standing: Standing = stop.value
            return standing

    @property
    def asking(self) -> Asking:
        """Return what is asked now."""
        standing = self.standing
        assert isinstance(standing, Asking), standing
        return standing

    @property
    def question(self) -> Question[Any]:
        """Return the question that is asked now."""
        return self.asking.question

    @property
    def command(self) -> Any:  # noqa: ANN401 - each script has its own
        """Return what the talk led to."""
        standing = self.standing
        assert isinstance(standing, Finished), standing
        return standing.command

    @property
    def where(self) -> str:
        """Return the name of the question that is asked, or of the command."""
        standing = self.standing
        if isinstance(standing, Finished):
            return type(standing.command).__name__
        return standing.question.name

    def values(self) -> list[str]:
        """Return what may be chosen now."""
        return [option.value for option in self.question.options]

    def take(self, given: Input) -> None:
        """Take one input, as the host would."""
        if isinstance(given, Change):
            self.answers = change(self.answers, given.question)
            return
        if isinstance(given, SentFile):
            self.files += 1
        walk = self._walk()
        self._along(walk)
        step = self._step(given)
        self.refused = step.refused.key if step.refused else ""
        self.steered = step.steering
        self.answers = step.answers
        # Going on from where the walk waits is what the host does; it must be the same.
        assert not walk.leads_to(self.answers) or self._along(walk) == self.standing

    def play(self, rows: Sequence[Row]) -> "Talk":
        """Play a transcript: each input, and the question, command or refusal that follows."""
        for given, expected in rows:
            self.take(given)
            shown = f"! {self.refused}" if self.refused else self.where
            assert shown == expected, (given, shown, expected)
        return self

    def _step(self, given: str | Press | Steering | Event) -> Step:
        asking = self.asking
        if isinstance(given, Press):
            return answer_with(asking, self.answers, given.value)
        if isinstance(given, Steering):
            return steer(asking, self.answers, given)
        event = Typed(given) if isinstance(given, str) else given
        return take_event(asking, self.answers, event, VOCABULARY)

    def _fetch(self, fact: Fact[Any]) -> object:
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
        self, fact: AppointmentTimes | PeopleBefore | OfferTimes | FollowersOf | ApplicantNow
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
            case ApplicantNow():
                return Applicant("罗建华", WEDNESDAY, is_there=True)

    def _of_the_person(self, fact: Fact[Any]) -> object:
        match fact:
            case SimilarCases() | Addressees():
                return self.similar if isinstance(fact, SimilarCases) else ADDRESSEES
            case OwnCases() | CasesInHand():
                return self.own
            case OwnAttendance():
                return self.attendance
            case KeptFacts() | OpenDays():
                return self.kept if isinstance(fact, KeptFacts) else self.open_days
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


def reported(words: str, **more: Any) -> Talk:  # noqa: ANN401 - the talk's own fields
    """Return a talk that began with these words."""
    return Talk({"words": words}, **more)


DRAIN = "江湾小区3栋2单元楼下下水道又堵了"
FROM_EXTRA_TO_SUMMARY: list[Row] = [
    ("外面冒", "extra.one_flat_whole"),
    ("2", "extra.dirty_water_entering"),
    (SKIP, "photos"),
    (photo(), "! files.one_more"),
    ("没有了", "send"),
]


def at_summary() -> Talk:
    """Return a talk that only waits for being sent."""
    return reported(DRAIN).play(FROM_EXTRA_TO_SUMMARY)
