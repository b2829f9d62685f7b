"""Whom somebody's words may be for in confidence: open matters of one's own, and those in hand."""

from bot.cases import CaseState
from bot.private_matters import OPEN, ROLE_FOR
from conversations.private_words import ANSWER, REPLY, TELL, Addressee
from handlers.desk.own_cases import own_cases
from handlers.desk.scene import Scene
from storage import private_matter as stored
from storage.private_matter import PrivateMatter

LOOKED_AT, OFFERED = 10, 4


async def addressees_of(scene: Scene) -> tuple[Addressee, ...]:
    """Return whom the words may be for; a worker who has asked only beside something private."""
    private = await private_addressees(scene)
    return (*private, *(await _workers_who_asked(scene))) if private else ()


async def private_addressees(scene: Scene) -> tuple[Addressee, ...]:
    """Return the helpers of the person's open matters, and the residents whom the person helps."""
    own = [_addressee(REPLY, each) for each in await own_open(scene)]
    helped = [_addressee(TELL, each) for each in await _in_hand(scene)]
    return (*own[:OFFERED], *helped[:OFFERED])


async def own_open(scene: Scene) -> tuple[PrivateMatter, ...]:
    """Return the person's own open matters, the newest first."""
    own = await stored.matters_of_person(scene.tx, scene.person.id, LOOKED_AT)
    return tuple(each for each in own if each.state in OPEN)


async def _in_hand(scene: Scene) -> tuple[PrivateMatter, ...]:
    """Return the matters that the person has taken up or could, oldest first."""
    found: list[PrivateMatter] = []
    for role in ROLE_FOR.values():
        grant = scene.grant(role)
        if grant:
            found += await stored.matters_of_role(scene.tx, grant, LOOKED_AT)
    return tuple(found)


async def _workers_who_asked(scene: Scene) -> tuple[Addressee, ...]:
    """Return the case in which a worker waits for an answer."""
    for case in await own_cases(scene):
        if case.new.state is CaseState.WAITING_RESIDENT:
            return (Addressee(ANSWER, case.id, case.new.number),)
    return ()


def _addressee(script: str, matter: PrivateMatter) -> Addressee:
    return Addressee(script, matter.id, matter.new.number, matter.new.service.value)
