"""Addresses as people write them, taken apart: building, entrance and flat in their many forms."""

import re
from dataclasses import dataclass, replace

from bot.numerals import DIGIT, NUMERAL, amount, digits

SIDES = ("西", "中", "东")
AT_MOST = 3
# Numerals are read only inside these patterns: 统一处理十分感谢 is no address.
_FLAT = (
    rf"(?P<flat>{DIGIT}{{3,4}}(?:-[0-9])?)(?:室|房|号)?(?!{DIGIT}|[年元块天人户度多个米平点次斤%])"
)
_ENTRANCE = rf"(?P<entrance>{NUMERAL}|[东中西])[边头面]? ?(?:单元|号门|门洞)"
_NAMED = re.compile(
    rf"(?P<building>{NUMERAL}[a-h]?|(?<![a-z])[a-h]) ?(?P<word>号楼|栋|幢|座|#楼|#|号)"
    r"(?:(?P<letter>[a-h])座)?"
    rf"[ ,、-]*(?:(?:{_ENTRANCE}|(?P<dashed>[0-9]{{1,2}})-))?"
    rf"[ ,、-]*(?:{NUMERAL}[楼层])?[ ,]*(?:{_FLAT})?"
)
_ENGLISH_ENTRANCE = r"(?:entrance|unit|stair)s? ?(?P<entrance>[0-9]{1,2})(?![0-9])"
_ENGLISH_FLAT = r"(?:flat|room|apartment|apt)\.? ?(?P<flat>[0-9]{3,4})(?![0-9])"
_ENGLISH = re.compile(
    r"\b(?:building|bldg|block)\.? ?(?:no\.? ?)?(?P<building>[0-9]{1,3}[a-h]?)\b"
    rf"(?:[ ,]*{_ENGLISH_ENTRANCE})?(?:[ ,]*{_ENGLISH_FLAT})?"
)
# English says the smaller part first as often as last: flat 502, entrance 1, building 5.
_ENGLISH_PARTS = tuple(re.compile(rf"\b{part}") for part in (_ENGLISH_ENTRANCE, _ENGLISH_FLAT))
_ENGLISH_NEAR = re.compile(
    r"\b(?:downstairs|stairs|stairwell|staircase|hallway|corridor|lobby|entrance hall"
    r"|in front|outside|lift|elevator)\b"
)
_THREE_NUMBERS = re.compile(
    r"(?<![0-9./-])(?P<building>[0-9]{1,3})[-/ ](?P<entrance>[0-9]{1,2})"
    r"(?:[-/ ]|单元[ -]?)(?P<flat>[0-9]{3,4})(?![0-9./年-])"
)
_TWO_NUMBERS = re.compile(r"(?<![0-9./-])(?P<first>[0-9]{1,2})-(?P<flat>[0-9]{3,4})(?![0-9./年-])")
_STAIR = re.compile(rf"{_ENTRANCE}[ ,、-]*(?:{NUMERAL}[楼层])?[ ,]*(?:{_FLAT})?")
_ROOM = re.compile(r"(?<![0-9a-z.-])(?P<flat>[0-9]{3,4})(?:室|房)")
_BARE = re.compile(r"[ ,，。]*(?P<flat>[0-9]{3,4})[ ,，。]*")
_NEAR = re.compile(
    r"[ ,，的]?(?:楼下(?!邻居|住户|那|家|的人)|楼道|楼顶|楼前|楼后|楼梯|门口|门前|大门"
    r"|旁|边上|附近|对面|前面|后面|电梯|走廊|过道|之间)"
)
_BUILDING_NUMERAL = re.compile(rf"{NUMERAL}(?=号楼|栋|幢|座)")
_ANNEX = re.compile("[附之线]")
# 11月3号, 江湾路12号 and 门面5号 are a day, a street number and a shop.
_NO_BUILDING_BEFORE = re.compile("(?:[月路街]|门面|车库|商铺|店面|摊位) ?$")


@dataclass(frozen=True, slots=True)
class Said:
    """The parts of an address as they were said, numerals as digits; what was not said is empty.

    `start` is where it begins. `is_guess`: numbers alone, which can be read otherwise too.
    `is_near`: near the building, not in a flat. `needs_estate`: a bare 号 is too little alone.
    """

    building: str = ""
    entrance: str = ""
    flat: str = ""
    start: int = 0
    is_guess: bool = False
    is_near: bool = False
    needs_estate: bool = False


