"""Booking as transcripts: what is typed or pressed, and what is asked next."""

from datetime import date
from typing import Any

from bot.appointments import FreeSlot, Slot
from bot.commands import AnswerInquiry, ReportInstead
from bot.visit_commands import BookAppointment, CancelAppointment
from conversations.appointment import AppointmentStart, CancelStart
from conversations.appointment_facts import Times
from conversations.engine import Finished
from tests.conversations.facts_at_hand import FREE, WEDNESDAY
from tests.conversations.talks import BACK, Change, Press, Row, Talk
from tests.rows import each_of

THURSDAY = "2026-11-26"


def booking(service: str = "senior_card", **more: object) -> Talk:
    fields = {"script": "appointment", "start": AppointmentStart(service)}
    return Talk(**fields, **more)  # type: ignore[arg-type]


WAYS: list[tuple[Row, Row, BookAppointment]] = [
    (
        (Press(THURSDAY), "day.time"),
        (Press("540"), "book"),
        BookAppointment("senior_card", THURSDAY, 540, "罗建华"),
    ),
    (
        ("11月25日(周三)", "day.time"),
        ("9点", "book"),
        BookAppointment("senior_card", WEDNESDAY, 540, "罗建华"),
    ),
    (
        ("2", "day.time"),
        ("9:30", "book"),
        BookAppointment("senior_card", THURSDAY, 570, "罗建华"),
    ),
]


@each_of(WAYS)
def test_a_day_and_a_time_are_pressed_or_typed(
    day: Row, time: Row, expected: BookAppointment
) -> None:
    assert booking().play([day, time, ("好的", "BookAppointment")]).command == expected


def test_the_matter_is_found_by_words() -> None:
    talk = booking("").play([("老年证", "day"), ("1", "day.time"), ("1", "book")])
    assert talk.play([(Press("book"), "BookAppointment")]).command.service == "senior_card"


def test_every_part_can_be_changed() -> None:
    talk = booking().play([("1", "day.time"), ("1", "book")])
    talk.play([(Change("name"), "name"), ("罗奶奶", "book")])
    talk.play([(Change("day"), "day"), ("2", "day.time"), ("2", "book")])
    talk.play([(Change("day.time"), "day.time"), ("1", "book"), ("可以", "BookAppointment")])
    assert talk.command == BookAppointment("senior_card", THURSDAY, 540, "罗奶奶")


def test_a_name_that_is_too_long_for_the_list_is_cut() -> None:
    talk = booking().play([("1", "day.time"), ("1", "book"), (Change("name"), "name")])
    talk.play([("长" * 100, "book"), ("好", "BookAppointment")])
    assert talk.command.name == "长" * 40


def at_summary() -> Talk:
    return booking().play([(Press(WEDNESDAY), "day.time"), (Press("540"), "book")])


def without(day: str, *opens: int) -> Times:
    """Return the times when some of a day are taken."""
    free = [each for each in FREE if each.slot.day != day or each.slot.opens not in opens]
    return Times("罗建华", tuple(free))


def test_a_time_that_goes_while_confirming_is_asked_again_with_those_that_are_left() -> None:
    talk = at_summary()
    talk.times = without(WEDNESDAY, 540)
    assert (talk.where, talk.asking.again, talk.values()) == ("day.time", True, ["570"])
    assert talk.question.gone == "appointment.gone"
    talk.play([(Press("570"), "book"), ("好", "BookAppointment")])


def test_a_day_that_fills_while_confirming_is_asked_again() -> None:
    talk = at_summary()
    talk.times = without(WEDNESDAY, 540, 570)
    assert (talk.where, talk.asking.again, talk.values()) == ("day", True, [THURSDAY])


def test_a_press_on_a_time_that_has_gone_is_refused_with_the_reason() -> None:
    talk = booking().play([(Press(WEDNESDAY), "day.time")])
    talk.times = without(WEDNESDAY, 540)
    talk.play([(Press("540"), "! appointment.gone"), (Press("570"), "book")])


NOTHING = [
    (Times("罗建华"), "appointment.all_taken", "all times are taken"),
    (Times("罗建华", takes_any=False), "appointment.not_needed", "the window takes none"),
]


@each_of(NOTHING)
def test_without_free_times_the_window_is_told(times: Times, key: str, why: str) -> None:
    command = booking(times=times).command
    assert isinstance(command, AnswerInquiry)
    assert command.key == key


def test_whoever_has_booked_sees_the_earlier_time() -> None:
    own = Slot(WEDNESDAY, 600, 630, 2)
    talk = booking(times=Times("罗奶奶", FREE, own))
    assert talk.question.parameters["earlier"] == {
        "day": WEDNESDAY,
        "opens": "10:00",
        "closes": "10:30",
    }


