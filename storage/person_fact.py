"""What is remembered of a person for the next service: only with consent."""

from collections.abc import Iterable, Mapping

from bot.instants import Instant
from storage.database import Transaction


async def consent_of(tx: Transaction, person_id: int) -> bool | None:
    """Return what the person decided; None when nobody asked yet."""
    row = await tx.one("consent_of", person_id=person_id)
    return bool(row["agreed"]) if row else None


async def keep_consent(tx: Transaction, person_id: int, now: Instant, *, agreed: bool) -> None:
    """Keep what the person decided; whoever does not agree is forgotten."""
    await tx.run("keep_consent", person_id=person_id, agreed=int(agreed), now=now)
    if not agreed:
        await tx.run("forget_facts", person_id=person_id)


async def forget_some(tx: Transaction, person_id: int, questions: Iterable[str]) -> None:
    """Forget what is remembered of some questions (codes)."""
    for question in sorted(questions):
        await tx.run("forget_fact", person_id=person_id, question=question)


async def facts_of(tx: Transaction, person_id: int) -> Mapping[str, bool]:
    """Return what is remembered of the person, by the code of the question."""
    rows = await tx.all("facts_of", person_id=person_id)
    return {row["question"]: bool(row["answer"]) for row in rows}


async def keep_facts(
    tx: Transaction, person_id: int, facts: Mapping[str, bool], now: Instant
) -> None:
    """Remember answers; nothing is kept of a person who has not agreed."""
    for question, answer in facts.items():
        await tx.run(
            "keep_fact", person_id=person_id, question=question, answer=int(answer), now=now
        )
