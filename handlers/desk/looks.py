"""Facts that conversations look up, fetched inside the turn's transaction."""

import json
from collections.abc import Mapping

from bot.cases import Actor, Move, rule_for
from bot.community import Point
from bot.geography import other_reading
from bot.instants import after, local_time
from bot.places import Located, Place
from bot.similar import WITHIN, is_near
from conversations.appointment_facts import AppointmentTimes
from conversations.engine import FILES, Fact
from conversations.errand_facts import ErrandOutlook, ErrandsToday
from conversations.facts import (
    Attendance,
    CasesInHand,
    FilesSoFar,
    GuessOf,
    LocatedAt,
    OwnAttendance,
    OwnCases,
    PlacesIn,
    PlaceSoFar,
    SimilarCase,
    SimilarCases,
)
from conversations.going_day import OpenDays
from conversations.offer_facts import (
    FollowersOf,
    OffersMeant,
    OffersToday,
    OfferTimes,
    OfferToCome,
)
from conversations.paper_photo_facts import FilesSent, PapersToShow
from conversations.place import point_written
from conversations.private_moves import OtherHelpers
from conversations.private_parts import ApplicantNow
from conversations.private_words import Addressees
from conversations.service_facts import GuideToday, KeptFacts, OpeningOf, ServicesMeant
from conversations.ticket import PeopleBefore
from handlers.desk.addressees import addressees_of
from handlers.desk.appointments import times_for
from handlers.desk.errands import outlook_of
from handlers.desk.errands_today import errands_today
from handlers.desk.files import files_kept
from handlers.desk.guiding import (
    guide_of,
    kept_of,
    open_days_of,
    opened_of,
    services_meant,
)
from handlers.desk.offers import offer_times, offer_to_come, offers_meant, offers_today
from handlers.desk.own_cases import as_shown, in_hand, own_cases
from handlers.desk.paper_photos import papers_to_show
from handlers.desk.pre_checks import check_of
from handlers.desk.private_matters import applicant_now, other_helpers
from handlers.desk.scene import Scene
from handlers.desk.tickets import people_before
from storage.case import Alike, OpenCase, open_cases_like
from storage.notice import followers_counted
from storage.staff import absences

SHOWN = 3


async def fetch(scene: Scene, answers: Mapping[str, str], fact: Fact[object]) -> object:
    """Return what a conversation wants to know."""
    match fact:
        case GuessOf() | PlacesIn() | LocatedAt():
            return _heard(scene, fact)
        case SimilarCases(category, place):
            return await _similar(scene, category, place)
        case GuideToday() | ServicesMeant() | OpeningOf():
            return _in_the_guide(scene, fact)
        case ErrandsToday() | ErrandOutlook():
            return await _about_errands(scene, fact)
        case OffersToday() | OffersMeant() | OfferToCome():
            return _offered(scene, fact)
        case _:
            return await _of_the_person(scene, answers, fact)


def _heard(scene: Scene, fact: GuessOf | PlacesIn | LocatedAt) -> object:
    if isinstance(fact, GuessOf):
        return scene.neighbourhood.guess(fact.words)
    return _where(scene, fact)


def _in_the_guide(scene: Scene, fact: GuideToday | ServicesMeant | OpeningOf) -> object:
    match fact:
        case GuideToday():
            return guide_of(scene)
        case ServicesMeant(words):
            return services_meant(scene, words)
        case OpeningOf(window):
            return opened_of(scene, window)


def _offered(scene: Scene, fact: OffersToday | OffersMeant | OfferToCome) -> object:
    if isinstance(fact, OffersToday):
        return offers_today(scene)
    if isinstance(fact, OfferToCome):
        return offer_to_come(scene, fact.words)
    return offers_meant(scene, fact.words)


async def _about_errands(scene: Scene, fact: ErrandsToday | ErrandOutlook) -> object:
    if isinstance(fact, ErrandsToday):
        return errands_today(scene)
    return await outlook_of(scene, fact.service, fact.place)


