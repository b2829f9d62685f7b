"""Errands as a turn carries them out: asked for, given to somebody, listed, shown again."""

import json
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.actions import Begin, Show
from bot.case_numbers import case_number
from bot.commands import AskErrand
from bot.community import Role
from bot.errand_times import last_day, promised_by
from bot.errands import AUTHORISATION_VERSION, PRIORITIES
from bot.instants import DAY, Instant, after, instant_of
from bot.places import Place
from bot.routing import Presence, Routed, route
from bot.telling import Button, Parameter, Placement, Say
from conversations.errand_facts import Outlook
from conversations.errand_words import authorisation_told
from handlers.desk.errand_card import (
    ERRAND,
    ERRAND_VIEW,
    Showing,
    parts_of,
    show_to_resident,
    show_to_staff,
)
from handlers.desk.errand_check import keep_check_of, offer_the_place_back
from handlers.desk.errand_parameters import service_name
from handlers.desk.errand_times import plan_at_the_start
from handlers.desk.errands_today import errands_today
from handlers.desk.guiding import local_now
from handlers.desk.said import Said
from handlers.desk.scene import Scene
from storage.case import next_number
from storage.errand import (
    Authorisation,
    Errand,
    Home,
    NewErrand,
    add_errand,
    errands_of_person,
    open_errands,
    transfers_of,
)
from storage.outbox import hand_over_subject
from storage.staff import absences, holders
from storage.talk import Talk, forget_answers
from storage.task import AuditLine, record

LISTED, LOOKED_THROUGH = 12, 200
# What ended is shown for as long after all.
SHOWN_AFTER_END = 3 * DAY


async def outlook_of(scene: Scene, service: str, place: Place) -> Outlook:
    """Return who would do a service's errand at a home, and until when."""
    community = scene.neighbourhood.community
    routed = await _route(scene, place)
    promised = promised_by(errands_today(scene)[service], community, scene.now)
    last = last_day(community, scene.now)
    return Outlook(scene.person.name, routed.staff_code, promised, last)


async def ask_errand(scene: Scene, talk: Talk, command: AskErrand) -> Said | None:
    """Take an errand on; the conversation's message becomes its living card."""
    await forget_answers(scene.tx, talk)
    terms = errands_today(scene).get(command.service)
    if terms is None:
        return Said("errand.withdrawn")
    routed = await _route(scene, command.place)
    new = await _new(scene, talk, command, routed)
    errand = await add_errand(scene.tx, new, command.papers, scene.now)
    if errand is None:
        await show_own_errands(scene)
        return Said("errand.already")
    detail = json.dumps({"assignee": routed.staff_code, "wording": AUTHORISATION_VERSION})
    line = AuditLine(scene.person.id, "errand.ask", errand.subject, detail)
    await record(scene.tx, line, scene.now)
    await keep_check_of(scene, errand, command)
    await plan_at_the_start(scene, errand, terms)
    await show_to_staff(scene, errand, Showing(Placement.BELOW))
    await hand_over_subject(scene.tx, talk.chat_id, talk.subject, errand.subject)
    placement = Placement.IN_PLACE if scene.callback_id else Placement.BELOW
    await show_to_resident(scene, errand, Showing(placement))
    await offer_the_place_back(scene, command.service)
    return None


async def show_own_errands(scene: Scene) -> bool:
    """Show what the person has asked for, and a way to ask for more; False when it is nothing."""
    since = after(scene.now, -SHOWN_AFTER_END)
    own = await errands_of_person(scene.tx, scene.person.id, since)
    for each in own:
        await show_to_resident(scene, each, Showing(Placement.BELOW, scene.once("own")))
    if own:
        more = Button("errand.button.more", Begin(ERRAND))
        say = Say(scene.once("errands"), scene.chat_id, "errand.more", {}, ((more,),))
        await scene.tell(say)
    return bool(own)


