"""Mediation and legal aid: the table of moves, time limits, and mistakes in the data."""

from bot.community_check import check_items
from bot.instants import DAY, HOUR, Instant, after, local_time
from bot.matter_kinds import PrivateService
from bot.private_matters import (
    OPEN,
    MatterMove,
    MatterState,
    Part,
    accepted_by,
    confirmation_reminded_at,
    days_later,
    meeting_reminded_at,
    moves_of,
    presses,
    state_after,
)
from tests.bot.jiangwan import community
from tests.bot.test_community_check import Edit, edited, put, take_out
from tests.rows import each_of

ZONE = "Asia/Shanghai"
# Tuesday, 24 November 2026, 10:00 in Shanghai.
TUESDAY = Instant(1_795_485_600_000_000)
MEDIATION, LEGAL = PrivateService.MEDIATION, PrivateService.LEGAL_AID
# Who, in which matter, as it stands, can do what.
CAN = [
    (Part.HELPER, MEDIATION, "received", "accept tell"),
    (Part.HELPER, MEDIATION, "accepted", "tell willing unwilling meet settle end hand_over"),
    (Part.HELPER, MEDIATION, "willing", "tell unwilling meet settle end hand_over"),
    (Part.HELPER, MEDIATION, "meeting", "tell unwilling meet settle end hand_over"),
    (Part.HELPER, MEDIATION, "settled", ""),
    (Part.HELPER, LEGAL, "received", "accept tell"),
    (Part.HELPER, LEGAL, "accepted", "tell missing forward finish hand_over"),
    (Part.HELPER, LEGAL, "missing", "tell missing forward finish hand_over"),
    (Part.HELPER, LEGAL, "forwarded", "tell finish hand_over"),
    (Part.HELPER, LEGAL, "done", ""),
    (Part.HELPER, LEGAL, "withdrawn", ""),
    (Part.RESIDENT, MEDIATION, "received", "reply withdraw"),
    (Part.RESIDENT, MEDIATION, "meeting", "reply withdraw"),
    (Part.RESIDENT, MEDIATION, "settled", "confirm"),
    (Part.RESIDENT, MEDIATION, "confirmed", ""),
    (Part.RESIDENT, MEDIATION, "unwilling", ""),
    (Part.RESIDENT, LEGAL, "forwarded", "reply withdraw"),
    (Part.RESIDENT, LEGAL, "done", ""),
]


@each_of(CAN)
def test_who_can_do_what(part: Part, service: PrivateService, state: str, moves: str) -> None:
    assert " ".join(moves_of(part, service, MatterState(state))) == moves


LEADS = [
    (Part.HELPER, MEDIATION, "accept", "received", "accepted"),
    (Part.HELPER, MEDIATION, "tell", "meeting", "meeting"),
    (Part.HELPER, MEDIATION, "tell", "received", "accepted"),
    (Part.HELPER, MEDIATION, "settle", "meeting", "settled"),
    (Part.HELPER, LEGAL, "forward", "missing", "forwarded"),
    (Part.RESIDENT, LEGAL, "withdraw", "forwarded", "withdrawn"),
    (Part.RESIDENT, MEDIATION, "accept", "received", None),
    (Part.HELPER, LEGAL, "settle", "accepted", None),
    (Part.HELPER, MEDIATION, "forward", "accepted", None),
    (Part.HELPER, MEDIATION, "accept", "withdrawn", None),
]


@each_of(LEADS)
def test_where_a_move_leads(
    part: Part, service: PrivateService, move: str, state: str, then: str | None
) -> None:
    assert state_after(part, service, MatterMove(move), MatterState(state)) == then


@each_of((state, service) for state in OPEN for service in PrivateService)
def test_what_is_open_can_be_taken_back(state: MatterState, service: PrivateService) -> None:
    assert MatterMove.WITHDRAW in moves_of(Part.RESIDENT, service, state)


@each_of(
    [("", False), ("2026-11-23", True), ("2026-12-01", True), ("2026-12-02", False)],
)
def test_when_a_limit_presses(until: str, is_pressing: bool) -> None:  # noqa: FBT001 - a row
    assert presses(until, TUESDAY, ZONE) is is_pressing


def test_what_presses_is_taken_up_sooner() -> None:
    kinds = community().matter_kinds
    calm = accepted_by(kinds["neighbours"], community(), TUESDAY)
    assert calm > after(TUESDAY, 20 * HOUR)
    assert accepted_by(kinds["violence"], community(), TUESDAY) < after(TUESDAY, 8 * HOUR)
    pressing = accepted_by(kinds["violence"], community(), TUESDAY, "2026-11-25")
    assert pressing == after(TUESDAY, 4 * HOUR)
    assert accepted_by(None, community(), TUESDAY) == calm


def test_the_court_is_remembered_a_week_before_the_thirty_days_are_over() -> None:
    assert days_later(TUESDAY, 30, ZONE) == "2026-12-24"
    assert confirmation_reminded_at(TUESDAY, ZONE) == after(TUESDAY, 23 * DAY)


# The evening before and two hours before; not at night, not too late, not what is past.
REMINDED = [
    ("2026-11-27 15:00", ["26 19:00", "27 13:00"]),
    ("2026-11-27 09:00", ["26 19:00", "27 08:00"]),
    ("2026-11-27 08:00", ["26 19:00"]),
    ("2026-11-24 15:00", ["24 13:00"]),
    ("2026-11-24 11:00", []),
]


@each_of(REMINDED)
def test_when_both_are_reminded_of_a_meeting(meeting: str, times: list[str]) -> None:
    found = meeting_reminded_at(meeting, TUESDAY, ZONE)
    assert [f"{local_time(each, ZONE):%d %H:%M}" for each in found] == times


MISTAKES: list[tuple[str, str, Edit, str, str]] = [
    ("matter_kind", "wages", put("service", "court"), "unknown_word", "service"),
    ("matter_kind", "wages", put("accept_within", "soon"), "not_a_time_limit", "accept_within"),
    ("matter_kind", "wages", take_out("accept_within"), "missing", "accept_within"),
    ("matter_kind", "wages", put("name.en", " "), "empty", "name.en"),
    ("matter_kind", "violence", put("means_test", "no"), "wrong_form", "means_test"),
    ("matter_kind", "family", put("means_test", value=False), "only_for_legal_aid", "means_test"),
]


@each_of(MISTAKES)
def test_a_mistake_is_found(kind: str, code: str, edit: Edit, mistake: str, field: str) -> None:
    found = check_items(edited(kind, code, edit))
    assert (kind, code, mistake, field) in {
        (each.kind, each.item, each.code, each.field) for each in found
    }, found


def test_every_service_is_about_something_and_a_role_reads_something() -> None:
    items = edited("matter_kind", "wages", put("name.en", "Wages"))
    none_for_law = [each for each in items if each.content.get("service") != "legal_aid"]
    assert ("no_matter_kind", "legal_aid") in {
        (each.code, each.value) for each in check_items(none_for_law)
    }
    nothing = [each for each in items if each.kind != "matter_kind"]
    assert {each.item for each in check_items(nothing) if each.code == "nothing_to_read"} == {
        "mediator_1",
        "legal_1",
    }
