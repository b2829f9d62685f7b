"""Hosting conversations: what people type, send and press is an answer or begins a report."""

from bot.actions import Action, Answer, Change, Steer, Steering, Turn
from bot.case_numbers import typed_case_number
from bot.events import Edited, Event, SentFile, SentOther, SharedContact, SharedPlace, Typed
from conversations.engine import (
    Asking,
    Finished,
    Step,
    answer_with,
    change,
    steer,
    take_event,
)
from conversations.service_choice import MATTER
from handlers.desk.amending import amend_case, began
from handlers.desk.answering import answered_worker
from handlers.desk.asking import Notice
from handlers.desk.beginning import (
    SEEN,
    begin_report,
    begin_saying,
    begin_with_file,
)
from handlers.desk.besides import Besides, take_besides
from handlers.desk.check_buttons import PRE_CHECK
from handlers.desk.diverting import asked_whose, is_case_number, is_something_else
from handlers.desk.errand_views import showed_errand_asked_for
from handlers.desk.files import files_kept, keep_file, late_album_part, refused_file
from handlers.desk.inquiries import answered_from_guide, service_called
from handlers.desk.looking_up import show_case_by_number, show_case_by_query
from handlers.desk.photo_told import PAPER_PHOTO
from handlers.desk.photos_beside import (
    left_out_alone,
    left_out_paper,
    took_another_way,
    took_photo_beside,
)
from handlers.desk.private_beside import file_beside, take_private, words_beside
from handlers.desk.private_words import PRIVATE_WORDS, answered_helper, ask_whose
from handlers.desk.said_alone import SAID_ALONE, is_nod, said_alone
from handlers.desk.scene import Scene
from handlers.desk.shared_places import answers_at
from handlers.desk.staff_words import begin_staff_words
from handlers.desk.talk_steps import (
    REPORT,
    cancel,
    go_on,
    resume,
    show_question,
    standing_of,
    take,
    take_up,
)
from handlers.desk.vocabulary import plain, steering_words, vocabulary_of
from storage.press import PressResult
from storage.talk import (
    OVER,
    Answers,
    Talk,
    add_album,
    open_talk,
    paused_talk,
    save_talk,
    talk_by_id,
)

SETTLED = PressResult("talk.settled", "{}")
# Where files are not simply kept, it is said what becomes of them.
SAID_OF_FILES = {PRE_CHECK: "pre_check.photo_waits", PAPER_PHOTO: "paper_photo.one_more"}


async def on_input(scene: Scene, event: Event) -> None:
    """Take what somebody typed, sent or shared: an answer, or the beginning of a report."""
    talk = await open_talk(scene.tx, scene.chat_id)
    match event:
        case Edited():
            await _edited(scene, talk, event)
        case SentFile():
            await _file(scene, talk, event)
        case Typed(text) if await show_case_by_query(scene, text):
            return
        case _ if talk is None:
            await _without_talk(scene, event)
        case _:
            await _input_in_talk(scene, talk, event)


async def cancel_talk(scene: Scene) -> None:
    """Stop what is unfinished."""
    talk = await open_talk(scene.tx, scene.chat_id)
    if talk is None:
        await scene.say("talk.nothing_to_cancel")
    else:
        await cancel(scene, talk)


async def recall_report(scene: Scene, talk: Talk) -> None:
    """Show an unfinished report again, and take it up if it waits behind something else."""
    if talk.state == "paused":
        talk = await resume(scene, talk)
    await show_question(scene, talk, Notice("talk.recalled"))


async def press_in_talk(scene: Scene, action: Action) -> PressResult:
    """Take a press as an answer, if the conversation still waits for it."""
    if not isinstance(action, Answer | Steer | Change | Turn):
        raise TypeError(f"{type(action).__name__} is no press in a conversation")
    talk = await talk_by_id(scene.tx, action.talk)
    if talk is None or talk.person_id != scene.person.id or talk.state in OVER:
        return SETTLED
    if talk.state == "paused":
        talk = await resume(scene, talk)
    elif talk.version != action.version:
        await show_question(scene, talk, None)
        return SETTLED
    elif isinstance(action, Steer) and action.steering is Steering.RESUME:
        await show_question(scene, talk, None)
        return SEEN
    return await _press(scene, talk, action)


