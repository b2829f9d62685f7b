"""Command menus by scope and language; files by their ids."""

from io import BytesIO

import aiohttp
import pytest

from playground.phones import Phone
from playground.samples import sample_bytes
from playground.server import Playground
from playground.shown import shown_commands
from playground.wire import Wire
from tests.playground.client import Client, RefusedError

MEGABYTE = 1024 * 1024

# Each row: the menus that were set as (scope, language), and which one Lan (10001, zh-CN) sees.
MENUS: list[tuple[list[tuple[Wire | None, str]], int | None]] = [
    ([], None),
    ([(None, "")], 0),
    ([(None, ""), (None, "zh")], 1),
    ([(None, "en")], None),
    ([(None, "zh"), ({"type": "all_private_chats"}, "")], 1),
    ([({"type": "chat", "chat_id": 10_001}, ""), ({"type": "all_private_chats"}, "zh")], 0),
    ([({"type": "chat", "chat_id": 10_002}, ""), (None, "")], 1),
    ([({"type": "all_group_chats"}, "zh")], None),
]


@pytest.mark.parametrize(("menus", "seen"), MENUS)
async def test_the_narrowest_menu_wins_then_the_own_language(
    client: Client, phone: Phone, menus: list[tuple[Wire | None, str]], seen: int | None
) -> None:
    for number, (scope, language) in enumerate(menus):
        where = {"language_code": language, **({"scope": scope} if scope else {})}
        command = {"command": f"menu_{number}", "description": "x"}
        await client.call("setMyCommands", commands=[command], **where)
    shown = shown_commands(phone.world, phone.chat(), phone.user_id)
    assert [command["command"] for command in shown] == ([] if seen is None else [f"menu_{seen}"])


_LONG = [{"command": f"c{number}", "description": "x"} for number in range(101)]

# Each row: a list of commands, and how it is refused.
BAD_MENUS = [
    (_LONG, "BOT_COMMANDS_TOO_MUCH"),
    ([{"command": "Help", "description": "x"}], "BOT_COMMAND_INVALID"),
    ([{"command": "帮助", "description": "x"}], "BOT_COMMAND_INVALID"),
    ([{"command": "a" * 33, "description": "x"}], "BOT_COMMAND_INVALID"),
    ([{"command": "help", "description": ""}], "BOT_COMMAND_DESCRIPTION_INVALID"),
]


@pytest.mark.parametrize(("commands", "words"), BAD_MENUS)
async def test_bad_menus_are_refused(client: Client, commands: list[Wire], words: str) -> None:
    refusal = await client.refusal("setMyCommands", commands=commands)
    assert refusal == f"400 Bad Request: {words}"


async def test_the_unique_id_is_stable_and_the_file_id_is_the_bots_own(
    client: Client, phone: Phone
) -> None:
    ids = []
    for _ in range(2):
        phone.send_photo("lamp")
        (update,) = await client.updates()
        ids.append([(s["file_id"], s["file_unique_id"]) for s in update["message"]["photo"]])
    assert ids[0] == ids[1]
    assert len({unique for _, unique in ids[0]}) == len(ids[0])


# Each row: what is named as a photo, and how it is refused.
WRONG_FILES = [
    ("nonsense", "Wrong file identifier/HTTP URL specified"),
    ("MTIzOkFRQUQ6", "Wrong file identifier/HTTP URL specified"),
    ("https://a.example/x.jpg", "failed to get HTTP URL content"),
    ("attach://nothing", "there is no photo in the request"),
]


@pytest.mark.parametrize(("file", "words"), WRONG_FILES)
async def test_wrong_files_are_refused(
    client: Client, phone: Phone, file: str, words: str
) -> None:
    refusal = await client.refusal("sendPhoto", chat_id=phone.user_id, photo=file)
    assert refusal == f"400 Bad Request: {words}"


