"""What somebody plainly means with words that might also be for a mediator, or for a report."""

from bot.case_numbers import typed_case_number
from bot.inquiry import Wish
from bot.intent import NAMED, Intent
from bot.said_of_others import speaks_of_somebody
from handlers.desk.guiding import intent_in
from handlers.desk.inquiries import asked_in, surely_meant, wish_of
from handlers.desk.offers import names_an_offer
from handlers.desk.said_alone import said_alone
from handlers.desk.scene import Scene


def is_plainly_another(scene: Scene, words: str) -> bool:
    """Whether words can mean nothing but the centre: a number, a wish, a question, a matter."""
    if typed_case_number(words) or said_alone(scene, words):
        return True
    if speaks_of_somebody(words):
        return False
    return asked_in(scene, words) is not None or _wishes(scene, words) or names_only(scene, words)


def may_be_another(scene: Scene, words: str) -> bool:
    """Whether something of the centre, or an offer nearby, is named among other words."""
    return (
        wish_of(scene, words) is not None
        or asked_in(scene, words) is not None
        or surely_meant(scene, words) is not None
        or names_an_offer(scene, words)
    )


def names_only(scene: Scene, words: str) -> bool:
    """Whether words surely name a matter of the centre, and hardly anything else."""
    found = surely_meant(scene, words)
    return found is not None and found.score >= NAMED and intent_in(scene, words) is Intent.SERVICE


def _wishes(scene: Scene, words: str) -> bool:
    """Whether words wish for an appointment, or for an errand about a matter they name."""
    wish = wish_of(scene, words)
    return wish is Wish.APPOINTMENT or (
        wish is Wish.ERRAND and surely_meant(scene, words) is not None
    )
