"""Somebody corrects the message that began a report after it was sent: words are added."""

from bot.cases import Actor, Move, rule_for
from handlers.desk.case_moves import Step, make_move, tell_about
from handlers.desk.own_cases import own_cases
from handlers.desk.scene import Scene
from storage.case import Case
from storage.talk import Answers, talk_by_id

# Kept beside the answers: the number of the message that began the report.
FIRST_MESSAGE = "first_message"


def began(answers: Answers, message_id: int) -> bool:
    """Whether this message began the report with these answers."""
    return answers.get(FIRST_MESSAGE) == str(message_id)


async def amend_case(scene: Scene, words: str) -> None:
    """Add new words to the case that the edited message led to; other edits change nothing."""
    case = await _case_begun_here(scene)
    if case is None or case.new.words == words:
        return
    if rule_for(Move.ANSWER, Actor.REPORTER, case.new.state) is None:
        await scene.say("case.too_late", {"number": case.new.number})
        return
    step = Step(Move.ANSWER, Actor.REPORTER, words=words)
    moved = await make_move(scene, case, step)
    if moved:
        await tell_about(scene, case, moved, step)
        await scene.react()


async def _case_begun_here(scene: Scene) -> Case | None:
    for case in await own_cases(scene):
        talk = await talk_by_id(scene.tx, case.new.talk_id) if case.new.talk_id else None
        if talk and began(talk.answers, scene.happened.message_id):
            return case
    return None
