"""What typed words mean in every language: labels of buttons, and words that steer."""

from collections.abc import Mapping
from functools import cache

from bot.actions import Steering
from conversations.questions import Option
from conversations.typed_words import Vocabulary
from handlers.desk.scene import Scene, Words

STEERING = (Steering.BACK, Steering.SKIP, Steering.CANCEL, Steering.RESUME)


def vocabulary_of(scene: Scene) -> Vocabulary:
    """Return the vocabulary in which this person may type instead of pressing."""
    community = scene.neighbourhood.community.code
    words = scene.words

    def labels(option: Option) -> tuple[str, ...]:
        return tuple(
            words.label(option.label, option.parameters or {}, language, community)
            for language in words.languages
        )

    return Vocabulary(labels, steering_words(words))


@cache
def steering_words(words: Words) -> Mapping[str, Steering]:
    """Return the words that steer a conversation, in every language."""
    found: dict[str, Steering] = {}
    for language in words.languages:
        for steering in STEERING:
            typed = words.label(f"talk.typed.{steering}", {}, language, "")
            found.update({word.strip(): steering for word in typed.split(",")})
    return found


@cache
def typed_words(words: Words, kind: str) -> frozenset[str]:
    """Return the words of one kind that people type, such as greetings, in every language."""
    lists = [words.label(f"talk.typed.{kind}", {}, each, "") for each in words.languages]
    return frozenset(word.strip() for each in lists for word in each.split(","))


@cache
def inquiring_words(words: Words, kind: str) -> tuple[str, ...]:
    """Return how people ask for something of one kind, in every language."""
    lists = [words.label(f"inquiry.typed.{kind}", {}, each, "") for each in words.languages]
    return tuple(word.strip() for each in lists for word in each.split(","))


@cache
def asking_words(words: Words, kind: str) -> tuple[str, ...]:
    """Return the words about an errand of one kind, in every language."""
    return listed_words(words, f"errand.typed.{kind}")


def listed_words(words: Words, key: str) -> tuple[str, ...]:
    """Return the words of a list that is written with commas, in every language."""
    lists = [words.label(key, {}, each, "") for each in words.languages]
    return tuple(word.strip() for each in lists for word in each.split(","))


def plain(text: str) -> str:
    """Return typed words without what people put around them."""
    return text.strip(" \n.!?~，。！？～").lower()
