"""Words or a photo of a member of staff that nobody asked for: mostly about a case in hand."""

from bot.intent import Intent
from conversations.staff_words import StaffWordsStart
from handlers.desk.guiding import intent_in
from handlers.desk.own_cases import in_hand
from handlers.desk.scene import Scene
from handlers.desk.talk_steps import begin
from storage.talk import Answers, Talk

STAFF_WORDS = "staff_words"


async def begin_staff_words(scene: Scene, words: str, files: Answers) -> Talk | None:
    """Ask which case they belong to; None when nothing is in hand, or the words are news."""
    if not scene.grants or intent_in(scene, words) is not Intent.REPORT:
        return None
    categories = {case.category for case in await in_hand(scene)}
    guess = scene.neighbourhood.guess(words)
    if not categories or (guess.is_sure and guess.categories[0] not in categories):
        return None
    return await begin(scene, STAFF_WORDS, StaffWordsStart(words), files)
