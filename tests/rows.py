"""One test for a table whose rows are too many to be a test each."""

from collections.abc import Callable, Iterable
from typing import TypeVarTuple

import pytest

Cells = TypeVarTuple("Cells")


def each_of(
    rows: Iterable[tuple[*Cells]],
) -> Callable[[Callable[[*Cells], None]], Callable[[], None]]:
    """Make one test of a check that every row must pass; it fails with all rows that do not."""
    tried = list(rows)

    def one_test(check: Callable[[*Cells], None]) -> Callable[[], None]:
        def test() -> None:
            assert tried, "there are no rows"
            wrong = [f"{_named(*row)}: {said}" for row in tried if (said := _wrong(check, *row))]
            if wrong:
                pytest.fail(f"{len(wrong)} of {len(tried)} rows\n" + "\n".join(wrong))

        # Not functools.wraps: pytest would look through it and ask for the cells as fixtures.
        test.__name__, test.__doc__, test.__module__ = (
            check.__name__,
            check.__doc__,
            check.__module__,
        )
        return test

    return one_test


def _named(*row: object) -> str:
    return " · ".join(map(str, row))


def _wrong(check: Callable[[*Cells], None], *row: *Cells) -> str:
    try:
        check(*row)
    except Exception as error:  # noqa: BLE001 - any error is this row's mistake, and is told
        return f"{type(error).__name__}: {error}"
    return ""
