"""Photos of papers: kept in the turn in which they come, looked at outside of it, then told."""

from dataclasses import dataclass, replace

from bot.actions import Begin
from bot.commands import ShowPapers
from bot.instants import HOUR, after
from bot.paper_photos import PhotoState, after_measuring
from bot.photo_quality import Judgement, PhotoMeasures, Seen, judge_photo
from bot.telling import Button, Keyboard, Parameter, Placement, Say
from conversations.category import said
from conversations.paper_photo import PaperPhotoStart
from conversations.paper_photo_facts import PaperToShow, Showable
from handlers.desk.guiding import guide_of
from handlers.desk.photo_cards import show_to_clerks, tell_clerks
from handlers.desk.photo_told import (
    PAPER_PHOTO,
    is_expired,
    newest_photos,
    reason_told,
    uses_of_photos,
)
from handlers.desk.pre_checks import check_of, show_check
from handlers.desk.said import Said
from handlers.desk.scene import Scene
from handlers.desk.verdict_told import judge
from handlers.photo_check import advice_key
from storage import paper_photo as stored
from storage.database import Transaction
from storage.due import Due, Plan, schedule
from storage.outbox import hand_over_subject
from storage.paper_photo import NewPhoto, Photo
from storage.person import Person
from storage.pre_check import Check, check_by_id
from storage.talk import Talk

CHECK = "check:"
UNSEEN = "photo_unseen"
# Telegram lets a bot remove its messages for 48 hours.
SHOWN_FOR = 46 * HOUR
_AGAIN = frozenset({PhotoState.UNFIT, PhotoState.AGAIN, PhotoState.WRONG_PAPER, PhotoState.UNSEEN})


@dataclass(frozen=True, slots=True)
class BeforeClerks:
    """A photo that the clerks have before them, and its check."""

    photo: Photo
    check: Check

    @property
    def person_id(self) -> int:
        """Whose it is."""
        return self.check.person_id


async def start_of_paper_photo(scene: Scene, subject: str) -> PaperPhotoStart | None:
    """Return which check, and perhaps which paper (`check:5:id_card`); only one's own."""
    identity, _, paper = subject.removeprefix(CHECK).partition(":")
    check = await check_of(scene, int(identity)) if identity.isdigit() else None
    return PaperPhotoStart(check.id, paper) if check and judge(scene, check) else None


async def papers_to_show(scene: Scene, identity: int) -> Showable:
    """Return which papers of a check can be photographed, and what that would do."""
    check = await check_of(scene, identity)
    judged = judge(scene, check) if check else None
    if check is None or judged is None:
        return Showable()
    papers = guide_of(scene).papers
    uses = uses_of_photos(check, judged, await newest_photos(scene, check))
    agreed = await stored.are_photos_agreed(scene.tx, check.id)
    return Showable(
        tuple(PaperToShow(code, said(papers[code].button), use) for code, use in uses.items()),
        agreed,
    )


async def keep_photos(scene: Scene, talk: Talk, command: ShowPapers) -> Said | None:
    """Keep photos with the consent that was just given; they are looked at after this turn."""
    check = await check_of(scene, command.check)
    if check is None or judge(scene, check) is None:
        return Said("pre_check.unknown")
    await stored.agree_to_photos(scene.tx, check.id, scene.now)
    kept = [
        await _keep(scene, check, NewPhoto(check.id, paper, file))
        for paper, file in command.files.items()
    ]
    new = [photo for photo in kept if photo]
    if not new:
        return Said("paper_photo.sent_before")
    await hand_over_subject(scene.tx, talk.chat_id, talk.subject, new[0].subject)
    for photo in new:
        await _show(scene, check, photo)
    return None


async def _keep(scene: Scene, check: Check, new: NewPhoto) -> Photo | None:
    """Keep a photo in the place of an earlier one of its paper; the very same stays as it is."""
    photo = await stored.add_photo(scene.tx, new, scene.now)
    if photo:
        await _replace_earlier(scene, check, photo)
    elif known := await stored.same_photo(scene.tx, new):
        await _show(scene, check, known)
    return photo


