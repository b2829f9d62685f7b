"""The log of a crash run at its loudest holds no token, no name and no text of anybody."""

import io
import json
import logging
import random
import sys
from pathlib import Path

import pytest

from handlers.logs import JsonLines, set_up_logs
from playground.server import Playground
from tests.crash.alley import Alley, Prepared
from tests.crash.nursery import WarmNursery
from tests.crash.people import PROBLEMS
from tests.crash.plan import Kill
from tests.crash.siege import Siege
from tests.crash.zygote import QUITE_LOUD

pytestmark = [pytest.mark.crash, pytest.mark.timeout(600)]

KILLS = (
    Kill("mid_turn:4"),
    Kill(after_seconds=0.6),
    Kill("mid_give_up:1"),
    Kill("after_send:4"),
    Kill(after_seconds=0.6),
    Kill("mid_retry:1"),
)
SECRET = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
NAME = "邹春兰"


async def test_the_loudest_log_of_a_crash_run_is_silent_about_people(
    prepared: Prepared, playground: Playground, warm: WarmNursery, tmp_path: Path
) -> None:
    alley = Alley.of(prepared, playground, tmp_path / "alley", warm)
    alley.environment = {QUITE_LOUD: "1"}
    siege = Siege(alley, random.Random(6))
    await siege.run(KILLS)
    assert not siege.complaints, "\n".join(siege.complaints)
    log = alley.said()
    assert '"level": "debug"' in log
    assert '"trace": [' in log
    told = [secret for secret in _secrets(siege, playground) if secret in log]
    assert told == []


def _secrets(siege: Siege, playground: Playground) -> list[str]:
    """Collect everything that belongs to somebody."""
    names = [person.account.first_name for person in playground.world.people.values()]
    numbers = [person.phone_number for person in playground.world.people.values()]
    keys = [key for each in siege.residents() for key in each.reported]
    texts = [problem for problems in PROBLEMS.values() for problem in problems]
    token = playground.token
    return [token, token.partition(":")[2], "两天了", "yesterday", *names, *numbers, *keys, *texts]


def test_an_error_is_told_without_its_message_and_a_token_is_taken_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = io.StringIO()
    monkeypatch.setattr(sys, "stderr", terminal)
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    try:
        set_up_logs()
        try:
            _stumble_over(NAME)
        except ValueError as error:
            logging.getLogger("xiaoxiang").error("turn_failed", exc_info=error)  # noqa: TRY400 - as the lanes do
        logging.getLogger("xiaoxiang").warning("asked", extra={"url": f"/bot{SECRET}/getMe"})
        logging.getLogger("asyncio").error("never retrieved\nfuture: %s", NAME)
    finally:
        root.handlers[:], root.level = before, level
    lines = [json.loads(line) for line in terminal.getvalue().splitlines()]
    assert [line["event"] for line in lines] == ["turn_failed", "asked", "never retrieved"]
    assert lines[0]["trace"][0] == "builtins.ValueError"
    assert "_stumble_over" in str(lines[0]["trace"])
    assert NAME not in terminal.getvalue()
    assert SECRET not in terminal.getvalue()


def _stumble_over(text: str) -> int:
    return int(text)


def test_every_line_is_json() -> None:
    record = logging.LogRecord("xiaoxiang", logging.INFO, "", 0, "a\nb", None, None)
    assert json.loads(JsonLines().format(record))["event"] == "a"
