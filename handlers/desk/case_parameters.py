"""What the cards say about a case, as parameters for the message catalogue."""

import json

from bot.telling import Parameter, Parameters
from conversations.category import answers_told, said
from handlers.desk.authority import responsible_for
from handlers.desk.scene import Scene
from storage.case import Case, CaseFile, Entry, entries_of, files_of

ENTRIES_SHOWN = 4


async def resident_card(scene: Scene, case: Case) -> Parameters:
    """Return the parameters of the card that the reporter sees."""
    return {
        **await _card(scene, case),
        "is_told": await _is_anybody_told(scene, case),
        "duty_phone": scene.neighbourhood.community.duty_phone,
    }


async def anonymous_receipt(scene: Scene, case: Case, code: str) -> Parameters:
    """Return the parameters of the receipt that is handed over with the query code."""
    new = case.new
    return {
        "number": new.number,
        "code": code,
        "grid": new.place.grid,
        "staff": new.assignment.staff_code,
        "staff_role": new.assignment.role,
        "is_told": await _is_anybody_told(scene, case),
        "duty_phone": scene.neighbourhood.community.duty_phone,
        "on_site_by": new.deadlines.on_site_by,
        "resolve_by": new.deadlines.resolve_by,
    }


async def staff_card(scene: Scene, case: Case) -> Parameters:
    """Return the parameters of the card that staff see: everything needed to act."""
    category = scene.neighbourhood.community.categories[case.new.category]
    return {
        **await _card(scene, case),
        "extra": answers_told(category, json.loads(case.new.extra)),
        "route_reason": _reason(case),
        "hint": said(category.hint),
        "calls": [call.number for call in category.calls],
        "has_map": case.new.place.latitude is not None,
    }


async def _card(scene: Scene, case: Case) -> Parameters:
    """Return what every card says of a case."""
    entries = await entries_of(scene.tx, case.id)
    return {
        **_common(case),
        **_files(await files_of(scene.tx, case.id)),
        "entries": _entries(entries),
        "left_out": len(entries) > ENTRIES_SHOWN,
    }


async def _is_anybody_told(scene: Scene, case: Case) -> bool:
    """Whether somebody can be written to who has the case; nobody is promised otherwise."""
    return bool(await responsible_for(scene, case))


def _common(case: Case) -> Parameters:
    new = case.new
    return {
        "number": new.number,
        "category": new.category,
        "urgency": new.urgency,
        "state": new.state,
        "words": new.words,
        "anonymous": new.anonymous,
        "on_behalf_of": new.on_behalf_of,
        "estate": new.place.estate,
        "building": new.place.building,
        "entrance": new.place.entrance,
        "flat": new.place.flat,
        "place_words": new.place.words,
        "grid": new.place.grid,
        "staff": new.assignment.staff_code,
        "staff_role": new.assignment.role,
        "opened_at": case.opened_at,
        "changed_at": case.changed_at,
        "acknowledge_by": new.deadlines.acknowledge_by,
        "on_site_by": new.deadlines.on_site_by,
        "resolve_by": new.deadlines.resolve_by,
    }


def _files(files: tuple[CaseFile, ...]) -> Parameters:
    return {
        "files": sum(1 for file in files if file.stage != "solved"),
        "proofs": sum(1 for file in files if file.stage == "solved"),
    }


def _entries(entries: tuple[Entry, ...]) -> list[Parameter]:
    """Show the first and the last ones: nobody looks for how it began in vain."""
    is_long = len(entries) > ENTRIES_SHOWN
    shown = (entries[0], *entries[1 - ENTRIES_SHOWN :]) if is_long else entries
    return [
        {"move": each.move, "at": each.at, "staff": each.by_staff, "words": each.words}
        for each in shown
    ]


def _reason(case: Case) -> Parameter:
    reason: Parameter = json.loads(case.new.assignment.reason)
    return reason
