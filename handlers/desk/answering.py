"""Somebody who was asked something just writes the answer, without pressing any button first."""

from bot.cases import CaseState
from bot.events import Event, SentFile, Typed
from handlers.desk.files import keep_file
from handlers.desk.offer_moves import cards_to_agree_to, press_on_request
from handlers.desk.own_cases import own_cases
from handlers.desk.scene import Scene
from handlers.desk.starting import start_of
from handlers.desk.talk_steps import begin, go_on
from handlers.desk.vocabulary import plain, typed_words
from storage.case import Case
from storage.talk import Answers, add_album, give_albums_to_case

ANSWER = "answer_worker"


async def answered_worker(scene: Scene, event: Event) -> bool:
    """Give what came to whoever asked or proposed a time; False when nobody did, or it is news."""
    answers = _answers(event)
    case = await _case_that_waits(scene) if answers is not None else None
    if answers is None or case is None:
        return isinstance(event, Typed) and await _agreed(scene, event.text)
    if _is_news(scene, answers.get("words", "")):
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


async def _agreed(scene: Scene, words: str) -> bool:
    """Take a typed yes as the one button that means yes, when exactly one such card is open."""
    if plain(words) not in typed_words(scene.words, "agree"):
        return False
    cards = await cards_to_agree_to(scene)
    if len(cards) != 1:
        return False
    result = await press_on_request(scene, cards[0])
    await scene.say(result.key)
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
