"""A question as a message: its words, its buttons, the way back, and how far one is."""

from dataclasses import dataclass

from bot.actions import Answer, Change, Show, Steer, Steering, Turn
from bot.telling import Button, Keyboard, Parameters, Placement, Say
from conversations.engine import Asking, can_go_back
from conversations.questions import SKIPPED, Option, Question
from conversations.registry import CONVERSATIONS
from handlers.desk.scene import Scene
from storage.talk import Talk

PAGE = 24
GUESSED = "category"


@dataclass(frozen=True, slots=True)
class Notice:
    """One line above the question: why an input was no answer, or what was kept."""

    key: str
    parameters: Parameters | None = None


def question_as_message(scene: Scene, talk: Talk, asking: Asking, notice: Notice | None) -> Say:
    """Return the message that asks."""
    question = asking.question
    stages = CONVERSATIONS[talk.script].stages
    step = stages.index(question.stage) + 1 if question.stage in stages else 0
    return Say(
        once=f"talk:{talk.id}:{talk.version}:{scene.happened.inbox}",
        chat_id=talk.chat_id,
        key="talk.frame",
        parameters={
            "notice": notice.key if notice else "",
            "notice_parameters": dict((notice and notice.parameters) or {}),
            "question": question.key,
            "parameters": dict(question.parameters),
            "step": step,
            "steps": len(stages),
            "question_of_step": _question_of_step(talk, asking),
            "guessed": "" if question.stands_alone else _guessed(talk, asking),
        },
        keyboard=(
            *_choices(talk, question),
            *_sharing(question),
            *_changes(talk, asking),
            *_steering(talk, asking),
        ),
        subject=talk.subject,
        placement=Placement.IN_PLACE if scene.callback_id else Placement.BELOW,
    )


def _question_of_step(talk: Talk, asking: Asking) -> int:
    """Count the questions of the present step, this one included; what held unasked is none."""
    stage = asking.question.stage
    return 1 + sum(each.stage == stage and each.name in talk.answers for each in asking.path)


def _choices(talk: Talk, question: Question[object]) -> Keyboard:
    options = list(question.options)
    first = talk.page * PAGE
    shown = options[first : first + PAGE]
    buttons = [_choice(talk, question, option) for option in shown]
    columns = question.columns
    rows = [tuple(buttons[i : i + columns]) for i in range(0, len(buttons), columns)]
    if len(options) > PAGE:
        rows.append(_pages(talk, len(options)))
    return tuple(rows)


def _choice(talk: Talk, question: Question[object], option: Option) -> Button:
    action = Answer(talk.id, talk.version, question.name, option.value)
    return Button(option.label, action, option.parameters)


def _pages(talk: Talk, number: int) -> tuple[Button, ...]:
    turns = []
    if talk.page > 0:
        action = Turn(talk.id, talk.version, talk.page - 1)
        turns.append(Button("talk.button.previous_page", action))
    if (talk.page + 1) * PAGE < number:
        action = Turn(talk.id, talk.version, talk.page + 1)
        turns.append(Button("talk.button.next_page", action))
    return tuple(turns)


def _sharing(question: Question[object]) -> Keyboard:
    """Offer to share the place: only a large button below the chat can do that."""
    if not question.asks_for_place:
        return ()
    return ((Button("keyboard.offer_place", Show("share_place")),),)


def _changes(talk: Talk, asking: Asking) -> Keyboard:
    """Offer to change what was understood: everything from the summary, a guess at once."""
    buttons = [
        Button(option.label, Change(talk.id, talk.version, option.value), option.parameters)
        for option in asking.question.changeable
    ]
    if not buttons and _guessed(talk, asking):
        action = Change(talk.id, talk.version, GUESSED)
        buttons = [Button("report.button.not_this", action)]
    return tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))


def _steering(talk: Talk, asking: Asking) -> Keyboard:
    question = asking.question
    offers_skip = any(option.value == SKIPPED for option in question.options)
    row = []
    if can_go_back(asking, talk.answers):
        row.append(_steer(talk, Steering.BACK))
    if question.is_optional and not offers_skip:
        row.append(_steer(talk, Steering.SKIP))
    if not question.has_way_out:
        row.append(_steer(talk, Steering.CANCEL))
    return (tuple(row),) if row else ()


def _steer(talk: Talk, steering: Steering) -> Button:
    return Button(f"talk.button.{steering}", Steer(talk.id, talk.version, steering))


def _guessed(talk: Talk, asking: Asking) -> str:
    """Return the category that was guessed and that nobody has confirmed or seen in full yet."""
    for question in asking.path:
        is_guess = bool(question.default) and not question.is_aside
        if question.name == GUESSED and GUESSED not in talk.answers and is_guess:
            return "" if asking.question.changeable else str(question.default)
    return ""
