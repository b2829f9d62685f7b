"""The steps of a conversation: where it stands, the next question, its end."""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict, replace
from typing import Any

from bot.actions import Steering
from bot.commands import GoOnWith, ReportInstead
from bot.instants import MINUTE, after
from bot.telling import Placement, Say
from conversations.engine import Asking, Finished, Standing, Step, Walk
from conversations.registry import CONVERSATIONS
from conversations.report import ReportStart
from conversations.starts import CaseStart
from handlers.desk.asking import Notice, question_as_message
from handlers.desk.carrying_out import carry_out
from handlers.desk.drafts import end_draft, tell_of_danger
from handlers.desk.files import files_of
from handlers.desk.looks import fetch
from handlers.desk.said import Said
from handlers.desk.scene import Scene
from handlers.desk.starting import Start, start_of
from handlers.desk.tasks import CANCELLED
from storage.due import Plan, schedule
from storage.talk import (
    Answers,
    Beginning,
    Talk,
    begin_talk,
    forget_answers,
    forget_what_was_said,
    open_talk,
    paused_talk,
    save_talk,
    set_talk_state,
    talk_by_id,
)

RECALL_AFTER = 10 * MINUTE
REPORT = "report"
# Beside the answers: how many there were when it was asked whether to go on.
RECALLED = "recalled"
# What they led to keeps what may be kept: a photo waits in the answers before it is agreed to.
EMPTIED = frozenset({"paper_photo"})


async def begin(scene: Scene, script: str, start: Start, answers: Answers) -> Talk:
    """Begin a conversation; one that is open waits until this one is over."""
    current = await open_talk(scene.tx, scene.chat_id)
    is_kept = current is not None and _is_kept(current) and not _is_anew(current, script)
    if current:
        await set_talk_state(scene.tx, current, "paused" if is_kept else "cancelled", scene.now)
        if not is_kept:
            await _forget(scene, current)
    beginning = Beginning(scene.person.id, scene.chat_id, script, written(start), answers)
    talk = await begin_talk(scene.tx, beginning, scene.now)
    if script == REPORT:
        recall_at = after(scene.now, RECALL_AFTER)
        await schedule(scene.tx, Plan("draft_recall", talk.subject, recall_at))
    below = replace(scene, callback_id="")
    standing = await standing_of(below, talk, answers)
    if isinstance(standing, Finished):
        await _finish(below, talk, standing)
    else:
        await _ask(below, talk, standing, Notice("talk.paused") if is_kept else None)
    return talk


def _is_anew(talk: Talk, script: str) -> bool:
    """Whether somebody begins the same thing once more: then the first try is over.

    Only a report is a matter of its own each time.
    """
    return talk.script == script != REPORT


def _is_kept(talk: Talk) -> bool:
    """Whether a conversation waits for its turn; a move on a case that says nothing yet ends."""
    return bool(talk.answers) or CONVERSATIONS[talk.script].start is not CaseStart


def written(start: Start) -> str:
    """Write down what a conversation starts from."""
    return json.dumps(asdict(start), ensure_ascii=False)


async def standing_of(scene: Scene, talk: Talk, answers: Answers) -> Standing:
    """Walk the script along its answers, fetching what it looks up."""
    walk = scene.walks.get(talk.id)
    if walk is None or not walk.leads_to(answers):
        walk = scene.walks[talk.id] = _at_the_start(scene, talk)
    steps = walk.go_on(answers)
    value: object = None
    try:
        while True:
            need = steps.send(value)
            value = await fetch(scene, answers, need.fact)
    except StopIteration as stop:
        standing: Standing = stop.value
        return standing


def _at_the_start(scene: Scene, talk: Talk) -> Walk[Any]:
    conversation = CONVERSATIONS[talk.script]
    start = conversation.start(**_start_values(talk.start))
    return Walk(conversation.script(start, scene.neighbourhood.community))


async def show_question(scene: Scene, talk: Talk, notice: Notice | None) -> None:
    """Ask what the conversation waits for."""
    standing = await standing_of(scene, talk, talk.answers)
    if isinstance(standing, Asking):
        await _ask(scene, talk, standing, notice)


async def take(scene: Scene, talk: Talk, step: Step, notice: Notice | None = None) -> None:
    """Keep what a step led to; a refusal asks the same question again with the reason above it."""
    if step.steering is Steering.CANCEL:
        await cancel(scene, talk)
        return
    if step.refused and notice is None:
        notice = Notice(step.refused.key, step.refused.parameters)
    await go_on(scene, talk, step.answers, notice)


async def go_on(scene: Scene, talk: Talk, answers: Answers, notice: Notice | None) -> None:
    """Store the answers, then ask the next question or carry the command out."""
    saved = await save_talk(scene.tx, talk, answers, 0, scene.now)
    standing = await standing_of(scene, saved, answers)
    if isinstance(standing, Finished):
        await _finish(scene, saved, standing)
    else:
        await _ask(scene, saved, standing, notice)


async def cancel(scene: Scene, talk: Talk) -> None:
    """End a conversation without its command."""
    await set_talk_state(scene.tx, talk, "cancelled", scene.now)
    await end_draft(scene, talk, CANCELLED)
    await _forget(scene, talk)
    await _last_word(scene, talk, "cancelled", Said("talk.cancelled"))


