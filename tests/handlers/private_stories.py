"""Pieces of transcripts about confidential matters, and where their words can be read."""

import json

from tests.handlers.street import Row, Street
from tests.handlers.transcripts import Stage, looks_of

WORDS = "他家鞋柜堵住楼道半年了"
ASKED = f"""
    罗建华: /mediation
      → 人民调解：免费、双方自愿、保密 … 只有调解员看得到 [邻居之间] [家里的事]
    罗建华: [邻居之间]
      → 发生了什么 [跳过]
    罗建华: {WORDS}
      → 对方是谁 [邻居] [别人]
    罗建华: 楼上老周
      → 对方愿意调解吗 [愿意] [还不知道] [不愿意]
    罗建华: 不知道
      → 您希望怎样解决
    罗建华: 把鞋柜搬走
      → 什么时候方便联系您 [随时] [晚上]
    罗建华: [晚上]
      → 事由：邻居之间 … 经过：{WORDS} … 对方：楼上老周 … 还不知道 … 把鞋柜搬走 … 晚上
        … 只有调解员看得到 [就这样，发出去] [改：对方]
"""
SENT = f"""
    {ASKED}
    罗建华: [就这样，发出去]
      → 收到了 … 前有人接 … TJ-261124-0001 … {WORDS} … 只有调解员看得到内容 [补充、回话] [撤回]
    费文安:
      → 有人找您 … 前请接 … TJ-261124-0001 … {WORDS} … 楼上老周 [我来接]
"""
TAKEN = f"""
    {SENT}
    费文安: [我来接]
      → toast: 好的，归您了
      → 您接了 … {WORDS} [对居民说] [对方愿意] [对方不愿意] [约时间] [谈成了] [没谈成]
    罗建华:
      → 费文安接了 … {WORDS}
"""
SECRETS = (WORDS, "鞋柜", "老周", "搬走", "上次吵", "周五带", "neighbours")


def tables_with(street: Street, *secrets: str) -> set[str]:
    """Return the tables in which one of the words can be read."""
    found = set()
    for table in _tables(street):
        rows = str(_readable(street.rows(f"SELECT * FROM {table}")))  # noqa: S608 - our own names
        if any(secret in rows for secret in secrets):
            found.add(table)
    return found


def seen_by(stage: Stage, name: str) -> str:
    """Return everything that somebody's phone shows."""
    return "\n".join(looks_of(each) for each in stage.street.said_to(name))


def _tables(street: Street) -> set[str]:
    rows = street.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    )
    return {str(row[0]) for row in rows}


def _readable(rows: list[Row]) -> list[list[object]]:
    """Return rows with raw updates as the words in them."""
    return [[_words(each) if isinstance(each, bytes) else each for each in row] for row in rows]


def _words(raw: bytes) -> str:
    try:
        return str(json.loads(raw))
    except ValueError:
        return raw.hex()
