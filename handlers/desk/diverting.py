"""Somebody in the middle of one thing writes about another: trouble always goes first."""

from bot.events import Typed
from bot.intent import Intent
from conversations.engine import Asking, Step
from conversations.service_choice import Matter
from handlers.desk.check_buttons import PRE_CHECK
from handlers.desk.guiding import intent_in
from handlers.desk.scene import Scene
from storage.talk import Talk


def is_something_else(scene: Scene, talk: Talk, asking: Asking, step: Step) -> bool:
    """Whether words typed while papers are checked are no answer but a matter of their own."""
    event = scene.happened.event
    if talk.script != PRE_CHECK or not isinstance(event, Typed):
        return False
    intent = intent_in(scene, event.text)
    if intent is Intent.REPORT:
        is_known = bool(scene.neighbourhood.guess(event.text).categories)
        return is_known and (step.refused is not None or _is_typed(asking, step, event))
    return step.refused is not None


def _is_typed(asking: Asking, step: Step, event: Typed) -> bool:
    """Whether the words were taken as the name of a matter, not as one of the buttons."""
    question = asking.question
    return isinstance(question, Matter) and step.answers.get(question.name) == event.text
