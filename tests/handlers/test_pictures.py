"""Pictures over real HTTP: in the receiver's language, uploaded once, and nobody waits."""

import asyncio
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from bot.instants import Instant
from bot.telling import ShowPicture
from handlers import easel
from handlers.rendering import Receiver
from messages.pictures import gallery
from playground.faults import Fault
from playground.messages import StoredMessage
from storage.outbox import tell
from tests.handlers.logbook import Logbook
from tests.handlers.street import Street
from tests.messages.samples import SAMPLES

SENDING = frozenset({"sendphoto"})


async def show(street: Street, name: str, once: str = "check:1:picture") -> bool:
    """Tell somebody to look at the picture of a verdict."""
    assert street.bot
    chat_id = street.people[name].user_id
    picture = ShowPicture(once, chat_id, "verdict", SAMPLES)
    now = Instant(int(street.playground.clock.now() * 1_000_000))
    return await street.bot.database.turn(lambda tx: tell(tx, picture, now=now, inbox=0))


async def resident(street: Street, name: str = "罗建华", language: str = "zh-hans") -> None:
    """Let somebody come in."""
    street.somebody(name, language).start()
    await street.settle()


def pictures_of(street: Street, name: str) -> list[StoredMessage]:
    """Return the messages with a photo in somebody's chat."""
    return [each for each in street.said_to(name) if "photo" in each.content]


def image_of(street: Street, message: StoredMessage) -> Image.Image:
    """Download a picture as the phone does."""
    stored = street.playground.world.files.of(message.content["photo"][-1]["file_id"])
    return Image.open(BytesIO(stored.bytes()), formats=["PNG"])


async def test_a_picture_arrives_whole_with_words_below_it(street: Street) -> None:
    await resident(street)
    assert await show(street, "罗建华")
    await street.settle()
    (message,) = pictures_of(street, "罗建华")
    assert message.content["caption"] == "失业登记：这张图可以转发给家里人看。"
    image = image_of(street, message)
    image.load()
    largest = message.content["photo"][-1]
    assert (largest["width"], largest["height"]) == image.size
    assert image.width == 1080


async def test_the_picture_speaks_the_language_of_its_receiver(street: Street) -> None:
    await resident(street)
    await resident(street, "Ann", "en")
    for name in ("罗建华", "Ann"):
        await show(street, name, f"check:{name}:picture")
    await street.settle()
    (chinese,), (english,) = pictures_of(street, "罗建华"), pictures_of(street, "Ann")
    assert english.content["caption"].startswith("Unemployment registration: ")
    assert image_of(street, chinese).tobytes() != image_of(street, english).tobytes()


async def test_the_same_effect_is_one_picture(street: Street) -> None:
    await resident(street)
    assert await show(street, "罗建华")
    assert not await show(street, "罗建华")
    await street.settle()
    assert len(pictures_of(street, "罗建华")) == 1


async def test_a_second_sending_names_the_file_and_does_not_draw_again(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    await resident(street)
    await show(street, "罗建华")
    await street.settle()
    monkeypatch.setattr(gallery, "PICTURES", {})
    await show(street, "罗建华", "check:2:picture")
    await street.settle()
    first, second = pictures_of(street, "罗建华")
    assert first.content["photo"] == second.content["photo"]


async def test_a_file_that_telegram_forgot_is_uploaded_again(street: Street) -> None:
    await resident(street)
    await show(street, "罗建华")
    await street.settle()
    (first,) = pictures_of(street, "罗建华")
    files = street.playground.world.files
    known = files.of(first.content["photo"][-1]["file_id"])
    del files.by_unique_id[known.unique_id]
    await show(street, "罗建华", "check:2:picture")
    await street.settle()
    assert len(pictures_of(street, "罗建华")) == 2
    assert street.value("SELECT count(*) FROM outbox WHERE state <> 'sent'") == 0


async def test_a_broken_connection_is_one_more_try(street: Street) -> None:
    await resident(street)
    luo = street.people["罗建华"]
    street.playground.add_fault(Fault("cut_connection", 1, SENDING, luo.user_id))
    await show(street, "罗建华")
    await street.until(
        lambda: street.value("SELECT attempts FROM outbox WHERE kind = 'picture'") == 1
    )
    street.playground.clock.move_forward(5)
    await street.settle()
    assert len(pictures_of(street, "罗建华")) == 1


async def test_a_machine_without_a_font_says_so_in_words(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    await resident(street)
    monkeypatch.setattr(gallery, "pictures_possible", lambda: False)
    await show(street, "罗建华")
    await street.settle()
    assert pictures_of(street, "罗建华") == []
    assert street.said_to("罗建华")[-1].text == (
        "这张图片现在画不出来。请把上面的文字转发给家里人，内容是一样的。"
    )


async def test_a_picture_that_cannot_be_drawn_holds_nobody_up(
    street: Street, logbook: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    await resident(street)
    logbook.traces_expected = True
    monkeypatch.setattr(gallery, "PICTURES", {})
    await show(street, "罗建华")
    await street.until(
        lambda: street.value("SELECT state FROM outbox WHERE kind = 'picture'") == "dead"
    )
    before = len(street.said_to("罗建华"))
    street.people["罗建华"].type("/help")
    await street.settle()
    assert len(street.said_to("罗建华")) > before


async def test_others_are_served_while_a_picture_is_drawn(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    await resident(street)
    await resident(street, "王二")
    began, may_end = asyncio.Event(), asyncio.Event()
    real = easel.Easel.upload

    async def slow(self: easel.Easel, *about: object) -> object:
        began.set()
        await may_end.wait()
        return await real(self, *about)  # type: ignore[arg-type]

    monkeypatch.setattr(easel.Easel, "upload", slow)
    await show(street, "罗建华")
    await began.wait()
    before = len(street.said_to("王二"))
    street.people["王二"].type("/help")
    await street.until(lambda: len(street.said_to("王二")) > before)
    may_end.set()
    await street.settle()
    assert len(pictures_of(street, "罗建华")) == 1


def test_only_so_many_file_ids_are_kept() -> None:
    board = easel.Easel(easel.NoPictures())
    receiver = Receiver("en", "jiangwan")
    for number in range(easel.KEPT + 1):
        content = {"picture": "verdict", "parameters": {"number": number}}
        board.learn(content, receiver, {"photo": [{"file_id": str(number)}]})
    first = {"picture": "verdict", "parameters": {"number": 0}}
    assert board.file_id(first, receiver) == ""
    assert board.file_id({**first, "parameters": {"number": 1}}, receiver) == "1"
    assert (
        board.file_id({**first, "parameters": {"number": 1}}, replace(receiver, language="zh-CN"))
        == ""
    )
