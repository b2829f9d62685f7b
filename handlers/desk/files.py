"""Files on their way into a report: kept with the answers, refused, or late for their album."""

import json
from collections.abc import Iterator, Mapping, Sequence

from bot.events import Attachment, AttachmentKind, SentFile
from bot.telling import Placement, Say, ShowAlbum
from conversations.engine import FILES
from conversations.files import AT_MOST, LARGEST_BYTES
from conversations.registry import CONVERSATIONS
from handlers.desk.cards import show_to_residents, show_to_responsible
from handlers.desk.photo_told import PAPER_PHOTO
from handlers.desk.scene import Scene
from storage.case import CaseFile, add_file, case_by_id
from storage.talk import (
    OVER,
    AlbumOwner,
    Talk,
    add_album,
    album_owner,
    forget_raw_update,
    talk_by_id,
)

Kept = Mapping[str, str]
PICTURES = frozenset({AttachmentKind.PHOTO, AttachmentKind.VIDEO})
ALBUM = 10
# There it is only asked whether they are confidential: until then files wait beside the answer.
WHOSE = "private_words"


def files_of(answers: Kept) -> Kept:
    """Return the files beside the answers alone."""
    return {FILES: answers[FILES]} if FILES in answers else {}


def keep_file(answers: Kept, attachment: Attachment) -> dict[str, str]:
    """Add a file to those sent so far; the same file again changes nothing."""
    files = files_kept(answers)
    if attachment.file_unique_id not in {file.file_unique_id for file in files}:
        files = (*files, attachment)
    rows = [
        [each.kind, each.file_id, each.file_unique_id, each.size, each.claimed] for each in files
    ]
    return {**answers, FILES: json.dumps(rows)}


def files_kept(answers: Kept) -> tuple[Attachment, ...]:
    """Return the files sent so far."""
    rows = json.loads(answers.get(FILES, "[]"))
    return tuple(Attachment(AttachmentKind(row[0]), *row[1:]) for row in rows)


def albums_of(attachments: Sequence[Attachment]) -> tuple[tuple[Attachment, ...], ...]:
    """Return files as they can be shown together: pictures, documents, and each voice alone."""
    pictures = [each for each in attachments if each.kind in PICTURES]
    documents = [each for each in attachments if each.kind is AttachmentKind.DOCUMENT]
    voices = [each for each in attachments if each.kind is AttachmentKind.VOICE]
    return (*_in_tens(pictures), *_in_tens(documents), *((each,) for each in voices))


def _in_tens(files: Sequence[Attachment]) -> Iterator[tuple[Attachment, ...]]:
    for first in range(0, len(files), ALBUM):
        yield tuple(files[first : first + ALBUM])


async def show_files(scene: Scene, once: str, chat_id: int, files: Sequence[Attachment]) -> None:
    """Show files in a chat, as few messages as Telegram allows."""
    for position, album in enumerate(albums_of(files)):
        await scene.tell(ShowAlbum(f"{once}:{position}", chat_id, album))


async def refused_file(scene: Scene, talk: Talk | None, event: SentFile) -> bool:
    """Refuse what cannot be taken, with the reason; True when it was refused."""
    if talk and CONVERSATIONS[talk.script].is_confidential and talk.script != WHOSE:
        await _refuse_in_confidence(scene, talk, event)
        return True
    if event.attachment.size > LARGEST_BYTES:
        await scene.say("files.too_large")
        return True
    if talk and len(files_kept(talk.answers)) >= AT_MOST:
        await scene.say("files.too_many", {"at_most": AT_MOST})
        return True
    return False


async def _refuse_in_confidence(scene: Scene, talk: Talk, event: SentFile) -> None:
    """Say once for an album that nothing was kept: what is confided are words alone."""
    once = f"{talk.subject}:no_files:{event.album or scene.happened.inbox}"
    if event.album:
        await add_album(scene.tx, talk, event.album)
    await scene.tell(Say(once, scene.chat_id, "private_matter.no_files", {}))


async def late_album_part(scene: Scene, event: SentFile) -> bool:
    """Give a late part of a sent report's album to its case; True when it was one."""
    owner = await album_owner(scene.tx, scene.chat_id, event.album)
    case = owner and owner.case_id and await case_by_id(scene.tx, owner.case_id)
    if not case:
        return owner is not None and await _is_too_late(scene, owner, event)
    if await add_file(scene.tx, case.id, CaseFile(event.attachment, "report"), scene.now):
        await show_to_residents(scene, case, Placement.IN_PLACE, scene.once("late"))
        await show_to_responsible(scene, case, Placement.IN_PLACE, scene.once("late"))
        await scene.react()
    return True


async def _is_too_late(scene: Scene, owner: AlbumOwner, event: SentFile) -> bool:
    """Say once that a part came too late where no case may be known, and forget it."""
    talk = await talk_by_id(scene.tx, owner.talk_id)
    if talk is None or talk.state not in OVER or talk.script == PAPER_PHOTO:
        return False  # of papers, each photo is asked about by itself
    await forget_raw_update(scene.tx, scene.happened.inbox)
    once = f"late_album:{scene.chat_id}:{event.album}"
    await scene.tell(Say(once, scene.chat_id, "files.came_late", {}))
    return True
