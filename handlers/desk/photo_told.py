"""Photos of papers in words, as a verdict and a clerk's list say them."""

from collections.abc import Mapping

from bot.actions import Begin
from bot.guide import Guide
from bot.paper_photos import PhotoState, Reason, to_photograph
from bot.services import PaperNeeded
from bot.telling import Button, Keyboard, Parameter
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


def lacking(judged: Judged, photos: Photos) -> tuple[PaperNeeded, ...]:
    """Return the papers of which a clerk could be shown a photo now."""
    states = {code: photo.state for code, photo in photos.items()}
    return to_photograph(judged.needed.to_bring, states)


def photos_told(guide: Guide, judged: Judged, photos: Photos) -> list[Parameter]:
    """Tell of each paper that was photographed what came of it."""
    listed = {need.paper for need in judged.needed.to_bring}
    return [
        {"name": said(guide.papers[code].button), **photo_told(photo)}
        for code, photo in photos.items()
        if code in listed
    ]


def photo_told(photo: Photo) -> dict[str, Parameter]:
    """Tell how it stands with a photo, and the clerk's reason if there is one."""
    state = "expired" if is_expired(photo) else photo.state
    return {"told": f"paper_photo.state.{state}", "reason": reason_told(photo)}


def is_expired(photo: Photo) -> bool:
    """Whether the window wants another paper, not another photo."""
    return photo.state is PhotoState.AGAIN and Reason.EXPIRED in photo.codes


def reason_told(photo: Photo) -> str:
    """Return the key of the clerk's reason; empty when none was given."""
    known = [code for code in photo.codes if code in set(Reason)]
    return f"paper_photo.reason.{known[0]}" if known else ""


def photo_keyboard(scene: Scene, check: Check, judged: Judged, photos: Photos) -> Keyboard:
    """Offer to photograph a paper, directly where only one makes sense."""
    wanted = lacking(judged, photos)
    if not wanted:
        return ()
    begin = Begin(PAPER_PHOTO, check.subject)
    if len(wanted) > 1:
        return ((Button("paper_photo.button.begin", begin),),)
    name = said(guide_of(scene).papers[wanted[0].paper].button)
    return ((Button("paper_photo.button.begin_one", begin, {"text": name}),),)
