"""What a press on a button means. Stored beside the button's token, never inside the button."""

from dataclasses import dataclass
from enum import StrEnum


class Steering(StrEnum):
    """How one moves in a conversation without answering."""

    BACK = "back"
    SKIP = "skip"
    CANCEL = "cancel"
    RESUME = "resume"


@dataclass(frozen=True, slots=True)
class Answer:
    """The person chose `value` for `question`; it counts while the talk is still at `version`."""

    talk: int
    version: int
    question: str
    value: str


@dataclass(frozen=True, slots=True)
class Steer:
    """Back, skip, cancel or resume in a talk."""

    talk: int
    version: int
    steering: Steering


@dataclass(frozen=True, slots=True)
class Change:
    """Ask the question `question` again, from the summary."""

    talk: int
    version: int
    question: str


@dataclass(frozen=True, slots=True)
class Turn:
    """Show another page of the choices of the present question."""

    talk: int
    version: int
    page: int


@dataclass(frozen=True, slots=True)
class Begin:
    """Start the conversation `script` about `subject` (a case id, or empty)."""

    script: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class MoveCase:
    """Make the case's move `move`; it counts only while the case is still at `version`."""

    case: int
    version: int
    move: str


@dataclass(frozen=True, slots=True)
class Show:
    """Show a view: `my_cases`, `case`, `case_photos`, `case_place`, `desk`, `check_picture`."""

    view: str
    subject: str = ""


class CheckDeed(StrEnum):
    """What a press on the verdict about papers can do."""

    FOUND = "found"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class ChangeCheck:
    """Change a check of papers: the paper `paper` was found, or no more reminders."""

    check: int
    deed: CheckDeed
    paper: str = ""


class ServeDeed(StrEnum):
    """What a clerk does at a window."""

    NEXT = "next"
    ANYWAY = "anyway"
    FINISHED = "finished"
    ABSENT = "absent"
    PRESENT = "present"


@dataclass(frozen=True, slots=True)
class ServeWindow:
    """Serve at a window; it counts only while `ticket` is the one that is called (0: none).

    `present` takes an absence back: of the `ticket` that was passed over last.
    """

    window: str
    ticket: int
    deed: ServeDeed


@dataclass(frozen=True, slots=True)
class Arrive:
    """Whoever has the appointment is there; pressed by that person, or by a clerk."""

    appointment: int


@dataclass(frozen=True, slots=True)
class MoveRequest:
    """Make a request's move that needs no words; it counts only at this `version`."""

    request: int
    version: int
    move: str


@dataclass(frozen=True, slots=True)
class FollowTopic:
    """Hear of a topic (`follows`), or of nothing more; an empty topic means all of them."""

    topic: str
    follows: bool


@dataclass(frozen=True, slots=True)
class TakeBackNotice:
    """Let a notice reach nobody any more."""

    notice: int


@dataclass(frozen=True, slots=True)
class MoveMatter:
    """Make a confidential matter's move that needs no words; it counts only at this `version`."""

    matter: int
    version: int
    move: str


@dataclass(frozen=True, slots=True)
class JudgePhoto:
    """A clerk says what the photo of a paper is worth; `again` needs a reason."""

    photo: int
    word: str
    reason: str = ""


class WindowDeed(StrEnum):
    """What somebody can let the clerks of the window see of a check."""

    SHOW = "show"
    KEEP = "keep"
    TAKE_BACK = "take_back"


@dataclass(frozen=True, slots=True)
class OpenToWindow:
    """Let the clerks see the list of a check or not; pressed on the card of `shown_on`."""

    check: int
    deed: WindowDeed
    shown_on: str


@dataclass(frozen=True, slots=True)
class MoveErrand:
    """Make an errand's move that needs no words; it counts only at this `version`."""

    errand: int
    version: int
    move: str


Action = (
    Answer
    | Steer
    | Change
    | Turn
    | Begin
    | MoveCase
    | Show
    | ChangeCheck
    | ServeWindow
    | Arrive
    | MoveRequest
    | FollowTopic
    | TakeBackNotice
    | JudgePhoto
    | OpenToWindow
    | MoveErrand
    | MoveMatter
)
