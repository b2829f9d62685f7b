"""Hosting conversations: a step inside the turn, the answers kept, the next question shown, the command carried out."""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from bot.actions import Action, Answer, Change, Steer, Steering, Turn
from bot.case_numbers import typed_case_number
from bot.events import Edited, Event, SentFile, SentOther, SharedContact, SharedPlace, Typed
from bot.instants import MINUTE, after
from bot.telling import Placement, Say
from conversations.engine import (
    FILES,
    Asking,
    Finished,
    Standing,
    Step,
    Vocabulary,
    answer_with,
    change,
    replay,
    steer,
    take_event,
)
from conversations.registry import CONVERSATIONS
from conversations.report import ReportStart
from handlers.desk.asking import Notice, question_as_message
from handlers.desk.carrying_out import carry_out
from handlers.desk.files import keep_file, late_album_part, refused_file
from handlers.desk.looking_up import show_case_by_number, show_case_by_query
from handlers.desk.looks import fetch
from handlers.desk.scene import Scene
from handlers.desk.starting import start_of
from handlers.desk.vocabulary import vocabulary_of
from storage.due import Plan, schedule
from storage.press import PressResult
from storage.talk import (
    Answers,
    Beginning,
    Talk,
    add_album,
    begin_talk,
    open_talk,
    paused_talk,
    save_talk,
    set_talk_state,
    talk_by_id,
)

SEEN = PressResult("", "{}")
SETTLED = PressResult("talk.settled", "{}")
RECALL_AFTER = 10 * MINUTE
FIRST_MESSAGE = "first_message"


async def on_input(scene: Scene, event: Event) -> None:
    """Take what somebody typed, sent or shared: an answer, or the beginning of a report."""
    talk = await open_talk(scene.tx, scene.chat_id)
    if isinstance(event, SentFile) and await _file_settled(scene, talk, event):
        return
    if isinstance(event, Edited):
        await _edited(scene, talk, event)
    elif talk is None:
        await _without_talk(scene, event)
    else:
        await _input_in_talk(scene, talk, event)


async def begin_about(scene: Scene, script: str, subject: str) -> PressResult:
    """Start a conversation, or go on with the same one where it was left."""
    start = await start_of(scene, script, subject)
    if start is None:
        return PressResult("case.not_yours", "{}")
    written = json.dumps(asdict(start), ensure_ascii=False)
    talk = await open_talk(scene.tx, scene.chat_id)
    if talk and (talk.script, talk.start) == (script, written):
        await _show(scene, talk, None)
        return SEEN
    await _begin(scene, script, written, {})
    return SEEN


async def begin_report_at(scene: Scene, building: str) -> None:
    """Start a report at the building of a QR plate."""
    written = json.dumps(asdict(ReportStart(building)))
    await _begin(scene, "report", written, {})


async def cancel_talk(scene: Scene) -> None:
    """Stop what is unfinished."""
    talk = await open_talk(scene.tx, scene.chat_id)
    if talk is None:
        await scene.say("talk.nothing_to_cancel")
    else:
        await _cancel(scene, talk)


async def press_in_talk(scene: Scene, action: Action) -> PressResult:
    """Take a press as an answer, if the conversation still waits for it."""
    if not isinstance(action, Answer | Steer | Change | Turn):
        raise TypeError(f"{type(action).__name__} is no press in a conversation")
    talk = await talk_by_id(scene.tx, action.talk)
    if talk is None or talk.person_id != scene.person.id or talk.state in {"done", "cancelled"}:
        return SETTLED
    if talk.state == "paused":
        talk = await _resume(scene, talk)
    elif talk.version != action.version:
        await _show(scene, talk, None)
        return SETTLED
    elif isinstance(action, Steer) and action.steering is Steering.RESUME:
        await _show(scene, talk, None)
        return SEEN
    return await _press(scene, talk, action)


async def resume_report(scene: Scene, talk: Talk) -> None:
    """Show an unfinished conversation again."""
    await _show(scene, talk, Notice("talk.recalled"))


