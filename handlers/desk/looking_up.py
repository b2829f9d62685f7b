"""Cases by what people write down: their number, or the query code of an anonymous one."""

import re

from bot.case_numbers import typed_case_number
from bot.plain_text import narrow
from bot.telling import Placement
from handlers.desk.authority import may_see
from handlers.desk.cards import Copy, show_copy
from handlers.desk.scene import Scene
from handlers.desk.views import show_case
from storage.case import case_by_number, case_by_query

_QUERY_CODE = re.compile(r"[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}")


async def show_case_by_number(scene: Scene, typed: str) -> None:
    """Show a case to somebody who may see it; a case of others looks like one that does not exist."""
    case = await case_by_number(scene.tx, typed_case_number(typed))
    if case is None or not await may_see(scene, case):
        await scene.say("case.lookup_failed", {"typed": typed[:40]})
        return
    await show_case(scene, case)


async def show_case_by_query(scene: Scene, typed: str) -> bool:
    """Show an anonymous case to whoever knows its query code; False when this is no code."""
    code = narrow(typed).strip()
    if not _QUERY_CODE.fullmatch(code):
        return False
    case = await case_by_query(scene.tx, code.upper())
    if case is None:
        await scene.say("case.lookup_failed", {"typed": typed[:40]})
        return True
    copy = Copy(
        scene.chat_id, "case.resident.card", "self", (), Placement.BELOW, scene.once("query")
    )
    await show_copy(scene, case, copy)
    return True
