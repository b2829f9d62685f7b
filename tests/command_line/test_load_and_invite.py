"""`load` and `invite`: the difference is shown and applied once; a link is for one person."""

import re
from pathlib import Path

import pytest

from tests.command_line.terminal import COMMUNITY, Terminal

LINK = re.compile(r"https://t\.me/xiaoxiang_bot\?start=i_[A-Za-z0-9_-]{22}")


def test_loading_shows_the_difference_and_applies_it_once(terminal: Terminal) -> None:
    first = terminal.run("load", str(COMMUNITY), typed="y\n")
    assert (first.code, "+ staff worker_4" in first.words) == (0, True)
    assert "jiangwan: " in first.words
    again = terminal.run("load", str(COMMUNITY))
    assert again.words == "jiangwan: the database says the same already.\n"


def test_nothing_is_applied_without_consent(terminal: Terminal) -> None:
    refused = terminal.run("load", str(COMMUNITY), typed="n\n")
    assert (refused.code, "Nothing was changed." in refused.words) == (0, True)
    assert "+ staff worker_4" in terminal.run("load", str(COMMUNITY), typed="n\n").words


@pytest.mark.parametrize("words", [["load", str(COMMUNITY)], ["invite", "worker_4"]])
def test_what_changes_nothing_makes_no_folder(terminal: Terminal, words: list[str]) -> None:
    terminal.run(*words, typed="n\n")
    assert not terminal.data.exists()


def test_a_changed_file_is_the_only_difference(terminal: Terminal, folder: Path) -> None:
    terminal.run("load", str(folder), "--yes")
    staff = folder / "staff.csv"
    text = staff.read_text(encoding="utf-8")
    staff.write_text(text.replace("13800000002", "13800000099"), encoding="utf-8")
    said = terminal.run("load", str(folder), "--yes")
    lines = said.words.splitlines()
    assert len(lines) == 2
    assert lines[0].endswith("staff worker_2")
    assert "0 added, 1 changed, 0 removed" in lines[1]


def test_a_folder_with_mistakes_is_not_loaded(terminal: Terminal, folder: Path) -> None:
    (folder / "staff.csv").write_text("code\n", encoding="utf-8")
    assert terminal.run("load", str(folder), "--yes").code == 1
    assert not (terminal.data / "xiaoxiang.db").exists()


def test_whom_nobody_knows_cannot_be_invited(terminal: Terminal) -> None:
    terminal.run("load", str(COMMUNITY), "--yes")
    said = terminal.run("invite", "worker_9")
    assert said.code == 1
    assert "no “worker_9” in staff.csv" in said.words
    assert "worker_1, worker_2" in said.words
    assert "XIAOXIANG_TOKEN" not in said.words


def test_an_invitation_needs_a_community_and_the_bots_name(terminal: Terminal) -> None:
    assert "load" in terminal.run("invite", "worker_4").words
    terminal.run("load", str(COMMUNITY), "--yes")
    said = terminal.run("invite", "worker_4")
    assert (said.code, "XIAOXIANG_TOKEN" in said.words) == (1, True)
    unknown = terminal.run("invite", "worker_4", "--community", "elsewhere")
    assert (unknown.code, "elsewhere" in unknown.words) == (1, True)


def test_telegram_that_is_not_reached_is_named(terminal: Terminal) -> None:
    terminal.run("load", str(COMMUNITY), "--yes")
    terminal.settings |= {"XIAOXIANG_TOKEN": "1:x", "XIAOXIANG_API": "http://127.0.0.1:9"}
    said = terminal.run("invite", "worker_4")
    assert (said.code, "Telegram" in said.words) == (1, True)


@pytest.mark.parametrize("words", [["nonsense"], ["check"], ["invite"], ["demo", "--port", "x"]])
def test_what_is_no_command_exits_with_2(terminal: Terminal, words: list[str]) -> None:
    assert terminal.run(*words).code == 2
