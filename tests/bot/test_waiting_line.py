"""In which order a window calls numbers and appointments."""

from bot.instants import MINUTE, Instant, after
from bot.waiting_line import Booked, Place, is_early, rank
from tests.rows import each_of

TEN = Instant(1_795_500_000_000_000)


def at(minutes: int) -> Instant:
    return after(TEN, minutes * MINUTE)


def number(number: int, came: int = 0) -> Place:
    return Place(number, at(came))


def booked(number: int, starts: int, came: int = 0) -> Place:
    return Place(number, at(came), Booked(number, at(starts), at(starts + 30)))


# Who is there, how many minutes later somebody is called, and in which order then.
LINES: list[tuple[list[Place], int, list[int], str]] = [
    ([number(2), number(1)], 0, [1, 2], "numbers go in their order"),
    ([number(1), booked(2, 70)], 72, [2, 1], "an appointment whose time has come goes first"),
    ([number(1), booked(2, 70)], 69, [1, 2], "before its time numbers go first"),
    ([number(1), booked(2, 70)], 70, [2, 1], "its time is the very minute"),
    (
        [booked(1, 90), booked(2, 70)],
        100,
        [2, 1],
        "of two the earlier time goes first",
    ),
    ([booked(1, 90), booked(2, 70)], 60, [2, 1], "also while both are too early"),
    ([booked(2, 70), booked(1, 70)], 75, [1, 2], "of the same time who came first"),
    ([number(1), booked(2, 70, came=99)], 99, [2, 1], "late, but within the booked time"),
    ([number(1), booked(2, 70, came=100)], 100, [1, 2], "too late: a number like everybody's"),
    ([number(3), booked(2, 70, came=100)], 120, [2, 3], "and still before who came later"),
    ([number(1), booked(2, 70, came=60)], 150, [2, 1], "who was there in time is not made to pay"),
]


@each_of(LINES)
def test_the_line_is(places: list[Place], minutes: int, expected: list[int], why: str) -> None:
    ordered = sorted(places, key=lambda place: rank(place, at(minutes)))
    assert [each.number for each in ordered] == expected, why


def test_early_is_who_waits_for_the_booked_time() -> None:
    assert is_early(booked(1, 70), at(69))
    assert not is_early(booked(1, 70), at(70))
    assert not is_early(number(1), at(0))
