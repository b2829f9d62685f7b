"""How things stand, as the operator's sentence says it."""

from dataclasses import asdict

from bot.instants import MINUTE, Instant
from bot.telling import Parameter
from storage.status import Status


def standing(status: Status, now: Instant, *, is_running: bool) -> dict[str, Parameter]:
    """Return the parameters of the sentence; instants become minutes that have passed."""
    counts = {name: value for name, value in asdict(status).items() if not name.endswith(TIMES)}
    return {
        **counts,
        "is_running": is_running,
        "newest_minutes": _minutes(status.newest_update_at, now),
        "oldest_minutes": _minutes(status.oldest_waiting_since, now),
    }


TIMES = ("_at", "_since")


def _minutes(then: Instant | None, now: Instant) -> int | None:
    return None if then is None else max(0, now - then) // MINUTE
