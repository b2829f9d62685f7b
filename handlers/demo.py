"""The demo: the real bot, a local Telegram, and people of the sample community."""

import asyncio
import contextlib
import tempfile
import tomllib
import webbrowser
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from bot.community_items import Item
from handlers.application import running
from handlers.background import stoppable
from handlers.clock import Clock
from handlers.inviting import Wanted, make_invitation
from handlers.loading import apply
from handlers.operator import Operator
from handlers.settings import Settings
from storage.community_folder import read_folder
from storage.database import Database

Texts = Mapping[str, str]


class LocalClock(Protocol):
    """A clock that can be moved forward."""

    def now(self) -> float:
        """Return seconds since 1970."""


class LocalPhone(Protocol):
    """Somebody's phone."""

    def start(self, payload: str = "") -> object:
        """Press «Start», perhaps through a link."""


class LocalTelegram(Protocol):
    """What the demo needs of a Telegram on this computer."""

    @property
    def clock(self) -> LocalClock:
        """The clock that everybody goes by."""

    @property
    def url(self) -> str:
        """Where it answers."""

    @property
    def token(self) -> str:
        """The bot's token."""

    def add_phone(
        self,
        first_name: str,
        *,
        title: dict[str, Any] | None = None,
        **user: Any,  # noqa: ANN401 - Telegram's own fields
    ) -> LocalPhone:
        """Give somebody a phone."""


@dataclass(frozen=True, slots=True)
class Scenery:
    """What the page shows around the phones.

    A first hint in each language, and the map of the grids.
    """

    hint: Texts
    map: Mapping[str, Any]


OpenTelegram = Callable[[int, Scenery], contextlib.AbstractAsyncContextManager[LocalTelegram]]


async def show(
    operator: Operator, open_telegram: OpenTelegram, community: Path, port: int, *, browser: bool
) -> None:
    """Open the playground and run until Ctrl-C."""
    async with stoppable(), playing(operator, open_telegram, community, port) as telegram:
        operator.say("demo", {"url": telegram.url})
        if browser:
            await asyncio.to_thread(webbrowser.open, telegram.url)
        await asyncio.Event().wait()


@contextlib.asynccontextmanager
async def playing(
    operator: Operator, open_telegram: OpenTelegram, community: Path, port: int
) -> AsyncIterator[LocalTelegram]:
    """Run everything in the background of the caller's block; nothing of it stays on the disk."""
    items = read_folder(community).items
    scenery = Scenery(_hint(operator), map_of(operator, items))
    with tempfile.TemporaryDirectory(prefix="xiaoxiang-") as temporary:
        folder = Path(temporary)
        await apply(folder, items)
        async with open_telegram(port, scenery) as telegram:
            clock = Clock(telegram.clock.now)
            settings = Settings(telegram.token, folder, telegram.url)
            async with running(settings, clock) as bot:
                await _people(telegram, community, bot.database, clock)
                yield telegram


async def _people(
    telegram: LocalTelegram, community: Path, database: Database, clock: Clock
) -> None:
    """Hand out the phones; staff open their invitation, neighbours press «Start»."""
    written = tomllib.loads((community / "demo.toml").read_text(encoding="utf-8"))
    for each in written["phones"]:
        phone = telegram.add_phone(
            each["first_name"], title=each["title"], language_code=each["language"]
        )
        payload = ""
        if "staff" in each:
            invited = await make_invitation(database, Wanted(each["staff"], 1), clock, "demo")
            payload = invited.link.partition("start=")[2]
        phone.start(payload)


def _hint(operator: Operator) -> Texts:
    catalogue = operator.catalogue
    return {
        language: catalogue.label("demo.hint", {}, language, "")
        for language in catalogue.languages
    }


def map_of(operator: Operator, items: tuple[Item, ...]) -> dict[str, Any]:
    """Return grids, buildings and landmarks as GeoJSON, for the map on the page."""
    estates = {item.code: item for item in items if item.kind == "estate"}
    grids = [_area(item) for item in items if item.kind == "grid"]
    buildings = [
        _point(item, item.content["number"], _title(operator, item, estates))
        for item in items
        if item.kind == "building"
    ]
    landmarks = [
        _point(item, _name(item), _name(item)) for item in items if item.kind == "landmark"
    ]
    return {"type": "FeatureCollection", "features": [*grids, *buildings, *landmarks]}


def _area(item: Item) -> dict[str, Any]:
    geometry = {"type": "Polygon", "coordinates": [item.content["ring"]]}
    properties = {"kind": item.kind, "code": item.code, "name": item.content["name"]}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def _point(item: Item, name: str | Texts, title: Texts) -> dict[str, Any]:
    place = [float(item.content["longitude"]), float(item.content["latitude"])]
    properties = {"kind": item.kind, "code": item.code, "name": name, "title": title}
    geometry = {"type": "Point", "coordinates": place}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def _name(item: Item) -> Texts:
    return {"zh-CN": item.content["name_zh-CN"], "en": item.content["name_en"]}


def _title(operator: Operator, item: Item, estates: Mapping[str, Item]) -> Texts:
    catalogue = operator.catalogue
    names = _name(estates[item.content["estate"]])
    number = item.content["number"]
    return {
        language: catalogue.label(
            "demo.building", {"estate": names[language], "number": number}, language, ""
        )
        for language in catalogue.languages
    }
