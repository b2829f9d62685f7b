"""The program as a real process: it runs, it invites, and it says plainly why it does not run."""

import asyncio
import socket
from collections.abc import AsyncIterator

import pytest

from playground.server import Playground
from tests.command_line.terminal import COMMUNITY, PATIENCE, Terminal, damage
from tests.command_line.test_load_and_invite import LINK


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    """Open the Telegram that the process talks to."""
    async with Playground() as running:
        yield running


@pytest.fixture
def ready(terminal: Terminal, playground: Playground) -> Terminal:
    """Return a terminal with a loaded database and the playground's token."""
    terminal.run("load", str(COMMUNITY), "--yes")
    terminal.settings |= {"XIAOXIANG_TOKEN": playground.token, "XIAOXIANG_API": playground.url}
    return terminal


async def test_the_bot_runs_invites_while_it_runs_and_stops(
    ready: Terminal, playground: Playground
) -> None:
    async with ready.process("run") as process:
        await _says(process, "@xiaoxiang_bot")
        invited = await ready.run_process("invite", "worker_4", "--hours", "2")
        assert (invited.code, "邹春兰" in invited.words) == (0, True)
        link = LINK.search(invited.words)
        assert link
        zou = playground.add_phone("邹春兰", language_code="zh-hans")
        zou.start(link[0].partition("start=")[2])
        await playground.until(lambda: len(zou.messages()) > 1)
        assert "江湾第四网格" in zou.messages()[1].text
        second = await ready.run_process("run")
        assert second.code == 75
        assert str(ready.data) in second.words
        loaded = await ready.run_process("load", str(COMMUNITY), "--yes")
        assert loaded.code == 75
        process.terminate()
        assert await asyncio.wait_for(process.wait(), PATIENCE) == 0
    assert not (ready.data / "control.sock").exists()
    stopped = await ready.run_process("invite", "worker_3")
    assert LINK.search(stopped.words)


async def test_a_token_that_telegram_does_not_know_is_named_and_not_shown(
    ready: Terminal,
) -> None:
    wrong = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaX"
    ready.settings["XIAOXIANG_TOKEN"] = wrong
    said = await ready.run_process("run")
    assert said.code == 1
    assert "XIAOXIANG_TOKEN" in said.words
    assert wrong not in said.words
    assert "Traceback" not in said.words


@pytest.mark.parametrize("command", [["run"], ["invite", "worker_4"]])
async def test_a_token_that_can_be_nobodys_is_one_sentence(
    ready: Terminal, command: list[str]
) -> None:
    ready.settings["XIAOXIANG_TOKEN"] = "bad token/../x"
    said = await ready.run_process(*command)
    assert said.code == 1
    assert said.words.startswith("Telegram does not know this bot token (XIAOXIANG_TOKEN)")
    assert len(said.words.splitlines()) == 1


TROUBLE: dict[str, tuple[dict[str, str], str]] = {
    "no token": ({"XIAOXIANG_TOKEN": ""}, "XIAOXIANG_TOKEN"),
    "no token in Chinese": ({"XIAOXIANG_TOKEN": "", "LANG": "zh_CN.UTF-8"}, "没有机器人令牌"),
    "updates kept for too long": ({"XIAOXIANG_KEEP_UPDATES": "7"}, "XIAOXIANG_KEEP_UPDATES"),
    "an odd port": ({"XIAOXIANG_WEBHOOK_PORT": "８０"}, "XIAOXIANG_WEBHOOK_PORT"),
    "no address": ({"XIAOXIANG_API": "nonsense"}, "XIAOXIANG_API"),
    "an address of something else": ({"XIAOXIANG_API": "ftp://127.0.0.1"}, "XIAOXIANG_API"),
    "an address with an odd port": ({"XIAOXIANG_API": "http://127.0.0.1:x"}, "XIAOXIANG_API"),
    "an empty address": ({"XIAOXIANG_API": ""}, "XIAOXIANG_API"),
    "no secret": ({"XIAOXIANG_WEBHOOK_URL": "https://x"}, "XIAOXIANG_WEBHOOK_SECRET"),
}


async def test_that_telegram_is_away_is_said_once(
    ready: Terminal,
) -> None:
    ready.settings["XIAOXIANG_API"] = "http://127.0.0.1:9"
    async with ready.process("run") as process:
        await _says(process, "Telegram cannot be reached")
        await _says(process, "telegram_not_reached")
        await asyncio.sleep(1.3)
        process.terminate()
        output, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode == 0
    assert b"reached" not in output


@pytest.mark.parametrize(("settings", "named"), TROUBLE.values(), ids=TROUBLE)
def test_wrong_settings_are_named(ready: Terminal, settings: dict[str, str], named: str) -> None:
    ready.settings |= settings
    said = ready.run("run")
    assert (said.code, named in said.words) == (1, True)


def test_without_a_community_the_bot_does_not_run(
    terminal: Terminal,
) -> None:
    terminal.settings["XIAOXIANG_TOKEN"] = "1:x"
    said = terminal.run("invite", "worker_1")
    assert (said.code, "examples/jiangwan" in said.words) == (1, True)


@pytest.mark.parametrize("command", ["demo", "run"])
async def test_a_port_in_use_is_named(ready: Terminal, command: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        hook = {"XIAOXIANG_WEBHOOK_URL": "https://x", "XIAOXIANG_WEBHOOK_SECRET": "s"}
        ready.settings |= {**hook, "XIAOXIANG_WEBHOOK_PORT": port}
        words = ["demo", "--port", port] if command == "demo" else ["run"]
        said = await ready.run_process(*words)
    assert said.code == 1
    assert said.words.startswith(f"Port {port} is in use.")
    assert len(said.words.splitlines()) == 1


@pytest.mark.parametrize("command", ["run", "invite", "load"])
async def test_a_damaged_database_is_not_touched(ready: Terminal, command: str) -> None:
    database = ready.data / "xiaoxiang.db"
    damage(database)
    before = database.read_bytes()
    words = {"run": ["run"], "invite": ["invite", "worker_1"], "load": ["load", str(COMMUNITY)]}
    said = await ready.run_process(*words[command])
    assert said.code == 1
    assert "damaged" in said.words
    assert "Traceback" not in said.words
    assert database.read_bytes() == before


async def test_the_demo_opens_and_ends_with_ctrl_c(terminal: Terminal) -> None:
    async with terminal.process("demo", "--port", "0") as process:
        await _says(process, "http://127.0.0.1:")
    assert process.returncode == 0
    assert not terminal.data.exists()


async def _says(process: asyncio.subprocess.Process, words: str) -> None:
    assert process.stdout
    async with asyncio.timeout(PATIENCE):
        async for line in process.stdout:
            if words in line.decode():
                return
    raise AssertionError(f"the program ended without saying «{words}»")