async def _at_the_window(
    scene: Scene,
    fact: PeopleBefore | AppointmentTimes | OfferTimes | FollowersOf | ApplicantNow,
) -> object:
    match fact:
        case PeopleBefore(window):
            return await people_before(scene, window)
        case AppointmentTimes(service):
            return await times_for(scene, service)
        case OfferTimes(offer):
            return await offer_times(scene, offer)
        case FollowersOf(topic):
            return await followers_counted(scene.tx, scene.neighbourhood.community.code, topic)
        case ApplicantNow(service):
            return await applicant_now(scene, service)


async def _of_the_person(scene: Scene, answers: Mapping[str, str], fact: Fact[object]) -> object:
    match fact:
        case OwnCases() | CasesInHand():
            return await (_own(scene) if isinstance(fact, OwnCases) else in_hand(scene))
        case OwnAttendance():
            return await _attendance(scene)
        case OpenDays() | PapersToShow():
            return await _of_a_check(scene, fact)
        case KeptFacts() | Addressees() | OtherHelpers():
            return await _kept_apart(scene, fact)
        case PeopleBefore() | AppointmentTimes() | OfferTimes() | FollowersOf() | ApplicantNow():
            return await _at_the_window(scene, fact)
        case FilesSoFar() | PlaceSoFar() | FilesSent():
            return _so_far(answers, fact)
        case _:
            raise TypeError(f"nobody knows how to look up {type(fact).__name__}")


async def _kept_apart(scene: Scene, fact: KeptFacts | Addressees | OtherHelpers) -> object:
    if isinstance(fact, KeptFacts):
        return await kept_of(scene)
    if isinstance(fact, OtherHelpers):
        return await other_helpers(scene, fact.matter)
    return await addressees_of(scene)


async def _of_a_check(scene: Scene, fact: OpenDays | PapersToShow) -> object:
    if isinstance(fact, PapersToShow):
        return await papers_to_show(scene, fact.check)
    check = await check_of(scene, fact.check)
    return open_days_of(scene, check) if check else ()


def _so_far(answers: Mapping[str, str], fact: FilesSoFar | PlaceSoFar | FilesSent) -> object:
    """Return what the conversation holds already."""
    if isinstance(fact, FilesSent):
        return files_kept(answers)
    if isinstance(fact, FilesSoFar):
        return len(json.loads(answers.get(FILES, "[]")))
    return point_written(answers.get("place", ""))


def _where(scene: Scene, fact: PlacesIn | LocatedAt) -> tuple[Place, ...] | Located:
    if isinstance(fact, PlacesIn):
        return scene.neighbourhood.places(fact.words)
    point = Point(fact.latitude, fact.longitude)
    if fact.is_other_reading:
        point = other_reading(point)
    return scene.neighbourhood.geography.locate(point)


async def _similar(scene: Scene, category: str, place: Place) -> tuple[SimilarCase, ...]:
    code, since = scene.neighbourhood.community.code, after(scene.now, -WITHIN)
    alike = Alike(code, category, since, place.building, scene.person.id)
    cases = await open_cases_like(scene.tx, alike)
    near = [case for case in cases if is_near(place, _place_of(case))]
    return tuple(
        SimilarCase(case.id, case.number, category, case.building, case.opened_at)
        for case in near[:SHOWN]
    )


async def _own(scene: Scene) -> tuple[SimilarCase, ...]:
    cases = await own_cases(scene)
    open_ones = [case for case in cases if rule_for(Move.ANSWER, Actor.REPORTER, case.new.state)]
    return tuple(map(as_shown, open_ones[:SHOWN]))


async def _attendance(scene: Scene) -> Attendance:
    community = scene.neighbourhood.community
    today = local_time(scene.now, community.time_zone).date().isoformat()
    away = await absences(scene.tx, community.code, scene.now)
    return Attendance(today, any(grant.staff_code in away for grant in scene.grants))


def _place_of(case: OpenCase) -> Place:
    """Return a case's place in the form of the rules."""
    if case.latitude is None or case.longitude is None:
        return Place(case.building)
    return Place(case.building, point=Point(case.latitude, case.longitude))