async def test_a_document_is_no_photo(client: Client, phone: Phone) -> None:
    sent = await client.form("sendDocument", chat_id=phone.user_id, document=b"%PDF-1.7")
    refusal = await client.refusal(
        "sendPhoto", chat_id=phone.user_id, photo=sent["document"]["file_id"]
    )
    assert refusal == "400 Bad Request: can't use file of type Document as Photo"


@pytest.mark.parametrize(
    ("megabytes", "words"), [(20, ""), (21, "400 Bad Request: file is too big")]
)
async def test_a_bot_may_fetch_twenty_megabytes(
    client: Client, phone: Phone, megabytes: int, words: str
) -> None:
    phone.send_document("film.mp4", size=megabytes * MEGABYTE)
    (update,) = await client.updates()
    file_id = update["message"]["document"]["file_id"]
    if words:
        assert await client.refusal("getFile", file_id=file_id) == words
    else:
        info = await client.call("getFile", file_id=file_id)
        assert info["file_size"] == megabytes * MEGABYTE


async def test_a_download_needs_the_token_and_a_known_path(
    playground: Playground, client: Client, phone: Phone
) -> None:
    phone.send_photo("lamp")
    (update,) = await client.updates()
    info = await client.call("getFile", file_id=update["message"]["photo"][-1]["file_id"])
    paths = {
        f"/file/bot{playground.token}/{info['file_path']}": 200,
        f"/file/bot1:x/{info['file_path']}": 404,
        f"/file/bot{playground.token}/photos/other.jpg": 404,
    }
    for path, status in paths.items():
        async with client.session.get(playground.url + path) as answer:
            assert answer.status == status


PICTURES = ["no_picture", "large", "wide", "heavy"]
_PNG = b"\x89PNG\r\n\x1a\n" + bytes(8)

# Each row: a picture, and how it is refused.
BAD_PICTURES = [
    (b"no picture", "IMAGE_PROCESS_FAILED"),
    (_PNG + (9000).to_bytes(4, "big") * 2, "PHOTO_INVALID_DIMENSIONS"),
    (_PNG + (2100).to_bytes(4, "big") + (100).to_bytes(4, "big"), "PHOTO_INVALID_DIMENSIONS"),
    (sample_bytes("lamp") + bytes(10 * MEGABYTE), "file of size"),
]


@pytest.mark.parametrize(("content", "words"), BAD_PICTURES, ids=PICTURES)
async def test_bad_pictures_are_refused(
    client: Client, phone: Phone, content: bytes, words: str
) -> None:
    with pytest.raises(RefusedError, match=f"Bad Request: {words}"):
        await client.form("sendPhoto", chat_id=phone.user_id, photo=content)


@pytest.mark.parametrize(("count", "works"), [(1, 0), (2, 2), (10, 10), (11, 0)])
async def test_an_album_holds_two_to_ten(
    client: Client, phone: Phone, count: int, works: int
) -> None:
    sent = await client.form("sendPhoto", chat_id=phone.user_id, photo=sample_bytes("lamp"))
    media = [{"type": "photo", "media": sent["photo"][-1]["file_id"]} for _ in range(count)]
    given: Wire = {"chat_id": phone.user_id, "media": media}
    if works:
        album = await client.call("sendMediaGroup", **given)
        assert len({message["media_group_id"] for message in album}) == 1
        assert len(album) == works
    else:
        assert "400 Bad Request" in await client.refusal("sendMediaGroup", **given)


async def test_an_upload_of_more_than_fifty_megabytes_is_cut_off(
    client: Client, playground: Playground, phone: Phone
) -> None:
    form = aiohttp.FormData({"chat_id": str(phone.user_id)})
    form.add_field("document", BytesIO(bytes(50 * MEGABYTE + 1)), filename="big.bin")
    path = f"{playground.url}/bot{playground.token}/sendDocument"
    async with client.session.post(path, data=form) as answer:
        assert answer.status == 413