async def show_errands(scene: Scene) -> None:
    """List for a member of staff what is to be done: old, disabled and ill people first."""
    found = await _listed(scene)
    lines: list[Parameter] = [_line(scene, each) for each in found[:LISTED]]
    buttons = [
        Button("errand.button.line", Show(ERRAND_VIEW, str(each.id)), _line(scene, each))
        for each in found[:LISTED]
    ]
    await scene.tell(
        Say(
            scene.once("errand_list"),
            scene.chat_id,
            "errand.list",
            {"errands": lines, "more": max(0, len(found) - LISTED)},
            tuple((each,) for each in buttons),
            subject="errand.list",
            placement=Placement.IN_PLACE if scene.callback_id else Placement.BELOW,
        )
    )


async def _listed(scene: Scene) -> list[Errand]:
    """Return what a member of staff has to do, or could do for somebody who is away."""
    community = scene.neighbourhood.community
    found = await open_errands(scene.tx, community.code, LOOKED_THROUGH)
    if scene.grant(Role.CLERK):
        return list(found)
    codes = {grant.staff_code for grant in scene.grants if grant.community == community.code}
    present = await holders(scene.tx, community.code)
    away = await absences(scene.tx, community.code, scene.now)
    listed = []
    for each in found:
        transfers = await transfers_of(scene.tx, each.id)
        runner = each.now.assignee
        is_left = runner not in present or runner in away
        is_concerned = any(parts_of(scene, grant, each, transfers) for grant in scene.grants)
        if runner in codes or (is_left and is_concerned):
            listed.append(each)
    return listed


def _line(scene: Scene, errand: Errand) -> dict[str, Parameter]:
    return {
        "number": errand.new.number,
        "service": service_name(scene, errand),
        "state": errand.now.state.value,
        "priority": errand.new.priority,
        "name": errand.new.for_whom or errand.new.name,
        "runner": errand.now.assignee,
        "promised_by": errand.new.promised_by,
        "is_late": errand.new.promised_by < scene.now,
    }


async def _route(scene: Scene, place: Place) -> Routed:
    community = scene.neighbourhood.community
    joined = await holders(scene.tx, community.code)
    away = await absences(scene.tx, community.code, scene.now)
    return route(place, "", community, Presence(joined, away))


async def _new(scene: Scene, talk: Talk, command: AskErrand, routed: Routed) -> NewErrand:
    community = scene.neighbourhood.community
    day = local_now(scene).date()
    counter = await next_number(scene.tx, community.code, day.isoformat())
    terms = errands_today(scene)[command.service]
    return NewErrand(
        case_number(community.letters, day, counter),
        community.code,
        talk.id,
        scene.person.id,
        command.service,
        command.for_whom,
        command.basis,
        command.name,
        command.priority,
        PRIORITIES[command.priority],
        _home(scene, command, routed),
        _authorisation(scene, command),
        routed.staff_code,
        routed.role,
        promised_by(terms, community, scene.now),
    )


def _home(scene: Scene, command: AskErrand, routed: Routed) -> Home:
    place = command.place
    landmark = scene.neighbourhood.community.landmarks.get(place.landmark)
    named = landmark.name.in_language(scene.words.languages[0]) if landmark else ""
    words = place.words or named
    return Home(place.building, place.entrance, place.flat, words, routed.grid, command.home)


def _authorisation(scene: Scene, command: AskErrand) -> Authorisation:
    """Keep the very words that were shown, in the language in which they were shown."""
    community = scene.neighbourhood.community
    words = scene.words.label(
        "errand.authorisation",
        authorisation_told(community, command),
        scene.person.language,
        community.code,
    )
    return Authorisation(words, AUTHORISATION_VERSION, _end_of(scene, command.good_until))


def _end_of(scene: Scene, day: str) -> Instant:
    """Return the end of a local ISO day."""
    following = date.fromisoformat(day) + timedelta(days=1)
    zone = ZoneInfo(scene.neighbourhood.community.time_zone)
    return instant_of(datetime.combine(following, time(), zone))
