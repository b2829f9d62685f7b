"""What comes while a report asks for something else: a place or more words are kept as well."""

from dataclasses import dataclass

from bot.events import Event, SharedPlace, Typed
from conversations.engine import Answers, Asking, Standing, Step
from conversations.more_words import with_more_words
from conversations.questions import refusal_of
from handlers.desk.answering import answered_worker
from handlers.desk.asking import Notice
from handlers.desk.said_alone import is_nod, said_alone
from handlers.desk.scene import Scene
from handlers.desk.shared_places import answers_at
from handlers.desk.talk_steps import go_on, show_question, standing_of, take
from storage.talk import Talk

UNKNOWN_WORDS = refusal_of(Typed(""))


@dataclass(frozen=True, slots=True)
class Besides:
    """What came while a report asked for something else."""

    standing: Asking
    step: Step
    event: Event

    @property
    def name(self) -> str:
        """What was asked for."""
        return self.standing.question.name


async def take_besides(scene: Scene, talk: Talk, besides: Besides) -> None:
    """Keep a place or more words, whatever is asked; anything else is refused."""
    match besides.event:
        case SharedPlace() as event:
            await _place_in_talk(scene, talk, event)
        case Typed() as event if besides.name == "about" and await answered_worker(scene, event):
            pass  # a worker has asked meanwhile: that is what the words answer
        case Typed(text) if more := _more(scene, talk, besides, text):
            await go_on(scene, talk, more, Notice("report.more_words"))
        case _:
            await take(scene, talk, besides.step)


def _more(scene: Scene, talk: Talk, besides: Besides, text: str) -> Answers | None:
    """Return the answers with the words added; None for a nod, and for a word that steers."""
    is_unknown = besides.step.refused == UNKNOWN_WORDS
    if not is_unknown or is_nod(scene, text) or said_alone(scene, text):
        return None
    return with_more_words(besides.standing, talk.answers, text)


async def _place_in_talk(scene: Scene, talk: Talk, event: SharedPlace) -> None:
    """Keep a place that came while something else was asked; its turn comes."""
    answers = answers_at(event, talk.answers)
    if answers is None:
        await show_question(scene, talk, Notice("talk.not_taken.nowhere"))
        return
    before = _asked(await standing_of(scene, talk, talk.answers))
    # Where words are asked for, the question itself says that the place has arrived.
    is_for_later = before == _asked(await standing_of(scene, talk, answers)) and before != "words"
    notice = Notice("talk.not_taken.place") if is_for_later else None
    await go_on(scene, talk, answers, notice)


def _asked(standing: Standing) -> str:
    return standing.question.name if isinstance(standing, Asking) else ""
