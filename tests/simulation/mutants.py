"""Mistakes that somebody could make in the core; the simulation must see each of them."""

import contextlib
from collections.abc import Iterator, Mapping
from typing import Any

from bot.telling import Haste
from handlers import delivery, lanes, sending
from handlers.intake import Polling, store
from handlers.lanes import Lanes
from handlers.limiter import Bucket, Limiter
from handlers.listening import NotForUsError, understand
from handlers.outcomes import Fate
from handlers.reading import ALLOWED_UPDATES, read_batch
from handlers.tick import Tick
from storage import sending as stored_sending
from storage.due import settle
from storage.inbox import finish_update
from tests.simulation.mutants_of_matters import MATTERS
from tests.simulation.mutating import Mutant, query, replaced


async def _confirm_first(self: Polling, offset: int) -> int:
    """Acknowledge before the commit: the offset moves in the same call that fetches."""
    parameters: dict[str, object] = {
        "offset": offset,
        "limit": 100,
        "timeout": self.long_poll_seconds,
        "allowed_updates": ALLOWED_UPDATES,
    }
    updates = read_batch(await self.telegram.fetch_updates(parameters, 60.0))
    if not updates:
        return offset
    following = max(update.update_id for update in updates) + 1
    hurry = {**parameters, "offset": following, "timeout": 0}
    await self.telegram.fetch_updates(hurry, 60.0)
    self.crash_point("after_fetch")
    await store(self.database, self.bot_id, updates, self.clock)
    self.stored()
    return following


async def _done_first(self: Lanes, claim: Any) -> None:  # noqa: ANN401 - a claim
    """Mark the update done in a transaction of its own, before the work."""
    now = self.clock.now()
    await self.turns.turn(lambda tx: finish_update(tx, claim, "done", now))
    with contextlib.suppress(NotForUsError, ValueError):
        happened = understand(claim)
        await self.turns.turn(lambda tx: self.desk.handle(tx, happened, now))


async def _always_mine(*_: object) -> bool:
    return True


async def _everybody_may(*_: object) -> bool:
    return True


async def _fire_in_two_steps(self: Tick, tx: Any, due: Any, now: Any) -> None:  # noqa: ANN401 - as the original
    """Mark it fired and forget what it leads to."""
    await settle(tx, due, "fired", now)


def _take_anything(_self: Limiter, _chat_id: int, _haste: Haste, _now: float) -> bool:
    return True


def _no_hold(_self: Limiter, _until: float) -> None:
    return


def _fast_refill(self: Bucket, now: float) -> float:
    """Let tokens come back three times as fast."""
    return min(self.burst, self.tokens + max(0.0, now - self.at) * self.per_second * 3)


def _unsure_is_lost(delivered: Any) -> tuple[str, int, int]:  # noqa: ANN401 - as the original
    """Give up what may have arrived."""
    if delivered.fate is Fate.UNSURE:
        return "expired", 1, 0
    return _STATE(delivered)


def _unsure_is_not_told(delivered: Any) -> tuple[str, int, int]:  # noqa: ANN401 - as the original
    """Try again and forget that there was a doubt."""
    state, _, seconds = _STATE(delivered)
    return state, 0, seconds


def _unsure_is_sent(delivered: Any) -> tuple[str, int, int]:  # noqa: ANN401 - as the original
    """Hope that it has arrived."""
    if delivered.fate is Fate.UNSURE:
        return "sent", 1, 0
    return _STATE(delivered)


@contextlib.contextmanager
def _out_of_order() -> Iterator[None]:
    """Neither hold the chat back nor notice that a newer state waits."""
    with (
        replaced(delivery, "KEPT_IN_ORDER", -1),
        query("supersede_overtaken", "newer.id > outbox.id", "newer.id < 0"),
    ):
        yield


_STATE = sending._state  # noqa: SLF001 - the mutants change what is inside

MUTANTS: Mapping[str, Mutant] = {
    **MATTERS,
    "acknowledges before the commit": lambda: replaced(Polling, "_fetch", _confirm_first),
    "marks an update done before the work": lambda: replaced(Lanes, "_attempt", _done_first),
    "keeps an update twice": lambda: query(
        "add_update", "(:bot_id, :update_id", "(:bot_id + (SELECT count(*) FROM inbox), :update_id"
    ),
    "takes the newest update of a lane first": lambda: query(
        "lanes_with_work", "SELECT min(id)", "SELECT max(id)"
    ),
    "has no fence against an earlier start": lambda: replaced(lanes, "is_mine", _always_mine),
    "leaves what an earlier start was working on": lambda: query(
        "take_back_updates", "epoch < :epoch", "epoch > :epoch"
    ),
    "never gives up a deadly update": lambda: replaced(lanes, "_was_deadly", lambda _: False),
    "gives up after one death": lambda: replaced(
        lanes, "_was_deadly", lambda claim: claim.attempts > 1
    ),
    "leaves what an earlier start was sending": lambda: query(
        "unsure_messages", "epoch < :epoch", "epoch > :epoch"
    ),
    "forgets the doubt after a restart": lambda: query(
        "take_back_message", "ambiguous = ambiguous + 1", "ambiguous = ambiguous"
    ),
    "forgets the doubt after a lost answer": lambda: replaced(
        sending, "_state", _unsure_is_not_told
    ),
    "takes a lost answer for success": lambda: replaced(sending, "_state", _unsure_is_sent),
    "takes a lost answer for failure": lambda: replaced(sending, "_state", _unsure_is_lost),
    "ignores the audience": lambda: replaced(stored_sending, "may_receive", _everybody_may),
    "never brings parked messages back": lambda: query(
        "unpark_messages", "state = 'parked'", "state = 'dead'"
    ),
    "lets later messages overtake one that is tried again": _out_of_order,
    "marks plans fired and does nothing": lambda: replaced(Tick, "_settle", _fire_in_two_steps),
    "fires plans too early": lambda: query(
        "due_now", "due_at <= :now", "due_at <= :now + 60000000"
    ),
    "fires plans never": lambda: query("due_now", "due_at <= :now", "due_at < 0 * :now"),
    "has no limiter": lambda: replaced(Limiter, "take", _take_anything),
    "lets buckets fill too fast": lambda: replaced(Bucket, "there_are", _fast_refill),
    "does not wait after a refusal": lambda: query(
        "held_chats", "hold_until > :now", "hold_until > :now + 86400000000000"
    ),
    "forgets which message shows a subject": lambda: query(
        "set_shown_message", "excluded.message_id", "shown.message_id"
    ),
    "repeats the effect of a press": lambda: query(
        "press_result", "position = :position", "position = :position + 1000"
    ),
    "lets a case move without its version": lambda: query(
        "move_case", "version = version + 1", "version = version"
    ),
    "counts nobody as away": lambda: query(
        "absences_of_community", "from_at <= :now", "from_at < 0"
    ),
    "leaves an anonymous report in the inbox": lambda: query(
        "forget_raw_updates", "lane = :lane", "lane = :lane || 'x'"
    ),
}
