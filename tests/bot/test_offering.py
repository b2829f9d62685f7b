"""When an offer can be asked for, and what each side can do about a request."""

from dataclasses import replace
from datetime import datetime

from bot.appointments import Slot, Taken
from bot.instants import HOUR, Instant, after, instant_of, local_time
from bot.offer_search import is_about_an_offer
from bot.offering import (
    MOVES,
    OPEN,
    RequestMove,
    RequestState,
    Side,
    afterwards_at,
    answered_by,
    moves_of,
    offer_slots,
    offers_on,
    part_of,
    place_at,
    proposal_ends,
    slot_at,
    state_after,
)
from bot.quiet_hours import not_in_quiet_hours
from tests.bot.jiangwan import classifier, community, offer_search
from tests.rows import each_of

ZONE = "Asia/Shanghai"

FIRST_TIMES = [
    ("legal_advice", "2026-11-25T13:59", "2026-11-25 840", "a minute before the lawyer comes"),
    ("legal_advice", "2026-11-25T14:00", "2026-11-28 540", "he has begun: on Saturday again"),
    ("water_pipes", "2026-11-25T09:00", "2026-11-25 480", "a morning that goes on for long"),
    ("water_pipes", "2026-11-25T11:30", "2026-11-25 720", "the morning is nearly over"),
    ("water_pipes", "2026-11-25T20:30", "2026-11-26 480", "the evening is nearly over"),
    ("elder_lunch", "2026-09-30T13:00", "2026-10-08 660", "the week of the national holiday"),
    ("new_year_couplets", "2027-01-05T09:00", "2027-01-16 540", "it begins in a week"),
]


@each_of(FIRST_TIMES)
def test_the_first_time_that_is_offered_is(code: str, now: str, expected: str, why: str) -> None:
    slots = offer_slots(community().offers[code], community(), datetime.fromisoformat(now))
    assert f"{slots[0].day} {slots[0].opens}" == expected


def test_nothing_is_offered_after_the_last_day() -> None:
    cleaning = community().offers["cleaning"]
    slots = offer_slots(cleaning, community(), datetime.fromisoformat("2027-06-29T21:00"))
    assert {each.day for each in slots} == {"2027-06-30"}
    assert "cleaning" in offers_on(community(), "2027-06-30")
    assert "cleaning" not in offers_on(community(), "2027-07-01")


TIMES = [
    ("legal_advice", Slot("2026-11-28", 540, 660, 0), 2, "as the data has it"),
    ("legal_advice", Slot("2026-11-27", 540, 660, 0), None, "another weekday"),
    ("legal_advice", Slot("2026-11-28", 540, 630, 0), None, "another end"),
    ("water_pipes", Slot("2026-11-27", 930, 990, 0), 0, "a time that was agreed on"),
    ("water_pipes", Slot("2026-10-01", 930, 990, 0), None, "a public holiday"),
]


@each_of(TIMES)
def test_a_wanted_time_has_places(code: str, wanted: Slot, places: int | None, why: str) -> None:
    found = slot_at(community().offers[code], community(), wanted)
    assert (found.places if found else None) == places


def test_the_lowest_free_place_is_given_out() -> None:
    slot = Slot("2026-11-28", 540, 660, 2)
    one, two = (Taken("2026-11-28", 540, 660, place) for place in (1, 2))
    assert place_at(slot, ()) == 1
    assert place_at(slot, (one,)) == 2
    assert place_at(slot, (two,)) == 1
    assert place_at(slot, (one, two)) is None
    assert place_at(replace(slot, places=0), (one, two)) == 0


def test_a_stretch_is_a_part_of_the_day_or_a_time_of_its_own() -> None:
    assert part_of(480, 720) == "morning"
    assert part_of(930, 990) == ""


CAN = [
    (Side.CONTACT, RequestState.REQUESTED, "accept propose decline"),
    (Side.CONTACT, RequestState.PROPOSED, "propose decline"),
    (Side.CONTACT, RequestState.AGREED, "finish propose decline"),
    (Side.RESIDENT, RequestState.REQUESTED, "withdraw"),
    (Side.RESIDENT, RequestState.PROPOSED, "agree withdraw"),
    (Side.RESIDENT, RequestState.AGREED, "withdraw"),
    *((side, state, "") for side in Side for state in RequestState if state not in OPEN),
]


@each_of(CAN)
def test_what_a_side_can_do(side: Side, state: RequestState, expected: str) -> None:
    assert " ".join(moves_of(side, state)) == expected


