"""A community's folder, read into things; every mistake is found, with its file and line."""

import csv
import io
import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.calendar_items import HOLIDAYS, MADE_UP, PROVISIONAL, ends_soon, is_day
from bot.community_check import check_items
from bot.community_fields import BadItemError
from bot.community_items import Item
from bot.mistakes import Mistake
from storage.community_categories import FILE as CATEGORIES
from storage.community_categories import category_things
from storage.community_files import CALENDAR, FILE_OF_KIND, TABLES
from storage.community_services import (
    ERRANDS,
    ORGANISATION_TABLES,
    ORGANISATIONS,
    OTHER_OFFICES,
    OWN,
    PRIVATE_MATTERS,
    PROOFS,
    SHARED,
    SHARED_TABLES,
    Placed,
    Spot,
    errands,
    line_of,
    offered_things,
    other_offices,
    plain,
    private_matters,
    proofs,
    service,
    shared_things,
)
from storage.file_lines import line_inside, line_of_code, line_with
from storage.grid_features import FILE as GRIDS
from storage.grid_features import features, grid
from storage.toml_shapes import shape_problem, without
from storage.unknown_parts import FILES, unknown_files, unknown_tables
from storage.unknown_parts import TABLES as KNOWN_TABLES

CALENDAR_FIELDS = (HOLIDAYS, MADE_UP)
# Files about the centre that a community need not have.
OWN_FILES = (
    (PROOFS, proofs),
    (OTHER_OFFICES, other_offices),
    (ORGANISATIONS, offered_things),
    (PRIVATE_MATTERS, private_matters),
    (ERRANDS, errands),
)
# Where a mistake shows that is not in the thing it is about.
FILE_OF_CODE = {"no_clerk": "staff.csv"}


@dataclass(frozen=True, slots=True)
class FoundMistake:
    """A mistake and where it stands."""

    file: str
    line: int
    mistake: Mistake


@dataclass(frozen=True, slots=True)
class Folder:
    """What a folder holds, and everything that is wrong with it."""

    items: tuple[Item, ...]
    mistakes: tuple[FoundMistake, ...]


def read_folder(path: Path) -> Folder:
    """Read and check a community's folder."""
    reading = _Reading(path)
    items = [*reading.main(), *reading.grids(), *reading.tables(), *reading.categories()]
    items += reading.services()
    reading.look_for_unknown_files()
    found = [reading.placed(mistake) for mistake in check_items(items, reading.unread_kinds())]
    return Folder(tuple(items), (*reading.mistakes, *found))


def warnings(path: Path, items: Sequence[Item], today: date) -> Iterator[FoundMistake]:
    """Yield what is right today and should be looked after before it is wrong."""
    text = (path / CALENDAR).read_text(encoding="utf-8-sig")
    for item in items:
        if item.kind == "calendar":
            for mistake in ends_soon(item.content, today):
                yield FoundMistake(CALENDAR, line_inside(text, 1, mistake), mistake)
    yield from _over(path, items, today)


def _over(path: Path, items: Sequence[Item], today: date) -> Iterator[FoundMistake]:
    """Yield windows, shops and papers that are not there any more."""
    for table, kind in SHARED_TABLES.items():
        for item in items:
            until = item.content.get("until", "")
            if item.kind == kind and until and until < today.isoformat():
                line = line_of_code((path / SHARED).read_text("utf-8-sig"), table, item.code)
                mistake = Mistake(kind, item.code, "is_over", "until", until)
                yield FoundMistake(SHARED, line, mistake)


def canonical(item: Item) -> str:
    """Return an item's content in the one form in which it is stored and compared."""
    return json.dumps(item.content, ensure_ascii=False, sort_keys=True)


