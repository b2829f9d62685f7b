"""`check`: a good folder is praised; each mistake is named with file, line and what to do."""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from storage.community_folder import warnings
from tests.bot.jiangwan import FOLDER, items
from tests.command_line.terminal import Terminal
from tests.rows import each_of


@dataclass(frozen=True)
class Spoilt:
    """A file in which `old` is replaced by `new`; the mistake stands where `new` does."""

    file: str
    old: str
    new: str
    said: str
    place: str = ""

    def spoil(self, folder: Path) -> str:
        """Make the mistake and return its place."""
        path = folder / self.file
        text = path.read_text(encoding="utf-8")
        assert self.old in text, f"{self.file} has no «{self.old}»"
        path.write_text(text.replace(self.old, self.new, 1), encoding="utf-8")
        line = text.count("\n", 0, text.index(self.old)) + 1
        return self.place or f"{self.file}:{line}"


MISTAKES = {
    "two workers": Spoilt(
        "staff.csv",
        "worker_5,黎国强,grid_worker,JW05",
        "worker_5,黎国强,grid_worker,JW04",
        "two grid workers",
    ),
    "a grid without worker": Spoilt(
        "staff.csv",
        "worker_5,黎国强,grid_worker,JW05,,",
        "worker_5,黎国强,grid_worker,,,",
        "no grid worker",
        "grids.geojson:8",
    ),
    "no clerk": Spoilt("staff.csv", "甘志明,clerk", "甘志明,grid_worker", "clerk", "staff.csv:1"),
    "an unknown role": Spoilt(
        "staff.csv", "罗小梅,grid_worker", "罗小梅,mayor", "no role “mayor”"
    ),
    "an odd telephone": Spoilt("staff.csv", "13800000002", "138 0000 0002", "telephone"),
    "the own deputy": Spoilt("staff.csv", "JW01,JW02,", "JW01,JW01,", "deputy"),
    "an unknown grid": Spoilt(
        "buildings.csv", "riverside,1,JW01", "riverside,1,JW99", "no grid “JW99”"
    ),
    "a price of what is free": Spoilt(
        "organisations.toml",
        'price_kind = "free"\nby_arrangement = true',
        'price_kind = "free"\nby_arrangement = true\nprice = 5',
        "free has no price",
        "organisations.toml:98",
    ),
    "no price of what is paid": Spoilt(
        "organisations.toml", 'price_kind = "paid"\nprice = 50\n', 'price_kind = "paid"\n', "price"
    ),
    "a contact who is none": Spoilt(
        "organisations.toml", 'contact = "org_law"', 'contact = "clerk_1"', "another role"
    ),
    "an offer of nobody": Spoilt(
        "organisations.toml",
        'organisation = "clear_word"',
        'organisation = "clear_words"',
        "no organisation “clear_words”",
    ),
    "an errand for no service": Spoilt(
        "errands.toml", 'code = "senior_card"', 'code = "moon_card"', "moon_card"
    ),
    "an errand within no time": Spoilt(
        "errands.toml", "promise_days = 3", "promise_days = 0", "from 1 to 60"
    ),
    "papers away for longer than is promised": Spoilt(
        "errands.toml", "promise_days = 3", "promise_days = 1", "longer than", "errands.toml:13"
    ),
    "an unknown estate": Spoilt(
        "buildings.csv", "riverside_2,riverside", "riverside_2,seaside", "no estate “seaside”"
    ),
    "a code twice": Spoilt("buildings.csv", "riverside_3,", "riverside_2,", "twice"),
    "swapped coordinates": Spoilt(
        "buildings.csv", "27.62432,113.84252", "113.84252,27.62432", "wrong way round"
    ),
    "another country": Spoilt("buildings.csv", "27.62432,113.84252", "48.85,2.35", "not in China"),
    "outside its grid": Spoilt(
        "buildings.csv", "27.62432,113.84252", "27.60,113.80", "does not lie in its grid"
    ),
    "no number": Spoilt("buildings.csv", "27.62432,", "north,", "not a number"),
    "an uneven row": Spoilt(
        "buildings.csv",
        "riverside_4,riverside,4,",
        "riverside_4,riverside,4,4,",
        "more or fewer cells",
    ),
    "a missing column": Spoilt("staff.csv", "deputy_for", "deputy", "column", "staff.csv:1"),
    "an unknown urgency": Spoilt(
        "categories.toml", 'urgency = "normal"', 'urgency = "soon"', "no urgency “soon”"
    ),
    "an unknown group": Spoilt(
        "categories.toml", 'group = "env"', 'group = "sky"', "no group “sky”"
    ),
    "an odd time limit": Spoilt(
        "categories.toml", 'acknowledge = "2wh"', 'acknowledge = "soon"', "time limit"
    ),
    "a keyword twice": Spoilt("categories.toml", '"装修垃圾"', '"生活垃圾"', "another category"),
    "no text in Chinese": Spoilt(
        "categories.toml", '{ "zh-CN" = "垃圾堆积", en', '{ zh = "垃圾堆积", en', "“name"
    ),
    "broken TOML": Spoilt(
        "categories.toml", "calls = []", "calls = [", "TOML", "categories.toml:42"
    ),
    "no holiday": Spoilt("calendar.toml", '"2026-04-06"', '"6 April"', "not a day"),
    "office hours": Spoilt(
        "community.toml", 'opens = "08:30"', 'opens = "half past"', "not a time"
    ),
    "no telephone": Spoilt(
        "community.toml", "duty_phone", "duty_fax", "duty_phone", "community.toml:1"
    ),
    "an open ring": Spoilt(
        "grids.geojson",
        "[113.8423, 27.625], [113.842, 27.6228]]",
        "[113.8423, 27.625]]",
        "not closed",
    ),
    "a window that is not there": Spoilt(
        "services/senior_card.toml", 'window = "W3"', 'window = "W9"', "no window “W9”"
    ),
    "a paper that is not there": Spoilt(
        "services/legal_aid.toml", 'paper = "means_note"', 'paper = "means"', "no paper “means”"
    ),
    "a question that is not there": Spoilt(
        "services/legal_aid.toml",
        'when = ["minor_or_incapable"]',
        'when = ["is_minor"]',
        "no question “is_minor”",
    ),
    "a question that nobody asks": Spoilt(
        "services/legal_aid.toml",
        'code = "means_known"',
        'code = "means_checked"',
        "no service asks the question “means_checked”",
    ),
    "a condition that is never met": Spoilt(
        "services/residence_permit.toml",
        'paper = "deed"\nwhen = ["owns_home"]',
        'paper = "deed"\nwhen = ["owns_home", "rents_home"]',
        "no answers ever lead there",
        "services/residence_permit.toml:71",
    ),
    "a window that is closed down before its service": Spoilt(
        "services.toml",
        'phone = "13800000013"',
        'phone = "13800000013"\nuntil = "2027-03-31"',
        "the window “W3” of senior_card does not exist for some time",
        "services/senior_card.toml:5",
    ),
    "a paper that is done away with before its service": Spoilt(
        "services.toml",
        'code = "marriage_cert"',
        'code = "marriage_cert"\nuntil = "2027-03-31"',
        "birth_registration wants “marriage_cert”",
        "services/birth_registration.toml:46",
    ),
    "no window for everything else": Spoilt(
        "services.toml", "takes_anything = true", "takes_anything = false", "takes_anything"
    ),
    "a centre without address": Spoilt(
        "services.toml", "address = {", "adress = {", "“address” is missing", "services.toml:5"
    ),
    "a window's odd last day": Spoilt(
        "services.toml",
        'phone = "13800000013"',
        'phone = "13800000013"\nuntil = "soon"',
        "is not a day",
        "services.toml:51",
    ),
    "a holiday that is foreseen on no day": Spoilt(
        "calendar.toml", '"2027-06-09"', '"2027-02-30"', "not a day"
    ),
    "foreseen holidays without a source": Spoilt(
        "calendar.toml",
        "confidence =",
        "sure =",
        "“provisional.confidence” is missing",
        "calendar.toml:15",
    ),
    "a text in one language": Spoilt(
        "services/childcare_subsidy.toml",
        'note = { "zh-CN" = "父母或监护人", en = "Of a parent or guardian" }',
        'note = { "zh-CN" = "父母或监护人" }',
        ".note.en” is missing",
    ),
    "an odd weekday": Spoilt(
        "services.toml", "weekdays = [2, 4]", "weekdays = [2, 8]", "is no weekday"
    ),
    "an odd day": Spoilt(
        "services/resident_medical_insurance.toml",
        'from = "2026-09-01"',
        'from = "September"',
        "is not a day",
    ),
    "days the wrong way round": Spoilt(
        "services/resident_medical_insurance.toml",
        'until = "2026-12-31"',
        'until = "2026-08-31"',
        "before the first",
    ),
    "a proof without rule": Spoilt(
        "proofs.toml",
        'rule = { "zh-CN"',
        'rules = { "zh-CN"',
        "“rule” is missing",
        "proofs.toml:3",
    ),
    "a name of two things": Spoilt(
        "proofs.toml", '"亲属关系"', '"准生证"', "another service or proof"
    ),
    "a grid without properties": Spoilt(
        "grids.geojson",
        '{"type": "Feature", "properties": {"code": "JW02"',
        '{"type": "Feature", "properties": null, "old": {"code": "JW02"',
        "does not have the form",
    ),
    "a grid that is a list": Spoilt(
        "grids.geojson",
        '"features": [\n',
        '"features": [\n["JW00"],\n',
        "does not have the form",
        "grids.geojson:4",
    ),
    "a grid without code": Spoilt(
        "grids.geojson", '{"code": "JW04"', '{"cod": "JW04"', "“code” is missing"
    ),
    "no list of grids": Spoilt(
        "grids.geojson", '"features"', '"grids"', "“features” is missing", "grids.geojson:1"
    ),
    "broken JSON": Spoilt(
        "grids.geojson", '"features": [', '"features": [[', "JSON", "grids.geojson:10"
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_each_mistake_is_named_with_file_and_line(
    terminal: Terminal, folder: Path, mistake: Spoilt
) -> None:
    place = mistake.spoil(folder)
    said = terminal.run("check", str(folder))
    assert said.code == 1
    found = [each for each in said.words.splitlines() if mistake.said in each]
    assert found
    assert found[0].startswith(f"{folder}/{place}: ")
    assert not terminal.data.exists()


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
