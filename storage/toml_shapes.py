"""Whether a TOML file has tables where tables are wanted: what has not is told and left out."""

from collections.abc import Mapping
from typing import Any

LISTS_OF_TABLES = frozenset(
    {
        "groups",
        "categories",
        "ambiguous_words",
        "windows",
        "shops",
        "papers",
        "questions",
        "steps",
        "advice",
        "wasted_trips",
        "proofs",
        "other_offices",
        "families",
        "festivals",
        "offer_kinds",
        "organisations",
        "offers",
    }
)
TABLES = frozenset({"handlers", "centre"})
DEFAULTS = "_are"


def shape_problem(field: str, value: object) -> str:
    """Name what is wrong with the shape of a field of a whole file; empty when it is right."""
    if field in LISTS_OF_TABLES:
        is_right = isinstance(value, list) and all(isinstance(each, Mapping) for each in value)
        return "" if is_right else "not_tables"
    if field in TABLES or field.endswith(DEFAULTS):
        return "" if isinstance(value, Mapping) else "not_a_table"
    return ""


def without(content: Mapping[str, Any], fields: set[str]) -> dict[str, Any]:
    """Return a file's content without some fields."""
    return {field: value for field, value in content.items() if field not in fields}
