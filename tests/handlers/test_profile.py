"""The bot's profile at Telegram: set beside everything else, however slow Telegram is."""

import pytest

from messages.catalogue import LANGUAGES
from playground.faults import Fault
from tests.handlers.street import Street
from tests.handlers.transcripts import Stage

MENU = frozenset({"setmycommands"})
LONGER_THAN_ANYBODY_WAITS = 3600.0


async def test_nobody_waits_for_a_menu_that_telegram_is_slow_to_take(stage: Stage) -> None:
    await stage.street.stop_bot()
    slow = Fault("slow", 1, MENU, delay_seconds=LONGER_THAN_ANYBODY_WAITS)
    stage.street.playground.add_fault(slow)
    await stage.street.start_bot()
    await stage.play("罗建华: 你好\n → 江湾社区的小巷")


async def test_a_menu_that_was_refused_is_set_a_little_later(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.profile.FIRST_PAUSE", 0.01)
    await street.stop_bot()
    street.playground.world.profile.commands.clear()
    street.playground.add_fault(Fault("server_error", 2, MENU))
    await street.start_bot()
    await street.until(lambda: len(street.playground.world.profile.commands) == len(LANGUAGES))
