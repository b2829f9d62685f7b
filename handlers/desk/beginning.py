"""How conversations begin: from a button, a command, or the person's first words."""

from collections.abc import Awaitable, Callable

from bot.inquiry import Inquiry, Wish
from bot.intent import Intent
from bot.spoken_days import without_days
from bot.spoken_times import without_times
from conversations.appointment import AppointmentStart
from conversations.appointment_wanted import wanted_time
from conversations.errand_known import OTHER, ErrandStart
from conversations.inquiry import InquiryStart
from conversations.offer import OfferStart
from conversations.offer_choice import FIND
from conversations.pre_check import PreCheckStart
from conversations.private_parts import PrivateStart
from conversations.report import ReportStart
from conversations.service_choice import MATTER
from conversations.ticket import TicketStart
from handlers.desk.afterwards import went_on
from handlers.desk.amending import FIRST_MESSAGE
from handlers.desk.appointment_card import APPOINTMENT, show_appointments
from handlers.desk.check_buttons import PRE_CHECK
from handlers.desk.errand_card import ERRAND
from handlers.desk.errand_views import showed_errand_asked_for
from handlers.desk.errands import show_own_errands
from handlers.desk.expected import show_arrivable
from handlers.desk.guiding import intent_in, local_now
from handlers.desk.inquiries import answered_from_guide, asked_in, surely_meant, wish_of
from handlers.desk.inquiry_told import INQUIRY
from handlers.desk.notices import names_a_topic, show_topics
from handlers.desk.offer_card import OFFER
from handlers.desk.offer_moves import show_own_requests
from handlers.desk.offers import names_an_offer
from handlers.desk.photo_told import PAPER_PHOTO
from handlers.desk.scene import Scene
from handlers.desk.starting import answers_known, start_of
from handlers.desk.talk_steps import REPORT, begin, show_question, written
from handlers.desk.tickets import TICKET
from handlers.desk.unasked_photos import paper_photo_start
from handlers.desk.vocabulary import asking_words
from storage.press import PressResult
from storage.talk import Answers, Talk, open_talk

SEEN = PressResult("", "{}")


async def begin_about(scene: Scene, script: str, subject: str) -> PressResult:
    """Start a conversation, or go on with the same one where it was left."""
    start = await start_of(scene, script, subject)
    if start is None:
        return PressResult("case.not_yours", "{}")
    talk = await open_talk(scene.tx, scene.chat_id)
    if talk and (talk.script, talk.start) == (script, written(start)):
        await show_question(scene, talk, None)
    else:
        await begin(scene, script, start, await answers_known(scene, start))
    return SEEN


async def begin_report(scene: Scene, answers: Answers, building: str = "") -> Talk:
    """Start a report with what is known already; `building` is that of a QR plate."""
    return await begin(scene, REPORT, ReportStart(building), answers)


async def begin_report_saying(scene: Scene, words: str) -> None:
    """Start a report with the person's own words, or with none."""
    if words:
        message = str(scene.happened.message_id)
        await begin_report(scene, {"words": words, FIRST_MESSAGE: message})
    else:
        await begin_about(scene, REPORT, "")


async def begin_saying(scene: Scene, words: str) -> None:
    """Start what first words are about: a report, a matter of the centre, or an offer nearby."""
    intent = intent_in(scene, words)
    if intent is Intent.REPORT and names_an_offer(scene, words):
        await begin(scene, OFFER, OfferStart(said=words), {FIND: words})
    elif await showed_errand_asked_for(scene, words):
        pass  # it is about papers that are under way
    elif intent is Intent.REPORT and await went_on(scene, words):
        pass  # it goes on with a matter that was spoken of before
    elif wish := wish_of(scene, words):
        await _begin_wish(scene, wish, words)
    elif await answered_from_guide(scene, words) or await _began_inquiry(scene, words):
        pass  # nothing is begun for what was only asked, unless it must be asked back
    elif intent is Intent.REPORT and names_a_topic(scene, words):
        await show_topics(scene)
    elif intent is Intent.REPORT:
        await begin_report_saying(scene, words)
    else:
        await _begin_matter(scene, words, intent, {})


