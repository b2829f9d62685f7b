"""Logs for machines: one JSON line each, ids and counts, never a text, a name or a token."""

import json
import logging
import re
import sys
import traceback

_TOKEN = re.compile(r"\d{6,12}:[A-Za-z0-9_-]{30,}")
LEVEL = logging.INFO
_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
QUIET: tuple[str, ...] = (
    "aiohttp",
    "apscheduler",
    "asyncio",
    "httpcore",
    "httpx",
    "telegram",
    "aiosqlite",
)


class JsonLines(logging.Formatter):
    """Writes a record as one line; whatever looks like a token is taken out.

    A traceback is told without the errors' messages, which may quote what people wrote.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line: dict[str, object] = {
            "at": round(record.created, 3),
            "level": record.levelname.lower(),
            "event": record.getMessage().partition("\n")[0],
        }
        line |= {key: value for key, value in vars(record).items() if key not in _STANDARD}
        if record.exc_info and record.exc_info[1]:
            line["trace"] = trace_of(record.exc_info[1])
        return _TOKEN.sub("<token>", json.dumps(line, default=str, ensure_ascii=False))


def trace_of(error: BaseException) -> list[str]:
    """Return the kind of an error, of what caused it, and where each came from."""
    trace: list[str] = []
    cause: BaseException | None = error
    while cause is not None:
        frames = traceback.extract_tb(cause.__traceback__)
        trace.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        trace += [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        cause = cause.__cause__ or cause.__context__
    return trace


def set_up_logs(*, quiet: bool = False) -> None:
    """Write JSON lines to standard error; libraries only speak when something is wrong."""
    level = logging.ERROR if quiet else LEVEL
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