class _Reading:
    """One pass over the files; remembers what was wrong and on which lines things stand."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._texts: dict[str, str] = {}
        self._lines: dict[tuple[str, str], int] = {}
        self._later_lines: dict[tuple[str, str], int] = {}
        self._spots: dict[tuple[str, str], list[Spot]] = {}
        self._unread: set[str] = set()
        self.mistakes: list[FoundMistake] = []

    def look_for_unknown_files(self) -> None:
        for file in unknown_files(self._path):
            mistake = Mistake("file", file, "unknown_file", file, file, FILES)
            self.mistakes.append(FoundMistake(file, 1, mistake))

    def main(self) -> Iterator[Item]:
        content, calendar = plain(self._toml("community.toml")), plain(self._toml(CALENDAR))
        if "community.toml" not in self._unread:
            yield Item("community", str(content.get("code", "")), content)
        if CALENDAR not in self._unread:
            self._check_days(calendar)
            yield Item("calendar", "calendar", calendar)

    def grids(self) -> Iterator[Item]:
        text = self._text(GRIDS)
        if GRIDS in self._unread:
            return
        try:
            if not isinstance(json.loads(text)["features"], list):
                self._cannot_read(GRIDS, 1, "wrong_form")
        except json.JSONDecodeError as error:
            self._cannot_read(GRIDS, error.lineno, "not_json")
            return
        except (KeyError, TypeError):
            self._cannot_read(GRIDS, 1, "missing", "features")
        for feature in features(text):
            try:
                content = grid(feature)
            except BadItemError as error:
                self._cannot_read(GRIDS, feature.line, error.code, error.field)
            else:
                self._lines["grid", content["code"]] = feature.line
                yield Item("grid", content["code"], content)

    def tables(self) -> Iterator[Item]:
        for file, (kind, columns) in TABLES.items():
            text = self._text(file)
            if file not in self._unread:
                yield from self._table(file, kind, columns, text)

    def categories(self) -> Iterator[Item]:
        content = plain(self._toml(CATEGORIES))
        for item, line in category_things(content, self._texts.get(CATEGORIES, "")):
            self._lines[item.kind, item.code] = line
            yield item

    def services(self) -> Iterator[Item]:
        """Read what the service centre does; a community need not have one."""
        if (self._path / SHARED).exists():
            yield from self._placed(shared_things(plain(self._toml(SHARED)), self._texts[SHARED]))
        for path in sorted((self._path / OWN).glob("*.toml")):
            file = f"{OWN}{path.name}"
            content = plain(self._toml(file))
            if file not in self._unread:
                if file != f"{OWN}{content.get('code', path.stem)}.toml":
                    self._wrong(file, 1, "file_unlike_code", "code", str(content["code"]))
                yield from self._placed(service(file, content, self._texts[file]))
        for file, things in OWN_FILES:
            if (self._path / file).exists():
                yield from self._placed(things(plain(self._toml(file)), self._texts[file]))

    def _placed(self, things: Iterator[Placed]) -> Iterator[Item]:
        for thing in things:
            self._spots.setdefault((thing.item.kind, thing.item.code), []).append(thing.spot)
            yield thing.item

    def placed(self, mistake: Mistake) -> FoundMistake:
        spots = self._spots.get((mistake.kind, mistake.item))
        if spots:
            spot = spots[-1] if mistake.code == "repeated" else spots[0]
            line = line_of(self._texts[spot.file], spot, mistake)
            return FoundMistake(spot.file, line, mistake)
        file = FILE_OF_CODE.get(mistake.code, FILE_OF_KIND[mistake.kind])
        where = (mistake.kind, mistake.item)
        lines = self._later_lines if mistake.code == "repeated" else self._lines
        line = lines.get(where, self._lines.get(where, 1))
        if file.endswith(".toml"):
            line = line_inside(self._texts[file], line, mistake)
        return FoundMistake(file, line, mistake)

    def _table(self, file: str, kind: str, columns: Sequence[str], text: str) -> Iterator[Item]:
        reader = csv.DictReader(io.StringIO(text))
        given = tuple(reader.fieldnames or ())
        for column in columns:
            if column not in given:
                self._cannot_read(file, 1, "column_missing", column)
        for column in given:
            if column not in columns:
                self._wrong(file, 1, "column_unknown", column)
        if not set(columns) <= set(given):
            return
        for row in reader:
            if None in row or None in row.values():
                self._cannot_read(file, reader.line_num, "row_uneven")
                continue
            content = {column: value.strip() for column, value in row.items()}
            self._lines.setdefault((kind, content["code"]), reader.line_num)
            self._later_lines[kind, content["code"]] = reader.line_num
            yield Item(kind, content["code"], content)

    def _check_days(self, calendar: dict[str, Any]) -> None:
        text = self._texts[CALENDAR]
        provisional = calendar.get(PROVISIONAL)
        tables = (calendar, provisional) if isinstance(provisional, dict) else (calendar,)
        for field in CALENDAR_FIELDS:
            if field not in calendar:
                self._wrong(CALENDAR, 1, "missing", field)
            for given in (table.get(field) for table in tables):
                for day in given if isinstance(given, list) else ():
                    if not is_day(day):
                        line = line_with(text, str(day))
                        self._wrong(CALENDAR, line, "not_a_day", field, str(day))

    def _toml(self, file: str) -> dict[str, Any]:
        try:
            content = tomllib.loads(self._text(file))
        except tomllib.TOMLDecodeError as error:
            line = re.search(r"line (\d+)", str(error))
            # Without a number it is the end of the file that came too early.
            last = len(self._texts.get(file, "").splitlines()) or 1
            self._cannot_read(file, int(line[1]) if line else last, "not_toml", "", str(error))
            return {}
        wrong = {field: shape_problem(field, value) for field, value in content.items()}
        for field, code in wrong.items():
            if code:
                place = line_inside(self._texts[file], 1, Mistake("file", file, code, field))
                self._cannot_read(file, place, code, field)
        for table in unknown_tables(file, content):
            mistake = Mistake("file", file, "unknown_table", table, table, KNOWN_TABLES[file])
            where = line_with(self._texts[file], f"[{table}]")
            self.mistakes.append(FoundMistake(file, where, mistake))
        return without(content, {field for field, code in wrong.items() if code})

    def _text(self, file: str) -> str:
        """Read a file as UTF-8; a byte order mark is taken off, another encoding is a mistake."""
        try:
            text = (self._path / file).read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = (self._path / file).read_bytes()[: error.start].count(b"\n") + 1
            self._cannot_read(file, line, "not_utf8")
            text = ""
        except OSError:
            self._cannot_read(file, 1, "file_missing")
            text = ""
        self._texts[file] = text
        return text

    def unread_kinds(self) -> frozenset[str]:
        """Return the kinds of things of which some could not be read."""
        kinds = {kind for kind, file in FILE_OF_KIND.items() if file in self._unread}
        if SHARED in self._unread:
            kinds |= {*SHARED_TABLES.values()}
        if ORGANISATIONS in self._unread:
            kinds |= {*ORGANISATION_TABLES.values()}
        if PRIVATE_MATTERS in self._unread:
            kinds.add("matter_kind")
        if ERRANDS in self._unread:
            kinds.add("errand")
        if any(file.startswith(OWN) for file in self._unread):
            kinds |= {"service", "question"}
        return frozenset(kinds)

    def _cannot_read(
        self, file: str, line: int, code: str, field: str = "", value: str = ""
    ) -> None:
        """Tell a mistake that hides things: nobody is told that these are missing."""
        self._unread.add(file)
        self._wrong(file, line, code, field, value)

    def _wrong(self, file: str, line: int, code: str, field: str = "", value: str = "") -> None:
        mistake = Mistake("file", file, code, field, value[:80])
        self.mistakes.append(FoundMistake(file, line, mistake))
