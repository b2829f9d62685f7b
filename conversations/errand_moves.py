"""What happens to an errand after it was asked for, where it needs a photo or words."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.commands import AnswerInquiry, MakeErrandMove
from bot.community import Community
from bot.custody import AUTHORISATION, Snapshot
from bot.errand_proof import PROOF_MISSING
from bot.errands import DECLINE_REASONS, NO_AUTHORISATION, ErrandMove
from bot.events import AttachmentKind, Event, SentFile, Typed
from bot.telling import Parameter
from conversations.engine import Ask, Script, ask
from conversations.errand_dispute import told_of_disputed
from conversations.errand_proof import Unproven, is_collected, seen_proof, without_proof
from conversations.errand_start import ErrandMoveStart, about, name_of
from conversations.questions import Choice, NotAcceptedError, Option, Refused, Text, refusal_of

NOT, YES, ALL, ONE_BY_ONE, NONE = "not", "yes", "all", "one_by_one", "none"
PHOTO = "photo:"
Photos = dict[str, Snapshot]
# Kept as the reason, for the resident to read.
UNPROVEN_WORDS = {ErrandMove.ASK_FOR_PROOF: PROOF_MISSING, ErrandMove.STOP: NO_AUTHORISATION}


def errand_collect(start: ErrandMoveStart, community: Community) -> Script[MakeErrandMove]:
    """Let the worker see the proof first, then photograph every original that she takes over."""
    first, proof = Photos(), ""
    if start.proof:
        first, seen = yield from _proof(start, community)
        if isinstance(seen, Unproven):
            return MakeErrandMove(start.errand, seen.move, {}, UNPROVEN_WORDS[seen.move])
        proof, start = seen, _without(start, first)
    photos = yield from _taken(start, community, is_first=not first)
    return MakeErrandMove(start.errand, ErrandMove.COLLECT, {**first, **photos}, proof=proof)


def errand_without_proof(start: ErrandMoveStart, community: Community) -> Script[MakeErrandMove]:
    """Let the worker say at once that there is no proof, and what is done then."""
    if not start.proof:
        return (yield from errand_collect(start, community))
    seen = yield from without_proof(start.proof, about(start))
    if isinstance(seen, Unproven):
        return MakeErrandMove(start.errand, seen.move, {}, UNPROVEN_WORDS[seen.move])
    photos = yield from _taken(_without(start, {}), community, is_first=True)
    return MakeErrandMove(start.errand, ErrandMove.COLLECT, photos, proof=seen)


def errand_hand_in(
    start: ErrandMoveStart, community: Community
) -> Script[MakeErrandMove | AnswerInquiry]:
    """Let the worker say what the office has kept, and photograph the receipt for it."""
    if not (yield from _is_handed_in(start)):
        return AnswerInquiry("errand.goes_on", {})
    yield from told_of_disputed(start, community)
    return (yield from _handed_in(start, community, ErrandMove.HAND_IN))


def errand_hand_in_more(
    start: ErrandMoveStart, community: Community
) -> Script[MakeErrandMove | AnswerInquiry]:
    """Let the worker hand in what the office did not have yet."""
    if not (yield from _is_handed_in(start)):
        return AnswerInquiry("errand.goes_on", {})
    return (yield from _handed_in(start, community, ErrandMove.HAND_IN_MORE))


def errand_fetch(start: ErrandMoveStart, community: Community) -> Script[MakeErrandMove]:
    """Let the worker photograph what the office has given back."""
    if not start.papers:
        options = (Option(YES, "errand.button.is_ready"),)
        yield from ask(Choice("ready", "errand.ask.is_ready", options, about(start)))
        return _move(start, ErrandMove.FETCH, {})
    photos = yield from _photos(start, community, "errand.ask.fetch", "errand.button.office_keeps")
    return _move(start, ErrandMove.FETCH, photos)


def errand_bring_back(start: ErrandMoveStart, community: Community) -> Script[MakeErrandMove]:
    """Let the worker photograph every original that she gives back."""
    if not start.papers:
        how = "all_brought" if start.is_ready else "ends_here"
        options = (Option(YES, f"errand.button.{how}"),)
        yield from ask(Choice("brought", f"errand.ask.{how}", options, about(start)))
        return _move(start, ErrandMove.BRING_BACK, {})
    photos = yield from _photos(start, community, "errand.ask.give", "errand.button.not_now")
    return _move(start, ErrandMove.BRING_BACK, photos)


def errand_problem(start: ErrandMoveStart, _: Community) -> Script[MakeErrandMove]:
    """Let the worker say what is in the way; clerks and resident read it."""
    words = yield from ask(Text("words", "errand.ask.problem", about(start)))
    return _move(start, ErrandMove.PROBLEM, {}, words)


def errand_decline(start: ErrandMoveStart, _: Community) -> Script[MakeErrandMove]:
    """Let whoever has it say why it cannot be done."""
    options = tuple(Option(each, f"errand.button.{each}") for each in DECLINE_REASONS)
    question = Choice("reason", "errand.ask.decline", options, about(start), free=True)
    reason = yield from ask(question)
    return _move(start, ErrandMove.DECLINE, {}, reason)


def errand_cancel(start: ErrandMoveStart, _: Community) -> Script[MakeErrandMove | AnswerInquiry]:
    """Let the resident do without it, after one question."""
    return (yield from _sure(start, ErrandMove.CANCEL))


def errand_recall(start: ErrandMoveStart, _: Community) -> Script[MakeErrandMove | AnswerInquiry]:
    """Let the resident take the authorisation back; the papers must come back then."""
    return (yield from _sure(start, ErrandMove.RECALL))


def _sure(
    start: ErrandMoveStart, move: ErrandMove
) -> Generator[Ask, Any, MakeErrandMove | AnswerInquiry]:
    """Ask once more; to say no is a button of its own, so that no word can mean both."""
    options = (
        Option(YES, f"errand.button.sure.{move}"),
        Option(NOT, f"errand.button.rather_not.{move}"),
    )
    sure = yield from ask(
        Choice("sure", f"errand.ask.{move}", options, about(start), way_out=True)
    )
    return _move(start, move, {}) if sure == YES else AnswerInquiry("errand.goes_on", {})


@dataclass(frozen=True)
class PaperPhoto(Choice):
    """A photo of a paper, or of a receipt; only a photo counts, or the button where there is one.

    The answer is the photo's id at Telegram and the one that stays the same when it is sent again,
    with a space between; empty when there is none. `used` are those that have proved something.
    """

    used: frozenset[str] = frozenset()

    @property
    def takes_files(self) -> bool:
        """A photo is the answer itself, not something beside it."""
        return True

    @property
    def counts_options(self) -> bool:
        """Nobody means a button with a number here."""
        return False

    def read(self, written: str) -> str:
        """Return the photo's id."""
        if written == NOT and self.offered:
            return ""
        if not written.startswith(PHOTO):
            raise NotAcceptedError
        if snapshot(written).unique_id in self.used:
            raise NotAcceptedError
        return written.removeprefix(PHOTO)

    def take(self, event: Event) -> str | Refused:
        """Take a photo; documents and videos show nothing at a glance."""
        match event:
            case SentFile(attachment, _, _) if attachment.kind is AttachmentKind.PHOTO:
                if attachment.file_unique_id in self.used:
                    return Refused("errand.photo_used")
                return f"{PHOTO}{attachment.file_id} {attachment.file_unique_id}"
            case SentFile() | Typed():
                return Refused("errand.only_a_photo")
            case _:
                return refusal_of(event)


