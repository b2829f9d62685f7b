"""What a conversation asks the neighbourhood to do; the rules decide whether it may be done."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.community import Urgency
from bot.custody import Snapshot
from bot.events import Attachment
from bot.matter_kinds import PrivateService
from bot.places import Place
from bot.private_matters import Confidence, MatterMove
from bot.telling import Parameters


@dataclass(frozen=True, slots=True)
class OpenCase:
    """Make a case of a report. `extra` are the answers to the category's questions by code."""

    words: str
    category: str
    urgency: Urgency
    place: Place
    extra: Mapping[str, str]
    is_anonymous: bool
    on_behalf_of: str


@dataclass(frozen=True, slots=True)
class JoinCase:
    """Follow an open case of the same matter instead of opening another one."""

    case: int


@dataclass(frozen=True, slots=True)
class AddFiles:
    """Add photos to a case."""

    case: int


@dataclass(frozen=True, slots=True)
class AskResident:
    """Ask the reporter something."""

    case: int
    words: str


@dataclass(frozen=True, slots=True)
class AnswerWorker:
    """Tell the worker what was asked, or what is new."""

    case: int
    words: str


@dataclass(frozen=True, slots=True)
class SolveCase:
    """Report the case as solved."""

    case: int
    words: str


@dataclass(frozen=True, slots=True)
class HandBack:
    """Give the case back to the clerks, with a reason."""

    case: int
    reason: str
    words: str


@dataclass(frozen=True, slots=True)
class AssignCase:
    """Give the case to a member of staff."""

    case: int
    staff_code: str


@dataclass(frozen=True, slots=True)
class WithdrawCase:
    """Take a report back."""

    case: int


@dataclass(frozen=True, slots=True)
class GoAway:
    """Be away until the end of a local day, or be back (`until_day` empty). ISO date."""

    until_day: str


@dataclass(frozen=True, slots=True)
class ChooseLanguage:
    """Be spoken to in another language."""

    language: str


@dataclass(frozen=True, slots=True)
class AnswerInquiry:
    """Answer from the guide, and open nothing; `services` (codes) may be gone on with."""

    key: str
    parameters: Parameters
    services: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportInstead:
    """Take words as a report after all."""

    words: str


@dataclass(frozen=True, slots=True)
class GoOnWith:
    """Go on with another conversation about a subject, with words and files that came already."""

    script: str
    subject: str
    words: str


@dataclass(frozen=True, slots=True)
class RequestOffer:
    """Ask an organisation for an offer (code) at a local ISO day and minutes since midnight.

    Without `place` it is at the organisation's; `name` is what to call the person.
    """

    offer: str
    day: str
    opens: int
    closes: int
    place: Place | None
    note: str
    name: str


@dataclass(frozen=True, slots=True)
class SeeRequest:
    """See the request that is open for the same offer already."""

    request: int


@dataclass(frozen=True, slots=True)
class DeclineRequest:
    """Say no to a request; `reason` is a code of ours or the contact's own words."""

    request: int
    reason: str


@dataclass(frozen=True, slots=True)
class ProposeTime:
    """Propose another time for a request."""

    request: int
    day: str
    opens: int
    closes: int


@dataclass(frozen=True, slots=True)
class WithdrawRequest:
    """Take a request back."""

    request: int


@dataclass(frozen=True, slots=True)
class ApplyPrivately:
    """Apply for mediation or legal aid; nobody but whoever helps reads what is confided."""

    service: PrivateService
    confided: Confidence


@dataclass(frozen=True, slots=True)
class MoveOnMatter:
    """Make a matter's move that needs words; `words` are for the other side.

    `helper` (staff code) gets a matter that is handed over; empty: all of the role.
    """

    matter: int
    move: MatterMove
    words: str = ""
    meeting: str = ""
    agreement: str = ""
    helper: str = ""


@dataclass(frozen=True, slots=True)
class PostNotice:
    """Tell everybody who subscribed to a topic something that is good until an ISO day."""

    topic: str
    words: str
    until: str


@dataclass(frozen=True, slots=True)
class AskErrand:
    """Let a member of staff do a service (code) with these originals; `place` is the home.

    `for_whom` and `basis` are empty when it is for the person's own self. `runner` (empty: the
    clerks decide) and `good_until` (ISO day) are as the authorisation has them. `needed` are the
    papers that the check (id) found; whoever does it sees them, and perhaps the check's photos.
    """

    service: str
    name: str
    for_whom: str
    basis: str
    priority: str
    papers: tuple[str, ...]
    place: Place
    home: str
    runner: str
    good_until: str
    check: int = 0
    needed: tuple[str, ...] = ()
    shows_photos: bool = False


@dataclass(frozen=True, slots=True)
class MakeErrandMove:
    """Move an errand; `photos` of the papers that change hands, by code, and the proof seen.

    `papers` (codes) are those that a denial is about.
    """

    errand: int
    move: str
    photos: Mapping[str, Snapshot]
    words: str = ""
    proof: str = ""
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WriteAboutErrand:
    """Let the other side of an errand read somebody's words."""

    errand: int
    words: str


@dataclass(frozen=True, slots=True)
class ShowPapers:
    """Show the clerks of the window photos of papers (by code) of a check."""

    check: int
    files: Mapping[str, Attachment]
