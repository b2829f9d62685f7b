"""What a move does to the papers of an errand: from hand to hand, confirmed, disputed, proved."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.custody import (
    RESIDENT,
    DoorReceipt,
    Snapshot,
    Transfer,
    deniable,
    denied,
    handed_on,
    is_staff,
    movable,
    photographed,
    present,
    receiver_of,
    refutable,
    settled,
    signed,
    to_confirm,
    without_receipt,
)
from bot.custody_word import admittable, at_door, led_back, refuted, signed_at_door
from bot.errand_proof import Proof
from bot.errands import ErrandActor, ErrandMove, ErrandRule
from bot.instants import Instant
from handlers.desk.scene import Scene
from storage.errand import Errand, add_transfer, confirm_transfer, see_proof, transfers_of
from storage.staff import Grant


@dataclass(frozen=True, slots=True)
class Hand:
    """Who makes a move, in which part; `grant` is None for the resident."""

    actor: ErrandActor
    holder: str
    rule: ErrandRule
    grant: Grant | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A move with what came with it: photos of papers by code, words, a proof; or a press.

    `papers` are those that a denial is about, or of which a denial was found right.
    """

    move: ErrandMove
    photos: Mapping[str, Snapshot] = field(default_factory=dict)
    words: str = ""
    proof: str = ""
    papers: tuple[str, ...] = ()
    is_press: bool = False


async def write_proof(scene: Scene, errand: Errand, hand: Hand, made: Made) -> None:
    """Write down who has seen which proof, before anything changes hands."""
    if made.proof and errand.is_unproven and hand.grant:
        name = _name_of(scene, errand, hand.holder, hand)
        proof = Proof(made.proof, scene.person.id, name, scene.now)
        await see_proof(scene.tx, errand.id, proof)


async def hand_on(scene: Scene, errand: Errand, hand: Hand, made: Made) -> tuple[Transfer, ...]:
    """Write down each paper that was photographed as it changed hands."""
    transfers = await transfers_of(scene.tx, errand.id)
    receiver = receiver_of(made.move, hand.holder)
    moved = []
    for each in movable(made.move, errand.now.state, transfers, hand.holder):
        photo = made.photos.get(each.paper)
        if photo:
            name = _name_of(scene, errand, receiver, hand)
            following = handed_on(each, receiver, name, scene.now)
            own = signed(photographed(following, photo), hand.holder, scene.now)
            await add_transfer(scene.tx, errand.id, own)
            moved.append(own)
    return tuple(moved)


async def sign(
    scene: Scene, hand: Hand, made: Made, errand: Errand, transfers: tuple[Transfer, ...]
) -> None:
    """Confirm or deny what waits for this person, or settle what is disputed."""
    for then in _signed(scene, hand, made, transfers):
        await confirm_transfer(scene.tx, errand.id, then)


async def lead_back(
    scene: Scene, errand: Errand, transfers: tuple[Transfer, ...]
) -> tuple[Transfer, ...]:
    """Let whoever never gave a paper have it, as has been found; return those links."""
    back = []
    for each in present(transfers).values():
        if each.refuted_by is not None:
            before = next(x for x in transfers if (x.paper, x.step) == (each.paper, each.step - 1))
            link = led_back(each, before.name, scene.now)
            await add_transfer(scene.tx, errand.id, link)
            back.append(link)
    return tuple(back)


def _signed(
    scene: Scene, hand: Hand, made: Made, transfers: tuple[Transfer, ...]
) -> list[Transfer]:
    """Return what has changed of what was written about changes of hands."""
    me, now = hand.holder, scene.now
    match made.move:
        case ErrandMove.CONFIRM:
            return [_agreed(each, me, now) for each in to_confirm(transfers, me)]
        case ErrandMove.AGREE:
            return [_agreed(each, me, now) for each in denied(transfers, me)]
        case ErrandMove.DENY:
            named = [each for each in deniable(transfers, me, now) if each.paper in made.papers]
            return [replace(each, disputed_at=now) for each in named]
        case _:
            return _signed_by_staff(scene, hand, made, transfers)


def _signed_by_staff(
    scene: Scene, hand: Hand, made: Made, transfers: tuple[Transfer, ...]
) -> list[Transfer]:
    """Return what has changed because somebody of the staff has looked, admitted, or let sign."""
    me, now = hand.holder, scene.now
    match made.move:
        case ErrandMove.SETTLE:
            return _found(scene, made, transfers)
        case ErrandMove.ADMIT:
            return [refuted(each, scene.person.id, now) for each in admittable(transfers, me)]
        case ErrandMove.DOOR:
            photos = {each: made.photos.get(each.paper) for each in at_door(transfers, me)}
            return [
                signed_at_door(each, DoorReceipt(now, made.words, x.file_id, x.unique_id))
                for each, x in photos.items()
                if x
            ]
        case ErrandMove.RECEIPT:
            return [replace(each, received_at=now) for each in without_receipt(transfers)]
        case _:
            return []


def _found(scene: Scene, made: Made, transfers: tuple[Transfer, ...]) -> list[Transfer]:
    """Return what was disputed as it was found: so, or (`made.papers`) never so."""
    wrong = [each for each in refutable(transfers) if each.paper in made.papers]
    right = [each for each in transfers if each.is_disputed and each not in wrong]
    return [
        *(refuted(each, scene.person.id, scene.now) for each in wrong),
        *(settled(each, scene.now) for each in right),
    ]


def _agreed(each: Transfer, holder: str, now: Instant) -> Transfer:
    """Confirm one side; with the resident's word a dispute is over."""
    return settled(signed(each, holder, now), now)


def _name_of(scene: Scene, errand: Errand, receiver: str, hand: Hand) -> str:
    """Name whoever gets a paper, as he is called now; an office is named by the card."""
    if receiver == RESIDENT:
        return errand.new.for_whom or errand.new.name
    if not is_staff(receiver) or hand.grant is None:
        return ""
    member = scene.neighbourhood.community.staff.get(hand.grant.staff_code)
    return member.name if member else scene.person.name
