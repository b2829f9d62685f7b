"""Who has which original since when: one unbroken chain of hands for each paper."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.errands import ErrandMove, ErrandState
from bot.instants import DAY, Instant, after
from bot.services import Form, PaperNeeded

RESIDENT, OFFICE = "resident", "office"
_STAFF = "staff:"
# For so long whoever has asked for an errand may deny what somebody at home has signed for.
DOOR_DENIABLE = 2 * DAY
# An errand always has an agent, the worker: her own identity card, the paper that lets her act.
AGENT, AGENT_ID, AUTHORISATION = "agent", "agent_id", "authorisation"


class Confirmation(StrEnum):
    """Which side of a transfer confirms."""

    GIVER = "giver"
    RECEIVER = "receiver"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A photo at Telegram: its id, and the one that is the same whenever it is sent again."""

    file_id: str
    unique_id: str


@dataclass(frozen=True, slots=True)
class DoorReceipt:
    """Somebody at home (`name`) has signed on paper for a change of hands: when, and a photo."""

    at: Instant
    name: str
    photo: str
    photo_unique: str


@dataclass(frozen=True, slots=True)
class Transfer:
    """An original changes hands. Step 0 is where it came from: the resident's own.

    `giver` and `receiver` are holders as written by `staff_holder`, or `RESIDENT`, `OFFICE`;
    `name` is the receiver's, as it was then. `photo` and `photo_unique` are a `Snapshot`'s ids.
    Instants of confirmation are None until it is given. `refuted_by` is the person (id) who found
    that it was never so; the next link then only leads back to the giver.
    """

    paper: str
    step: int
    giver: str
    receiver: str
    name: str
    at: Instant
    photo: str = ""
    given_at: Instant | None = None
    received_at: Instant | None = None
    disputed_at: Instant | None = None
    settled_at: Instant | None = None
    photo_unique: str = ""
    refuted_by: int | None = None
    door: DoorReceipt | None = None

    @property
    def is_disputed(self) -> bool:
        """Whether somebody says that it was not so, and nobody has settled it yet."""
        return self.disputed_at is not None and self.settled_at is None


def staff_holder(person_id: int) -> str:
    """Return how a person of the staff is written as a holder: the person, not the post."""
    return f"{_STAFF}{person_id}"


def is_staff(holder: str) -> bool:
    """Whether a holder is somebody of the staff."""
    return holder.startswith(_STAFF)


def confirmation_missing(transfer: Transfer) -> tuple[Confirmation, ...]:
    """Return which sides still have to confirm; an office only gives a receipt."""
    missing: list[Confirmation] = []
    if transfer.refuted_by is not None:
        return ()
    if transfer.giver not in {OFFICE, ""} and transfer.given_at is None:
        missing.append(Confirmation.GIVER)
    if transfer.receiver != OFFICE and transfer.giver and transfer.received_at is None:
        missing.append(Confirmation.RECEIVER)
    return tuple(missing)


def waits_for(transfer: Transfer, holder: str) -> bool:
    """Whether a transfer waits for this holder's confirmation."""
    sides = confirmation_missing(transfer)
    gives = Confirmation.GIVER in sides and transfer.giver == holder
    return gives or (Confirmation.RECEIVER in sides and transfer.receiver == holder)


def to_confirm(transfers: Iterable[Transfer], holder: str) -> tuple[Transfer, ...]:
    """Return what this holder confirms with one press: everything that waits and is not denied.

    Who has a paper back does not dispute any more that it was taken.
    """
    waiting = [each for each in transfers if waits_for(each, holder)]
    home = {each.paper for each in waiting if each.receiver == RESIDENT and not each.is_disputed}
    return tuple(each for each in waiting if not each.is_disputed or each.paper in home)


def deniable(transfers: Iterable[Transfer], holder: str, now: Instant) -> tuple[Transfer, ...]:
    """Return what this holder may say was not so: once, for then it was looked into.

    Of each paper it is the last change of hands that can be denied. What somebody at home has
    signed for is told to whoever has asked for the errand, who may deny it for a time.
    """
    latest: dict[str, Transfer] = {}
    for each in sorted(transfers, key=lambda one: one.step):
        until = door_until(each) if holder == RESIDENT else None
        if waits_for(each, holder) or (until is not None and now < until):
            latest[each.paper] = each
    return tuple(each for each in latest.values() if each.disputed_at is None)


def denied(transfers: Iterable[Transfer], holder: str) -> tuple[Transfer, ...]:
    """Return what this holder has said was not so, as long as nobody has settled it."""
    return tuple(x for x in transfers if x.is_disputed and holder in {x.giver, x.receiver})


def door_until(transfer: Transfer) -> Instant | None:
    """Return until when a change of hands that was signed for on paper may be denied."""
    return after(transfer.door.at, DOOR_DENIABLE) if transfer.door else None


def refutable(transfers: Iterable[Transfer]) -> tuple[Transfer, ...]:
    """Return the disputed changes of hands after which the paper has not moved on."""
    return tuple(each for each in present(transfers).values() if each.is_disputed)


def returns_denied(transfers: Iterable[Transfer]) -> bool:
    """Whether the resident says that some paper has not come back."""
    return any(each.receiver == RESIDENT for each in refutable(transfers))


