"""Whose word counts about a change of hands: a receipt signed at home, a denial found right."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.custody import (
    RESIDENT,
    DoorReceipt,
    Transfer,
    handed_on,
    held_by,
    present,
    refutable,
    returns_denied,
    settled,
    signed,
    waits_for,
)
from bot.instants import Instant


def at_door(transfers: Iterable[Transfer], runner: str) -> tuple[Transfer, ...]:
    """Return the last changes of hands with this runner that the household can sign for."""
    latest = present(transfers).values()
    return tuple(
        each
        for each in latest
        if waits_for(each, RESIDENT)
        and not each.is_disputed
        and runner in {each.giver, each.receiver}
    )


def signed_at_door(transfer: Transfer, receipt: DoorReceipt) -> Transfer:
    """Return a transfer that somebody at home has signed for: that is its word."""
    return replace(signed(transfer, RESIDENT, receipt.at), door=receipt)


def refuted(transfer: Transfer, person_id: int, at: Instant) -> Transfer:
    """Return a change of hands of which somebody has found that it was never so."""
    return replace(settled(transfer, at), refuted_by=person_id)


def led_back(transfer: Transfer, name: str, at: Instant) -> Transfer:
    """Return the link that leads a paper back to whoever never gave it; nobody need confirm it."""
    return replace(
        handed_on(transfer, transfer.giver, name, at),
        photo=transfer.photo,
        given_at=at,
        received_at=at,
    )


def only_denied(transfers: Sequence[Transfer], holder: str) -> bool:
    """Whether a holder has no paper, and what he says to have given back is denied."""
    return returns_denied(transfers) and not held_by(transfers, holder)


def admittable(transfers: Iterable[Transfer], holder: str) -> tuple[Transfer, ...]:
    """Return what is denied of that which this holder has written."""
    return tuple(x for x in refutable(transfers) if holder in {x.giver, x.receiver})
