"""`uv run python -m benchmarks.pictures`: drawing cards and charts, and measuring photos."""

import random
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from bot.telling import Parameter, Parameters
from handlers.photo_measuring import measure
from messages.catalogue import Catalogue
from messages.pictures.gallery import Gallery

ROUNDS = 15
MILLISECONDS = 1000
SERVICE: dict[str, Parameter] = {"zh-CN": "失业登记", "en": "Unemployment registration"}
HELP: dict[str, Parameter] = {
    "zh-CN": "找原单位开。单位不开的，可以向窗口说明情况，由窗口联系单位。" * 2,
    "en": "Ask your former employer for it. If the employer refuses, tell the window. " * 2,
}
OPENING: dict[str, Parameter] = {
    "day": "2026-11-26",
    "clock": "10:35",
    "opens": "14:00",
    "closes": "17:30",
    "stretches": [{"opens": "08:30", "closes": "12:00"}, {"opens": "14:00", "closes": "17:30"}],
    "is_now": False,
    "is_announced": True,
}
PAPER: dict[str, Parameter] = {
    "name": SERVICE,
    "form": "pre_check.form.both",
    "copies": 1,
    "held": "pre_check.held.missing",
    "instead": [SERVICE],
    "how_to_get": HELP,
    "shop": None,
}


@dataclass(frozen=True, slots=True)
class Timed:
    """How long something took in milliseconds, and how many bytes came of it."""

    median: float
    worst: float
    size: int


def verdict(papers: int) -> Parameters:
    """Return a verdict on so many papers, of which half are missing."""
    missing = papers // 2
    return {
        "service": SERVICE,
        "go": False,
        "number_of": papers,
        "gaps": [PAPER] * missing,
        "ready": [PAPER] * (papers - missing),
        "maybe": [],
        "on_site": [],
        "window": {
            "name": SERVICE,
            "place": SERVICE,
            "centre": {"name": SERVICE, "address": SERVICE, "way": SERVICE},
            "phone": "12345",
            "opening": OPENING,
        },
        "time": SERVICE,
        "fee": None,
        "confirm": True,
        "unsure": [],
        "day": "2026-11-25",
        "clock": "10:35",
    }


def waiting(services: int) -> Parameters:
    """Return the waiting times of so many services."""
    figure: dict[str, Parameter] = {"name": SERVICE, "visits": 40, "median": 300, "ninetieth": 700}
    days: dict[str, Parameter] = {"day": "2026-11-01", "until": "2026-11-25"}
    return {**days, "services": [figure] * services, "left_out": 0}


def photo(width: int, height: int) -> bytes:
    """Return a photo full of detail, as a phone's camera would write it."""
    noise = Image.effect_noise((width // 4, height // 4), 90).resize((width, height))
    written = BytesIO()
    noise.convert("RGB").save(written, "JPEG", quality=88)
    return written.getvalue()


def pieces() -> Mapping[str, Callable[[], bytes]]:
    """Return everything that is timed; what it returns is what is counted in bytes."""
    gallery = Gallery(Catalogue.load({}))
    phone = photo(4000, 3000)

    def measured() -> bytes:
        measure(phone)
        return phone

    drawn: dict[str, Callable[[], bytes]] = {
        f"verdict, {papers} papers, {language}": lambda papers=papers, language=language: (  # type: ignore[misc]
            gallery.draw("verdict", verdict(papers), language, "")
        )
        for papers in (1, 5, 12)
        for language in ("zh-CN", "en")
    }
    return {
        **drawn,
        "waiting times, 17 services": lambda: gallery.draw("waiting", waiting(17), "zh-CN", ""),
        "measuring a photo of 12 megapixels": measured,
    }


def timed(work: Callable[[], bytes], rounds: int) -> Timed:
    """Do it once to warm up, then as often as asked."""
    size, spent = len(work()), []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        spent.append((time.perf_counter() - began) * MILLISECONDS)
    return Timed(statistics.median(spent), max(spent), size)


def table(rounds: int = ROUNDS) -> str:
    """Time everything, in a new order each time, and return a table."""
    everything = pieces()
    order = random.sample(list(everything), len(everything))
    found = {name: timed(everything[name], rounds) for name in order}
    lines = ["| what | median, ms | worst, ms | KB |", "|---|--:|--:|--:|"]
    for name in everything:
        each = found[name]
        lines.append(f"| {name} | {each.median:.0f} | {each.worst:.0f} | {each.size / 1000:.0f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())
