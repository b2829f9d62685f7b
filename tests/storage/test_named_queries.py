"""Every query has its sentence, can be prepared, and is used somewhere."""

import ast
import re
from pathlib import Path

import pytest

from storage.migrations import migrate
from storage.named_queries import FOLDER, BadQueryFileError, named_queries, parse_queries
from storage.opening import open_for_writing

PARAMETER = re.compile(r":([a-z_]+)")
NAMES = sorted(named_queries())


@pytest.mark.parametrize("name", NAMES)
def test_a_query_fits_the_schema(name: str) -> None:
    connection = open_for_writing(":memory:")
    migrate(connection)
    text = named_queries()[name]
    values = dict.fromkeys(PARAMETER.findall(text))
    assert connection.execute(f"EXPLAIN {text}", values).fetchall()
    connection.close()


@pytest.mark.parametrize("name", NAMES)
def test_a_query_is_used(name: str) -> None:
    assert name in _strings_of(Path(FOLDER).parent)


def test_a_query_that_the_code_names_exists() -> None:
    asked = {
        call.args[0].value
        for path in Path(FOLDER).parent.glob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in {"one", "all", "run", "insert", "add"}
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == "tx"
        and isinstance(call.args[0], ast.Constant)
    }
    assert asked
    assert asked <= set(NAMES)


def test_a_file_is_split_into_its_queries() -> None:
    text = (
        "-- name: first\n-- The first.\nSELECT 1\n\n-- name: second\n-- The second.\nSELECT\n2\n"
    )
    assert parse_queries(text) == {"first": "SELECT 1", "second": "SELECT\n2"}


@pytest.mark.parametrize(
    "text",
    ["-- name: bare\nSELECT 1\n", "-- name: empty\n-- It says nothing.\n", "-- name: nothing\n"],
)
def test_a_query_without_its_sentence_or_its_text_is_refused(text: str) -> None:
    with pytest.raises(BadQueryFileError):
        parse_queries(text)


def _strings_of(folder: Path) -> set[str]:
    return {
        node.value
        for path in folder.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
