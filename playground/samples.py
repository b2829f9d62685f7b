"""Small drawn photos that can be sent from the page."""

import json
from functools import cache
from pathlib import Path

from playground.hands import PhoneError
from playground.wire import Wire

FOLDER = Path(__file__).parent / "static" / "samples"


@cache
def sample_bytes(code: str) -> bytes:
    """Read a sample photo."""
    file_name = sample_files().get(code)
    if file_name is None:
        known = ", ".join(sample_files())
        raise PhoneError("no_such_sample", f"There is no sample photo {code!r}, only: {known}.")
    return (FOLDER / file_name).read_bytes()


def listed() -> list[Wire]:
    """List the samples for the page."""
    return [
        {"code": entry["code"], "name": entry["name"], "url": f"/static/samples/{entry['file']}"}
        for entry in _entries()
    ]


def sample_files() -> dict[str, str]:
    """Tell which file each sample is in."""
    return {entry["code"]: entry["file"] for entry in _entries()}


@cache
def _entries() -> tuple[Wire, ...]:
    return tuple(json.loads((FOLDER / "samples.json").read_text(encoding="utf-8")))
