"""Named moments at which a test may kill the process; they cost a comparison when they are off.

`XIAOXIANG_CRASH=after_send:3` kills the process the third time it passes `after_send`.
"""

import os
import signal
from collections.abc import Callable

POINTS = (
    "after_fetch",
    "after_inbox_commit",
    "after_claim",
    "mid_turn",
    "before_commit",
    "after_commit",
    "before_render",
    "before_send",
    "after_send",
    "before_mark",
    "after_mark",
    "before_tick",
    "mid_tick",
    "after_tick",
)
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
