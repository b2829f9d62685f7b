"""The file `categories.toml` as things, each with the line on which it stands."""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.community_items import Item
from storage.file_lines import line_of_code, line_with

FILE = "categories.toml"
_SHELVES = (("groups", "group"), ("categories", "category"))


def category_things(content: Mapping[str, Any], text: str) -> Iterator[tuple[Item, int]]:
    """Yield groups, categories, ambiguous words and handlers with their lines."""
    for table, kind in _SHELVES:
        for each in content.get(table, ()):
            code = str(each.get("code", ""))
            yield Item(kind, code, each), line_of_code(text, table, code)
    for position, each in enumerate(content.get("ambiguous_words", ()), start=1):
        words = each.get("words")
        first = words[0] if isinstance(words, list) and words else ""
        line = line_with(text, f'words = ["{first}"')
        yield Item("ambiguous_word", str(position), each), line
    for code, name in content.get("handlers", {}).items():
        yield Item("handler", code, {"name": name}), line_with(text, f"\n{code} = ") + 1
