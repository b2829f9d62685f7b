"""The words of an authorisation have a version: who changes them counts it up."""

import hashlib

import pytest

from bot.errands import AUTHORISATION_VERSION
from bot.telling import Parameter
from messages.catalogue import LANGUAGES
from tests.messages.samples import catalogue, sentences
from tests.messages.samples_of_errands import TERMS

KEY = "errand.authorisation"
# Of the sentences of each version. A new version is a new line; old ones stay.
WORDS = {1: "d617bdfb06fd8b94", 2: "327d012675004827"}


def test_changed_words_are_a_new_version() -> None:
    text = "".join(sentences(language)[KEY] for language in LANGUAGES)
    found = hashlib.sha256(text.encode()).hexdigest()[:16]
    assert WORDS.get(AUTHORISATION_VERSION) == found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_version_stands_in_the_words(language: str) -> None:
    first = catalogue().label(KEY, TERMS, language, "jiangwan").splitlines()[0]
    assert str(AUTHORISATION_VERSION) in first


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_who_lets_whom_do_what_with_which_papers_until_when(language: str) -> None:
    """Each of these changes the words: nothing that was agreed to can be left out."""
    whole = catalogue().label(KEY, TERMS, language, "jiangwan")
    others: tuple[tuple[str, Parameter], ...] = (
        ("name", "易大伯"),
        ("for_whom", ""),
        ("basis", "guardian"),
        ("runner", "worker_3"),
        ("service", {"zh-CN": "高龄津贴", "en": "Old-age allowance"}),
        ("papers", []),
        ("until", "2026-12-31"),
    )
    for part, other in others:
        changed = catalogue().label(KEY, {**TERMS, part: other}, language, "jiangwan")
        assert changed != whole, part