async def give_way(scene: Scene, talk: Talk, begin_it: Callable[[], Awaitable[object]]) -> None:
    """End a conversation because its words are something else, which begins in its stead."""
    await set_talk_state(scene.tx, talk, "done", scene.now)
    await begin_it()
    await _forget(scene, talk)
    await _last_word(scene, talk, "done", Said("staff_words.done"))


async def resume(scene: Scene, talk: Talk) -> Talk:
    """Take a waiting conversation up again; the present one waits in its stead."""
    current = await open_talk(scene.tx, scene.chat_id)
    if current and current.id != talk.id:
        await set_talk_state(scene.tx, current, "paused", scene.now)
    await set_talk_state(scene.tx, talk, "open", scene.now)
    resumed = await talk_by_id(scene.tx, talk.id)
    assert resumed is not None  # noqa: S101 - it was changed one line above
    return resumed


async def _ask(scene: Scene, talk: Talk, asking: Asking, notice: Notice | None) -> None:
    if asking.again and notice is None:
        notice = Notice(asking.question.gone)
    await tell_of_danger(scene, talk, asking)
    await scene.tell(question_as_message(scene, talk, asking, notice))


async def _finish(scene: Scene, talk: Talk, finished: Finished[Any]) -> None:
    """Carry the command out, and say what came of it in the conversation's place."""
    await set_talk_state(scene.tx, talk, "done", scene.now)
    if isinstance(finished.command, ReportInstead):
        said: Said | None = await _report_instead(scene, talk, finished.command)
    elif isinstance(finished.command, GoOnWith):
        said = await _go_on_with(scene, talk, finished.command)
    else:
        said = await carry_out(scene, talk, finished.command)
    await _forget(scene, talk, finished.command)
    await _last_word(scene, talk, "done", said)


async def _forget(scene: Scene, talk: Talk, command: object = None) -> None:
    """Keep nothing of what was said in a confidential conversation beside what came of it.

    Nor of what led to one.
    """
    if talk.script in EMPTIED:
        await forget_answers(scene.tx, talk)
    then = command.script if isinstance(command, GoOnWith) else talk.script
    if CONVERSATIONS[talk.script].is_confidential or CONVERSATIONS[then].is_confidential:
        since = after(talk.opened_at, -RECALL_AFTER)
        await forget_what_was_said(scene.tx, talk, since, scene.happened.inbox)


async def _report_instead(scene: Scene, talk: Talk, command: ReportInstead) -> Said:
    """Begin a report with the words and files that came already."""
    files = files_of(talk.answers)
    # A photo alone is a report too: what it is about is asked then, not what to say.
    words = {"words": command.words} if command.words or files else {}
    await begin(scene, REPORT, ReportStart(), {**words, **files})
    return Said("pre_check.report_instead")


async def _go_on_with(scene: Scene, talk: Talk, command: GoOnWith) -> Said:
    """Begin what the words and files are for; what came is an answer there already."""
    start = await start_of(scene, command.script, command.subject)
    if start is None:
        return Said("case.not_yours")
    words = {"words": command.words} if command.words else {}
    files = files_of(talk.answers)
    if CONVERSATIONS[command.script].is_confidential:
        await begin(scene, command.script, start, words)
        return Said("private_matter.no_files" if files else "staff_words.done")
    await begin(scene, command.script, start, {**words, **files})
    return Said("staff_words.done")


async def _last_word(scene: Scene, talk: Talk, end: str, said: Said | None) -> None:
    """Say how the conversation ended where it stood, and show the one that waits behind it."""
    if said:
        once = f"talk:{talk.id}:{end}"
        placement = Placement.IN_PLACE if scene.callback_id else Placement.BELOW
        await scene.tell(
            Say(
                once,
                talk.chat_id,
                said.key,
                said.parameters,
                said.keyboard,
                subject=talk.subject,
                placement=placement,
            )
        )
    waiting = await paused_talk(scene.tx, scene.chat_id)
    is_free = waiting and await open_talk(scene.tx, scene.chat_id) is None
    if waiting and is_free and not _was_recalled(waiting):
        await take_up(replace(scene, callback_id=""), await resume(scene, waiting))


def _was_recalled(talk: Talk) -> bool:
    """Whether somebody was reminded already and has answered nothing since: once is enough.

    It waits on: for its buttons, or until they say that they want to go on.
    """
    is_for_nobody = talk.script == "private_words"
    return not is_for_nobody and talk.answers.get(RECALLED) == _length(talk.answers)


def _length(answers: Answers) -> str:
    return str(len([name for name in answers if name != RECALLED]))


async def take_up(scene: Scene, talk: Talk) -> None:
    """Ask again what a conversation waited for; when nothing is left to ask, it comes to its end.

    Facts may have changed. One that stayed open would take the next words without a word.
    """
    standing = await standing_of(scene, talk, talk.answers)
    if isinstance(standing, Finished):
        await _finish(scene, talk, standing)
        return
    answers = {**talk.answers, RECALLED: _length(talk.answers)}
    saved = await save_talk(scene.tx, talk, answers, 0, scene.now)
    await _ask(scene, saved, standing, Notice("talk.recalled"))


def _start_values(written_start: str) -> Mapping[str, Any]:
    values: dict[str, Any] = json.loads(written_start)
    return {
        name: tuple(value) if isinstance(value, list) else value for name, value in values.items()
    }
