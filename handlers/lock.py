"""Only one program may have a database: the lock is held for life and ends with the process."""

import contextlib
import fcntl
from collections.abc import Iterator
from pathlib import Path


class TakenError(Exception):
    """Another program runs on this folder."""


@contextlib.contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Hold the folder's lock, or say that it is taken."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "bot.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise TakenError(str(folder)) from error
        yield


def is_taken(folder: Path) -> bool:
    """Tell whether a program is running on this folder."""
    try:
        with only_one(folder):
            return False
    except TakenError:
        return True
