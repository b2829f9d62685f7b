"""What people write about a place, looked up: estates, buildings, aliases and landmarks."""

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

from bot.address_reading import SIDES, Said, read_addresses, read_room, with_digits
from bot.community import Building, Community, Landmark
from bot.folding import Folding
from bot.places import Place

FUZZY_ENOUGH, EXACT = 75.0, 100.0
AT_MOST = 8
_DASHES = re.compile("-+")
_SEPARATORS = " ,，。在的"
# Two characters are compared exactly: they resemble everything.
_SHORT_NAME, _CHINESE_NAME = 2, 8


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
        self._own_names = tuple(_names(folding, community.name.texts.values(), ()))
        self._aliases = dict(_aliases(community, folding))
        self._landmarks = {
            name: landmark
            for landmark in community.landmarks.values()
            for name in _names(folding, landmark.name.texts.values(), landmark.aliases)
        }

    def find(self, text: str) -> tuple[Place, ...]:
        """Return the places that a text may mean, the likeliest first; empty when it has none.

        A place without building but with entrance or flat is a reading that leaves the building
        open; one with `landmark` is a place that everybody knows.
        """
        folded = _DASHES.sub("-", self._folding.fold(text))
        for name in self._own_names:
            folded = folded.replace(name, " ")
        found = self._by_alias(folded) or self._by_address(folded)
        if not any(place.building for place in found) or self._estate_in(folded) == ():
            found = (*found, *self._by_landmark(folded))
        return tuple(dict.fromkeys(found))[:AT_MOST]

    def _by_alias(self, folded: str) -> tuple[Place, ...]:
        written = with_digits(folded)
        found = [alias for alias in self._aliases if alias in written]
        if not found:
            return ()
        alias = max(found, key=len)
        building = self._buildings[self._aliases[alias]]
        rest = written[written.index(alias) + len(alias) :]
        said = read_addresses(f"1栋{rest}")
        return (_place(building, said[0]),)

    def _by_address(self, folded: str) -> tuple[Place, ...]:
        rest = folded
        for names in self._estates.values():
            for name in names:
                rest = rest.replace(name, " ")
        readings = read_addresses(folded) or read_room(rest)
        return tuple(place for said in readings for place in self._places(said, folded))

    def _places(self, said: Said, folded: str) -> Iterable[Place]:
        if not said.building:
            return (Place(entrance=said.entrance, flat=said.flat),)
        candidates = self._by_number.get(said.building) or self._by_number.get(
            said.building.rstrip("abcdefgh"), []
        )
        named = self._of_named_estate(folded, said.start, candidates)
        if said.needs_estate and not self._ends_with_estate(folded[: said.start]):
            return ()
        fitting = [each for each in named if _fits(each, said)]
        if said.is_guess and fitting:
            named = fitting
        # A building with such an entrance and flat comes before one without.
        ordered = sorted(named, key=lambda each: each not in fitting)
        return (_place(building, said) for building in ordered)

    def _by_landmark(self, folded: str) -> tuple[Place, ...]:
        found = [name for name in self._landmarks if name in folded]
        return (_spot(self._landmarks[max(found, key=len)]),) if found else ()

    def _of_named_estate(
        self, folded: str, start: int, all_of_number: list[Building]
    ) -> list[Building]:
        """Keep the buildings of the estate that is named: exactly, else nearly so, else all."""
        estates = self._estate_in(folded[:start]) or self._estate_in(folded)
        if estates:
            return [each for each in all_of_number if each.estate in estates]
        before = folded[:start].rstrip(_SEPARATORS)
        scores = {each.code: self._score(each.estate, before) for each in all_of_number}
        near = [each for each in all_of_number if scores[each.code] >= FUZZY_ENOUGH]
        return sorted(near, key=lambda each: -scores[each.code]) or all_of_number

    def _estate_in(self, folded: str) -> tuple[str, ...]:
        return tuple(
            code for code, names in self._estates.items() if any(name in folded for name in names)
        )

    def _ends_with_estate(self, before: str) -> bool:
        trimmed = before.rstrip(_SEPARATORS)
        return any(trimmed.endswith(names) for names in self._estates.values())

    def _score(self, estate: str, before: str) -> float:
        alike = _alike_in_english if before.isascii() else _alike_in_chinese
        return max(alike(name, before) for name in self._estates[estate])


def _alike_in_chinese(name: str, before: str) -> float:
    """Compare a name with the last characters; the first two of it are enough when they fit."""
    if not name.isascii() and before.endswith(name[:_SHORT_NAME]):
        return EXACT
    last = before[-_CHINESE_NAME:].strip(_SEPARATORS)
    return fuzz.partial_ratio(name, last) if len(last) > _SHORT_NAME else 0


def _alike_in_english(name: str, before: str) -> float:
    """Compare a name, or only its first words, with as many words that were said last."""
    words, said = name.split(), before.split()
    lengths = range(1, min(len(words), len(said)) + 1)
    return max((fuzz.ratio(" ".join(words[:n]), " ".join(said[-n:])) for n in lengths), default=0)


def _place(building: Building, said: Said) -> Place:
    entrance = _known_entrance(building, said.entrance)
    # An entrance that does not exist was meant somehow: it is asked for, not passed over.
    is_shared = said.is_near and bool(entrance or not said.entrance)
    return Place(building.code, entrance, said.flat, is_shared=is_shared)


def _known_entrance(building: Building, said: str) -> str:
    """Return the entrance's code; sides are counted from west to east, as house numbers are."""
    codes = [entrance.code for entrance in building.entrances]
    if said in SIDES and codes:
        position = {"西": 0, "东": len(codes) - 1}.get(said, len(codes) // 2)
        is_plain = said != "中" or len(codes) % 2 == 1
        return codes[position] if is_plain else ""
    return said if said in codes else ""


def _fits(building: Building, said: Said) -> bool:
    """Whether the building has such an entrance and such a flat, as far as they were said."""
    stairs = [each for each in building.entrances if said.entrance in {"", each.code, *SIDES}]
    if not said.flat:
        return bool(stairs) or not said.entrance
    flat = said.flat.partition("-")[0]
    return any(flat in each.flats for each in stairs)


def _spot(landmark: Landmark) -> Place:
    return Place(
        words=landmark.name.in_language("zh-CN"),
        point=landmark.point,
        grid=landmark.grid,
        landmark=landmark.code,
    )


def _names(folding: Folding, names: Iterable[str], aliases: Iterable[str]) -> Iterable[str]:
    return (folding.fold(name) for name in (*names, *aliases) if name)


def _aliases(community: Community, folding: Folding) -> Iterable[tuple[str, str]]:
    for building in community.buildings.values():
        for alias in building.aliases:
            yield with_digits(folding.fold(alias)), building.code