async def photo_measured(scene: Scene, check: Check, photo: Photo, seen: Seen) -> None:
    """Tell the person what looking at a photo has led to, and show it to the clerks if it will do.

    Once: what was settled or taken back meanwhile stays as it is.
    """
    codes = _judged(scene, photo, seen)
    state = after_measuring(codes)
    if not await stored.settle_photo(scene.tx, photo, state, codes):
        return
    settled = replace(photo, state=state, codes=codes)
    await _show(scene, check, settled)
    await show_check(scene, check, Placement.IN_PLACE)
    if state is PhotoState.SHOWN:
        await show_to_clerks(scene, check, settled)
        await schedule(scene.tx, Plan(UNSEEN, photo.subject, after(scene.now, SHOWN_FOR)))


def _judged(scene: Scene, photo: Photo, seen: Seen) -> tuple[Judgement, ...]:
    if not isinstance(seen, PhotoMeasures):
        return seen
    paper = scene.neighbourhood.community.papers.get(photo.new.paper)
    is_card = paper is not None and paper.is_card
    return judge_photo(seen, photo.new.file.claimed, is_card=is_card)


async def photo_before_clerks(tx: Transaction, identity: int) -> BeforeClerks | None:
    """Return a photo that the clerks still have before them, with its check."""
    photo = await stored.photo_by_id(tx, identity)
    check = await check_by_id(tx, photo.new.check_id) if photo else None
    is_shown = photo is not None and photo.state is PhotoState.SHOWN
    return BeforeClerks(photo, check) if photo and check and is_shown else None


async def leave_unseen(scene: Scene, shown: BeforeClerks, _: Due) -> None:
    """Let a photo at which nobody has looked leave the clerks' chats while a bot still can."""
    if await stored.leave_photo(scene.tx, shown.photo):
        unseen = replace(shown.photo, state=PhotoState.UNSEEN)
        await tell_clerks(scene, shown.check, unseen)
        await tell_of_word(scene, shown.check, unseen)


async def tell_of_word(scene: Scene, check: Check, photo: Photo) -> None:
    """Tell the person once what the window says; the verdict says it too."""
    await _show(scene, check, photo)
    await show_check(scene, check, Placement.IN_PLACE)


def scene_of(scene: Scene, person: Person) -> Scene:
    """Return the same turn as it concerns somebody else, in whose chat it is told."""
    happened = replace(scene.happened, chat_id=person.telegram_id)
    return replace(scene, person=person, grants=(), callback_id="", happened=happened)


async def check_of_photo(scene: Scene, photo: Photo) -> Check | None:
    """Return the check that a photo belongs to."""
    return await check_by_id(scene.tx, photo.new.check_id)


async def _replace_earlier(scene: Scene, check: Check, photo: Photo) -> None:
    """Let the newest photo of a paper be the one that the clerks have before them."""
    for each in await stored.photos_of(scene.tx, check.id):
        if each.new.paper != photo.new.paper or each.id == photo.id:
            continue
        if await stored.replace_photo(scene.tx, each) and each.state is PhotoState.SHOWN:
            replaced = replace(each, state=PhotoState.REPLACED)
            await tell_clerks(scene, check, replaced)


async def _show(scene: Scene, check: Check, photo: Photo) -> None:
    """Show a photo's standing in the chat of whoever sent it."""
    paper = guide_of(scene).papers.get(photo.new.paper)
    told: dict[str, Parameter] = {
        "text": said(paper.button) if paper else None,
        "state": photo.state,
        "advice": _advice(photo),
        "reason": reason_told(photo),
        "expired": is_expired(photo),
        "how_to_get": said(paper.how_to_get) if paper and paper.how_to_get else None,
    }
    await scene.tell(
        Say(
            f"{photo.subject}:{photo.state}:{_occasion(scene, photo)}",
            scene.chat_id,
            "paper_photo.standing",
            told,
            _keyboard(check, photo),
            subject=photo.subject,
            placement=Placement.BELOW,
        )
    )


def _advice(photo: Photo) -> list[Parameter]:
    """Say what measuring has found; of a clear photo there is nothing to say."""
    if photo.state not in {PhotoState.UNFIT, PhotoState.SHOWN}:
        return []
    return [advice_key(Judgement(code)) for code in photo.codes if code != Judgement.FINE]


def _occasion(scene: Scene, photo: Photo) -> int:
    """Tell a standing once; only who sends the same file again sees it again."""
    return scene.happened.inbox if scene.happened.inbox > 0 and not photo.seen_by else 0


def _keyboard(check: Check, photo: Photo) -> Keyboard:
    if photo.state not in _AGAIN or is_expired(photo):
        return ()
    again = Begin(PAPER_PHOTO, f"{check.subject}:{photo.new.paper}")
    return ((Button("paper_photo.button.once_more", again),),)
