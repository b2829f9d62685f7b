"""Whether somebody whose papers are under way asks for them: 「身份证什么时候还我」."""

from collections.abc import Iterable

from bot.plain_text import narrow

# Who tells a story in many words tells of something else.
LONGEST = 40
# What people call a paper, and what stands on it.
_CALLED = {"户口本": "户口簿", "户口薄": "户口簿"}


def wants_to_stop(text: str, stopping: Iterable[str]) -> bool:
    """Whether few words say that nobody need go any more, or that no paper may be used."""
    said = narrow(text)
    return len(said) <= LONGEST and any(map(said.__contains__, map(narrow, stopping)))


def asks_for_papers(text: str, names: Iterable[str], asking: Iterable[str]) -> bool:
    """Whether words name something that is under way (`names`) and ask where it is (`asking`)."""
    said = _written(text)
    if len(said) > LONGEST:
        return False
    return any(map(said.__contains__, map(_written, names))) and any(
        map(said.__contains__, map(narrow, asking))
    )


def _written(text: str) -> str:
    """Return a narrow text in which papers are called as they are written."""
    said = narrow(text)
    for called, written in _CALLED.items():
        said = said.replace(called, written)
    return said
