"""Words or a photo that nobody asked for, while something confidential is open.

They become a report, which clerks may read, only when they surely name another matter or when the
person says so: before that they are for the mediator or legal adviser, or it is asked.
"""

import json

from bot.classify import Guess
from bot.community import Urgency
from bot.events import Event, SentFile, Typed
from bot.telling import Say
from conversations.engine import Step
from conversations.private_words import ELSE, REPLY, WHOSE, PrivateWordsStart
from handlers.desk.addressees import addressees_of, own_open, private_addressees
from handlers.desk.files import keep_file
from handlers.desk.plainly import is_plainly_another, may_be_another
from handlers.desk.scene import Scene
from handlers.desk.starting import start_of
from handlers.desk.talk_steps import begin
from storage.private_matter import PrivateMatter, helper_spoke_last
from storage.talk import Answers, Talk, add_album, album_owner, talk_by_id

PRIVATE_WORDS = "private_words"


async def answered_helper(scene: Scene, event: Event) -> bool:
    """Give words to the mediator or legal adviser who spoke last; False when nobody did.

    Of a photo only the words below it are taken, and that is said. Who may mean several is asked.
    """
    words = _words(event)
    if words is None or is_news(scene, words):
        return False
    if isinstance(event, SentFile) and await _belongs_to_an_answer(scene, event):
        return True
    waiting = await _waiting(scene)
    if waiting is None:
        return False
    if len(await addressees_of(scene)) > 1 or may_be_another(scene, words):
        files = keep_file({}, event.attachment) if isinstance(event, SentFile) else {}
        return await _remember_album(scene, event, await ask_whose(scene, words, files))
    return await _answer(scene, event, waiting, words)


async def ask_whose(scene: Scene, words: str, files: Answers, *, beside: int = 0) -> Talk | None:
    """Ask whom they are for; None when nothing confidential is open, or they are surely news."""
    if not await private_addressees(scene) or is_news(scene, words):
        return None
    return await begin(scene, PRIVATE_WORDS, PrivateWordsStart(words, beside=beside), files)


async def take_more_private_words(scene: Scene, talk: Talk, words: str, files: Answers) -> Talk:
    """Let what was said go on while it is asked whom it is for: once, for all of it."""
    start = PrivateWordsStart(**json.loads(talk.start))
    together = "\n".join(filter(None, (start.words, words)))
    number = start.number + 1
    return await begin(
        scene, PRIVATE_WORDS, PrivateWordsStart(together, number, start.beside), files
    )


def words_for_nobody(step: Step, talk: Talk) -> PrivateWordsStart | None:
    """Return the words that are something else altogether; None while that is not said."""
    if talk.script != PRIVATE_WORDS or step.answers.get(WHOSE) != ELSE:
        return None
    return PrivateWordsStart(**json.loads(talk.start))


async def _answer(scene: Scene, event: Event, matter: PrivateMatter, words: str) -> bool:
    """Say words to whoever helps, and of a photo that it is not taken."""
    start = await start_of(scene, REPLY, str(matter.id))
    if start is None:
        return False
    if isinstance(event, SentFile):
        await _refuse(scene, event)
    if words:
        talk = await begin(scene, REPLY, start, {"words": words})
        await _remember_album(scene, event, talk)
    return True


async def _remember_album(scene: Scene, event: Event, talk: Talk | None) -> bool:
    """Remember to which conversation an album belongs; False when there is none."""
    if talk and isinstance(event, SentFile) and event.album:
        await add_album(scene.tx, talk, event.album)
    return talk is not None


def _words(event: Event) -> str | None:
    match event:
        case Typed(text) if text:
            return text
        case SentFile(_, caption, _):
            return caption
        case _:
            return None


async def _waiting(scene: Scene) -> PrivateMatter | None:
    """Return the open matter in which whoever helps said something last."""
    for matter in await own_open(scene):
        if await helper_spoke_last(scene.tx, matter.id):
            return matter
    return None


async def _belongs_to_an_answer(scene: Scene, event: SentFile) -> bool:
    """Refuse the later parts of an album whose words were an answer."""
    owner = await album_owner(scene.tx, scene.chat_id, event.album) if event.album else None
    talk = await talk_by_id(scene.tx, owner.talk_id) if owner else None
    if talk is None or talk.script != REPLY:
        return False
    await _refuse(scene, event)
    return True


async def _refuse(scene: Scene, event: SentFile) -> None:
    """Say once for an album that nothing was kept: what is confided are words alone."""
    once = f"private_words:{scene.chat_id}:{event.album or scene.happened.inbox}"
    await scene.tell(Say(once, scene.chat_id, "private_matter.no_files", {}))


def is_news(scene: Scene, words: str) -> bool:
    """Whether words surely name something that is not confided: danger, or another matter."""
    guess = scene.neighbourhood.guess(words)
    is_trouble = guess.is_sure and not _can_be_confided(scene, guess)
    is_sure = _is_danger(scene, guess) or is_trouble
    return is_sure or (bool(words) and is_plainly_another(scene, words))


def _is_danger(scene: Scene, guess: Guess) -> bool:
    """Whether one of the meanings is a danger; a word that may mean one is asked about."""
    known = scene.neighbourhood.community.categories
    return bool(guess.alarms) or (
        guess.question is None
        and any(
            known[code].danger or known[code].urgency is Urgency.EMERGENCY
            for code in guess.categories
        )
    )


def _can_be_confided(scene: Scene, guess: Guess) -> bool:
    categories = scene.neighbourhood.community.categories
    return categories[guess.categories[0]].can_be_mediated
