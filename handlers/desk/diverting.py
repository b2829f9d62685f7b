"""Somebody in the middle of one thing writes about another: trouble always goes first."""

from bot.case_numbers import typed_case_number
from bot.events import Typed
from bot.inquiry import Wish
from bot.intent import Intent
from bot.service_search import Kind
from bot.violence import tells_of_violence
from conversations.engine import Asking, Step
from conversations.more_words import told_besides
from conversations.offer_choice import FIND
from conversations.place import AS_WORDS, LONGEST_WORDS, PLACES
from conversations.questions import refusal_of
from conversations.service_choice import MATTER
from handlers.desk.addressees import private_addressees
from handlers.desk.appointment_card import APPOINTMENT
from handlers.desk.check_buttons import PRE_CHECK
from handlers.desk.errand_card import ERRAND
from handlers.desk.guiding import intent_in
from handlers.desk.inquiries import asked_in, service_called, surely_meant, wish_of
from handlers.desk.inquiry_told import INQUIRY
from handlers.desk.offer_card import OFFER
from handlers.desk.offers import names_an_offer
from handlers.desk.photo_told import PAPER_PHOTO
from handlers.desk.plainly import names_only
from handlers.desk.private_words import ask_whose
from handlers.desk.said_alone import is_nod, said_alone
from handlers.desk.scene import Scene
from handlers.desk.talk_steps import REPORT
from handlers.desk.tickets import TICKET
from storage.talk import Talk

# The question that a report asks when its words name nothing that is known.
UNKNOWN = "report.ask.category_unknown"
# Conversations that people leave in the middle; a report goes on, and keeps what is said besides.
LEFT = frozenset({PRE_CHECK, APPOINTMENT, TICKET, OFFER, ERRAND, INQUIRY, PAPER_PHOTO})
# What nobody says of a trouble.
AT_THE_CENTRE = frozenset({Wish.APPOINTMENT, Wish.TICKET})
# Where words name what is looked for: any words are an answer there.
LOOKED_FOR = frozenset({MATTER, FIND})


def is_something_else(scene: Scene, talk: Talk, asking: Asking, step: Step) -> bool:
    """Whether words typed in the middle of something are no answer but a matter of their own."""
    event = scene.happened.event
    if not isinstance(event, Typed):
        return False
    if talk.script == REPORT:
        is_place = _is_place(asking, step, event)
        is_besides = step.refused is not None or is_place
        return is_besides and _leaves_report(scene, asking, event.text, is_place=is_place)
    is_looked_for = _is_looked_for(asking, step, event)
    if step.refused and _names_what_is_at_hand(scene, asking, event.text):
        return False
    if talk.script not in LEFT or (step.refused is None and not is_looked_for):
        return False
    if talk.script != TICKET and wish_of(scene, event.text) is Wish.TICKET:
        return True
    return _is_of_its_own(scene, talk, event.text, is_looked_for=is_looked_for)


def _leaves_report(scene: Scene, asking: Asking, text: str, *, is_place: bool) -> bool:
    """Whether words are no part of a report, which takes all else that is said besides.

    A wish for an appointment or a number is none of it, nor that somebody has come for one, nor
    what names a matter of the centre and hardly anything else. A place is none of these, nor a
    question.
    """
    is_surely_one = is_place and surely_meant(scene, text) is not None
    is_open = asking.question.key == UNKNOWN or is_surely_one
    is_asked = asked_in(scene, text) is not None
    is_wish = wish_of(scene, text) in AT_THE_CENTRE
    is_matter = (is_open or is_asked) and intent_in(scene, text) is Intent.SERVICE
    return is_matter or (is_place and is_asked) or is_wish or names_only(scene, text)


def _is_place(asking: Asking, step: Step, event: Typed) -> bool:
    """Whether the words were taken as a place: any words are one."""
    name = asking.question.name
    written = step.answers.get(name, "")
    return name in PLACES and written.removeprefix(AS_WORDS) == event.text[:LONGEST_WORDS]


async def asked_whose(scene: Scene, talk: Talk, asking: Asking, step: Step) -> bool:
    """Ask whom words in a report are for, where they may be confidential; numbers go first."""
    event = scene.happened.event
    if not (isinstance(event, Typed) and await _may_be_confided(scene, talk, asking, step)):
        return False
    if tells_of_violence(event.text):
        await scene.say("private_matter.danger")
    return await ask_whose(scene, event.text, {}, beside=talk.id) is not None


async def _may_be_confided(scene: Scene, talk: Talk, asking: Asking, step: Step) -> bool:
    """Whether words in a report may be for a mediator or legal adviser, while one is at work.

    What names a place or trouble is none; the first words of the report have been asked about.
    """
    event = scene.happened.event
    if talk.script != REPORT or not isinstance(event, Typed):
        return False
    is_besides = step.refused == refusal_of(Typed("")) and told_besides(asking)
    is_place = _is_place(asking, step, event)
    if not (is_besides or is_place) or is_nod(scene, event.text):
        return False
    if said_alone(scene, event.text) or not await private_addressees(scene):
        return False
    return not _names_place(scene, event.text)


def _names_place(scene: Scene, text: str) -> bool:
    """Whether words name a building, an entrance or a landmark of the neighbourhood."""
    found = scene.neighbourhood.places(text)
    return any(place.building or place.landmark or place.entrance for place in found)


def is_case_number(asking: Asking, step: Step, event: Typed) -> bool:
    """Whether a case is asked for by its number, where a number answers nothing."""
    if not typed_case_number(event.text):
        return False
    return step.refused is not None or _is_looked_for(asking, step, event)


def _is_of_its_own(scene: Scene, talk: Talk, text: str, *, is_looked_for: bool) -> bool:
    """Whether words name a trouble, or a matter or an offer that is not what is looked for."""
    is_office = intent_in(scene, text) is not Intent.REPORT
    if talk.script == PAPER_PHOTO:
        # The name of a paper may be what another office does: only a matter of the centre counts.
        named = surely_meant(scene, text)
        is_office = named is not None and named.kind is Kind.SERVICE
    is_offer = names_an_offer(scene, text)
    if scene.neighbourhood.guess(text).categories and not (is_office or is_offer):
        return True
    if is_looked_for:
        return is_office and not is_offer if talk.script == OFFER else is_offer and not is_office
    return is_office or is_offer


def _names_what_is_at_hand(scene: Scene, asking: Asking, text: str) -> bool:
    """Whether words surely name the very matter that is asked about: nothing new is begun."""
    found = surely_meant(scene, text)
    at_hand = service_called(scene, asking.question.parameters.get("service"))
    is_wish = wish_of(scene, text) is not None
    return bool(at_hand) and found is not None and found.code == at_hand and not is_wish


def _is_looked_for(asking: Asking, step: Step, event: Typed) -> bool:
    """Whether the words were taken as the name of a matter, not as one of the buttons."""
    name = asking.question.name
    is_free = name.partition(".")[0] in LOOKED_FOR
    return is_free and step.answers.get(name) == event.text
