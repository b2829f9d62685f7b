"""Places: never more people than places, in no time of a window or an offer, and in no queue."""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from itertools import pairwise
from sqlite3 import Row
from typing import Any

from tests.simulation.record import Rows
from tests.simulation.world import FOLDER


def no_time_at_a_window_is_overbooked(record: Rows) -> Iterator[str]:
    """See, by the files alone, that a time has no more appointments than places."""
    places = {
        each["code"]: each["appointments"]["places"]
        for each in _read("services.toml")["windows"]
        if "appointments" in each
    }
    booked = record.rows("SELECT * FROM appointment WHERE state <> 'cancelled'")
    for (window, at), number in Counter(
        (row["at_window"], row["starts_at"]) for row in booked
    ).items():
        if number > places.get(window, 0):
            yield f"{number} appointments for {places.get(window, 0)} places at {window} at {at}"
    yield from _given_twice(booked, ("at_window", "starts_at", "place"))


def no_offer_is_overbooked(record: Rows) -> Iterator[str]:
    """See, by the files alone, that an offer with limited places gives no more than it has."""
    taken = record.rows(
        "SELECT * FROM offer_request WHERE places > 0 AND state NOT IN ('declined', 'withdrawn')"
    )
    for (offer, day, opens), number in Counter(
        (row["offer"], row["day"], row["opens"]) for row in taken
    ).items():
        places = _places(offer, day, opens)
        if number > places:
            yield f"{number} people for {places} places of {offer} on {day} at {opens}"
    yield from _given_twice(taken, ("offer", "starts_at", "place"))


def queues_are_in_order(record: Rows) -> Iterator[str]:
    """See that a window gives each number once and serves one person at a time."""
    tickets = record.rows("SELECT * FROM ticket ORDER BY number")
    queues: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for ticket in tickets:
        queues[ticket["at_window"], ticket["day"]].append(ticket)
    for queue, its_own in queues.items():
        if [each["number"] for each in its_own] != list(range(1, len(its_own) + 1)):
            yield f"the numbers of {queue} are {[each['number'] for each in its_own]}"
        called = sorted(
            (each for each in its_own if each["called_at"] is not None),
            key=lambda each: each["called_at"],
        )
        for before, then in pairwise(called):
            if before["ended_at"] is None or before["ended_at"] > then["called_at"]:
                yield f"{queue} called {then['number']} while {before['number']} was served"
    yield from _given_twice(
        [row for row in tickets if row["state"] in {"waiting", "called"}],
        ("person_id", "at_window", "day"),
    )


def _given_twice(rows: list[Row], fields: tuple[str, ...]) -> Iterator[str]:
    for what, number in Counter(tuple(row[name] for name in fields) for row in rows).items():
        if number > 1:
            yield f"{what} was given {number} times"


def _places(offer: str, day: str, opens: int) -> int:
    """Return how many may come to a time of an offer; none when it has no such time."""
    for each in _offers()[offer].get("times", []):
        hours, minutes = str(each["opens"]).split(":")
        is_then = int(hours) * 60 + int(minutes) == opens
        if is_then and date.fromisoformat(day).isoweekday() in each["weekdays"]:
            return int(each["places"])
    return 0


@cache
def _offers() -> Mapping[str, dict[str, Any]]:
    return {each["code"]: each for each in _read("organisations.toml")["offers"]}


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))