def test_nobody_makes_the_other_sides_moves() -> None:
    assert state_after(Side.RESIDENT, RequestMove.ACCEPT, RequestState.REQUESTED) is None
    assert state_after(Side.CONTACT, RequestMove.AGREE, RequestState.PROPOSED) is None
    assert {rule.move for rule in MOVES} == set(RequestMove)


WORDS = [
    ("理发", "haircut_home"),
    ("我想剪头发", "haircut_home"),
    ("修水管", "water_pipes"),
    ("家里水龙头坏了要修", "water_pipes"),
    ("法律咨询", "legal_advice"),
    ("I need a lawyer", "legal_advice"),
    ("plumber please", "water_pipes"),
    ("打掃", "cleaning"),
    ("写春联", ""),
    ("火箭", ""),
]


@each_of(WORDS)
def test_words_find_the_offer(words: str, expected: str) -> None:
    found = offer_search().search(words)
    assert (found[0].code if found else "") == expected


QUIET = [
    ("2026-11-25T20:59", "2026-11-25T20:59", "still evening"),
    ("2026-11-25T21:00", "2026-11-26T08:00", "the quiet hours begin"),
    ("2026-11-25T23:59", "2026-11-26T08:00", "before midnight"),
    ("2026-11-26T00:00", "2026-11-26T08:00", "at midnight"),
    ("2026-11-26T07:59", "2026-11-26T08:00", "a minute too early"),
    ("2026-11-26T08:00", "2026-11-26T08:00", "they are over"),
    ("2026-12-31T22:00", "2027-01-01T08:00", "over the turn of the year"),
]


@each_of(QUIET)
def test_in_quiet_hours_things_wait(now: str, expected: str, why: str) -> None:
    at = instant_of(datetime.fromisoformat(f"{now}+08:00"))
    assert f"{local_time(not_in_quiet_hours(at, ZONE), ZONE):%Y-%m-%dT%H:%M}" == expected


ABOUT = [
    ("理发", True),
    ("想找人打扫卫生", True),
    ("找个免费的律师问问", True),
    ("水管坏了找人修", True),
    ("老人午餐", True),
    ("跳广场舞", True),
    ("广场舞太吵了", False),
    ("washing machine broken", True),
    ("lunch for my grandma", True),
    ("我想找人修水管", True),
    ("想学书法", True),
    ("洗衣机坏了", True),
    ("I need a haircut", True),
    ("广场舞太吵", False),
    ("马桶堵了，污水往外冒", False),
    ("楼道没人打扫", False),
    ("楼道灯坏了", False),
    ("", False),
]


@each_of(ABOUT)
def test_words_ask_for_an_offer_unless_they_sound_like_trouble(words: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_about_an_offer(offer_search().search(words), classifier().guess(words)) is expected


PATIENCE = [
    (30 * HOUR * 24, 24 * HOUR, "in a month"),
    (48 * HOUR, 24 * HOUR, "the day after tomorrow"),
    (10 * HOUR, 5 * HOUR, "this evening"),
    (HOUR, HOUR, "in an hour"),
    (-HOUR, HOUR, "the part of the day has begun"),
]


@each_of(PATIENCE)
def test_the_sooner_it_is_the_sooner_a_clerk_hears_of_silence(
    left: int, patience: int, why: str
) -> None:
    now = Instant(1_795_500_000_000_000)
    assert answered_by(now, after(now, left)) == after(now, patience)


# Who, how it stands, what can be done once the time is past.
PAST = [
    (Side.CONTACT, "requested", ""),
    (Side.CONTACT, "proposed", ""),
    (Side.CONTACT, "agreed", "finish miss"),
    (Side.RESIDENT, "requested", ""),
    (Side.RESIDENT, "agreed", "finish miss"),
    (Side.RESIDENT, "done", ""),
]


@each_of(PAST)
def test_what_can_be_said_when_the_time_is_past(side: Side, state: str, moves: str) -> None:
    assert " ".join(moves_of(side, RequestState(state), is_past=True)) == moves


def test_a_proposal_waits_a_day_or_until_it_begins() -> None:
    now = afterwards_at("2026-11-23", 0, ZONE)
    assert proposal_ends(now, after(now, 90 * HOUR)) == after(now, 24 * HOUR)
    assert proposal_ends(now, after(now, 5 * HOUR)) == after(now, 5 * HOUR)


def test_the_contact_is_asked_on_the_next_morning() -> None:
    asked = [afterwards_at("2026-11-26", stage, ZONE) for stage in range(3)]
    told = [f"{local_time(each, ZONE):%m-%d %H:%M}" for each in asked]
    assert told == ["11-27 09:00", "11-29 09:00", "12-03 09:00"]
