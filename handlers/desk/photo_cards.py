"""The photo of a paper before the clerks of the windows: a card, and what they say of it."""

from bot.actions import JudgePhoto
from bot.community import Role
from bot.paper_photos import ClerkWord, PhotoState, Reason
from bot.telling import Button, Keyboard, Parameter, Parameters, Placement, Say
from conversations.category import said
from handlers.desk.guiding import guide_of
from handlers.desk.photo_told import is_expired, reason_told, told_of
from handlers.desk.scene import Scene
from storage.paper_photo import Photo
from storage.pre_check import Check
from storage.staff import Holder, holders


async def show_to_clerks(scene: Scene, check: Check, photo: Photo) -> None:
    """Show a photo to every clerk of the community."""
    for clerk in await clerks_of(scene, check.community):
        await _show_card(scene, check, photo, clerk)


async def show_reasons(scene: Scene, check: Check, photo: Photo, clerk: Holder) -> None:
    """Ask the clerk why a paper is to be taken again, on the card itself."""
    say = Say(
        scene.once(f"{photo.card}:reasons"),
        clerk.telegram_id,
        "paper_photo.card",
        _parameters(scene, check, photo),
        _reasons(photo),
        subject=photo.card,
        photo=photo.new.file,
        audience=f"photo:{photo.id}",
    )
    await scene.tell(say)


async def tell_clerks(scene: Scene, check: Check, photo: Photo) -> None:
    """Say to every clerk what came of a photo; the picture itself leaves their chats."""
    settled: Parameters = {
        **_parameters(scene, check, photo),
        "state": photo.state,
        "settled": f"paper_photo.settled.{told_of(photo)}",
        "reason": "" if is_expired(photo) else reason_told(photo),
        "staff": photo.seen_by,
    }
    await _replace_card(scene, check, photo, photo.state, ("paper_photo.card_settled", settled))


async def tell_taken_back(scene: Scene, check: Check, photo: Photo) -> None:
    """Let a photo leave the clerks' chats because the person wants so."""
    await _replace_card(scene, check, photo, "taken_back", ("paper_photo.card_taken_back", {}))


async def _replace_card(
    scene: Scene, check: Check, photo: Photo, occasion: str, words: tuple[str, Parameters]
) -> None:
    """Put words in the place of the card with the picture, in every clerk's chat."""
    key, parameters = words
    for clerk in await clerks_of(scene, check.community):
        say = Say(
            f"{photo.card}:{occasion}:{clerk.telegram_id}",
            clerk.telegram_id,
            key,
            parameters,
            subject=photo.card,
            placement=Placement.BELOW,
            audience=f"staff:{clerk.grant.id}",
        )
        await scene.tell(say)


async def clerks_of(scene: Scene, community: str) -> tuple[Holder, ...]:
    """Return the clerks of a community."""
    present = await holders(scene.tx, community)
    return tuple(each for each in present.values() if each.grant.role is Role.CLERK)


async def _show_card(scene: Scene, check: Check, photo: Photo, clerk: Holder) -> None:
    say = Say(
        f"{photo.card}:{photo.state}:{clerk.telegram_id}",
        clerk.telegram_id,
        "paper_photo.card",
        _parameters(scene, check, photo),
        _words(photo),
        subject=photo.card,
        photo=photo.new.file,
        audience=f"photo:{photo.id}",
    )
    await scene.tell(say)


def _parameters(scene: Scene, check: Check, photo: Photo) -> dict[str, Parameter]:
    """Name the matter and the paper, never the person; say what the machine could not look at."""
    service = scene.neighbourhood.community.services.get(check.service)
    paper = guide_of(scene).papers.get(photo.new.paper)
    is_open = photo.state is PhotoState.SHOWN
    is_unmeasured = is_open and "fine" not in photo.codes
    return {
        "service": said(service.name) if service else None,
        "text": said(paper.name) if paper else None,
        "unmeasured": is_unmeasured,
    }


def _words(photo: Photo) -> Keyboard:
    return tuple(
        (Button(f"paper_photo.button.{word}", JudgePhoto(photo.id, word)),) for word in ClerkWord
    )


def _reasons(photo: Photo) -> Keyboard:
    again = ClerkWord.AGAIN
    return tuple(
        (Button(f"paper_photo.reason.{each}", JudgePhoto(photo.id, again, each)),)
        for each in Reason
    )
