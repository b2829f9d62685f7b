"""A press on a button: who may, what it means, and the same answer when the app sends it again."""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.actions import (
    Arrive,
    Begin,
    ChangeCheck,
    FollowTopic,
    JudgePhoto,
    MoveCase,
    MoveErrand,
    MoveMatter,
    MoveRequest,
    OpenToWindow,
    ServeWindow,
    Show,
    TakeBackNotice,
)
from bot.cases import Actor, Move
from bot.events import Pressed
from bot.telling import Placement
from handlers.desk.arrivals import press_arrive
from handlers.desk.authority import acting_on
from handlers.desk.beginning import begin_about
from handlers.desk.cards import show_to_holder
from handlers.desk.case_moves import Step, make_move, tell_about
from handlers.desk.counter import press_at_counter
from handlers.desk.errand_moves import press_on_errand
from handlers.desk.notices import press_take_back, press_topic
from handlers.desk.offer_moves import press_on_request
from handlers.desk.photo_words import press_on_photo
from handlers.desk.pre_checks import press_on_check
from handlers.desk.private_moves import press_on_matter
from handlers.desk.scene import Scene
from handlers.desk.talking import press_in_talk
from handlers.desk.views import show_view
from handlers.desk.window_lists import press_open_to_window
from storage.case import Assignment, case_by_id
from storage.press import (
    PressResult,
    Prompt,
    keep_result,
    note_pressed_message,
    prompt_of,
    result_of,
)
from storage.staff import Holder

TAKEN = json.dumps({"code": "taken_by_clerk", "grid": ""})


async def on_press(scene: Scene, event: Pressed) -> None:
    """Carry out what the button means, once."""
    scene = replace(scene, callback_id=event.callback_id)
    prompt = await prompt_of(scene.tx, event.data)
    if prompt is None or prompt.person_id != scene.person.id or prompt.expires_at < scene.now:
        await scene.answer_press("common.button.unknown")
        return
    before = await result_of(scene.tx, prompt)
    if before:
        await scene.answer_press(before.key, json.loads(before.parameters))
        return
    await note_pressed_message(scene.tx, prompt, scene.happened.message_id)
    result = await _carry_out(scene, prompt)
    if not isinstance(prompt.action, Show | Begin):
        await keep_result(scene.tx, prompt, result, scene.now)
    await scene.answer_press(result.key, json.loads(result.parameters))


async def _carry_out(scene: Scene, prompt: Prompt) -> PressResult:
    match prompt.action:
        case Begin(script, subject):
            return await begin_about(scene, script, subject)
        case Show(view, subject):
            return await show_view(scene, view, subject)
        case action if type(action) in PRESSES:
            return await PRESSES[type(action)](scene, action)
        case action:
            return await press_in_talk(scene, action)


async def _move(scene: Scene, action: MoveCase) -> PressResult:
    """Make a move that needs no words; a stale press only shows how things stand."""
    case = await case_by_id(scene.tx, action.case)
    acting = acting_on(scene, case) if case else None
    if case is None or acting is None:
        return PressResult("case.not_yours", "{}")
    grant, actor = acting
    taken = Assignment(grant.staff_code, "clerk", TAKEN) if actor is Actor.CLERK else None
    step = Step(Move(action.move), actor, grant.staff_code, assignment=taken)
    moved = await make_move(scene, case, step) if case.version == action.version else None
    if moved is None:
        await show_to_holder(
            scene, case, Holder(grant, scene.chat_id), Placement.IN_PLACE, scene.once("stale")
        )
        return PressResult("case.moved_meanwhile", "{}")
    await tell_about(scene, case, moved, step)
    return PressResult(f"case.done.{step.move}", "{}")


PRESSES: Mapping[type, Callable[[Scene, Any], Awaitable[PressResult]]] = {
    MoveCase: _move,
    ChangeCheck: press_on_check,
    ServeWindow: press_at_counter,
    Arrive: press_arrive,
    MoveRequest: press_on_request,
    FollowTopic: press_topic,
    TakeBackNotice: press_take_back,
    MoveErrand: press_on_errand,
    JudgePhoto: press_on_photo,
    OpenToWindow: press_open_to_window,
    MoveMatter: press_on_matter,
}