def _is_handed_in(start: ErrandMoveStart) -> Generator[Ask, Any, bool]:
    """Ask once more while the window is closed: an early press is easily made."""
    if not start.is_window_closed:
        return True
    options = tuple(Option(each, f"errand.button.closed_{each}") for each in (YES, NOT))
    told = Choice("closed", "errand.ask.window_closed", options, about(start), way_out=True)
    return bool((yield from ask(told)) == YES)


def _handed_in(
    start: ErrandMoveStart, community: Community, move: ErrandMove
) -> Generator[Ask, Any, MakeErrandMove]:
    kept = yield from _kept(start, community)
    if not kept:
        return _move(start, move, {})
    told = {**about(start), "papers": [name_of(community, code) for code in kept]}
    question = PaperPhoto("receipt", "errand.ask.receipt", (), told, used=frozenset(start.used))
    receipt = snapshot((yield from ask(question)))
    return _move(start, move, dict.fromkeys(kept, receipt))


def _photos(
    start: ErrandMoveStart, community: Community, key: str, without: str
) -> Generator[Ask, Any, Photos]:
    """Ask for a photo of each paper; those without one do not change hands."""
    photos: Photos = {}
    used = set(start.used)
    for position, code in enumerate(start.papers, start=1):
        told = _one_of(start, community, code, position)
        options = (Option(NOT, without),)
        photo = yield from ask(
            PaperPhoto(f"photo.{code}", key, options, told, used=frozenset(used))
        )
        if photo:
            photos[code] = snapshot(photo)
            used.add(photos[code].unique_id)
    return photos


