"""What the bot logs while a test runs, down to DEBUG, and what must never be in it."""

import logging
from types import TracebackType
from typing import Self

from handlers.logs import QUIET, JsonLines
from playground.server import TOKEN
from tests.handlers.street import STAFF

SECRETS = (TOKEN, TOKEN.partition(":")[2], *STAFF.values(), "罗建华", "江湾小区3栋", "canary")


class Logbook(logging.Handler):
    """Formats every record as the program would and keeps the lines."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(JsonLines())
        self.lines: list[str] = []
        self.traces_expected = False

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line."""
        self.lines.append(self.format(record))

    def __enter__(self) -> Self:
        """Listen to everything, libraries as quiet as the program makes them."""
        root = logging.getLogger()
        self._level = root.level
        root.setLevel(logging.DEBUG)
        root.addHandler(self)
        for name in QUIET:
            logging.getLogger(name).setLevel(logging.WARNING)
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Stop listening."""
        logging.getLogger().removeHandler(self)
        logging.getLogger().setLevel(self._level)

    def check(self) -> None:
        """Fail on a secret anywhere, and on a trace that nobody ordered."""
        for line in self.lines:
            found = [secret for secret in SECRETS if secret in line]
            assert not found, f"{found} in the log: {line[:500]}"
            assert self.traces_expected or '"trace"' not in line, line[:2000]
