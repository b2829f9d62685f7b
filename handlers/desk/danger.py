"""Danger that somebody writes of in the middle of something else: all else waits."""

from bot.classify import Guess
from bot.community import Urgency
from bot.events import Event, SentFile, Typed
from bot.violence import tells_of_violence
from conversations.engine import Asking
from conversations.typed_words import is_option
from handlers.desk.drafts import WARNING
from handlers.desk.own_cases import own_cases
from handlers.desk.scene import Scene
from handlers.desk.talk_steps import REPORT, standing_of
from handlers.desk.talking import on_input
from handlers.desk.vocabulary import vocabulary_of
from storage.talk import Talk, open_talk, set_talk_state

# What residents write into; staff write about dangers all day.
PRIVATE = ("mediation", "legal_aid", "matter_reply", "private_words")
# There the words stay with whoever helps, and only the numbers come first.
CONFIDED = frozenset({"mediation", "legal_aid", "matter_reply"})
# There people write about a case that is open, perhaps about this very danger.
OF_A_CASE = frozenset({"add_files", "answer_worker", "withdraw"})
OF_THE_CENTRE = ("pre_check", "inquiry", "going_day", "appointment", "cancel_appointment")
BESIDE_IT = ("ticket", "leave_queue", "paper_photo", "offer", "errand")
HEARD_IN = frozenset({REPORT, *OF_A_CASE, *OF_THE_CENTRE, *BESIDE_IT, *PRIVATE})
BEGINNING = ("words", WARNING)


async def heard_danger(scene: Scene, event: Event) -> bool:
    """Begin a report when words meant as an answer tell of a danger nobody was warned of yet.

    What is confided stays confided: then only the numbers are said, and it goes on.
    """
    words = _words(event)
    if tells_of_violence(words) and await _is_confided(scene):
        await scene.say("private_matter.danger")
        return False
    guess = scene.neighbourhood.guess(words)
    if not (words and _is_danger(scene, guess)):
        return False
    talk = await open_talk(scene.tx, scene.chat_id)
    if talk is None or talk.script not in HEARD_IN or await _is_known(scene, talk, guess, words):
        return False
    await set_talk_state(scene.tx, talk, "paused", scene.now)
    await on_input(scene, event)
    return True


async def _is_confided(scene: Scene) -> bool:
    """Whether what is written now is for a mediator or a legal adviser alone."""
    talk = await open_talk(scene.tx, scene.chat_id)
    return talk is not None and talk.script in CONFIDED


async def _is_known(scene: Scene, talk: Talk, guess: Guess, words: str) -> bool:
    """Whether the person was warned, is about to be, or writes about the case in question."""
    if any(name.startswith(WARNING) for name in talk.answers):
        return True
    if talk.script in OF_A_CASE:
        reported = {case.new.category for case in await own_cases(scene)}
        return guess.categories[0] in reported
    standing = await standing_of(scene, talk, talk.answers)
    if not isinstance(standing, Asking):
        return True
    if talk.script == REPORT and standing.question.name.startswith(BEGINNING):
        return True
    return is_option(standing.question, words, vocabulary_of(scene).labels)


def _words(event: Event) -> str:
    if isinstance(event, Typed):
        return event.text
    return event.caption if isinstance(event, SentFile) else ""


def _is_danger(scene: Scene, guess: Guess) -> bool:
    if not (guess.is_sure and guess.categories):
        return False
    category = scene.neighbourhood.community.categories[guess.categories[0]]
    is_emergency = category.urgency is Urgency.EMERGENCY or category.code in guess.alarms
    return category.danger or is_emergency