async def _press(scene: Scene, talk: Talk, action: Answer | Steer | Change | Turn) -> PressResult:
    standing = await standing_of(scene, talk, talk.answers)
    if isinstance(standing, Finished):
        await go_on(scene, talk, talk.answers, None)
        return SEEN
    if isinstance(action, Turn):
        saved = await save_talk(scene.tx, talk, talk.answers, action.page, scene.now)
        await show_question(scene, saved, None)
        return SEEN
    step = _step_of(standing, talk, action)
    if step is None:
        await show_question(scene, talk, None)
        return SETTLED
    await take_private(scene, talk, step)
    return SEEN


def _step_of(standing: Asking, talk: Talk, action: Answer | Steer | Change) -> Step | None:
    """Return what a press leads to; None when its question is not the one that is asked now."""
    match action:
        case Change():
            return Step(change(talk.answers, action.question))
        case Steer():
            return steer(standing, talk.answers, action.steering)
        case Answer() if action.question == standing.question.name:
            return answer_with(standing, talk.answers, action.value)
        case _:
            return None


async def _without_talk(scene: Scene, event: Event) -> None:
    """Begin a report with what came, unless it says plainly that it is none."""
    match event:
        case Typed(text) if text:
            await _words_without_talk(scene, text)
        case SharedPlace():
            answers = answers_at(event, {})
            if answers is None:
                await scene.say("talk.not_taken.nowhere")
            else:
                await begin_report(scene, answers)
        case Typed() | SharedContact() | SentOther():
            await scene.say("common.not_understood")


async def _words_without_talk(scene: Scene, text: str) -> None:
    alone = said_alone(scene, text)
    if typed_case_number(text):
        await show_case_by_number(scene, text)
    elif plain(text) in steering_words(scene.words):
        await _steer_what_waits(scene, text)
    elif alone:
        await SAID_ALONE[alone](scene)
    elif await answered_helper(scene, Typed(text)) or await answered_worker(scene, Typed(text)):
        pass  # the words have gone to whoever had asked
    elif is_nod(scene, text):
        await scene.say("common.nothing_asked")
    elif await _begin_aside(scene, text, {}) is None:
        await begin_saying(scene, text)


async def _steer_what_waits(scene: Scene, text: str) -> None:
    """Go on with what waits when somebody says so; else there is nothing to steer."""
    waiting = await paused_talk(scene.tx, scene.chat_id)
    if waiting and steering_words(scene.words)[plain(text)] is Steering.RESUME:
        await take_up(scene, await resume(scene, waiting))
    else:
        await scene.say("talk.nothing_to_cancel")


async def _begin_aside(scene: Scene, words: str, files: Answers) -> Talk | None:
    """Ask what is meant by words that may be confidential, or about a case in hand."""
    asked = await ask_whose(scene, words, files)
    return asked or await begin_staff_words(scene, words, files)


async def _input_in_talk(scene: Scene, talk: Talk, event: Event) -> None:
    standing = await standing_of(scene, talk, talk.answers)
    if isinstance(standing, Finished):
        await go_on(scene, talk, talk.answers, None)
        return
    step = take_event(standing, talk.answers, event, vocabulary_of(scene))
    if isinstance(event, Typed) and await _is_aside(scene, talk, Besides(standing, step, event)):
        pass  # it is no answer, and has been seen to
    elif step.refused and talk.script == PRIVATE_WORDS and isinstance(event, Typed):
        await words_beside(scene, talk, event.text)
    elif step.refused and await _only_asked(scene, standing, event):
        pass  # the question stays where it is
    elif step.refused and talk.script == REPORT:
        await take_besides(scene, talk, Besides(standing, step, event))
    else:
        await take_private(scene, talk, step)


