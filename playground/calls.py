"""The diary of what the bot asked for, so that tests can look it up."""

from collections import deque
from dataclasses import dataclass, field

from playground.wire import Wire

KEPT_CALLS = 20_000


@dataclass(frozen=True, slots=True)
class Call:
    """One request of the bot and how it ended."""

    at: float
    method: str
    parameters: Wire
    status: int
    """The HTTP status; 0 when the connection was cut."""


@dataclass(slots=True)
class CallLog:
    """The last calls, oldest first."""

    calls: deque[Call] = field(default_factory=lambda: deque(maxlen=KEPT_CALLS))
    total: int = 0

    def add(self, call: Call) -> None:
        """Note one call."""
        self.calls.append(call)
        self.total += 1

    def of(self, method: str) -> list[Call]:
        """List the calls of one method."""
        return [call for call in self.calls if call.method == method]