def read_addresses(folded: str) -> tuple[Said, ...]:
    """Return what a folded text says about a place, once for each way to read it."""
    found = _said_in(_NAMED, folded) or _in_english(folded) or _said_in(_THREE_NUMBERS, folded)
    if found:
        return found
    two = _TWO_NUMBERS.search(folded)
    if two:
        return _two_readings(two["first"], two["flat"], two.start())
    alone = _STAIR.search(folded) or _ROOM.search(folded)
    if alone:
        return _without_building(alone)
    return ()


def read_room(rest: str) -> tuple[Said, ...]:
    """Return the readings of a number that stands alone: 2501 is a flat, or 2-501."""
    bare = _BARE.fullmatch(rest)
    return _room_readings(bare["flat"]) if bare else ()


def with_digits(folded: str) -> str:
    """Return a text with digits before the word for a building: 老三栋 → 老3栋."""
    return _BUILDING_NUMERAL.sub(lambda match: amount(match[0]) or match[0], folded)


def _said_in(pattern: re.Pattern[str], folded: str) -> tuple[Said, ...]:
    found: list[Said] = []
    for match in pattern.finditer(folded):
        said = _said(match)
        if said.building and _is_address(match) and said not in found:
            found.append(said)
        if len(found) == AT_MOST:
            break
    return tuple(found)


def _in_english(folded: str) -> tuple[Said, ...]:
    """Read buildings; the only one may have its entrance and flat anywhere in the sentence."""
    found = _said_in(_ENGLISH, folded)
    if len(found) != 1:
        return found
    said = found[0]
    entrance, flat = (_only_one(pattern, folded) for pattern in _ENGLISH_PARTS)
    flat = said.flat or flat
    is_near = not flat and bool(_ENGLISH_NEAR.search(folded))
    return (replace(said, entrance=said.entrance or entrance, flat=flat, is_near=is_near),)


def _only_one(pattern: re.Pattern[str], folded: str) -> str:
    """Return the number that is said; of two different ones nobody knows which is meant."""
    numbers = {amount(number) for number in pattern.findall(folded)}
    return numbers.pop() if len(numbers) == 1 else ""


def _said(match: re.Match[str]) -> Said:
    parts = match.groupdict()
    flat = digits(parts["flat"]) if parts["flat"] else ""
    return Said(
        _building(match["building"]) + (parts.get("letter") or ""),
        _entrance(parts.get("dashed") or parts["entrance"] or ""),
        flat,
        match.start(),
        is_near=not flat and bool(_NEAR.match(match.string, match.end())),
        needs_estate=parts.get("word") == "号" and not (flat or parts["entrance"]),
    )


def _is_address(match: re.Match[str]) -> bool:
    """Tell a building's number from 一座桥, 两栋楼, 11月3号 and 江湾路12号附3号."""
    word = match.groupdict().get("word")
    if match["building"] in {"一", "两"}:
        return word != "座" and not match.string.startswith("楼", match.end("word"))
    if word != "号":
        return True
    before, after = match.string[: match.start()], match.string[match.end("word") :]
    return not (_NO_BUILDING_BEFORE.search(before) or _ANNEX.match(after))


def _two_readings(first: str, flat: str, start: int) -> tuple[Said, ...]:
    """3-501 is flat 501 of building 3, or of entrance 3 of a building that is not said."""
    number = amount(first)
    return (
        Said(number, "", flat, start, is_guess=True),
        Said("", number, flat, start, is_guess=True),
    )


def _without_building(match: re.Match[str]) -> tuple[Said, ...]:
    entrance = match.groupdict().get("entrance")
    if entrance is None:
        return _room_readings(match["flat"])
    flat = digits(match["flat"]) if match["flat"] else ""
    said = Said("", _entrance(entrance), flat, match.start())
    return (said,) if said.entrance or said.flat else ()


def _room_readings(flat: str) -> tuple[Said, ...]:
    room = Said("", "", flat, is_guess=True)
    if len(flat) == len("501"):
        return (room,)
    return (*_two_readings(flat[0], flat[1:], 0), room)


def _building(said: str) -> str:
    """Read a building's number: 三 → 3, 廿五 → 25, 3a stays 3a."""
    letter = said[-1] if said[-1].isascii() and said[-1].isalpha() else ""
    number = said.removesuffix(letter)
    return f"{amount(number)}{letter}" if number else letter


def _entrance(said: str) -> str:
    return said if said in SIDES or not said else amount(said)