async def _press(scene: Scene, talk: Talk, action: Answer | Steer | Change | Turn) -> PressResult:
    standing = await _standing(scene, talk, talk.answers)
    if isinstance(standing, Finished):
        await _go_on(scene, talk, talk.answers, None)
        return SEEN
    match action:
        case Turn():
            saved = await save_talk(scene.tx, talk, talk.answers, action.page, scene.now)
            await _show(scene, saved, None)
            return SEEN
        case Change():
            step = Step(change(talk.answers, action.question))
        case Steer():
            step = steer(standing, talk.answers, action.steering)
        case Answer():
            if action.question != standing.question.name:
                await _show(scene, talk, None)
                return SETTLED
            step = answer_with(standing, talk.answers, action.value)
    return await _take(scene, talk, step)


async def _take(scene: Scene, talk: Talk, step: Step) -> PressResult:
    """Keep what a step led to; a refusal asks the same question again with the reason above it."""
    if step.steering is Steering.CANCEL:
        await _cancel(scene, talk)
        return SEEN
    notice = None
    if step.refused:
        notice = Notice(step.refused.key, step.refused.parameters)
    await _go_on(scene, talk, step.answers, notice)
    return SEEN


async def _go_on(scene: Scene, talk: Talk, answers: Answers, notice: Notice | None) -> None:
    """Store the answers, then ask the next question or carry the command out."""
    saved = await save_talk(scene.tx, talk, answers, 0, scene.now)
    standing = await _standing(scene, saved, answers)
    if isinstance(standing, Finished):
        await _finish(scene, saved, standing)
    else:
        await _ask(scene, saved, standing, notice)


async def _finish(scene: Scene, talk: Talk, finished: Finished[Any]) -> None:
    """Carry the command out; a refusal of the rules becomes a notice, and the script is asked again."""
    await set_talk_state(scene.tx, talk, "done", scene.now)
    said = await carry_out(scene, talk, finished.command)
    if said:
        await scene.tell(
            Say(
                f"talk:{talk.id}:done",
                talk.chat_id,
                said.key,
                said.parameters,
                subject=talk.subject,
                placement=_placement(scene),
            )
        )
    await _wake_paused(scene)


async def _cancel(scene: Scene, talk: Talk) -> None:
    await set_talk_state(scene.tx, talk, "cancelled", scene.now)
    await scene.tell(
        Say(
            f"talk:{talk.id}:cancelled",
            talk.chat_id,
            "talk.cancelled",
            {},
            subject=talk.subject,
            placement=_placement(scene),
        )
    )
    await _wake_paused(scene)


async def _wake_paused(scene: Scene) -> None:
    waiting = await paused_talk(scene.tx, scene.chat_id)
    if waiting:
        talk = await _resume(scene, waiting)
        below = replace(scene, callback_id="")
        await _show(below, talk, Notice("talk.recalled"))


async def _resume(scene: Scene, talk: Talk) -> Talk:
    current = await open_talk(scene.tx, scene.chat_id)
    if current:
        await set_talk_state(scene.tx, current, "paused", scene.now)
    await set_talk_state(scene.tx, talk, "open", scene.now)
    resumed = await talk_by_id(scene.tx, talk.id)
    assert resumed is not None  # noqa: S101 - it was changed one line above
    return resumed


async def _begin(scene: Scene, script: str, start: str, answers: Answers) -> Talk:
    current = await open_talk(scene.tx, scene.chat_id)
    if current:
        await set_talk_state(scene.tx, current, "paused", scene.now)
    beginning = Beginning(scene.person.id, scene.chat_id, script, start, answers)
    talk = await begin_talk(scene.tx, beginning, scene.now)
    if script == "report":
        recall_at = after(scene.now, RECALL_AFTER)
        await schedule(scene.tx, Plan("draft_recall", talk.subject, recall_at))
    below = replace(scene, callback_id="")
    await _go_on_from_start(below, talk, current is not None)
    return talk


async def _go_on_from_start(scene: Scene, talk: Talk, has_paused: bool) -> None:
    standing = await _standing(scene, talk, talk.answers)
    notice = Notice("talk.paused") if has_paused else None
    if isinstance(standing, Asking):
        await _ask(scene, talk, standing, notice)


