"""`check`: a good folder is praised, missing files are named, and what is due is warned of."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from storage.community_folder import warnings
from tests.bot.jiangwan import FOLDER, items
from tests.command_line.terminal import Terminal
from tests.rows import each_of


def test_services_that_send_round_in_a_circle_are_named(terminal: Terminal, folder: Path) -> None:
    file = folder / "services" / "unemployment_registration.toml"
    text = file.read_text(encoding="utf-8")
    start = text.index("otherwise = { text")
    line_end = text.index("\n", start)
    sent = 'otherwise = { service = "flexible_work_subsidy" }'
    file.write_text(text[:start] + sent + text[line_end:], encoding="utf-8")
    said = terminal.run("check", str(folder))
    assert said.code == 1
    for code in ("unemployment_registration", "hard_to_employ", "flexible_work_subsidy"):
        assert f"{code} → " in said.words or f"→ {code}" in said.words


def test_days_may_be_written_with_or_without_quotes(terminal: Terminal, folder: Path) -> None:
    file = folder / "services" / "resident_medical_insurance.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"2026-09-01"', "2026-09-01"), encoding="utf-8")
    assert terminal.run("check", str(folder)).code == 0


def test_a_folder_without_services_is_good(terminal: Terminal, folder: Path) -> None:
    shutil.rmtree(folder / "services")
    (folder / "services.toml").unlink()
    (folder / "proofs.toml").unlink()
    (folder / "errands.toml").unlink()
    said = terminal.run("check", str(folder))
    assert said.code == 0
    assert "0 services" in said.words


def test_missing_and_unreadable_files_are_named(terminal: Terminal, folder: Path) -> None:
    (folder / "landmarks.csv").unlink()
    staff = folder / "staff.csv"
    staff.write_bytes(staff.read_text(encoding="utf-8").encode("gb18030"))
    said = terminal.run("check", str(folder))
    assert said.code == 1
    assert f"{folder}/landmarks.csv:1: the file is missing" in said.words
    assert f"{folder}/staff.csv:2: this line is not UTF-8" in said.words


@pytest.mark.parametrize(
    ("file", "fields"),
    [
        ("community.toml", "code letters name time_zone duty_phone working_hours"),
        ("calendar.toml", "holidays make_up_working_days"),
    ],
)
def test_an_empty_file_lacks_every_field(
    terminal: Terminal, folder: Path, file: str, fields: str
) -> None:
    (folder / file).write_text("", encoding="utf-8")
    said = terminal.run("check", str(folder))
    assert said.code == 1
    missing = [f"{folder}/{file}:1: “{field}” is missing" for field in fields.split()]
    assert said.words.splitlines()[:-1] == missing


def test_an_empty_services_file_is_a_mistake(terminal: Terminal, folder: Path) -> None:
    (folder / "services" / "senior_card.toml").write_text("", encoding="utf-8")
    said = terminal.run("check", str(folder))
    assert said.code == 1
    assert f"{folder}/services/senior_card.toml:1: “code” is missing" in said.words


SOON = [
    ("2026-06-01", "", "half a year is left"),
    ("2026-11-01", "", "sixty days are left"),
    ("2026-11-02", "calendar_ends", "fewer are left"),
    ("2027-02-01", "calendar_ends", "it is over"),
]


@each_of(SOON)
def test_a_calendar_that_ends_soon_is_a_warning(today: str, code: str, why: str) -> None:
    found = warnings(FOLDER, items(), date.fromisoformat(today))
    assert " ".join(each.mistake.code for each in found) == code


def test_a_warning_is_no_mistake(terminal: Terminal, folder: Path) -> None:
    empty = "holidays = []\nmake_up_working_days = []\n"
    (folder / "calendar.toml").write_text(empty, encoding="utf-8")
    said = terminal.run("check", str(folder))
    assert said.code == 0
    assert said.words.startswith(f"{folder}/calendar.toml:1: public holidays are written down")
    assert "To be looked after: 1 (no mistake)." in said.words


def test_a_good_folder_is_counted(terminal: Terminal, folder: Path) -> None:
    said = terminal.run("check", str(folder))
    assert said.code == 0
    assert "5 grids" in said.words


def test_a_folder_that_is_not_there_is_named(terminal: Terminal, tmp_path: Path) -> None:
    said = terminal.run("check", str(tmp_path / "nowhere"))
    assert said.code == 1
    assert str(tmp_path / "nowhere") in said.words


@pytest.mark.parametrize(
    ("lang", "word"), [("zh_CN.UTF-8", "没有错误"), ("en_US", "5 grids"), ("fr_FR", "5 grids")]
)
def test_the_terminals_language_is_spoken(
    terminal: Terminal, folder: Path, lang: str, word: str
) -> None:
    terminal.settings["LANG"] = lang
    assert word in terminal.run("check", str(folder)).words
