"""Named moments at which a test may kill the process; they cost a comparison when they are off.

`XIAOXIANG_CRASH=after_send:3` kills the process the third time it passes `after_send`.
"""

import os
import signal
from collections.abc import Callable

POINTS = (
    # the start
    "after_epoch",
    "mid_take_back",
    "after_take_back",
    # an update on its way in
    "after_fetch",
    "after_inbox_commit",
    "mid_claim",
    "after_claim",
    "mid_turn",
    "after_turn",
    "mid_ignore",
    "mid_retry",
    "mid_give_up",
    # any transaction
    "before_commit",
    "after_commit",
    # a message on its way out
    "mid_take",
    "after_take",
    "before_render",
    "before_send",
    "before_removal",
    "after_send",
    "before_mark",
    "mid_mark",
    "after_mark",
    # time
    "before_tick",
    "mid_tick",
    "after_tick",
)
"""The parts of the program pass these; inside a transaction they are called `mid_…`."""
VARIABLE = "XIAOXIANG_CRASH"
CrashPoint = Callable[[str], None]


def no_crash(_: str) -> None:
    """Pass every point."""


def crash_point_of(order: str) -> CrashPoint:
    """Read an order such as `after_send:3`; an empty one passes every point."""
    name, _, hits = order.partition(":")
    if name not in POINTS:
        return no_crash
    left = [int(hits or 1)]

    def pass_point(point: str) -> None:
        if point == name:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    return pass_point
