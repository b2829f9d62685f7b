"""What people like to do: how likely a button is pressed, by what it does; and what they send."""

from collections.abc import Mapping, Sequence

from conversations.registry import CONVERSATIONS
from tests.simulation.meanings import Meaning

ORDINARY = 10.0
# The first name of a button that stands here counts, from the most exact one on.
TASTE: Mapping[str, float] = {
    # moving about in a conversation
    "steer back": 1.0,
    "steer cancel": 0.5,
    "steer skip": 8.0,
    "turn": 2.0,
    "change": 1.0,
    "change identity": 25.0,
    # reports
    "report.send": 60.0,
    "report.category": 5.0,
    "begin language": 0.5,
    "begin report": 1.0,
    "begin withdraw": 0.4,
    "begin answer_worker": 3.0,
    "begin add_files": 1.5,
    "begin hand_back": 3.0,
    "show case_photos": 2.0,
    "show case_place": 2.0,
    # what goes on when a summary is agreed to
    "errand.send": 60.0,
    "errand.authorise": 60.0,
    "appointment.book": 60.0,
    "ticket.take": 60.0,
    "offer.send": 60.0,
    "mediation.send": 60.0,
    "legal_aid.send": 60.0,
    # errands
    "errand.how=check_first": 2.0,
    "errand.papers=all": 40.0,
    "begin errand_collect": 60.0,
    "begin errand_hand_in": 60.0,
    "begin errand_fetch": 60.0,
    "begin errand_bring_back": 60.0,
    "begin errand_problem": 2.0,
    "begin errand_decline": 1.0,
    "begin errand_cancel": 0.4,
    "begin errand_recall": 10.0,
    "errand_collect=not": 2.0,
    "move_errand accept": 60.0,
    "move_errand confirm": 60.0,
    "move_errand deny": 15.0,
    "move_errand take_over": 1.0,
    # the window
    "begin leave_queue": 0.3,
    "begin cancel_appointment": 2.0,
    "show counters": 1.0,
    "show counter": 2.0,
    "show counter W2": 60.0,
    "serve_window next": 60.0,
    "serve_window finished": 60.0,
    # papers
    "begin paper_photo": 40.0,
    "paper_photo.agree=agree": 40.0,
    "open_to_window take_back": 40.0,
    # confidential matters, offers
    "begin matter_withdraw": 2.0,
    "move_matter accept": 60.0,
    "offer.find.listed=none": 1.0,
    "begin withdraw_request": 1.0,
    "begin decline_request": 2.0,
    "move_request accept": 40.0,
}
# Conversations in which a photo is the answer, and those of which nobody else may know.
PHOTOGRAPHED = frozenset(
    {"errand_collect", "errand_hand_in", "errand_fetch", "errand_bring_back", "paper_photo"}
)
CONFIDENTIAL = frozenset(name for name, each in CONVERSATIONS.items() if each.is_confidential)
# What somebody does about something of hers when she looks for it, not at the newest message.
BUSINESS = frozenset(
    {
        "steer",
        "move_errand",
        "move_matter",
        "move_request",
        "judge_photo",
        "serve_window",
        "begin errand_collect",
        "begin errand_hand_in",
        "begin errand_fetch",
        "begin errand_bring_back",
        "begin paper_photo",
    }
)
# People want to come soon, so they meet.
DAYS = frozenset(
    {
        "appointment.day",
        "appointment.day.time",
        "appointment.day.time.at",
        "offer.day",
        "offer.day.time",
        "going_day.day",
    }
)
LATER = 0.15
_STEERING = frozenset({"steer", "change"})


def liking(meaning: Meaning, position: int) -> float:
    """Return how likely a button is pressed; an early day more than a late one."""
    taste = next((TASTE[name] for name in meaning.names if name in TASTE), ORDINARY)
    return taste * LATER**position if DAYS.intersection(meaning.names) else taste


def is_open(meanings: Sequence[Meaning]) -> bool:
    """Whether something is to be written or photographed: what can be pressed answers nothing.

    Beside a photo that is asked for there may be a button that says that there is none.
    """
    others = [each for each in meanings if not _STEERING.intersection(each.names)]
    scripts = {each.script for each in others}
    return not others or (len(others) == 1 and bool(scripts & PHOTOGRAPHED))
