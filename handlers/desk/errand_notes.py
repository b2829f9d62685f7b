"""Words between whoever asked for an errand and whoever does it: passed on, not kept."""

from dataclasses import dataclass

from bot.actions import Begin
from bot.commands import WriteAboutErrand
from bot.telling import Button, Parameter, Say
from conversations.errand_start import ErrandMoveStart
from handlers.desk.errand_card import WRITE, parts_of, responsible_for_errand
from handlers.desk.errand_parameters import service_name
from handlers.desk.said import Said
from handlers.desk.scene import Scene
from storage.errand import Errand, errand_by_id, transfers_of
from storage.person import person_by_id
from storage.talk import Talk, forget_answers
from storage.task import AuditLine, record


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads the words, and the permission with which a member of staff may."""

    chat: int
    audience: str = "self"


async def start_of_note(scene: Scene, subject: str) -> ErrandMoveStart | None:
    """Start with the errand, for whoever has asked for it or has to do with it."""
    errand = await errand_by_id(scene.tx, int(subject)) if subject.isdigit() else None
    if errand is None or not await _may_write(scene, errand):
        return None
    return ErrandMoveStart(errand.id, errand.new.number, name=errand.new.for_whom)


async def write_about_errand(scene: Scene, talk: Talk, command: WriteAboutErrand) -> Said:
    """Pass words on to the other side, with a button to answer."""
    errand = await errand_by_id(scene.tx, command.errand)
    if errand is None or not await _may_write(scene, errand):
        return Said("errand.moved_meanwhile")
    is_own = errand.person_id == scene.person.id
    told: dict[str, Parameter] = {
        "number": errand.new.number,
        "service": service_name(scene, errand),
        "writer": errand.new.name if is_own else _name(scene),
        "is_own": is_own,
        "words": command.words,
    }
    answer = ((Button("errand_note.button.answer", Begin(WRITE, str(errand.id))),),)
    for reader in await _readers(scene, errand, is_own=is_own):
        once = scene.once(f"errand_note:{reader.chat}")
        say = Say(once, reader.chat, "errand_note.card", told, answer, audience=reader.audience)
        await scene.tell(say)
    line = AuditLine(scene.person.id, "errand_note.sent", errand.subject, "{}")
    await record(scene.tx, line, scene.now)
    await forget_answers(scene.tx, talk)
    return Said("errand_note.sent")


async def _may_write(scene: Scene, errand: Errand) -> bool:
    if not errand.is_open:
        return False
    if errand.person_id == scene.person.id:
        return True
    transfers = await transfers_of(scene.tx, errand.id)
    return any(parts_of(scene, grant, errand, transfers) for grant in scene.grants)


async def _readers(scene: Scene, errand: Errand, *, is_own: bool) -> list[Reader]:
    """Return whoever does it, or every clerk when nobody does; of the staff's words: who asked."""
    if not is_own:
        person = await person_by_id(scene.tx, errand.person_id)
        return [Reader(person.telegram_id)] if person else []
    found = await responsible_for_errand(scene, errand)
    return [Reader(each.telegram_id, f"staff:{each.grant.id}") for each in found]


def _name(scene: Scene) -> str:
    codes = [grant.staff_code for grant in scene.grants]
    staff = scene.neighbourhood.community.staff
    return next((staff[code].name for code in codes if code in staff), scene.person.name)
