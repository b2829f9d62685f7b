"""How fast the bot spoke, as its own sender saw it: also after a death or a pause."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator

from tests.simulation.record import Record

PER_SECOND = 25
PER_CHAT_AND_SECOND = 3
PER_GROUP_AND_MINUTE = 18
HAIR = 1e-6


def limits_were_kept(record: Record) -> Iterator[str]:
    """Count everything in each window: in all, in each chat, in each group."""
    telegram = record.world.telegram
    began: dict[tuple[int, int], tuple[float, int]] = {}
    for effect in telegram.effects:
        errand = effect.errand
        began[errand.row, errand.attempt] = (errand.began, effect.chat_id)
    everything = [at for at, _ in began.values()] + [at for at, _ in telegram.answers]
    yield from _too_many(everything, 1.0, PER_SECOND, "everybody")
    chats: dict[int, list[float]] = defaultdict(list)
    for at, chat_id in began.values():
        chats[chat_id].append(at)
    for chat_id, times in chats.items():
        yield from _too_many(times, 1.0, PER_CHAT_AND_SECOND, f"chat {chat_id}")
        if chat_id < 0:
            yield from _too_many(times, 60.0, PER_GROUP_AND_MINUTE, f"group {chat_id}")


def pauses_were_kept(record: Record) -> Iterator[str]:
    """Nothing came earlier than Telegram had said."""
    yield from record.world.telegram.early


def _too_many(times: Iterable[float], window: float, at_most: int, whom: str) -> Iterator[str]:
    recent: deque[float] = deque()
    for at in sorted(times):
        recent.append(at)
        while recent[0] <= at - window + HAIR:
            recent.popleft()
        if len(recent) > at_most:
            yield f"{len(recent)} messages to {whom} within {window} s at {at:.3f}"
            return
