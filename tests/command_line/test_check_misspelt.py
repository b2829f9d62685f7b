"""`check`: of a misspelt field the nearest one is told, beside all other faults, in one run."""

from pathlib import Path

import pytest

from tests.command_line.spoilt import Spoilt, is_named
from tests.command_line.terminal import Terminal

CARD = "services/senior_card.toml"

# Each row: what is misspelt, how, and the field of which `check` says so and what is meant.
MISSPELT = [
    (CARD, "also_known_as", "also_know_as", "also_know_as", "also_known_as"),
    (CARD, "instead =", "insted =", "papers.1.insted", "instead"),
    (CARD, "want =", "wants =", "steps.1.wants", "want"),
    (
        CARD,
        "otherwise = { text",
        "otherwise = { servce = 1, text",
        "steps.1.otherwise.servce",
        "service",
    ),
    ("services.toml", "places = 2 }", "places = 2, place = 3 }", "appointments.place", "places"),
    (
        "services.toml",
        'closes = "12:00" }',
        'closes = "12:00", weekday = [6] }',
        "hours.1.weekday",
        "weekdays",
    ),
    ("services.toml", "expires = true", "expire = true", "expire", "expires"),
    ("community.toml", "duty_phone", "duty_fone", "duty_fone", "duty_phone"),
    ("categories.toml", "danger = true", "dangerr = true", "dangerr", "danger"),
]


@pytest.mark.parametrize(("file", "right", "wrong", "field", "meant"), MISSPELT)
def test_of_a_misspelt_field_the_nearest_one_is_told(  # noqa: PLR0913, PLR0917 - a row
    terminal: Terminal, folder: Path, file: str, right: str, wrong: str, field: str, meant: str
) -> None:
    said = f"there is no field “{field}”. Do you mean “{meant}”?"
    is_named(terminal, folder, Spoilt(file, right, wrong, said))


# Each row: a file, faults that are made in it at once, and what is said of each.
AT_ONCE = [
    (
        CARD,
        {
            'window = "W3"': "window = 33",
            'confidence = "mixed"': 'confidense = "mixed"',
            "validity =": "valid =",
            'form = "photo"': 'form = "foto"',
            "instead =": "insted =",
        },
        (
            "“window” does not have the form",
            "“confidence” is missing",
            "“confidense”",
            "“validity” is missing",
            "“valid”",
            "“foto”",
            "“papers.1.insted”",
        ),
    ),
    (
        "services.toml",
        {
            'phone = "13800000011"': 'phone = "1 2"',
            "minutes = 20": "minutes = 1",
            "weekdays = [2, 4]": "weekday = [2, 4]",
        },
        ("“1 2”", "“1” in “appointments.minutes”", "“hours.2.weekday”"),
    ),
    (
        "staff.csv",
        {"worker_5,黎国强,grid_worker": "worker_5,,mayor", "13800000002": "13 8"},
        ("no role “mayor”", "“name” is empty", "“13 8”"),
    ),
    (
        "categories.toml",
        {
            'urgency = "normal"': 'urgency = "norml"',
            'acknowledge = "2wh"': 'acknowledge = "soon"',
            "danger = true": 'danger = "yes"',
        },
        ("Do you mean “normal”?", "“soon” in “acknowledge”", "must be true or false"),
    ),
]


@pytest.mark.parametrize(("file", "faults", "said"), AT_ONCE)
def test_every_fault_of_a_file_is_named_in_one_run(
    terminal: Terminal, folder: Path, file: str, faults: dict[str, str], said: tuple[str, ...]
) -> None:
    for right, wrong in faults.items():
        Spoilt(file, right, wrong, "").spoil(folder)
    words = terminal.run("check", str(folder)).words
    assert not [each for each in said if each not in words], words
    assert all(f"{folder}/{file}:" in line for line in words.splitlines()[: len(said)])
