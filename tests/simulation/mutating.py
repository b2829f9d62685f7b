"""How a mistake is put into the program for a while."""

import contextlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

from storage import named_queries as queries
from tests.simulation.world import FORGOTTEN_PROMISES

Mutant = Callable[[], AbstractContextManager[None]]


def replaced(owner: Any, name: str, value: object) -> AbstractContextManager[None]:  # noqa: ANN401 - modules and classes
    """Put something else in a place for a while."""

    @contextlib.contextmanager
    def replacing() -> Iterator[None]:
        before = getattr(owner, name)
        setattr(owner, name, value)
        try:
            yield
        finally:
            setattr(owner, name, before)

    return replacing()


def query(name: str, old: str, new: str) -> AbstractContextManager[None]:
    """Change the text of one query for a while."""

    @contextlib.contextmanager
    def changing() -> Iterator[None]:
        texts = dict(queries.named_queries())
        before = texts[name]
        if old not in before:
            raise LookupError(f"{name} does not say {old!r}")
        known: Any = queries.named_queries()
        known[name] = before.replace(old, new)
        try:
            yield
        finally:
            known[name] = before

    return changing()


@contextlib.contextmanager
def together(
    *mistakes: AbstractContextManager[None], without: tuple[str, ...] = ()
) -> Iterator[None]:
    """Make several mistakes at once, and take out what the database would refuse them for."""
    with contextlib.ExitStack() as stack:
        for mistake in mistakes:
            stack.enter_context(mistake)
        FORGOTTEN_PROMISES.extend(without)
        try:
            yield
        finally:
            FORGOTTEN_PROMISES.clear()
