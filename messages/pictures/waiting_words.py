"""The waiting times' parameters put into the words of their chart."""

from collections.abc import Mapping
from typing import Any

from bot.telling import Parameters
from bot.waiting_times import PROMISED_SECONDS, WaitingTime
from messages.pictures.verdict_words import Say
from messages.pictures.waiting_chart import Standing, WaitingBar, WaitingChart

Told = Mapping[str, Any]
_MINUTE = 60


def waiting_chart(say: Say, told: Told) -> WaitingChart:
    """Return the chart.

    `told` has `day` and `until`, the first and last ISO date, and `services`, each with its
    `name`, `visits`, `median` and `ninetieth` in seconds; `left_out` counts quicker ones
    that are not drawn.
    """
    promise = _minutes(PROMISED_SECONDS)
    return WaitingChart(
        title=say("picture.waiting.title", {}),
        promise_words=say("picture.waiting.promise", promise),
        promise=PROMISED_SECONDS,
        legend=tuple(say("picture.waiting.legend", promise).splitlines()),
        bars=tuple(_bar(say, each) for each in told["services"]),
        nothing=say("picture.waiting.none", {}),
        small_print=say("picture.waiting.small_print", told),
    )


def _bar(say: Say, told: Told) -> WaitingBar:
    figure = WaitingTime("", told["visits"], told["median"], told["ninetieth"])
    count = "picture.waiting.thin" if figure.is_thin else "picture.waiting.count"
    return WaitingBar(
        name=say("picture.waiting.service", {"service": told["name"]}),
        count=say(count, {"number_of": figure.visits}),
        median=figure.median,
        median_words=say("picture.waiting.median", _minutes(figure.median)),
        ninetieth=figure.ninetieth,
        ninetieth_words=say("picture.waiting.ninetieth", _minutes(figure.ninetieth)),
        standing=_standing(figure),
    )


def _standing(figure: WaitingTime) -> Standing:
    if figure.is_thin:
        return Standing.TOO_FEW
    return Standing.KEPT if figure.keeps_promise else Standing.LATE


def _minutes(seconds: int) -> Parameters:
    """Round up: who was promised ten minutes and had eleven is not told ten."""
    return {"minutes": -(-seconds // _MINUTE)}
