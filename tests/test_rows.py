"""A table in one test says as much as a test for each row."""

import pytest

from tests.rows import each_of

WORDS = [("drain", 5), ("lamp", 5), ("tree", 4), ("", 1)]


def _has_length(word: str, length: int) -> None:
    assert word[0].islower()
    assert len(word) == length


def test_every_wrong_row_is_named_with_what_is_wrong_with_it() -> None:
    with pytest.raises(pytest.fail.Exception) as failed:
        each_of(WORDS)(_has_length)()
    said = str(failed.value)
    assert said.startswith("2 of 4 rows\n")
    assert "lamp · 5: AssertionError: assert 4 == 5" in said
    assert " · 1: IndexError: string index out of range" in said
    assert "drain" not in said
    assert "tree" not in said


def test_a_table_without_wrong_rows_passes_and_one_without_rows_does_not() -> None:
    each_of(WORDS[2:3])(_has_length)()
    with pytest.raises(AssertionError, match="no rows"):
        each_of(WORDS[:0])(_has_length)()


def test_the_test_is_called_as_the_check() -> None:
    assert each_of(WORDS)(_has_length).__name__ == "_has_length"
