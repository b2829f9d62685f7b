"""Words that stand for no button of a report say more about the matter: nothing typed is lost."""

from bot.plain_text import LONGEST_TEXT
from conversations.engine import Answers, Asking

WORDS = "words"
# The questions at which people go on telling; elsewhere a button or an answer is wanted.
TOLD_AT = frozenset({"about", "danger", "category", "photos", "send"})


def told_besides(asking: Asking) -> bool:
    """Whether what is typed besides is kept with the report."""
    return asking.question.name.partition(".")[0] in TOLD_AT


def with_more_words(asking: Asking, answers: Answers, text: str) -> Answers | None:
    """Return the answers with what was said besides; None where it must be an answer."""
    if not (told_besides(asking) and text):
        return None
    said = "\n".join(filter(None, (answers.get(WORDS, ""), text)))
    return {**_understood(asking, answers), WORDS: said[:LONGEST_TEXT]}


def _understood(asking: Asking, answers: Answers) -> Answers:
    """Keep what the words so far were understood to mean: more words must not unsettle it."""
    guessed = {
        each.name: each.default
        for each in asking.path
        if each.default is not None and not each.is_aside and each.name not in answers
    }
    return {**guessed, **answers}
