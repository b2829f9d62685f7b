"""A stop that has worked stays a good end, however often Ctrl-C comes."""

import asyncio
import signal
from collections.abc import Iterator

import pytest

from handlers.background import STOPPING, run_on_loop, stoppable


@pytest.fixture(autouse=True)
def handlers() -> Iterator[None]:
    """Put the handlers of this process back."""
    before = {number: signal.getsignal(number) for number in STOPPING}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", STOPPING)
def test_after_a_good_stop_no_further_one_is_heard(number: signal.Signals) -> None:
    async def until_stopped() -> None:
        async with stoppable():
            signal.raise_signal(number)
            await asyncio.Event().wait()

    run_on_loop(until_stopped())
    assert [signal.getsignal(each) for each in STOPPING] == [signal.SIG_IGN, signal.SIG_IGN]
    signal.raise_signal(number)
