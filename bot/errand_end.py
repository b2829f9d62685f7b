"""When an errand really ends, and where it goes on when the end is denied."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.custody import Transfer, is_all_back
from bot.errands import ErrandState


@dataclass(frozen=True, slots=True)
class Past:
    """What has become of an errand so far: the result is there, it was recalled, or reopened."""

    is_ready: bool
    is_recalled: bool
    is_reopened: bool


def state_with_papers(
    state: ErrandState, wanted: ErrandState, transfers: Sequence[Transfer], past: Past
) -> ErrandState:
    """Return where an errand stands that would go from `state` to `wanted`.

    It ends when all is back and nobody denies it. Who says that a paper has not come back opens
    it again, and it ends by itself when that is settled.
    """
    is_over = is_all_back(transfers, is_ready=past.is_ready)
    if wanted is ErrandState.RETURNED and not is_over:
        return reopened(past) if state is ErrandState.RETURNED else state
    if past.is_reopened and wanted is state and state in _REOPENED and is_over:
        return ErrandState.RETURNED
    return wanted


_REOPENED = frozenset({ErrandState.READY, ErrandState.RECALLED, ErrandState.PROBLEM})


def reopened(past: Past) -> ErrandState:
    """Return where an errand goes on of which some paper has not come back after all."""
    if past.is_ready:
        return ErrandState.READY
    return ErrandState.RECALLED if past.is_recalled else ErrandState.PROBLEM