def test_going_back_leads_to_the_day() -> None:
    assert at_summary().play([(BACK, "day.time"), (BACK, "day")]).where == "day"


def test_what_is_no_matter_of_the_centre_becomes_a_report() -> None:
    talk = booking("").play([("天上有飞碟", "matter.more"), (Press("report"), "ReportInstead")])
    assert talk.command == ReportInstead("天上有飞碟")


def test_taking_back_asks_once() -> None:
    start = CancelStart(7, "senior_card", WEDNESDAY, 540)
    talk = Talk(script="cancel_appointment", start=start)
    assert talk.play([("确定取消", "CancelAppointment")]).command == CancelAppointment(7)


@each_of((count,) for count in range(1, 5))
def test_every_way_of_pressing_comes_to_an_end(count: int) -> None:
    free = tuple(FreeSlot(Slot(WEDNESDAY, 540 + 30 * i, 570 + 30 * i, 1), 1) for i in range(count))
    talk = booking("", times=Times("罗", free))
    for _ in range(9):
        if isinstance(talk.standing, Finished):
            return
        talk.take(Press(talk.values()[-1 if talk.where.startswith("day") else 0]))
    raise AssertionError(talk.answers)


def named(**wanted: Any) -> Talk:  # noqa: ANN401 - the fields of a start
    """Return a booking whose first words said when."""
    return Talk(script="appointment", start=AppointmentStart("senior_card", **wanted))


NAMED: list[tuple[dict[str, Any], str, dict[str, Any]]] = [
    ({"day": THURSDAY}, "day.time", {"day": THURSDAY, "not_free": None}),
    ({"day": THURSDAY, "part": "morning"}, "day.time", {"day": THURSDAY, "not_free": None}),
    (
        {"day": THURSDAY, "part": "afternoon"},
        "day.time",
        {"not_free": {"part": "afternoon", "at": ""}},
    ),
    ({"day": THURSDAY, "at": 550}, "book", {"day": THURSDAY, "opens": "09:00"}),
    ({"day": THURSDAY, "at": 900}, "day.time", {"not_free": {"part": "", "at": "15:00"}}),
    ({"day": "2026-11-29"}, "day", {"not_on": "2026-11-29"}),
    ({"part": "morning"}, "day", {"not_on": ""}),
]


@each_of(NAMED)
def test_what_was_named_is_not_asked_again(
    wanted: dict[str, Any], where: str, told: dict[str, Any]
) -> None:
    talk = named(**wanted)
    assert talk.where == where
    assert {key: talk.question.parameters[key] for key in told} == told


def test_what_was_named_holds_while_the_matter_is_still_to_be_chosen() -> None:
    start = AppointmentStart(day=THURSDAY, at=540)
    talk = Talk(script="appointment", start=start).play([("老年证", "book")])
    assert (talk.question.parameters["day"], talk.question.parameters["opens"]) == (
        THURSDAY,
        "09:00",
    )


def test_the_named_day_can_be_changed_and_its_time_is_asked_then() -> None:
    talk = named(day=THURSDAY, at=540).play([(Change("day"), "day"), ("1", "day.time")])
    talk.play([("1", "book"), (BACK, "day.time"), (BACK, "day")])


def test_a_time_of_another_day_is_not_taken_for_one_of_this() -> None:
    talk = named(day=THURSDAY)
    talk.play([("周五上午", "! appointment.other_day"), ("周四9点", "book")])


TYPED_DAYS = [
    ("明天上午9点", "book"),
    ("11月26号", "day.time"),
    ("26号上午", "day.time"),
    ("next Sunday", "! appointment.no_time.full"),
]


@each_of(TYPED_DAYS)
def test_a_day_may_be_typed_with_its_time(typed: str, where: str) -> None:
    booking().play([(typed, where)])


def test_a_full_day_is_offered_by_its_halves() -> None:
    slots = [Slot(THURSDAY, 480 + 15 * i, 495 + 15 * i, 1) for i in range(30)]
    times = Times("罗", tuple(FreeSlot(each, 1) for each in slots), today=date(2026, 11, 25))
    talk = booking(times=times).play([("1", "day.time")])
    assert talk.values() == ["morning", "afternoon"]
    talk.play([(Press("morning"), "day.time.at")])
    assert (talk.values()[0], talk.values()[-1]) == ("480", "afternoon")
    talk.play([(Press("afternoon"), "day.time.at.at"), ("12点", "book")])
