"""`draw`: a service as a picture, in either language, as of any day."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.command_line.terminal import Terminal


def drawn(terminal: Terminal, target: Path, *more: str) -> str:
    said = terminal.run("draw", "resident_medical_insurance", "--output", str(target), *more)
    assert said.code == 0, said.words
    assert str(target) in said.words
    picture = target.read_text(encoding="utf-8")
    ET.fromstring(picture)  # noqa: S314 - our own picture
    return picture


def test_a_service_is_drawn_in_the_terminals_language(terminal: Terminal, tmp_path: Path) -> None:
    assert "Resident basic medical insurance" in drawn(terminal, tmp_path / "one.svg")
    terminal.settings["LANG"] = "zh_CN.UTF-8"
    assert "城乡居民基本医保参保" in drawn(terminal, tmp_path / "two.svg")


def test_a_language_may_be_asked_for(terminal: Terminal, tmp_path: Path) -> None:
    assert "要带什么" in drawn(terminal, tmp_path / "one.svg", "--language", "zh-CN")


def test_a_future_day_may_be_seen(terminal: Terminal, tmp_path: Path) -> None:
    now = drawn(terminal, tmp_path / "now.svg", "--on", "2026-11-26")
    then = drawn(terminal, tmp_path / "then.svg", "--on", "2027-02-01")
    assert "This is the season" in now
    assert "The season is over" in then
    assert "As of 2027-02-01" in then


def test_without_more_a_file_is_named_after_the_service(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert terminal.run("draw", "senior_card").code == 0
    assert (tmp_path / "senior_card.svg").exists()


def test_the_folder_of_ones_own_community_is_drawn(
    terminal: Terminal, folder: Path, tmp_path: Path
) -> None:
    file = folder / "services" / "senior_card.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Senior citizen card", "Golden card"), encoding="utf-8")
    target = tmp_path / "card.svg"
    more = ("--folder", str(folder), "--output", str(target))
    assert terminal.run("draw", "senior_card", *more).code == 0
    assert "Golden card" in target.read_text(encoding="utf-8")


def test_a_service_may_be_called_by_a_name(terminal: Terminal, tmp_path: Path) -> None:
    target = tmp_path / "card.svg"
    assert terminal.run("draw", "老年证", "--output", str(target)).code == 0
    assert "Senior citizen card" in target.read_text(encoding="utf-8")


WRONG = [
    (("draw", "passport"), "No service passport"),
    (("draw", "childcare_subsidy", "--on", "2024-06-01"), "No service childcare_subsidy"),
    (("draw", "senior_card", "--on", "tomorrow"), "tomorrow is no day"),
    (("draw", "senior_card", "--language", "fr"), "There is no language fr"),
    (("draw", "senior_card", "--folder", "nowhere"), "There is no folder nowhere"),
]


@pytest.mark.parametrize(("words", "expected"), WRONG)
def test_what_cannot_be_drawn_is_said(
    terminal: Terminal, words: tuple[str, ...], expected: str
) -> None:
    said = terminal.run(*words)
    assert said.code == 1
    assert expected in said.words


def test_a_folder_with_mistakes_is_not_drawn(terminal: Terminal, folder: Path) -> None:
    (folder / "services" / "senior_card.toml").write_text("code = ", encoding="utf-8")
    said = terminal.run("draw", "legal_aid", "--folder", str(folder))
    assert said.code == 1
    assert "senior_card.toml:1" in said.words
