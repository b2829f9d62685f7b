"""Until when what is promised about errands, in working time."""

from datetime import timedelta

from bot.community import Community, TimeLimit, TimeUnit, Urgency
from bot.errand_terms import ErrandTerms
from bot.errands import AUTHORISED_DAYS
from bot.instants import Instant, local_time
from bot.time_limits import due_at

# For how long somebody of the staff alone is reminded, before the clerks are told.
GRACE_HOURS = 4


def accepted_by(terms: ErrandTerms, community: Community, start: Instant) -> Instant:
    """Return until when somebody takes it on."""
    return _working(TimeLimit(terms.accept_hours, TimeUnit.WORKING_HOUR), community, start)


def promised_by(terms: ErrandTerms, community: Community, start: Instant) -> Instant:
    """Return until when it is done and everything is back."""
    return _working(TimeLimit(terms.promise_days, TimeUnit.WORKING_DAY), community, start)


def custody_until(terms: ErrandTerms, community: Community, start: Instant) -> Instant:
    """Return until when a paper may be in the same hands."""
    return _working(TimeLimit(terms.custody_days, TimeUnit.WORKING_DAY), community, start)


def patience_until(community: Community, start: Instant) -> Instant:
    """Return when a reminder that changed nothing is told to the clerks."""
    return _working(TimeLimit(GRACE_HOURS, TimeUnit.WORKING_HOUR), community, start)


def again_at(community: Community, start: Instant) -> Instant:
    """Return when the clerks are told once more of what still is not done."""
    return _working(TimeLimit(1, TimeUnit.WORKING_DAY), community, start)


def last_day(community: Community, start: Instant) -> str:
    """Return the last ISO day on which an authorisation given now is good."""
    today = local_time(start, community.time_zone).date()
    return (today + timedelta(days=AUTHORISED_DAYS)).isoformat()


def _working(limit: TimeLimit, community: Community, start: Instant) -> Instant:
    return due_at(limit, Urgency.NORMAL, community, start)
