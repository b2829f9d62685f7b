"""SQL by name, from `storage/sql/*.sql`: each query has its name, its sentence and its text."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "sql"
_HEAD = re.compile(r"^-- name: (?P<name>[a-z_]+)$", re.MULTILINE)


class BadQueryFileError(ValueError):
    """A file of named queries is not of the agreed form."""


@cache
def named_queries() -> Mapping[str, str]:
    """Read every query file once."""
    found: dict[str, str] = {}
    for path in sorted(FOLDER.glob("*.sql")):
        for name, text in parse_queries(path.read_text(encoding="utf-8")).items():
            if name in found:
                raise BadQueryFileError(f"{path.name}: the name {name} is taken")
            found[name] = text
    return found


def parse_queries(text: str) -> Mapping[str, str]:
    """Split a query file into its queries by name."""
    heads = list(_HEAD.finditer(text))
    ends = [*(head.start() for head in heads[1:]), len(text)]
    return {
        head["name"]: _body(head["name"], text[head.end() : end])
        for head, end in zip(heads, ends, strict=True)
    }


def _body(name: str, text: str) -> str:
    explanation, _, query = text.strip().partition("\n")
    if not explanation.startswith("-- ") or not query.strip():
        raise BadQueryFileError(f"{name} lacks its sentence or its text")
    return query.strip()