async def _began_inquiry(scene: Scene, words: str) -> bool:
    """Ask which matter somebody means who wants to know its fee, time or papers."""
    asked = asked_in(scene, words)
    if asked is None or not asked.is_open or asked.is_elsewhere:
        return False
    answers = {MATTER: words} if asked.matters else {}
    if asked.inquiry is Inquiry.PAPERS:
        await begin(scene, PRE_CHECK, PreCheckStart(), answers)
    else:
        await begin(scene, INQUIRY, InquiryStart(asked.inquiry), answers)
    return True


async def _begin_wish(scene: Scene, wish: Wish, words: str) -> None:
    """Begin an errand, an appointment or a number, for the matter that is named with it if any."""
    matter = words if surely_meant(scene, words) else ""
    if wish is Wish.ERRAND:
        await begin_errand_saying(scene, matter)
    elif wish is Wish.TICKET:
        await begin_ticket_saying(scene, matter)
    else:
        await _begin_booking(scene, matter, words)


async def _begin_booking(scene: Scene, matter: str, words: str) -> None:
    """Begin an appointment with the day and the time that words name: neither is asked again."""
    festivals = scene.neighbourhood.community.calendar.festivals
    wanted = wanted_time(words, local_now(scene).date(), festivals)
    if matter or wanted.day:
        start = AppointmentStart(day=wanted.day, part=wanted.part, at=wanted.at)
        await begin(scene, APPOINTMENT, start, {MATTER: matter} if matter else {})
    else:
        await begin_appointment_saying(scene, "")


async def begin_with_file(scene: Scene, caption: str, files: Answers) -> Talk:
    """Start what a photo is about: a paper that is waited for, what its words say, or a report."""
    paper = await paper_photo_start(scene, caption, files)
    if paper:
        return await begin(scene, PAPER_PHOTO, paper, files)
    intent = intent_in(scene, caption) if caption else Intent.REPORT
    if intent is not Intent.REPORT:
        return await _begin_matter(scene, caption, intent, files)
    first = str(scene.happened.message_id)
    return await begin_report(scene, {**files, "words": caption, FIRST_MESSAGE: first})


async def _begin_matter(scene: Scene, words: str, intent: Intent, files: Answers) -> Talk:
    """Start a matter of the centre, or ask whether it is one; files wait beside the answers."""
    start = PreCheckStart(is_unclear=intent is Intent.EITHER)
    return await begin(scene, PRE_CHECK, start, {**files, MATTER: words})


async def begin_papers_saying(scene: Scene, words: str) -> None:
    """Start a matter of the centre with the person's own words, or with the list."""
    if words:
        await begin(scene, PRE_CHECK, PreCheckStart(), {MATTER: words})
    else:
        await begin_about(scene, PRE_CHECK, "")


async def begin_appointment_saying(scene: Scene, words: str) -> None:
    """Start an appointment for what the words mean; without words show what is booked."""
    if words:
        is_day_alone = not without_days(without_times(words)).strip()
        await _begin_booking(scene, "" if is_day_alone else words, words)
    elif not await show_appointments(scene):
        await begin_about(scene, APPOINTMENT, "")


async def begin_ticket_saying(scene: Scene, words: str) -> None:
    """Begin to take a number for what the words mean; who is booked today is shown that first."""
    if not words and await show_arrivable(scene):
        return
    await begin(scene, TICKET, TicketStart(), {MATTER: words} if words else {})


async def begin_offer_saying(scene: Scene, words: str) -> None:
    """Look for an offer by words; without words show what is asked for, and the shelves."""
    if words:
        await begin(scene, OFFER, OfferStart(), {FIND: words})
    else:
        await show_own_requests(scene)
        await begin_about(scene, OFFER, "")


def begin_privately(script: str) -> Callable[[Scene, str], Awaitable[None]]:
    """Return how mediation or legal aid begins, with what was said already."""

    async def run(scene: Scene, words: str) -> None:
        if words and await start_of(scene, script, ""):
            await begin(scene, script, PrivateStart(), {"words": words})
        else:
            await begin_about(scene, script, "")

    return run


async def begin_errand_saying(scene: Scene, words: str) -> None:
    """Begin an errand for what the words mean; without words show what goes on already."""
    if words:
        others = asking_words(scene.words, "for_others")
        whom = OTHER if any(map(words.__contains__, others)) else ""
        await begin(scene, ERRAND, ErrandStart(whom=whom), {MATTER: words})
    elif not await show_own_errands(scene):
        await begin_about(scene, ERRAND, "")
