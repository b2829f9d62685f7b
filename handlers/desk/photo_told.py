"""Photos of papers in words, as a verdict and a clerk's list say them."""

from collections.abc import Mapping

from bot.actions import Begin
from bot.guide import Guide
from bot.paper_photos import PhotoState, PhotoUse, Reason, to_photograph, use_of
from bot.telling import Button, Keyboard, Parameter
from bot.verdict import Held
from conversations.category import said
from handlers.desk.guiding import guide_of
from handlers.desk.scene import Scene
from handlers.desk.verdict_told import Judged
from storage.paper_photo import Photo, photos_of
from storage.pre_check import Check

PAPER_PHOTO = "paper_photo"
Photos = Mapping[str, Photo]


async def newest_photos(scene: Scene, check: Check) -> Photos:
    """Return the newest photo of each paper of a check, by the paper's code."""
    photos = await photos_of(scene.tx, check.id)
    return {photo.new.paper: photo for photo in photos if photo.state is not PhotoState.REPLACED}


def uses_of_photos(check: Check, judged: Judged, photos: Photos) -> Mapping[str, PhotoUse]:
    """Return, by the paper's code, what another photo of it would do."""
    return {
        need.paper: _use(check, photos.get(need.paper))
        for need in to_photograph(judged.needed.to_bring)
    }


def _use(check: Check, photo: Photo | None) -> PhotoUse:
    return use_of(photo.state if photo else None, is_to_renew=is_to_renew(check, photo))


def is_to_renew(check: Check, photo: Photo | None) -> bool:
    """Whether a renewed paper is needed first: the window found it expired, and so it still is."""
    if photo is None or not is_expired(photo):
        return False
    return check.held.get(photo.new.paper) is Held.EXPIRED


def photos_told(guide: Guide, check: Check, judged: Judged, photos: Photos) -> list[Parameter]:
    """Tell of each paper that was photographed what came of it."""
    listed = {need.paper for need in judged.needed.to_bring}
    return [
        {"name": said(guide.papers[code].button), **photo_told(check, photo)}
        for code, photo in photos.items()
        if code in listed
    ]


def photo_told(check: Check, photo: Photo) -> dict[str, Parameter]:
    """Tell how it stands with a photo, and the clerk's reason if there is one."""
    state = "renewed" if is_expired(photo) and not is_to_renew(check, photo) else told_of(photo)
    return {"told": f"paper_photo.state.{state}", "reason": reason_told(photo)}


def told_of(photo: Photo) -> str:
    """Return the word for how it stands with a photo: an expired paper is a word of its own."""
    return "expired" if is_expired(photo) else photo.state


def is_expired(photo: Photo) -> bool:
    """Whether the window wants another paper, not another photo."""
    return photo.state is PhotoState.AGAIN and Reason.EXPIRED in photo.codes


def reason_told(photo: Photo) -> str:
    """Return the key of the clerk's reason; empty when none was given."""
    known = [code for code in photo.codes if code in set(Reason)]
    return f"paper_photo.reason.{known[0]}" if known else ""


def photo_keyboard(scene: Scene, check: Check, judged: Judged, photos: Photos) -> Keyboard:
    """Offer to photograph a paper, directly where only one makes sense."""
    uses = uses_of_photos(check, judged, photos)
    wanted = [paper for paper, use in uses.items() if use is PhotoUse.WANTED]
    if not wanted:
        return ()
    if len(wanted) > 1:
        return ((Button("paper_photo.button.begin", Begin(PAPER_PHOTO, check.subject)),),)
    (paper,) = wanted
    name = said(guide_of(scene).papers[paper].button)
    begin = Begin(PAPER_PHOTO, f"{check.subject}:{paper}")
    return ((Button("paper_photo.button.begin_one", begin, {"text": name}),),)
