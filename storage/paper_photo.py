"""Photos of papers and who may see them: work that waits, and what clerks have said."""

import sqlite3
from dataclasses import dataclass

from bot.events import Attachment, AttachmentKind
from bot.instants import Instant
from bot.paper_photos import PhotoState
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class NewPhoto:
    """A photo of a paper (code) as it came."""

    check_id: int
    paper: str
    file: Attachment


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as it stands; `codes` are what is the matter, `seen_by` whose word it is."""

    id: int
    new: NewPhoto
    state: PhotoState
    codes: tuple[str, ...] = ()
    seen_by: str = ""
    attempts: int = 0

    @property
    def subject(self) -> str:
        """The name under which the person sees it."""
        return f"photo:{self.id}"

    @property
    def card(self) -> str:
        """The name under which the clerks see it."""
        return f"photo_card:{self.id}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A check and its service for which a photo may come; `paper` is empty when any may."""

    check: int
    service: str
    paper: str


async def photos_wanted(
    tx: Transaction, person: int, community: str, since: Instant
) -> tuple[Wanted, ...]:
    """Return the papers that somebody was asked to photograph again, the newest first."""
    rows = await tx.all("photos_wanted", person_id=person, community=community, since=since)
    return tuple(Wanted(row["check_id"], row["service"], row["paper"]) for row in rows)


async def fresh_check(
    tx: Transaction, person: int, community: str, since: Instant
) -> Wanted | None:
    """Return the check that somebody has touched last, unless that is long ago."""
    row = await tx.one("fresh_check", person_id=person, community=community, since=since)
    return Wanted(row["id"], row["service"], "") if row else None


async def agree_to_photos(tx: Transaction, check_id: int, now: Instant) -> None:
    """Keep that the clerks may see photos for a check."""
    await tx.run("agree_to_photos", check_id=check_id, now=now)


async def are_photos_agreed(tx: Transaction, check_id: int) -> bool:
    """Whether the clerks may see photos for a check."""
    return await tx.one("photos_agreed", check_id=check_id) is not None


async def take_photos_back(tx: Transaction, check_id: int) -> None:
    """Let the clerks see none any more; the photos are removed with the consent."""
    await tx.run("take_photos_back", check_id=check_id)


async def add_photo(tx: Transaction, new: NewPhoto, now: Instant) -> Photo | None:
    """Keep a photo that is to be looked at; None when this very file is there already."""
    identity = await tx.add(
        "add_paper_photo",
        check_id=new.check_id,
        paper=new.paper,
        file_kind=new.file.kind,
        file_id=new.file.file_id,
        file_unique_id=new.file.file_unique_id,
        size=new.file.size,
        claimed=new.file.claimed,
        now=now,
    )
    return await photo_by_id(tx, identity) if identity else None


async def photo_by_id(tx: Transaction, identity: int) -> Photo | None:
    """Return one photo."""
    row = await tx.one("paper_photo_by_id", id=identity)
    return _photo(row) if row else None


async def same_photo(tx: Transaction, new: NewPhoto) -> Photo | None:
    """Return the photo that is this very file."""
    row = await tx.one(
        "paper_photo_of_file",
        check_id=new.check_id,
        paper=new.paper,
        file_unique_id=new.file.file_unique_id,
    )
    return _photo(row) if row else None


async def photos_of(tx: Transaction, check_id: int) -> tuple[Photo, ...]:
    """Return the photos of a check, in the order in which they came."""
    return tuple(map(_photo, await tx.all("photos_of_check", check_id=check_id)))


async def next_photo(tx: Transaction, now: Instant) -> Photo | None:
    """Return the photo that is to be looked at next."""
    row = await tx.one("next_paper_photo", now=now)
    return _photo(row) if row else None


async def try_photo(tx: Transaction, photo: Photo, not_before: Instant) -> None:
    """Note that a photo is being looked at, before it is: should all end, it is tried later."""
    await tx.run("try_paper_photo", id=photo.id, not_before=not_before)


async def settle_photo(
    tx: Transaction, photo: Photo, state: PhotoState, codes: tuple[str, ...]
) -> bool:
    """Note what looking has led to; False when that is known, or it was taken back."""
    changed = await tx.run("settle_paper_photo", id=photo.id, state=state, codes=" ".join(codes))
    return changed == 1


async def replace_photo(tx: Transaction, photo: Photo) -> bool:
    """Let a newer photo stand in its place; False when it was settled otherwise."""
    return await tx.run("replace_paper_photo", id=photo.id) == 1


async def judge_photo(
    tx: Transaction, photo: Photo, state: PhotoState, reason: str, seen_by: str
) -> bool:
    """Note a clerk's word; False when another one was first."""
    changed = await tx.run(
        "judge_paper_photo", id=photo.id, state=state, codes=reason, seen_by=seen_by
    )
    return changed == 1


async def leave_photo(tx: Transaction, photo: Photo) -> bool:
    """Note that no clerk has looked at it in time; False when one has."""
    return await tx.run("leave_paper_photo", id=photo.id) == 1


async def decide_about_list(tx: Transaction, check_id: int, now: Instant, *, agreed: bool) -> None:
    """Keep whether the clerks may open the list of a check."""
    await tx.run("decide_about_list", check_id=check_id, agreed=int(agreed), now=now)


async def list_decision(tx: Transaction, check_id: int) -> bool | None:
    """Return what was decided about the list of a check; None when it was not asked."""
    row = await tx.one("list_decision", check_id=check_id)
    return bool(row[0]) if row else None


def _photo(row: sqlite3.Row) -> Photo:
    file = Attachment(
        AttachmentKind(row["file_kind"]),
        row["file_id"],
        row["file_unique_id"],
        row["size"],
        row["claimed"],
    )
    new = NewPhoto(row["check_id"], row["paper"], file)
    return Photo(
        row["id"],
        new,
        PhotoState(row["state"]),
        tuple(row["codes"].split()),
        row["seen_by"],
        row["attempts"],
    )
