"""What the buttons on a phone do, read by a short look into the bot's file."""

import contextlib
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.crash.frames import Frame
from tests.simulation.meanings import Meaning, Meanings


@dataclass
class Deeds:
    """Knows every button that it was asked about once; what a button does never changes.

    The file is let go at once: nobody but the bot has it when it is killed and opened again.
    """

    database: Path
    _known: dict[str, list[Meaning]] = field(default_factory=dict)

    def of(self, frame: Frame) -> Sequence[Meaning]:
        """Return what the buttons of a message do; nothing while the file cannot be read."""
        if frame.token not in self._known:
            with contextlib.suppress(sqlite3.OperationalError):
                self._known[frame.token] = self._read(frame)
        return self._known.get(frame.token, [])

    def count(self, query: str, *values: object) -> int:
        """Return the number that a query finds; 0 while the file cannot be read."""
        with contextlib.suppress(sqlite3.OperationalError), self._open() as connection:
            number: int = connection.execute(query, values).fetchone()[0]
            return number
        return 0

    def _read(self, frame: Frame) -> list[Meaning]:
        with self._open() as connection:
            return Meanings(connection).of([{"callback_data": data} for _, data in frame.buttons])

    def _open(self) -> contextlib.closing[sqlite3.Connection]:
        uri = f"{self.database.as_uri()}?mode=ro"
        return contextlib.closing(sqlite3.connect(uri, uri=True))