async def _is_aside(scene: Scene, talk: Talk, typed: Besides) -> bool:
    """See to words that are no answer: a case number, a matter of their own, what is confided."""
    standing, step, event = typed.standing, typed.step, typed.event
    if not isinstance(event, Typed):
        return False
    if is_case_number(standing, step, event):
        await show_case_by_number(scene, event.text)
        return True
    if is_something_else(scene, talk, standing, step):
        if await ask_whose(scene, event.text, {}) is None:
            await begin_saying(scene, event.text)
        return True
    return await asked_whose(scene, talk, standing, step)


async def _only_asked(scene: Scene, standing: Asking, event: Event) -> bool:
    """Answer a question put in the middle; without a name it is about the matter at hand."""
    if not isinstance(event, Typed):
        return False
    at_hand = service_called(scene, standing.question.parameters.get("service"))
    is_shown = await showed_errand_asked_for(scene, event.text)
    return is_shown or await answered_from_guide(scene, event.text, at_hand)


async def _file(scene: Scene, talk: Talk | None, event: SentFile) -> None:
    """Keep a file; one that cannot be kept is refused, but what was written below it counts."""
    if await refused_file(scene, talk, event):
        if event.caption:
            await on_input(scene, Typed(event.caption))
    elif event.album and await late_album_part(scene, event):
        return
    elif talk is not None:
        await _remember_album(scene, talk, event)
        await _file_in_talk(scene, talk, event)
    elif not (await answered_helper(scene, event) or await answered_worker(scene, event)):
        files = keep_file({}, event.attachment)
        begun = await _begin_aside(scene, event.caption, files)
        if begun is None and await left_out_alone(scene, event.caption, files):
            return
        talk = begun or await begin_with_file(scene, event.caption, files)
        await _remember_album(scene, talk, event)


async def _file_in_talk(scene: Scene, talk: Talk, event: SentFile) -> None:
    """Keep a file beside the answers, whatever is asked; where files are asked for it is one."""
    answers = keep_file(talk.answers, event.attachment)
    standing = await standing_of(scene, talk, answers)
    if isinstance(standing, Finished):
        await go_on(scene, talk, answers, None)
        return
    if await took_another_way(scene, talk, event) or await left_out_paper(
        scene, talk, standing, event
    ):
        return
    if standing.question.takes_files:
        await take(scene, talk, take_event(standing, talk.answers, event, vocabulary_of(scene)))
        return
    if talk.script == PRE_CHECK and standing.question.name.partition(".")[0] != MATTER:
        await show_question(scene, talk, Notice("pre_check.photo_later"))
        return
    if talk.script == PRIVATE_WORDS:
        await file_beside(scene, talk, event)
        return
    if await took_photo_beside(scene, talk, standing, event):
        return
    said = SAID_OF_FILES.get(talk.script, "files.one_more")
    notice = Notice(said, {"files": len(files_kept(answers))})
    # Where it is asked which paper it is, the words below a photo say so.
    said_so = Typed(event.caption) if talk.script == PAPER_PHOTO and event.caption else event
    step = take_event(standing, answers, said_so, vocabulary_of(scene))
    await take(scene, talk, Step(answers) if step.refused else step, notice)


async def _remember_album(scene: Scene, talk: Talk, event: SentFile) -> None:
    if event.album:
        await add_album(scene.tx, talk, event.album)


async def _edited(scene: Scene, talk: Talk | None, event: Edited) -> None:
    """Follow an edit of the message that began a report: in the draft, or as more words after."""
    if talk and event.text and began(talk.answers, scene.happened.message_id):
        await go_on(scene, talk, {**talk.answers, "words": event.text}, None)
    elif event.text:
        await amend_case(scene, event.text)
