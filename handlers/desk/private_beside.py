"""What comes while it is asked whom words are for: it is kept with them, or plainly is another."""

from dataclasses import replace

from bot.case_numbers import typed_case_number
from bot.events import SentFile, Typed
from conversations.engine import Asking, Step, take_event
from handlers.desk.beginning import begin_report, begin_saying, begin_with_file
from handlers.desk.besides import Besides, take_besides
from handlers.desk.files import files_of, keep_file
from handlers.desk.looking_up import show_case_by_number
from handlers.desk.private_words import is_news, take_more_private_words, words_for_nobody
from handlers.desk.said_alone import SAID_ALONE, is_nod, said_alone
from handlers.desk.scene import Scene
from handlers.desk.talk_steps import give_way, resume, show_question, standing_of, take
from handlers.desk.vocabulary import vocabulary_of
from storage.talk import Talk, add_album, talk_by_id


async def take_private(scene: Scene, talk: Talk, step: Step) -> None:
    """Keep whom words are for, or begin what they are instead: it may be a mere question."""
    said = words_for_nobody(step, talk)
    if said is None:
        await take(scene, talk, step)
        return
    words = said.words

    async def begin_it() -> None:
        below, files = replace(scene, callback_id=""), files_of(talk.answers)
        if words and not files and await _went_into_report(below, said.beside, words):
            return
        if files and words:
            await begin_with_file(below, words, files)
        elif files:
            await begin_report(below, files)  # what the photo is about is asked
        else:
            await begin_saying(below, words)

    await give_way(scene, talk, begin_it)


async def _went_into_report(scene: Scene, beside: int, words: str) -> bool:
    """Give words to the report that they were written into; False when it waits no more."""
    waiting = await talk_by_id(scene.tx, beside) if beside else None
    if waiting is None or waiting.state != "paused":
        return False
    report = await resume(scene, waiting)
    standing = await standing_of(scene, report, report.answers)
    if not isinstance(standing, Asking):
        return False
    event = Typed(words)
    step = take_event(standing, report.answers, event, vocabulary_of(scene))
    if step.refused:
        await take_besides(scene, report, Besides(standing, step, event))
    else:
        await take(scene, report, step)
    return True


async def words_beside(scene: Scene, talk: Talk, text: str) -> None:
    """Do what is plainly meant, and keep all else with the words that wait."""
    alone = said_alone(scene, text)
    if is_nod(scene, text):
        await show_question(scene, talk, None)
    elif typed_case_number(text):
        await show_case_by_number(scene, text)
    elif alone:
        await SAID_ALONE[alone](scene)
    elif is_news(scene, text):
        await begin_saying(scene, text)
    else:
        await take_more_private_words(scene, talk, text, files_of(talk.answers))


async def file_beside(scene: Scene, talk: Talk, event: SentFile) -> None:
    """Keep a photo and the words below it with those that wait, unless it plainly is news."""
    if event.caption and is_news(scene, event.caption):
        begun = await begin_with_file(scene, event.caption, keep_file({}, event.attachment))
    else:
        kept = files_of(keep_file(talk.answers, event.attachment))
        begun = await take_more_private_words(scene, talk, event.caption, kept)
    if event.album:
        await add_album(scene.tx, begun, event.album)
