"""Whether the window may open somebody's list of papers: asked once, on the card of the visit."""

from dataclasses import dataclass

from bot.actions import OpenToWindow, Show, WindowDeed
from bot.telling import Button, Keyboard
from handlers.desk.scene import Scene
from storage.paper_photo import are_photos_agreed, list_decision
from storage.pre_check import Check, newest_check

ASK, SHOWN = "ask", "shown"
WINDOW_PAPERS = "window_papers"


@dataclass(frozen=True, slots=True)
class Visit:
    """Whose visit it is, for which service (code), and the subject of its card."""

    person_id: int
    service: str
    subject: str


async def list_told(scene: Scene, visit: Visit) -> str:
    """Return the key that asks, or says that the window can see the list; else nothing."""
    standing = await _standing(scene, visit)
    return f"window_list.told.{standing}" if standing else ""


async def list_keyboard(scene: Scene, visit: Visit) -> Keyboard:
    """Offer to show the list, or to take that back."""
    check, standing = await check_for(scene, visit), await _standing(scene, visit)
    if check is None or not standing:
        return ()
    deeds = (WindowDeed.SHOW, WindowDeed.KEEP) if standing == ASK else (WindowDeed.TAKE_BACK,)
    return (tuple(_button(check, deed, visit.subject) for deed in deeds),)


async def take_back_keyboard(scene: Scene, check: Check) -> Keyboard:
    """Offer, on a verdict, to show the window nothing any more, if it sees anything."""
    sees_list = bool(await list_decision(scene.tx, check.id))
    if not sees_list and not await are_photos_agreed(scene.tx, check.id):
        return ()
    return ((_button(check, WindowDeed.TAKE_BACK, check.subject),),)


async def check_for(scene: Scene, visit: Visit) -> Check | None:
    """Return the newest check of the person for the service of a visit."""
    community = scene.neighbourhood.community.code
    return await newest_check(scene.tx, visit.person_id, community, visit.service)


async def list_for_clerks(scene: Scene, visit: Visit) -> Check | None:
    """Return the check whose list the window may open for a visit; None without consent."""
    check = await check_for(scene, visit)
    may = check is not None and await list_decision(scene.tx, check.id)
    return check if may else None


async def _standing(scene: Scene, visit: Visit) -> str:
    """Say whether it is to be asked, or agreed to; else nothing."""
    check = await check_for(scene, visit)
    if check is None:
        return ""
    agreed = await list_decision(scene.tx, check.id)
    if agreed is None:
        return ASK
    return SHOWN if agreed else ""


def open_list(subject: str, who: str) -> Button:
    """Return the clerk's button that opens the list of a visit."""
    return Button("window_list.button.open", Show(WINDOW_PAPERS, subject), {"who": who})


def _button(check: Check, deed: WindowDeed, shown_on: str) -> Button:
    return Button(f"window_list.button.{deed}", OpenToWindow(check.id, deed, shown_on))
