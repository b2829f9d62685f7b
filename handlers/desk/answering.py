"""Somebody who was asked something just writes the answer, without pressing any button first."""

from bot.cases import CaseState
from bot.events import Event, SentFile, Typed
from handlers.desk.files import keep_file
from handlers.desk.own_cases import own_cases
from handlers.desk.scene import Scene
from handlers.desk.starting import start_of
from handlers.desk.talk_steps import begin, go_on
from storage.case import Case
from storage.talk import Answers, add_album, give_albums_to_case

ANSWER = "answer_worker"


async def answered_worker(scene: Scene, event: Event) -> bool:
    """Give words or a photo to the worker who asked; False when nobody did, or it is news."""
    answers = _answers(event)
    case = await _case_that_waits(scene) if answers is not None else None
    if answers is None or case is None or _is_news(scene, answers.get("words", "")):
        return False
    start = await start_of(scene, ANSWER, str(case.id))
    if start is None:
        return False
    talk = await begin(scene, ANSWER, start, {})
    if isinstance(event, SentFile) and event.album:
        await add_album(scene.tx, talk, event.album)
        await give_albums_to_case(scene.tx, talk, case.id)
    await go_on(scene, talk, answers, None)
    return True


def _answers(event: Event) -> Answers | None:
    match event:
        case Typed(text) if text:
            return {"words": text}
        case SentFile(attachment, caption, _):
            return {**keep_file({}, attachment), "words": caption}
        case _:
            return None


async def _case_that_waits(scene: Scene) -> Case | None:
    for case in await own_cases(scene):
        if case.new.state is CaseState.WAITING_RESIDENT:
            return case
    return None


def _is_news(scene: Scene, words: str) -> bool:
    """Whether the words surely name a matter: then they are a report of their own."""
    return scene.neighbourhood.guess(words).is_sure