def _proof(
    start: ErrandMoveStart, community: Community
) -> Generator[Ask, Any, tuple[Photos, str | Unproven]]:
    """Ask to see what the errand for somebody else rests on, and photograph it if it is paper."""
    if not is_collected(start.proof, start.papers):
        return {}, (yield from seen_proof(start.proof, about(start)))
    told = _one_of(start, community, AUTHORISATION, 1)
    without = (Option(NOT, "errand_proof.button.not_seen.signed"),)
    name, used = f"photo.{AUTHORISATION}", frozenset(start.used)
    photo = yield from ask(PaperPhoto(name, "errand_proof.ask.photo", without, told, used=used))
    if photo:
        return {AUTHORISATION: snapshot(photo)}, start.proof
    return {}, (yield from without_proof(start.proof, about(start)))


def _without(start: ErrandMoveStart, first: Photos) -> ErrandMoveStart:
    """Return what is left to take after the proof, which is not asked for twice."""
    rest = tuple(each for each in start.papers if each != AUTHORISATION)
    used = tuple(each.unique_id for each in first.values())
    return replace(start, papers=rest, used=(*start.used, *used))


def _taken(
    start: ErrandMoveStart, community: Community, *, is_first: bool
) -> Generator[Ask, Any, Photos]:
    """Ask for a photo of each original; where there is none, one press is enough."""
    if start.papers:
        key, without = "errand.ask.take", "errand.button.not_given"
        return (yield from _photos(start, community, key, without))
    if is_first:
        options = (Option(YES, "errand.button.nothing_to_take"),)
        yield from ask(Choice("taken", "errand.ask.nothing_to_take", options, about(start)))
    return {}


def _kept(start: ErrandMoveStart, community: Community) -> Generator[Ask, Any, Sequence[str]]:
    if not start.papers:
        handed_in = (Option(NONE, "errand.button.handed_in"),)
        yield from ask(Choice("kept", "errand.ask.handed_in", handed_in, about(start)))
        return ()
    names: list[Parameter] = [name_of(community, code) for code in start.papers]
    options = tuple(Option(each, f"errand.button.kept_{each}") for each in (NONE, ALL, ONE_BY_ONE))
    told = {**about(start), "papers": names}
    chosen = yield from ask(Choice("kept", "errand.ask.kept", options, told))
    if chosen != ONE_BY_ONE:
        return start.papers if chosen == ALL else ()
    kept: list[str] = []
    for code in start.papers:
        sides = tuple(Option(each, f"errand.button.kept_{each}") for each in (YES, NOT))
        told = {**about(start), "paper": name_of(community, code)}
        if (yield from ask(Choice(f"kept.{code}", "errand.ask.kept_one", sides, told))) == YES:
            kept.append(code)
    return kept


def snapshot(answer: str) -> Snapshot:
    """Return the photo that an answer names."""
    file_id, _, unique_id = answer.removeprefix(PHOTO).partition(" ")
    return Snapshot(file_id, unique_id)


def _one_of(
    start: ErrandMoveStart, community: Community, code: str, position: int
) -> dict[str, Parameter]:
    return {
        **about(start),
        "paper": name_of(community, code),
        "position": position,
        "number_of": len(start.papers),
    }


def _move(
    start: ErrandMoveStart, move: ErrandMove, photos: Photos, words: str = ""
) -> MakeErrandMove:
    return MakeErrandMove(start.errand, move.value, photos, words)
