"""`check` on good TOML of a wrong shape: each time a sentence with file and line."""

from pathlib import Path

import pytest

from tests.command_line.terminal import Terminal

# Each row: the file, what stands there (or the whole file), what stands there instead, and the
# sentence.
WHOLE = ""
SHAPES = [
    ("categories.toml", WHOLE, 'groups = ["a", "b"]', "begins with [[groups]]"),
    ("categories.toml", WHOLE, "[categories]\na = 1", "begins with [[categories]]"),
    ("categories.toml", "[handlers]", "[[handlers]]", "[handlers]"),
    ("categories.toml", 'group = "env"', "group = 7", "quotation marks"),
    ("categories.toml", 'group = "env"', 'group = ["env"]', "quotation marks"),
    ("categories.toml", "calls = []", "calls = 110", "does not have the form"),
    ("categories.toml", 'urgency = "normal"', "urgency = 3", "no urgency “3”"),
    ("categories.toml", "danger = true", 'danger = "yes"', "must be true or false"),
    ("categories.toml", 'acknowledge = "2wh"', "acknowledge = [2]", "time limit"),
    ("community.toml", 'code = "jiangwan"', "code = 1", "quotation marks"),
    ("community.toml", "typos = {", 'typos = ["a"]\n#', "must be a table"),
    ("community.toml", '"并盖" = "井盖"', '"并盖" = 5', "must be a table"),
    ("calendar.toml", "[provisional]", "[[provisional]]", "must be a table"),
    ("calendar.toml", "make_up_working_days = [", "make_up_working_days = 5 #", "a list"),
    ("calendar.toml", 'code = "qingming"', "code = 4", "quotation marks"),
    ("calendar.toml", '"2026-04-05", "2027-04-05"', '"5 April"', "5 April"),
    ("calendar.toml", 'name = { "zh-CN" = "清明节", en', "name = { en", "zh-CN"),
    ("services.toml", "[[families]]", "[[families]]\n[[families]]", "“code” is missing"),
    ("services.toml", "[centre]", "[[centre]]", "must be a table"),
    ("services.toml", "[papers_are]", "[[papers_are]]", "must be a table"),
    ("services.toml", 'code = "W1"', "code = 1", "quotation marks"),
    ("services.toml", "takes_anything = true", "takes_anything = 1", "must be true or false"),
    ("services.toml", 'makes = ["copy"]', 'makes = "copy"', "a list"),
    ("services.toml", "expires = true", 'expires = "no"', "must be true or false"),
    ("services/senior_card.toml", 'window = "W3"', "window = 3", "form"),
    ("services/senior_card.toml", WHOLE, "papers = 5", "begins with [[papers]]"),
    ("services/senior_card.toml", 'code = "senior_card"', "code = 2026-01-01", "senior"),
    ("proofs.toml", WHOLE, "proofs = true", "begins with [[proofs]]"),
    ("services.toml", WHOLE, "windows = 7\nshops = [1]", "begins with [[windows]]"),
    ("organisations.toml", WHOLE, 'offers = "all"', "begins with [[offers]]"),
    ("community.toml", WHOLE, "working_hours = 8", "form"),
    ("organisations.toml", "[offers_are]", "[[offers_are]]", "must be a table"),
    ("organisations.toml", 'contact = "org_law"', "contact = 5", "quotation marks"),
    ("other_offices.toml", 'code = "passport"', "code = 12", "quotation marks"),
]


@pytest.mark.parametrize(("file", "old", "new", "sentence"), SHAPES)
def test_a_wrong_shape_is_said_with_file_and_line(  # noqa: PLR0913, PLR0917 - a row
    terminal: Terminal, folder: Path, file: str, old: str, new: str, sentence: str
) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1) if old else new, encoding="utf-8")
    said = terminal.run("check", str(folder))
    lines = [each for each in said.words.splitlines() if each.startswith(f"{folder}/{file}:")]
    assert said.code == 1
    assert any(sentence in each for each in lines), said.words
