"""`check` names all mistakes at once: none hides another, and none is told that only follows."""

from pathlib import Path

import pytest

from tests.command_line.spoilt import Spoilt
from tests.command_line.terminal import Terminal
from tests.command_line.test_check_centre import CENTRE_MISTAKES
from tests.command_line.test_check_community import COMMUNITY_MISTAKES

MISTAKES = {**COMMUNITY_MISTAKES, **CENTRE_MISTAKES}
# Each hides something: only what follows from that is kept back, every other mistake is named.
HIDING = {
    "an uneven row": MISTAKES["an uneven row"],
    "a missing column": MISTAKES["a missing column"],
    "a column too many": Spoilt("landmarks.csv", "aliases\n", "aliases,\n", "column", ""),
    "broken JSON": MISTAKES["broken JSON"],
    "broken TOML": MISTAKES["broken TOML"],
    "broken shared things": Spoilt("services.toml", "[[windows]]", "[[windows", "TOML"),
    "a broken service": Spoilt("services/senior_card.toml", "code = ", "code ", "TOML"),
}
OTHERS = {
    "letters": Spoilt("community.toml", 'letters = "JW"', 'letters = "jw1"', "capital letters"),
    "a time zone": Spoilt("community.toml", "Asia/Shanghai", "Asia/Pingxiang", "no time zone"),
    "hours": Spoilt("community.toml", 'opens = "08:30"', 'opens = "25:00"', "not a time"),
    "a number": Spoilt("buildings.csv", "27.62432,", "north,", "not a number"),
    "a proof": MISTAKES["a proof without rule"],
}


@pytest.mark.parametrize("hiding", HIDING.values(), ids=HIDING)
def test_a_mistake_hides_no_other_and_its_consequences_are_not_named(
    terminal: Terminal, folder: Path, hiding: Spoilt
) -> None:
    hiding.spoil(folder)
    alone = terminal.run("check", str(folder)).words.splitlines()
    for other in OTHERS.values():
        other.spoil(folder)
    said = terminal.run("check", str(folder)).words
    assert all(other.said in said for other in OTHERS.values())
    assert {each.partition(":")[0] for each in alone[:-1]} == {f"{folder}/{hiding.file}"}
    # Of a misspelt field it is said that it is missing, and which one is not known.
    assert len(said.splitlines()) == len(alone) + len(OTHERS) + 1


def test_all_mistakes_are_named_at_once(terminal: Terminal, folder: Path) -> None:
    for name in ("an unknown role", "an unknown estate", "an unknown urgency", "office hours"):
        MISTAKES[name].spoil(folder)
    said = terminal.run("check", str(folder))
    assert said.code == 1
    assert all(MISTAKES[name].said in said.words for name in ("an unknown role", "office hours"))
    assert len(said.words.splitlines()) == 5


async def test_a_list_of_mistakes_that_nobody_reads_on_ends_without_a_word(
    terminal: Terminal, folder: Path
) -> None:
    MISTAKES["an unknown role"].spoil(folder)
    assert (await terminal.run_unread("check", str(folder))).words == ""


def test_one_mistake_is_counted_as_one(terminal: Terminal, folder: Path) -> None:
    MISTAKES["an unknown role"].spoil(folder)
    assert "\n1 mistake. " in terminal.run("check", str(folder)).words


def test_every_fault_of_a_tables_entries_is_named(terminal: Terminal, folder: Path) -> None:
    file = folder / "services" / "senior_card.toml"
    wrong = """
[[papers]]
paper = "id_card"
form = "xx"
copies = -3
from = "2026-13-40"

[[papers]]
paper = "hukou"
form = "yy"
"""
    file.write_text(file.read_text(encoding="utf-8") + wrong, encoding="utf-8")
    said = terminal.run("check", str(folder)).words
    named = ("xx", "-3", "2026-13-40", "yy", ".copies” is missing")
    assert all(each in said for each in named)
    assert len(said.splitlines()) == len(named) + 1
