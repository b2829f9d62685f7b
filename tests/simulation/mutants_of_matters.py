"""Mistakes in what is done for people: errands, places, confidence, photos, reminders."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from bot.appointments import FreeSlot, Slot, free_slots
from bot.custody import OFFICE, handed_on
from bot.errands import ErrandState, errand_state_after
from conversations.paper_photo_facts import Showable
from handlers.desk import (
    appointments,
    errand_hands,
    errand_moves,
    looks,
    offers,
    private_matters,
    talk_steps,
)
from handlers.desk.paper_photos import papers_to_show
from storage.staff import holders
from tests.simulation.mutating import Mutant, query, replaced, together


async def _nothing(*_: object, **__: object) -> None:
    """Forget to do it."""


def _from_the_office(*given: Any) -> Any:  # noqa: ANN401 - as the original
    """Write down a giver who has not got the paper."""
    return replace(handed_on(*given), giver=OFFICE)


def _over_too_early(*given: Any) -> ErrandState:  # noqa: ANN401 - as the original
    """Take an errand for finished as soon as its papers were fetched."""
    then = errand_state_after(*given)
    return ErrandState.RETURNED if then is ErrandState.COLLECTED else then


def _first_place(slot: Slot, _: object) -> int:
    """Give everybody the first place, where places are counted."""
    return 1 if slot.places else 0


def _next_time_alone(slots: Iterable[Slot], _: object) -> tuple[FreeSlot, ...]:
    """Offer everybody the same time, as if nobody had taken it."""
    return free_slots(slots, ())[:1]


async def _everybody(scene: Any, *_: object) -> Any:  # noqa: ANN401 - as the original
    """Take everybody of the staff for somebody who helps."""
    return tuple((await holders(scene.tx, scene.neighbourhood.community.code)).values())


async def _agreed_without_a_word(scene: Any, check: int) -> Showable:  # noqa: ANN401 - as the original
    return replace(await papers_to_show(scene, check), is_agreed=True)


_TO_HELPERS_ALONE = "AND role_grant.role = matter.role"
_KNOWN_ROLES = "AND role_grant.role IN ('mediator', 'legal_adviser') "

MATTERS: Mapping[str, Mutant] = {
    "forgets to write down that a paper changes hands": lambda: replaced(
        errand_hands, "add_transfer", _nothing
    ),
    "lets somebody give a paper whom nobody gave it": lambda: together(
        replaced(errand_hands, "handed_on", _from_the_office),
        without=("PRAGMA foreign_keys=OFF",),
    ),
    "ends an errand while the worker has the papers": lambda: together(
        replaced(errand_moves, "errand_state_after", _over_too_early),
        replaced(errand_moves, "is_all_back", lambda *_: True),
        without=("DROP TRIGGER errand_ends_with_empty_hands",),
    ),
    "gives a place at a window twice": lambda: together(
        replaced(appointments, "free_place", _first_place),
        replaced(appointments, "free_slots", _next_time_alone),
        without=("DROP INDEX appointment_place",),
    ),
    "gives a place of an offer twice": lambda: together(
        replaced(offers, "place_at", _first_place),
        without=("DROP INDEX offer_request_place",),
    ),
    "shows confidential matters to the whole staff": lambda: together(
        replaced(private_matters, "helpers_of", _everybody),
        query("confided_to_chat", _TO_HELPERS_ALONE, ""),
        query("confided_to_chat", _KNOWN_ROLES, ""),
    ),
    "keeps a confidential conversation": lambda: replaced(talk_steps, "_forget", _nothing),
    "keeps what a confidential matter was about when it is taken back": lambda: query(
        "empty_private_content", "matter_id = :matter_id", "matter_id = -:matter_id"
    ),
    "keeps photos that were taken back": lambda: query(
        "take_photos_back", "check_id = :check_id", "check_id = -:check_id"
    ),
    "shows photos of papers without asking": lambda: replaced(
        looks, "papers_to_show", _agreed_without_a_word
    ),
    "reminds again at every tick": lambda: query("fire_due", "state = :state,", ""),
}
