"""A photo that comes by itself: of a paper, when the window waits for one or a check is fresh."""

from dataclasses import replace

from bot.instants import HOUR, after
from bot.paper_named import paper_plainly_named
from bot.plain_text import narrow
from conversations.paper_photo import TAKEN, PaperPhotoStart
from handlers.desk.files import files_kept
from handlers.desk.guiding import guide_of, services_meant
from handlers.desk.paper_photos import papers_to_show
from handlers.desk.scene import Scene
from handlers.desk.vocabulary import listed_words
from storage.paper_photo import Wanted, fresh_check, photos_wanted
from storage.talk import Answers

# So long after a check, or after a photo that will not do, a photo is one of a paper.
FRESH = 30 * HOUR
WAITED_FOR = 7 * 24 * HOUR
OTHER = "services"
_SHORTEST_NAME = 2


async def paper_photo_start(scene: Scene, caption: str, files: Answers) -> PaperPhotoStart | None:
    """Return which paper a photo may be of; None when it, or what is said of it, is another."""
    if not all(each.kind in TAKEN for each in files_kept(files)) or names_trouble(scene, caption):
        return None
    wanted = await _wanted(scene)
    if wanted is None or _names_another(scene, caption, wanted.service):
        return None
    showable = await papers_to_show(scene, wanted.check)
    if not showable.papers:
        return None
    return PaperPhotoStart(wanted.check, wanted.paper, is_unasked=True, said=caption)


async def paper_named(scene: Scene, caption: str, files: Answers) -> PaperPhotoStart | None:
    """Return which paper a photo is of whose words name one that may be shown to the window."""
    start = await paper_photo_start(scene, caption, files) if caption else None
    if start is None:
        return None
    showable, papers = await papers_to_show(scene, start.check), guide_of(scene).papers
    named = [
        each.code
        for each in showable.papers
        if any(_names(caption, name) for name in papers[each.code].button.texts.values())
    ]
    return replace(start, paper=named[0]) if len(named) == 1 else None


def paper_below(scene: Scene, caption: str) -> str:
    """Return the paper that the words below a photo plainly name; empty where they name none."""
    if not caption or names_trouble(scene, caption):
        return ""
    called = listed_words(scene.words, "files.typed.papers")
    papers = guide_of(scene).papers.values()
    names = [name for each in papers for name in each.button.texts.values()]
    return paper_plainly_named(caption, (*called, *names))


def _names(caption: str, name: str) -> bool:
    """Whether words name a paper, in full or by a part of its name: 居民身份证 is a 身份证."""
    said, called = narrow(caption).strip(), narrow(name)
    return called in said or (len(said) >= _SHORTEST_NAME and said in called)


async def _wanted(scene: Scene) -> Wanted | None:
    """Return what is waited for; without a paper where several may be meant."""
    person, community = scene.person.id, scene.neighbourhood.community.code
    again = await photos_wanted(scene.tx, person, community, after(scene.now, -WAITED_FOR))
    if len(again) == 1:
        return again[0]
    if again:
        return Wanted(again[0].check, again[0].service, "")
    return await fresh_check(scene.tx, person, community, after(scene.now, -FRESH))


def names_trouble(scene: Scene, caption: str) -> bool:
    """Whether the words below a photo tell of something to be reported."""
    if not caption:
        return False
    categories = scene.neighbourhood.community.categories
    guessed = scene.neighbourhood.guess(caption).categories
    return any(categories[code].group != OTHER for code in guessed)


def _names_another(scene: Scene, caption: str, service: str) -> bool:
    """Whether the words below a photo surely name another matter of the centre."""
    found = services_meant(scene, caption) if caption else ()
    return bool(found) and found[0].is_sure and found[0].code != service
