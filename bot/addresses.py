"""What people write about a place: estate, building, entrance and flat, in the many forms of the neighbourhood."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import cn2an
from rapidfuzz import fuzz

from bot.community import Building, Community
from bot.folding import Folding
from bot.places import Place

# Numerals are read only inside these patterns: 统一处理十分感谢 is no address.
_NUMERAL = "[0-9一二两三四五六七八九十百廿〇零]{1,6}"
_LETTER = "[a-h]?"
_BUILDING_WORD = "(?:号楼|栋|幢|座|#-?|号)"
_FULL = re.compile(
    f"(?P<building>{_NUMERAL}{_LETTER}){_BUILDING_WORD}[ ,、-]*"
    f"(?:(?P<entrance>{_NUMERAL}|东|中|西)(?:单元|号门|-))?[ ,-]*"
    f"(?:(?P<floor>{_NUMERAL})(?:楼|层))?[ ,]*"
    f"(?:(?P<flat>[0-9一二三四五六七八九〇零]{{3,4}})(?:室|号|房)?)?"
)
_DASHES = re.compile(
    r"(?<![0-9-])(?P<building>[0-9]{1,3})[-/ ](?P<entrance>[0-9]{1,2})[-/ ](?P<flat>[0-9]{3,4})(?![0-9-])"
)
_TWO_DASHED = re.compile(r"(?<![0-9-])(?P<building>[0-9]{1,2})-(?P<flat>[0-9]{3,4})(?![0-9-])")
_ENGLISH = re.compile(
    r"building (?P<building>[0-9]{1,3}[a-h]?)\b(?:[ ,]*(?:entrance|unit) (?P<entrance>[0-9]{1,2}))?"
    r"(?:[ ,]*(?:flat|room|apartment) (?P<flat>[0-9]{3,4}))?"
)
_PATTERNS = (_FULL, _ENGLISH, _DASHES, _TWO_DASHED)
_SIDES = {"东": 0, "中": 1, "西": 2}
FUZZY_ENOUGH = 75.0
AT_MOST = 5


@dataclass(frozen=True, slots=True)
class _Said:
    """The parts of an address as they were said, numerals as digits."""

    building: str
    entrance: str
    flat: str
    start: int


class AddressBook:
    """Built once for a community; `find` is pure and never fails."""

    def __init__(self, community: Community, folding: Folding) -> None:
        self._folding = folding
        self._buildings = community.buildings
        self._by_number: dict[str, list[Building]] = {}
        for building in community.buildings.values():
            self._by_number.setdefault(building.number.lower(), []).append(building)
        self._estates = {
            code: tuple(_names(folding, estate.name.texts.values(), estate.aliases))
            for code, estate in community.estates.items()
        }
        self._aliases = dict(_aliases(community, folding))
        self._landmarks = {
            name: Place(
                words=landmark.name.in_language("zh-CN"), point=landmark.point, grid=landmark.grid
            )
            for landmark in community.landmarks.values()
            for name in _names(folding, landmark.name.texts.values(), landmark.aliases)
        }

    def find(self, text: str) -> tuple[Place, ...]:
        """Return the places that a text may mean, the likeliest first; empty when it names none."""
        folded = self._folding.fold(text)
        alias = self._by_alias(folded)
        if alias:
            return (alias,)
        said = _parse(folded)
        if said is None:
            return ()
        candidates = self._by_number.get(said.building, [])
        named = self._of_named_estate(folded[: said.start], candidates)
        return tuple(_place(building, said) for building in (named or candidates)[:AT_MOST])

    def landmark(self, text: str) -> Place | None:
        """Return the landmark that a text names."""
        folded = self._folding.fold(text)
        found = [name for name in self._landmarks if name in folded]
        return self._landmarks[max(found, key=len)] if found else None

    def _by_alias(self, folded: str) -> Place | None:
        found = [alias for alias in self._aliases if alias in folded]
        if not found:
            return None
        alias = max(found, key=len)
        building = self._buildings[self._aliases[alias]]
        rest = folded[folded.index(alias) + len(alias) :]
        said = _parse(f"{building.number.lower()}栋{rest}")
        return _place(building, said) if said else Place(building=building.code)

    def _of_named_estate(self, before: str, candidates: list[Building]) -> list[Building]:
        """Keep the buildings of the estate that stands before the number: exactly, else nearly so."""
        exact = [each for each in candidates if self._is_named(each.estate, before)]
        if exact:
            return exact
        name = before[-8:].strip(" ,，。在的")
        if len(name) < 3:  # noqa: PLR2004 - shorter words resemble everything
            return []
        scores = {each.code: self._score(each.estate, name) for each in candidates}
        near = [each for each in candidates if scores[each.code] >= FUZZY_ENOUGH]
        return sorted(near, key=lambda each: -scores[each.code])

    def _is_named(self, estate: str, before: str) -> bool:
        return any(name in before for name in self._estates[estate])

    def _score(self, estate: str, name: str) -> float:
        return max(fuzz.partial_ratio(each, name) for each in self._estates[estate])


def _parse(folded: str) -> _Said | None:
    for pattern in _PATTERNS:
        match = pattern.search(folded)
        if match:
            parts = match.groupdict()
            return _Said(
                _number(parts.get("building")),
                _entrance(parts.get("entrance")),
                _digits(parts.get("flat")),
                match.start(),
            )
    return None


def _place(building: Building, said: _Said) -> Place:
    codes = [entrance.code for entrance in building.entrances]
    entrance = said.entrance
    if entrance in _SIDES and codes:
        entrance = codes[min(_SIDES[entrance], len(codes) - 1)]
    known = entrance if entrance in codes else ""
    return Place(building.code, known, said.flat if known or len(codes) < 2 else "")  # noqa: PLR2004


def _number(said: str | None) -> str:
    """Read a building's number: 三 → 3, 廿五 → 25, 3a stays 3a."""
    if not said:
        return ""
    letter = said[-1] if said[-1].isascii() and said[-1].isalpha() else ""
    return f"{_digits(said.removesuffix(letter), as_amount=True)}{letter}"


def _entrance(said: str | None) -> str:
    if said in _SIDES:
        return str(said)
    return _digits(said, as_amount=True)


def _digits(said: str | None, *, as_amount: bool = False) -> str:
    """Turn numerals into digits: 五零一 → 501; as an amount 十二 → 12."""
    if not said:
        return ""
    if said.isascii():
        return str(int(said)) if as_amount else said
    plain = said.replace("廿", "二十").replace("两", "二").replace("〇", "零")
    try:
        return str(cn2an.cn2an(plain, "smart"))
    except ValueError:
        return ""


def _names(folding: Folding, names: Iterable[str], aliases: Iterable[str]) -> Iterable[str]:
    return (folding.fold(name) for name in (*names, *aliases) if name)


def _aliases(community: Community, folding: Folding) -> Iterable[tuple[str, str]]:
    for building in community.buildings.values():
        for alias in building.aliases:
            yield folding.fold(alias), building.code
