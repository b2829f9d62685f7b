"""`load` and `invite`: the difference is shown and applied once; a link is for one person."""

import re
from pathlib import Path

import pytest

from bot.community_items import READERS
from tests.bot.jiangwan import items
from tests.command_line.terminal import COMMUNITY, Terminal
from tests.messages.samples import LANGUAGES, sentences

LINK = re.compile(r"https://t\.me/xiaoxiang_bot\?start=i_[A-Za-z0-9_-]{22}")


def test_loading_shows_the_difference_and_applies_it_once(terminal: Terminal) -> None:
    first = terminal.run("load", str(COMMUNITY), "--details", typed="y\n")
    assert (first.code, "+ staff worker_4" in first.words) == (0, True)
    assert "grids: 5 new, 0 changed, 0 unchanged, 0 removed" in first.words
    assert "jiangwan: " in first.words
    again = terminal.run("load", str(COMMUNITY))
    assert again.words == "jiangwan: the database says the same already.\n"


def test_without_details_it_is_counted_by_kind(terminal: Terminal) -> None:
    said = terminal.run("load", str(COMMUNITY), typed="n\n").words
    assert "grids: 5 new, 0 changed, 0 unchanged, 0 removed\n" in said
    assert "+ " not in said
    kinds = {item.kind for item in items()}
    # One line for each kind, the rest, the question and the answer.
    assert len(said.splitlines()) == len(kinds) + 3


def test_nothing_is_applied_without_consent(terminal: Terminal) -> None:
    refused = terminal.run("load", str(COMMUNITY), typed="n\n")
    assert (refused.code, "Nothing was changed." in refused.words) == (0, True)
    assert "grids: 5 new" in terminal.run("load", str(COMMUNITY), typed="n\n").words


def test_a_dry_run_asks_nothing_and_changes_nothing(terminal: Terminal) -> None:
    dry = terminal.run("load", str(COMMUNITY), "--dry-run", "--yes")
    assert (dry.code, dry.words.splitlines()[-1]) == (0, "Nothing was changed.")
    assert "Apply this?" not in dry.words
    assert not terminal.data.exists()


@pytest.mark.parametrize("words", [["load", str(COMMUNITY)], ["invite", "worker_4"]])
def test_what_changes_nothing_makes_no_folder(terminal: Terminal, words: list[str]) -> None:
    terminal.run(*words, typed="n\n")
    assert not terminal.data.exists()


def test_a_changed_file_is_the_only_difference(terminal: Terminal, folder: Path) -> None:
    terminal.run("load", str(folder), "--yes")
    staff = folder / "staff.csv"
    text = staff.read_text(encoding="utf-8")
    staff.write_text(text.replace("13800000002", "13800000099"), encoding="utf-8")
    said = terminal.run("load", str(folder), "--yes", "--details")
    lines = said.words.splitlines()
    changes = [each for each in lines if each.startswith(("+", "~", "-"))]
    assert changes == ["~ staff worker_2 (phone)"]
    assert lines[0].startswith("staff: 0 new, 1 changed, ")
    assert lines[1].startswith("everything else: ")
    assert "0 added, 1 changed, 0 removed" in lines[-1]


def test_a_misspelt_code_of_the_community_is_asked_about(terminal: Terminal, folder: Path) -> None:
    terminal.run("load", str(folder), "--yes")
    main = folder / "community.toml"
    text = main.read_text(encoding="utf-8")
    main.write_text(text.replace('code = "jiangwan"', 'code = "jiangwam"'), encoding="utf-8")
    said = terminal.run("load", str(folder), typed="n\n").words
    assert said.startswith("“jiangwam” is not loaded yet")
    assert "beside jiangwan" in said


NONSENSE = ["", "hello", "[[[[", "code = 1", "code,name\n,,,,\n"]


@pytest.mark.parametrize("content", NONSENSE)
def test_a_folder_of_nonsense_changes_nothing(
    terminal: Terminal, folder: Path, tmp_path: Path, content: str
) -> None:
    terminal.run("load", str(folder), "--yes")
    database = (terminal.data / "xiaoxiang.db").read_bytes()
    nonsense = tmp_path / "nonsense"
    nonsense.mkdir()
    for file in folder.iterdir():
        if content and file.is_file():
            (nonsense / file.name).write_text(content, encoding="utf-8")
    said = terminal.run("load", str(nonsense), "--yes")
    assert said.code == 1
    assert "Nothing was changed." in said.words
    assert (terminal.data / "xiaoxiang.db").read_bytes() == database
    assert "says the same already" in terminal.run("load", str(folder)).words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_thing_has_a_name(language: str) -> None:
    for kind in READERS:
        assert sentences(language)[f"operator.kind.{kind}"]


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