async def _show(scene: Scene, talk: Talk, notice: Notice | None) -> None:
    standing = await _standing(scene, talk, talk.answers)
    if isinstance(standing, Asking):
        await _ask(scene, talk, standing, notice)


async def _ask(scene: Scene, talk: Talk, asking: Asking, notice: Notice | None) -> None:
    if asking.again and notice is None:
        notice = Notice("talk.again")
    await scene.tell(question_as_message(scene, talk, asking, notice))


async def _standing(scene: Scene, talk: Talk, answers: Answers) -> Standing:
    """Replay the script along its answers, fetching what it looks up."""
    conversation = CONVERSATIONS[talk.script]
    start = conversation.start(**_start_values(talk.start))
    script = conversation.script(start, scene.neighbourhood.community)
    steps = replay(script, answers)
    value: object = None
    try:
        while True:
            need = steps.send(value)
            value = await fetch(scene, answers, need.fact)
    except StopIteration as stop:
        standing: Standing = stop.value
        return standing


def _start_values(written: str) -> Mapping[str, Any]:
    values: dict[str, Any] = json.loads(written)
    return {
        name: tuple(value) if isinstance(value, list) else value for name, value in values.items()
    }


async def _without_talk(scene: Scene, event: Event) -> None:
    """Begin a report with what came; a number or a query code shows its case instead."""
    match event:
        case Typed(text) if typed_case_number(text):
            await show_case_by_number(scene, text)
        case Typed(text) if await show_case_by_query(scene, text):
            return
        case Typed(text) if text:
            first = {"words": text, FIRST_MESSAGE: str(scene.happened.message_id)}
            await _begin(scene, "report", json.dumps(asdict(ReportStart())), first)
        case SentFile(attachment, caption, album):
            files = keep_file({}, attachment)
            first = {"words": caption, FILES: files[FILES]}
            talk = await _begin(scene, "report", json.dumps(asdict(ReportStart())), first)
            if album:
                await add_album(scene.tx, talk, album)
        case SharedPlace(latitude, longitude) if latitude or longitude:
            first = {"place": f"p:{latitude:.6f},{longitude:.6f}"}
            await _begin(scene, "report", json.dumps(asdict(ReportStart())), first)
        case SharedPlace() | SharedContact() | SentOther():
            await scene.say("common.not_understood")


async def _input_in_talk(scene: Scene, talk: Talk, event: Event) -> None:
    answers, notice = talk.answers, None
    if isinstance(event, SentFile):
        answers = keep_file(answers, event.attachment)
        notice = Notice("files.one_more", {"files": len(json.loads(answers[FILES]))})
        if event.album:
            await add_album(scene.tx, talk, event.album)
    standing = await _standing(scene, talk, answers)
    if isinstance(standing, Finished):
        await _go_on(scene, talk, answers, None)
        return
    vocabulary: Vocabulary = vocabulary_of(scene)
    step = take_event(standing, answers, event, vocabulary)
    if isinstance(event, SentFile) and step.refused:
        step = Step(answers, None)
    if step.refused and notice is None:
        notice = Notice(step.refused.key, step.refused.parameters)
    if step.steering is Steering.CANCEL:
        await _cancel(scene, talk)
    else:
        await _go_on(scene, talk, step.answers, notice)


async def _file_settled(scene: Scene, talk: Talk | None, event: SentFile) -> bool:
    """Deal with a file that is no part of the conversation: too large, too many, or late."""
    if await refused_file(scene, talk, event):
        return True
    return bool(event.album) and await late_album_part(scene, event)


async def _edited(scene: Scene, talk: Talk | None, event: Edited) -> None:
    """Follow an edit of the message that began the draft; other edits change nothing."""
    began = talk and talk.answers.get(FIRST_MESSAGE) == str(scene.happened.message_id)
    if talk and began and event.text:
        await _go_on(scene, talk, {**talk.answers, "words": event.text}, None)


def _placement(scene: Scene) -> Placement:
    return Placement.IN_PLACE if scene.callback_id else Placement.BELOW
