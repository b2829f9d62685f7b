"""Photos of papers for the window: what a clerk's word makes of one, and of a check."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.photo_quality import Judgement
from bot.services import Form, PaperNeeded
from bot.verdict import Held, needs_copy


class PhotoState(StrEnum):
    """How it stands with a photo; `paper_photo.state.<code>` says so."""

    MEASURING = "measuring"
    UNFIT = "unfit"  # nobody could read it: the person is told what to do
    SHOWN = "shown"  # the clerks have it before them
    REPLACED = "replaced"
    UNSEEN = "unseen"  # no clerk has looked at it in time
    FINE = "fine"
    AGAIN = "again"
    WRONG_PAPER = "wrong_paper"


class ClerkWord(StrEnum):
    """What a clerk can say of a photo."""

    FINE = "fine"
    AGAIN = "again"
    WRONG_PAPER = "wrong_paper"


class Reason(StrEnum):
    """Why a paper is to be photographed again; `paper_photo.reason.<code>` says so."""

    UNREADABLE = "unreadable"
    CUT_OFF = "cut_off"
    OTHER_SIDE = "other_side"
    EXPIRED = "expired"


# Nothing can be said of a photo that no clerk has before him: the first word counts.
AFTER_WORD: Mapping[tuple[PhotoState, ClerkWord], PhotoState] = {
    (PhotoState.SHOWN, ClerkWord.FINE): PhotoState.FINE,
    (PhotoState.SHOWN, ClerkWord.AGAIN): PhotoState.AGAIN,
    (PhotoState.SHOWN, ClerkWord.WRONG_PAPER): PhotoState.WRONG_PAPER,
}


class PhotoUse(StrEnum):
    """What another photo of a paper would do; `paper_photo.use.<code>` says so on a button."""

    WANTED = "wanted"
    RENEWED = "renewed"  # the window has found it expired: only the renewed paper helps
    INSTEAD = "instead"  # it would take the place of one that is not answered yet
    NONE = "none"  # the window has said that it is fine


# What a person can judge better than the machine, or must judge because the machine cannot.
FOR_PEOPLE = frozenset({Judgement.FINE, Judgement.PDF, Judgement.GAVE_UP})
_USES: Mapping[PhotoState | None, PhotoUse] = {
    PhotoState.MEASURING: PhotoUse.INSTEAD,
    PhotoState.SHOWN: PhotoUse.INSTEAD,
    PhotoState.FINE: PhotoUse.NONE,
}


@dataclass(frozen=True, slots=True)
class Word:
    """A clerk's word; the reason is only meant when something is to be taken again."""

    says: ClerkWord
    reason: Reason | None = None


def after_measuring(codes: Collection[Judgement]) -> PhotoState:
    """Say whether a photo goes to the clerks."""
    return PhotoState.SHOWN if FOR_PEOPLE.issuperset(codes) else PhotoState.UNFIT


def held_after(word: Word, need: PaperNeeded, held: Held | None) -> Held | None:
    """Return how it stands with the paper itself when a clerk has seen its photo."""
    match word.says:
        case ClerkWord.FINE if held not in {Held.HAVE, Held.WITHOUT_COPY}:
            return Held.WITHOUT_COPY if needs_copy(need) else Held.HAVE
        case ClerkWord.WRONG_PAPER:
            return Held.UNSURE
        case ClerkWord.AGAIN if word.reason is Reason.EXPIRED:
            return Held.EXPIRED
        case _:
            return held


def can_be_shown(need: PaperNeeded) -> bool:
    """Whether the photo of a paper says anything: not of one that is a photo or made there."""
    return need.form not in {Form.PHOTO, Form.ON_SITE}


def use_of(newest: PhotoState | None, *, is_to_renew: bool = False) -> PhotoUse:
    """Say what another photo would do, by the newest one that there is.

    `is_to_renew`: the window has found the paper expired, and no other one is there yet.
    """
    return PhotoUse.RENEWED if is_to_renew else _USES.get(newest, PhotoUse.WANTED)


def to_photograph(papers: Collection[PaperNeeded]) -> tuple[PaperNeeded, ...]:
    """Return the papers whose photo says anything, each once."""
    return tuple({need.paper: need for need in papers if can_be_shown(need)}.values())
