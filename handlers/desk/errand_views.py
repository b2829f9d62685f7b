"""What can be looked at of an errand: its card once more, the photos, how to write a form."""

from collections.abc import Awaitable, Callable, Mapping

from bot.custody import AUTHORISATION, Transfer
from bot.errand_asking import asks_for_papers, wants_to_stop
from bot.events import Attachment, AttachmentKind
from bot.inquiry import names_trouble
from bot.telling import Parameter, Placement
from conversations.category import said
from conversations.errand_words import papers_told
from handlers.desk.errand_card import (
    AUTHORISATION_VIEW,
    CHECK_PHOTOS_VIEW,
    ERRAND_VIEW,
    FORM_VIEW,
    PHOTOS_VIEW,
    Showing,
    parts_of,
    show_to_holder,
    show_to_resident,
)
from handlers.desk.errand_check import photos_shown
from handlers.desk.errand_left import has_left_with, show_to_left
from handlers.desk.errand_parameters import last_day_told, service_name
from handlers.desk.files import show_files
from handlers.desk.scene import Scene
from handlers.desk.vocabulary import asking_words
from storage.errand import (
    Errand,
    errand_by_id,
    errand_by_number,
    errands_of_person,
    transfers_of,
)
from storage.press import PressResult
from storage.staff import Holder

SEEN, UNKNOWN = PressResult("", "{}"), PressResult("errand.not_there", "{}")


async def show_errand(scene: Scene, subject: str) -> PressResult:
    """Show an errand's card once more, below."""
    errand = await errand_by_id(scene.tx, int(subject)) if subject.isdigit() else None
    if errand is None:
        return UNKNOWN
    showing = Showing(Placement.BELOW, scene.once("shown"))
    if errand.person_id == scene.person.id:
        await show_to_resident(scene, errand, showing)
        return SEEN
    transfers = await transfers_of(scene.tx, errand.id)
    for grant in scene.grants:
        if parts_of(scene, grant, errand, transfers):
            await show_to_holder(scene, errand, Holder(grant, scene.chat_id), showing)
            return SEEN
    if has_left_with(scene, errand, transfers):
        await show_to_left(scene, errand, scene.person, showing)
        return SEEN
    return UNKNOWN


async def showed_errand_asked_for(scene: Scene, words: str) -> bool:
    """Show the cards of somebody who asks for papers that are under way; False for other words."""
    own = await errands_of_person(scene.tx, scene.person.id, scene.now)
    open_ones = [each for each in own if each.is_open]
    community = scene.neighbourhood.community
    if not open_ones or names_trouble(scene.neighbourhood.guess(words), community.categories):
        return False
    codes = {x.paper for each in open_ones for x in await transfers_of(scene.tx, each.id)}
    papers = [community.papers[code] for code in codes if code in community.papers]
    names = [name for paper in papers for name in paper.button.texts.values()]
    things = [*names, *asking_words(scene.words, "things")]
    is_asked = asks_for_papers(words, things, asking_words(scene.words, "asking"))
    if not is_asked and not wants_to_stop(words, asking_words(scene.words, "stopping")):
        return False
    for errand in open_ones:
        await show_to_resident(scene, errand, Showing(Placement.BELOW, scene.once("asked")))
    return True


async def show_errand_by_number(scene: Scene, number: str) -> bool:
    """Show an errand to somebody whom it concerns; False when there is none to show."""
    errand = await errand_by_number(scene.tx, number)
    return errand is not None and await show_errand(scene, str(errand.id)) == SEEN


async def show_errand_photos(scene: Scene, subject: str) -> PressResult:
    """Show the photos of everything that changed hands to those whom it concerns."""
    errand = await errand_by_id(scene.tx, int(subject)) if subject.isdigit() else None
    transfers = await transfers_of(scene.tx, errand.id) if errand else ()
    if errand is None or not may_see_errand(scene, errand, transfers):
        return UNKNOWN
    receipts = [each.door.photo for each in transfers if each.door]
    photos = dict.fromkeys([*(each.photo for each in transfers if each.photo), *receipts])
    files = [Attachment(AttachmentKind.PHOTO, each, each) for each in photos]
    await show_files(scene, scene.once("errand_photos"), scene.chat_id, files)
    return SEEN


async def show_check_photos(scene: Scene, subject: str) -> PressResult:
    """Show whoever does an errand the photos of the check, if the resident lets them be seen."""
    errand = await errand_by_id(scene.tx, int(subject)) if subject.isdigit() else None
    transfers = await transfers_of(scene.tx, errand.id) if errand else ()
    if errand is None or not errand.is_open or not may_see_errand(scene, errand, transfers):
        return UNKNOWN
    files = await photos_shown(scene, errand)
    if not files:
        return PressResult("errand_known.photos_gone", "{}")
    await show_files(scene, scene.once("check_photos"), scene.chat_id, files)
    return SEEN


def may_see_errand(scene: Scene, errand: Errand, transfers: tuple[Transfer, ...]) -> bool:
    """Whether the person has to do with an errand."""
    if errand.person_id == scene.person.id:
        return True
    return any(parts_of(scene, grant, errand, transfers) for grant in scene.grants)


async def show_authorisation(scene: Scene, subject: str) -> PressResult:
    """Show the authorisation, letter for letter, to those whom it concerns."""
    errand = await errand_by_id(scene.tx, int(subject)) if subject.isdigit() else None
    transfers = await transfers_of(scene.tx, errand.id) if errand else ()
    if errand is None or not may_see_errand(scene, errand, transfers):
        return UNKNOWN
    told: dict[str, Parameter] = {
        "number": errand.new.number,
        "words": errand.new.authorisation.words,
        "given_at": errand.opened_at,
        "is_recalled": errand.now.recalled_at is not None,
    }
    await scene.say("errand.authorisation_kept", told)
    return SEEN


async def show_errand_form(scene: Scene, subject: str) -> PressResult:
    """Show the resident how the authorisation of whoever it is for is written."""
    errand = await errand_by_id(scene.tx, int(subject)) if subject.isdigit() else None
    if errand is None or errand.person_id != scene.person.id:
        return UNKNOWN
    community = scene.neighbourhood.community
    transfers = await transfers_of(scene.tx, errand.id)
    codes = dict.fromkeys(each.paper for each in transfers if each.paper != AUTHORISATION)
    await scene.say(
        "errand_proof.form",
        {
            "community": said(community.name),
            "service": service_name(scene, errand),
            "for_whom": errand.new.for_whom,
            "name": errand.new.name,
            "papers": papers_told(community, codes),
            "until": last_day_told(scene, errand),
        },
    )
    return SEEN


ERRAND_VIEWS: Mapping[str, Callable[[Scene, str], Awaitable[PressResult]]] = {
    ERRAND_VIEW: show_errand,
    PHOTOS_VIEW: show_errand_photos,
    FORM_VIEW: show_errand_form,
    AUTHORISATION_VIEW: show_authorisation,
    CHECK_PHOTOS_VIEW: show_check_photos,
}
"""What can be shown of an errand, by the name that buttons call it."""
