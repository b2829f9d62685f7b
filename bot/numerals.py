"""Numbers as people write them: 3, ３, 三, 廿五, 五零一."""

import re

import cn2an

from bot.plain_text import narrow

NUMERAL = "[0-9一二两三四五六七八九十百廿〇零]{1,6}"
DIGIT = "[0-9一二三四五六七八九〇零]"
_COUNTED = re.compile(rf"第?(?P<number>{NUMERAL})(?:号楼|栋|幢|座|号|单元)[.。、]?")
_POSITION = re.compile(rf"第?(?P<number>{NUMERAL})(?:个|项|条)?[.。、]?")
_FLAT = re.compile(rf"(?P<number>{DIGIT}{{1,4}})(?P<part>-[0-9])?(?:室|房|号)?")
_ONE_BY_ONE = str.maketrans("〇零一二三四五六七八九", "00123456789")
_AMOUNTS = str.maketrans({"廿": "二十", "两": "二", "〇": "零"})


def digits(said: str) -> str:
    """Return numerals read one by one: 五零一 → 501; empty when they are no numerals."""
    read = said.translate(_ONE_BY_ONE)
    return read if read.isascii() else amount(said)


def amount(said: str) -> str:
    """Return numerals read as an amount: 廿五 → 25, 03 → 3; empty when they are none."""
    if said.isascii():
        return str(int(said)) if said.isdigit() else ""
    read = said.translate(_ONE_BY_ONE)
    if len(said) > 1 and read.isascii():
        return str(int(read))
    try:
        return str(cn2an.cn2an(said.translate(_AMOUNTS), "smart"))
    except (ValueError, KeyError):  # it knows no 百十零, and stumbles over some others
        return ""


def typed_position(text: str) -> str:
    """Return the position that somebody typed: 2, ２, 二, 第二个; empty for anything else."""
    return _number(_POSITION, text)


def typed_number(text: str) -> str:
    """Return the number that was typed alone or with its counter: 3, 三栋, 2单元."""
    return _number(_COUNTED, text) or typed_position(text)


def typed_flat(text: str) -> str:
    """Return the number of a flat as it is kept: 五零一室 → 501; empty for other words."""
    match = _FLAT.fullmatch(narrow(text).strip())
    return digits(match["number"]) + (match["part"] or "") if match else ""


def _number(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.fullmatch(narrow(text).strip())
    return amount(match["number"]) if match else ""
