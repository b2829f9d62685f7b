"""Logs for machines: one JSON line each, ids and counts, never a text, a name or a token."""

import json
import logging
import re
import sys

_TOKEN = re.compile(r"\d{6,12}:[A-Za-z0-9_-]{30,}")
_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
QUIET = ("aiohttp", "apscheduler", "asyncio", "httpcore", "httpx", "telegram", "aiosqlite")


class JsonLines(logging.Formatter):
    """Writes a record as one line; whatever looks like a token is taken out, in tracebacks too."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line: dict[str, object] = {
            "at": round(record.created, 3),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
        }
        line |= {key: value for key, value in vars(record).items() if key not in _STANDARD}
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return _TOKEN.sub("<token>", json.dumps(line, default=str, ensure_ascii=False))


def set_up_logs(*, quiet: bool = False) -> None:
    """Write JSON lines to standard error; libraries only speak when something is wrong."""
    level = logging.ERROR if quiet else logging.INFO
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