def disputed_papers(transfers: Iterable[Transfer]) -> frozenset[str]:
    """Return the papers of which some change of hands is disputed."""
    return frozenset(each.paper for each in transfers if each.is_disputed)


def present(transfers: Iterable[Transfer]) -> Mapping[str, Transfer]:
    """Return for each paper the transfer that brought it to where it is now."""
    latest: dict[str, Transfer] = {}
    for each in sorted(transfers, key=lambda one: one.step):
        latest[each.paper] = each
    return latest


def is_involved(transfers: Iterable[Transfer], holder: str) -> bool:
    """Whether a holder has some paper, or has to confirm what became of one."""
    chain = tuple(transfers)
    has_some = any(each.receiver == holder for each in present(chain).values())
    return has_some or any(waits_for(each, holder) for each in chain)


def staff_involved(transfers: Iterable[Transfer]) -> tuple[int, ...]:
    """Return the persons (ids) of the staff who have some paper, or have to confirm something."""
    chain = tuple(transfers)
    named = dict.fromkeys(who for each in chain for who in (each.giver, each.receiver))
    involved = [who for who in named if is_staff(who) and is_involved(chain, who)]
    return tuple(int(who.removeprefix(_STAFF)) for who in involved)


def elsewhere(transfers: Iterable[Transfer], runner: str) -> tuple[Transfer, ...]:
    """Return the papers that somebody of the staff has who is not the runner."""
    found = present(transfers).values()
    return tuple(each for each in found if is_staff(each.receiver) and each.receiver != runner)


def held_by(transfers: Iterable[Transfer], *holders: str) -> tuple[Transfer, ...]:
    """Return the papers that these holders have now."""
    return tuple(each for each in present(transfers).values() if each.receiver in holders)


def handed_on(before: Transfer, receiver: str, name: str, at: Instant) -> Transfer:
    """Return the next transfer of a paper: from whoever has it."""
    return Transfer(before.paper, before.step + 1, before.receiver, receiver, name, at)


def photographed(transfer: Transfer, snapshot: Snapshot) -> Transfer:
    """Return a transfer with the photo that proves it."""
    return replace(transfer, photo=snapshot.file_id, photo_unique=snapshot.unique_id)


def photos_used(transfers: Iterable[Transfer]) -> frozenset[str]:
    """Return the photos that have proved something already: none of them proves anything else."""
    chain = tuple(transfers)
    papers = {each.photo_unique for each in chain if each.photo_unique}
    return frozenset({*papers, *(each.door.photo_unique for each in chain if each.door)})


def signed(transfer: Transfer, holder: str, at: Instant) -> Transfer:
    """Return a transfer as it is when this holder confirms on each side that is his own."""
    sides = confirmation_missing(transfer)
    if Confirmation.GIVER in sides and transfer.giver == holder:
        transfer = replace(transfer, given_at=at)
    if Confirmation.RECEIVER in sides and transfer.receiver == holder:
        transfer = replace(transfer, received_at=at)
    return transfer


def settled(transfer: Transfer, at: Instant) -> Transfer:
    """Return a transfer whose dispute, if there is one, is over."""
    return replace(transfer, settled_at=at) if transfer.is_disputed else transfer


def without_receipt(transfers: Iterable[Transfer]) -> tuple[Transfer, ...]:
    """Return the papers at an office of which only the worker says that they are there."""
    return tuple(each for each in held_by(transfers, OFFICE) if each.received_at is None)


def originals(needed: Sequence[PaperNeeded]) -> tuple[str, ...]:
    """Return the papers of which an original changes hands; copies are not followed."""
    wanted = (each.paper for each in needed if each.form in {Form.ORIGINAL, Form.BOTH})
    return tuple(dict.fromkeys(wanted))


def movable(
    move: ErrandMove, state: ErrandState, transfers: Sequence[Transfer], runner: str
) -> tuple[Transfer, ...]:
    """Return the papers that a move of the runner is about, each where it is now."""
    match move:
        case ErrandMove.COLLECT if state is ErrandState.ACCEPTED:
            return (*held_by(transfers, RESIDENT), *elsewhere(transfers, runner))
        case ErrandMove.COLLECT:
            return elsewhere(transfers, runner)
        case ErrandMove.FETCH:
            return held_by(transfers, OFFICE)
        case ErrandMove.BRING_BACK:
            return held_by(transfers, runner)
        case ErrandMove.HAND_IN | ErrandMove.HAND_IN_MORE:
            disputed = disputed_papers(transfers)
            own = held_by(transfers, runner)
            return tuple(each for each in own if each.paper not in disputed)
        case _:
            return ()


def receiver_of(move: ErrandMove, runner: str) -> str:
    """Return who gets the papers that a move is about."""
    if move in {ErrandMove.HAND_IN, ErrandMove.HAND_IN_MORE}:
        return OFFICE
    return RESIDENT if move is ErrandMove.BRING_BACK else runner


def is_all_back(transfers: Sequence[Transfer], *, is_ready: bool) -> bool:
    """Whether an errand may end: nobody of the staff has a paper, and no return is denied.

    What the office has kept for good does not keep it open once the matter is ready.
    """
    if returns_denied(transfers):
        return False
    holders = {each.receiver for each in present(transfers).values()}
    if any(map(is_staff, holders)):
        return False
    return OFFICE not in holders or is_ready
