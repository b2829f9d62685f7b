"""Every code of ours, every move and every mistake has its words."""

import re
from pathlib import Path

from bot.actions import Steering
from bot.cases import CaseState, Move
from bot.community import Urgency
from bot.community_check import REFERENCES
from bot.errand_proof import BASES, PROOFS
from bot.errands import DECLINE_REASONS as ERRAND_REASONS
from bot.errands import PRIORITIES, ErrandMove, ErrandState
from bot.matter_kinds import PrivateService
from bot.offering import PARTS
from bot.offers import OrganisationKind
from bot.private_matters import MatterMove
from conversations.case_scripts import HAND_BACK_REASONS
from conversations.errand_words import TIMES as HOME_TIMES
from conversations.legal_aid import ANSWERS as MEANS_ANSWERS
from conversations.mediation import ANSWERS as WILLING_ANSWERS
from conversations.mediation import SIDES
from conversations.offer_moves import DECLINE_REASONS
from conversations.private_moves import AGREEMENTS
from conversations.private_parts import TIMES
from messages.catalogue import LANGUAGES
from tests.messages.samples import sentences
from tests.rows import each_of

ROOT = Path(__file__).parents[2]
KEYS = frozenset(sentences("zh-CN"))


# How a case may have come to its worker.
ROUTES = (
    "worker_by_building",
    "worker_by_point",
    "deputy",
    "nobody_there",
    "outside",
    "place_unknown",
    "conflict_of_interest",
    "assigned_by_clerk",
    "handed_back",
    "taken_by_clerk",
)
TABLES: dict[str, tuple[str, ...]] = {
    "resident_state": tuple(CaseState),
    "staff_state": tuple(CaseState),
    "urgency": tuple(Urgency),
    "move": tuple(Move),
    "role": ("worker", "deputy", "clerk"),
    "route": ROUTES,
    "hand_back": HAND_BACK_REASONS,
    "task": (
        "dead_letter",
        "unsent_draft",
        "danger_draft",
        "undeliverable",
        "offer_unreached",
        "offer_unanswered",
        "errand_nobody",
        "errand_accept",
        "errand_promise",
        "errand_custody",
        "errand_problem",
        "errand_denied",
        "errand_left_post",
        "private_unreached",
        "private_waiting",
    ),
    "price_kind": ("low_cost", "paid"),
    "part": tuple(PARTS),
    "weekday": tuple(str(day) for day in range(7)),
    "organisation": tuple(OrganisationKind),
    "decline": DECLINE_REASONS,
    "errand_state": tuple(ErrandState),
    "errand_priority": tuple(PRIORITIES),
    "errand_basis": BASES[:-1],
    "errand_proof_wanted": tuple(PROOFS),
    "errand_proof_missing": tuple(PROOFS),
    "errand_proof_look": tuple(PROOFS),
    "errand_proof_seen": tuple(PROOFS),
    "errand_home": HOME_TIMES,
    "errand_decline": ERRAND_REASONS,
    "private_service": tuple(PrivateService),
    "private_helper": tuple(PrivateService),
    "willing": WILLING_ANSWERS,
    "means": MEANS_ANSWERS,
    "other_side": SIDES,
    "reach": TIMES,
    "agreement": AGREEMENTS,
}
CODED = [(table, code) for table, codes in TABLES.items() for code in codes]


@each_of(CODED)
def test_every_code_of_ours_has_a_word(table: str, code: str) -> None:
    assert f"words.{table}.{code}" in KEYS


def test_the_routes_are_those_that_the_rules_give() -> None:
    source = (ROOT / "bot" / "routing.py").read_text(encoding="utf-8")
    given = set(re.findall(r'Reason\(\s*f?"([a-z_]+)', source))
    assert {each for each in given if not each.endswith("_by_")} <= set(ROUTES)


@each_of((move,) for move in Move)
def test_every_move_has_a_button(move: Move) -> None:
    assert f"case.button.{move}" in KEYS


@each_of((move,) for move in ErrandMove)
def test_every_move_of_an_errand_has_a_button_and_an_answer(move: ErrandMove) -> None:
    assert f"errand.button.{move}" in KEYS
    assert {f"errand.pressed.{move}", f"errand.done.{move}"} & KEYS


@each_of((move,) for move in MatterMove)
def test_every_move_of_a_confidential_matter_has_a_button_and_an_answer(move: MatterMove) -> None:
    assert {f"private_matter.button.{move}", f"private_matter.done.{move}"} <= KEYS


@each_of((steering,) for steering in Steering)
def test_every_steering_has_button_and_typed_words(steering: Steering) -> None:
    assert f"talk.button.{steering}" in KEYS
    for language in LANGUAGES:
        assert all(
            part.strip() for part in sentences(language)[f"talk.typed.{steering}"].split(",")
        )


def mistakes() -> list[str]:
    """Return every code that a mistake in the data can have."""
    files = (
        "appointment_items",
        "community_check",
        "community_fields",
        "community_items",
        "errand_items",
        "matter_items",
        "offer_items",
        "offers_check",
        "services_check",
        "services_items",
        "services_way_check",
    )
    text = "".join((ROOT / "bot" / f"{file}.py").read_text(encoding="utf-8") for file in files)
    said_here = re.findall(r'BadItemError\("([a-z_]+)"', text)
    said_here += re.findall(r'Mistake\([^,]+, [^,]+, "([a-z_]+)"', text)
    said_here += re.findall(r'return "([a-z_]+_[a-z_]+)"', text)
    named = (*(wanted for _, _, wanted in REFERENCES), "window", "paper", "question")
    return sorted({*said_here, *(f"unknown_{wanted}" for wanted in named)})


@each_of((code,) for code in mistakes())
def test_every_mistake_in_the_data_has_a_sentence(code: str) -> None:
    assert f"operator.mistake.{code}" in KEYS
