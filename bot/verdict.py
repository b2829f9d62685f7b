"""Go or do not go yet: what somebody holds against what is needed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.guide import Guide
from bot.pre_check import PapersNeeded
from bot.services import Form, Necessity, PaperNeeded, Shop


class Held(StrEnum):
    """How it stands with a paper in somebody's hands."""

    HAVE = "have"
    MISSING = "missing"
    UNSURE = "unsure"
    WITHOUT_COPY = "without_copy"  # the original is there, the copy is not
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Gap:
    """A paper that is not ready, and why. Only what `blocks` makes the trip useless.

    `until`: the last day (ISO) of one that runs out before the trip, where it is known.
    """

    need: PaperNeeded
    held: Held
    blocks: bool
    until: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Go, or do not go yet. `unasked` papers were not spoken of yet: then nothing is certain."""

    ready: tuple[PaperNeeded, ...]
    gaps: tuple[Gap, ...]
    on_site: tuple[PaperNeeded, ...]
    unasked: tuple[PaperNeeded, ...] = ()

    @property
    def missing(self) -> tuple[Gap, ...]:
        """The gaps that make the trip useless."""
        return tuple(gap for gap in self.gaps if gap.blocks)

    @property
    def go(self) -> bool:
        """Whether it is worth going."""
        return not self.missing and not self.unasked


def verdict(
    needed: PapersNeeded, held: Mapping[str, Held], last_days: Mapping[str, str] | None = None
) -> Verdict:
    """Judge what somebody holds, by the code of the paper; substitutes count."""
    ready, gaps, unasked = [], [], []
    for need in needed.to_bring:
        state = best_held(need, held)
        if state is None:
            unasked.append(need)
        elif state is Held.HAVE:
            ready.append(need)
        else:
            until = (last_days or {}).get(need.paper, "") if state is Held.EXPIRED else ""
            gaps.append(Gap(need, state, _blocks(need), until))
    on_site = tuple(each for each in needed.papers if each.form is Form.ON_SITE)
    return Verdict(tuple(ready), tuple(gaps), on_site, tuple(unasked))


# The nearer to being ready, the earlier.
_NEARNESS = (Held.HAVE, Held.WITHOUT_COPY, Held.UNSURE, Held.EXPIRED, Held.MISSING)


def best_held(need: PaperNeeded, held: Mapping[str, Held]) -> Held | None:
    """Return how it stands with a paper or what may replace it; None when nothing was said."""
    states = [held[code] for code in (need.paper, *need.instead) if code in held]
    best = min(states, key=_NEARNESS.index, default=None)
    # A copy lacks only where one is wanted.
    return Held.HAVE if best is Held.WITHOUT_COPY and not needs_copy(need) else best


def needs_copy(need: PaperNeeded) -> bool:
    """Whether a photocopy must be brought."""
    return need.form in {Form.COPY, Form.BOTH}


def shops_for(guide: Guide, gap: Gap) -> tuple[Shop, ...]:
    """Return the shops nearby that make what is missing: a copy, a photo."""
    wanted = made_by_shop(gap)
    return tuple(shop for shop in guide.shops.values() if wanted in shop.makes)


def made_by_shop(gap: Gap) -> str:
    """Return what a shop can make of what is missing: `photo`, `copy`, or nothing.

    Where nothing but a copy is wanted, whoever has none may have what it is made of.
    """
    if gap.need.form is Form.PHOTO:
        return "photo"
    is_copy = gap.need.form is Form.COPY and gap.held is Held.MISSING
    return "copy" if is_copy or gap.held is Held.WITHOUT_COPY else ""


def held_until(last_day: str, day: str) -> Held:
    """Return how it stands on an ISO day with a paper that is valid until `last_day`."""
    return Held.HAVE if day <= last_day else Held.EXPIRED


def held_on(
    held: Mapping[str, Held], last_days: Mapping[str, str], day: str
) -> Mapping[str, Held]:
    """Return how it stands with papers on an ISO day: what runs out before it is of no use."""
    there = {Held.HAVE, Held.WITHOUT_COPY}
    return {
        code: Held.EXPIRED
        if state in there and held_until(last_days.get(code, day), day) is Held.EXPIRED
        else state
        for code, state in held.items()
    }


def running_out(judged: Verdict, last_days: Mapping[str, str]) -> Mapping[str, str]:
    """Return until which ISO day papers (code) that are ready are good, where it is known."""
    known = {need.paper: last_days.get(need.paper, "") for need in judged.ready}
    return {code: day for code, day in known.items() if day and day != date.max.isoformat()}


def _blocks(need: PaperNeeded) -> bool:
    return need.necessity is Necessity.REQUIRED and need.form is not Form.PROOF_OR_PROMISE
