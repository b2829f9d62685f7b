"""Cases by what people write down: their number, or the query code of an anonymous one."""

import re

from bot.case_numbers import typed_case_number
from bot.plain_text import narrow
from bot.telling import Say
from handlers.desk.authority import may_see
from handlers.desk.case_parameters import resident_card
from handlers.desk.errand_views import show_errand_by_number
from handlers.desk.private_matters import show_own_matter
from handlers.desk.scene import Scene
from handlers.desk.views import show_case
from storage.case import case_by_number, case_by_query
from storage.talk import forget_raw_update

_QUERY_CODE = re.compile(r"(?<![0-9a-z-])[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}(?![0-9a-z-])")
# People copy the word before the code with it; in a longer text something else is told.
LONGEST_WITH_CODE = 40


async def show_case_by_number(scene: Scene, typed: str) -> None:
    """Show a case to somebody who may see it; one of others looks like one that does not exist."""
    case = await case_by_number(scene.tx, typed_case_number(typed))
    if case is None and await _show_another(scene, typed_case_number(typed)):
        return
    if case is None or not await may_see(scene, case):
        await scene.say("case.lookup_failed", {"typed": typed[:40]})
        return
    await show_case(scene, case)


async def _show_another(scene: Scene, number: str) -> bool:
    """Show what else has such a number: a confidential matter, or an errand."""
    return await show_own_matter(scene, number) or await show_errand_by_number(scene, number)


async def show_case_by_query(scene: Scene, typed: str) -> bool:
    """Show an anonymous case to whoever knows its query code; False when this is no code.

    Nothing stays that ties the case to whoever asked: no subject, no content, no raw message.
    """
    code = _query_code_in(typed)
    if not code:
        return False
    case = await case_by_query(scene.tx, code)
    await forget_raw_update(scene.tx, scene.happened.inbox)
    if case is None:
        await scene.say("case.lookup_failed", {"typed": code})
        return True
    parameters = await resident_card(scene, case)
    once = scene.once("query")
    card = Say(once, scene.chat_id, "case.resident.card", parameters, audience="secret")
    await scene.tell(card)
    return True


def _query_code_in(typed: str) -> str:
    """Return the query code in a short text, in its true form; empty when there is none."""
    found = _QUERY_CODE.search(narrow(typed)) if len(typed) <= LONGEST_WITH_CODE else None
    return found[0].upper() if found else ""
