"""What somebody says of papers in a sentence: not there, run out, good until a day."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from bot.afterwards import papers_said
from bot.plain_text import narrow
from bot.spoken_days import last_day_said
from bot.verdict import Held

SPOKEN, UNTIL = "spoken:", "until:"
_CLAUSES = re.compile(r"[，,。；;、！!]|\band\b|\bbut\b|还有|但是?|不过|就是")
_LACKING = re.compile(
    r"没|缺|差|少了|丢了|找不到|不见了|除了|\b(?:no|not|missing|lack|lost|without|except)\b|n['’]t"
)
_GOOD = re.compile(r"没有?过期|没失效|\bnot expired\b|n['’]t expired\b")
_RUN_OUT = re.compile(r"(?<![没快未])过[了]?期|失效|作废|\bexpired\b")
_DATED = re.compile(r"过期|到期|有效|\bexpires?\b|\bvalid\b|\bgood until\b")
_HAVING = re.compile(r"有|带了|带着|带上了|\b(?:have|got)\b")
# Whoever names the only thing that lacks, or says "the rest", speaks of all the others too.
_OTHERS = re.compile(
    r"[就只](?:缺|差|少|没)|只有.{1,8}没|(?:其[他它余]|别的|剩下|后面|除了).{0,10}有"
    r"|\bonly\b.*\b(?:missing|lack)|\b(?:missing|lack) only\b"
    r"|\b(?:the rest|everything else|all the others?)\b"
)
_NO_OTHERS = re.compile(r"(?:其[他它余]|别的|剩下|后面).{0,4}(?:没|不)")


def papers_spoken(
    text: str, names: Mapping[str, Sequence[str]], run_out: Sequence[str], today: date
) -> Mapping[str, str]:
    """Return how it stands with each paper (code) that was spoken of: a state, or its last day.

    Nothing when no paper lacks, has run out or runs out: then it is no such sentence.
    """
    good = _GOOD.sub("", narrow(text))
    clauses = [each for each in _CLAUSES.split(good) if each]
    found: dict[str, str] = {}
    for each in clauses:
        _add(found, _clause(each, names, run_out, today))
    if not found:
        return {}
    had = [each for each in clauses if _HAVING.search(each) and not _LACKING.search(each)]
    having = {code for each in had for code in papers_said(each, names)}
    if _OTHERS.search(good) and not _NO_OTHERS.search(good):
        having = set(names)
    return {code: found.get(code, Held.HAVE) for code in names if code in having or code in found}


def _add(found: dict[str, str], more: Mapping[str, str]) -> None:
    """Keep the first thing said of a paper; that it is not there gives way to a day."""
    for code, state in more.items():
        if found.get(code, Held.MISSING) == Held.MISSING:
            found[code] = state


def _clause(
    clause: str, names: Mapping[str, Sequence[str]], run_out: Sequence[str], today: date
) -> Mapping[str, str]:
    named = papers_said(clause, names)
    # Where only one of them can run out, it need not be named.
    dated = [code for code in named if code in run_out] or (run_out if len(run_out) == 1 else ())
    day = last_day_said(clause, today) if _DATED.search(clause) else None
    if day and today <= day:
        return dict.fromkeys(dated, f"{UNTIL}{day.isoformat()}")
    if _RUN_OUT.search(clause):
        return dict.fromkeys(dated, Held.EXPIRED)
    return dict.fromkeys(named, Held.MISSING) if _LACKING.search(clause) else {}


def written_of(states: Mapping[str, str]) -> str:
    """Return what was spoken of as one answer to keep: `spoken:photo=missing,card=expired`."""
    return SPOKEN + ",".join(f"{code}={state}" for code, state in states.items())


def states_of(written: str) -> Mapping[str, str]:
    """Return what such an answer says; nothing when it is none."""
    if not written.startswith(SPOKEN):
        return {}
    pairs = (each.partition("=") for each in written.removeprefix(SPOKEN).split(","))
    return {code: state for code, _, state in pairs if _is_state(state)}


def _is_state(state: str) -> bool:
    if not state.startswith(UNTIL):
        return state in set(Held)
    try:
        date.fromisoformat(state.removeprefix(UNTIL))
    except ValueError:
        return False
    return True
