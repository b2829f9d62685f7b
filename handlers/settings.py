"""Everything that an operator can set, read from the environment once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from handlers.crash_points import VARIABLE
from handlers.errors import OperatorError
from handlers.limiter import UNLIMITED, Rates
from storage.tidying import Periods

TELEGRAM = "https://api.telegram.org"
DATABASE_NAME = "xiaoxiang.db"
_TOKEN = re.compile("[0-9]+:[A-Za-z0-9_-]+")


@dataclass(frozen=True)
class Settings:
    """How the bot runs. A webhook is used when `webhook_url` is set, polling otherwise."""

    token: str
    folder: Path
    base_url: str = TELEGRAM
    webhook_url: str = ""
    webhook_secret: str = ""
    webhook_port: int = 8080
    crash: str = ""
    rates: Rates = field(default_factory=Rates)
    periods: Periods = field(default_factory=Periods)

    @property
    def database(self) -> Path:
        """The database file."""
        return self.folder / DATABASE_NAME

    def __repr__(self) -> str:
        """Leave the token out."""
        return f"Settings(folder={self.folder})"


def settings_of(environment: Mapping[str, str]) -> Settings:
    """Read the settings; a missing token is named, and one that can be nobody's."""
    token = environment.get("XIAOXIANG_TOKEN", "")
    if not token:
        raise OperatorError("token_missing", "XIAOXIANG_TOKEN")
    if not _TOKEN.fullmatch(token):
        raise OperatorError("token_refused", "XIAOXIANG_TOKEN")
    port = environment.get("XIAOXIANG_WEBHOOK_PORT", "8080")
    if not (port.isascii() and port.isdigit() and int(port) < 65536):  # noqa: PLR2004
        raise OperatorError("setting_wrong", "XIAOXIANG_WEBHOOK_PORT")
    webhook_url = environment.get("XIAOXIANG_WEBHOOK_URL", "")
    secret = environment.get("XIAOXIANG_WEBHOOK_SECRET", "")
    if webhook_url and not secret:
        raise OperatorError("setting_wrong", "XIAOXIANG_WEBHOOK_SECRET")
    return Settings(
        token,
        folder_of(environment),
        _address(environment),
        webhook_url,
        secret,
        int(port),
        environment.get(VARIABLE, ""),
        UNLIMITED if environment.get("XIAOXIANG_UNLIMITED") else Rates(),
        _periods(environment),
    )


def _address(environment: Mapping[str, str]) -> str:
    address = environment.get("XIAOXIANG_API", TELEGRAM)
    try:
        parts = urlsplit(address)
        is_one = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_one = False
    if not is_one or any(letter.isspace() for letter in address):
        raise OperatorError("setting_wrong", "XIAOXIANG_API")
    return address


def _periods(environment: Mapping[str, str]) -> Periods:
    """Read how long what is over is kept.

    Telegram repeats updates for a day and may begin their numbers anew after a week.
    """
    usual = Periods()
    updates = _days(environment, "XIAOXIANG_KEEP_UPDATES", usual.updates, range(2, 7))
    messages = _days(environment, "XIAOXIANG_KEEP_MESSAGES", usual.messages, range(7, 3651))
    return Periods(updates, messages)


def _days(environment: Mapping[str, str], name: str, usual: int, allowed: range) -> int:
    written = environment.get(name, str(usual))
    if not (written.isascii() and written.isdigit() and int(written) in allowed):
        raise OperatorError("setting_wrong", name)
    return int(written)


def folder_of(environment: Mapping[str, str]) -> Path:
    """Return the folder in which everything is kept."""
    return Path(environment.get("XIAOXIANG_DATA", "var"))
