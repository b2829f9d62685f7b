"""An errand as message parameters: who has which paper since when, the home, the proof."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.custody import (
    RESIDENT,
    Transfer,
    confirmation_missing,
    disputed_papers,
    door_until,
    is_staff,
    present,
    returns_denied,
    waits_for,
)
from bot.errand_proof import PROOF_MISSING, PROOF_READY
from bot.errands import DECLINE_REASONS, NO_AUTHORISATION
from bot.instants import after, local_time
from bot.services import Necessity
from bot.telling import Parameter
from conversations.category import said
from conversations.errand_words import home_told
from handlers.desk.guiding import guide_of
from handlers.desk.scene import Scene
from storage.errand import Errand

# Reasons that are codes of ours; everything else are somebody's words.
_KNOWN = frozenset({*DECLINE_REASONS, NO_AUTHORISATION})
_ABOUT_PROOF = frozenset({PROOF_MISSING, PROOF_READY})


@dataclass(frozen=True, slots=True)
class View:
    """The chains as a holder (`viewer`) sees them; `there` is who of the staff is at a post.

    `home_of` is for whom the errand is, when that is not who has asked for it.
    """

    transfers: Sequence[Transfer]
    viewer: str
    there: frozenset[str]
    home_of: str = ""


def errand_told(scene: Scene, errand: Errand, view: View) -> dict[str, Parameter]:
    """Tell what every card of an errand says."""
    new, now = errand.new, errand.now
    is_words = now.reason not in {*_KNOWN, *_ABOUT_PROOF}
    return {
        "number": new.number,
        "state": now.state.value,
        "service": service_name(scene, errand),
        "name": new.name,
        "for_whom": new.for_whom,
        "basis": new.basis,
        "proof": _proof(errand),
        "priority": new.priority,
        "runner": now.assignee,
        "promised_by": new.promised_by,
        "papers": papers_told(scene, replace(view, home_of=new.for_whom)),
        "is_done": now.ready_at is not None,
        "is_denied": returns_denied(view.transfers),
        "reason": now.reason if now.reason in _KNOWN else "",
        "words": now.reason if is_words else "",
        "is_recalled": now.recalled_at is not None,
    }


def service_name(scene: Scene, errand: Errand) -> Parameter:
    """Name a service, also one that is not offered any more."""
    service = scene.neighbourhood.community.services.get(errand.new.service)
    return said(service.name) if service else None


def visit_told(errand: Errand) -> dict[str, Parameter]:
    """Tell where somebody is visited, and when."""
    home = errand.new.home
    return {
        "building": home.building,
        "entrance": home.entrance,
        "flat": home.flat,
        "place_words": home.words,
        **home_told(home.at_home),
    }


def last_day_told(scene: Scene, errand: Errand) -> str:
    """Return the last local ISO day of the authorisation: it ends with that day."""
    zone = scene.neighbourhood.community.time_zone
    last = after(errand.new.authorisation.good_until, -1)
    return local_time(last, zone).date().isoformat()


def disputed_told(
    scene: Scene, errand: Errand, held: Sequence[Transfer], transfers: Sequence[Transfer]
) -> list[Parameter]:
    """Tell which of these papers stay behind, and whether the window will do without them."""
    papers, needed = scene.neighbourhood.community.papers, required_papers(scene, errand)
    disputed = disputed_papers(transfers)
    return [
        {"paper": said(papers[each.paper].button), "is_required": each.paper in needed}
        for each in held
        if each.paper in disputed and each.paper in papers
    ]


def required_papers(scene: Scene, errand: Errand) -> tuple[str, ...]:
    """Return the papers without which the window does not take the matter."""
    service = guide_of(scene).services.get(errand.new.service)
    needs = service.papers if service else ()
    return tuple(each.paper for each in needs if each.necessity is Necessity.REQUIRED)


def _proof(errand: Errand) -> dict[str, Parameter]:
    """Tell how it stands with the proof: `none` is wanted, `seen`, or what is missing."""
    if errand.proof:
        seen = errand.proof
        return {"standing": "seen", "kind": seen.kind, "name": seen.name, "at": seen.seen_at}
    standing = errand.now.reason if errand.now.reason in _ABOUT_PROOF else "wanted"
    if not errand.is_unproven or not errand.is_open:
        standing = "none"
    return {"standing": standing, "kind": errand.new.basis, "name": "", "at": None}


def papers_told(scene: Scene, view: View) -> list[Parameter]:
    """Tell of each paper who has it."""
    return [_paper(scene, each, view) for each in present(view.transfers).values()]


def _door_told(scene: Scene, chain: Sequence[Transfer]) -> dict[str, Parameter]:
    """Tell who has signed for the last change of hands, and until when that can be denied."""
    last = chain[-1]
    until = door_until(last)
    is_over = until is None or until <= scene.now
    return {
        "door_name": last.door.name if last.door else "",
        "door_until": None if is_over else until,
    }


def _paper(scene: Scene, latest: Transfer, view: View) -> dict[str, Parameter]:
    """Tell of a paper who has it since when, and who has not confirmed yet."""
    viewer = view.viewer
    paper = scene.neighbourhood.community.papers.get(latest.paper)
    chain = [each for each in view.transfers if each.paper == latest.paper]
    is_open = any(confirmation_missing(each) for each in chain)
    waits_here = any(waits_for(each, viewer) for each in chain)
    # Papers of somebody's mother are at her home, not with the daughter who has asked.
    is_here = latest.receiver == viewer and not (viewer == RESIDENT and view.home_of)
    kind = "staff" if is_staff(latest.receiver) else latest.receiver
    return {
        "paper": said(paper.button) if paper else None,
        "holder": "you" if is_here else kind,
        "name": latest.name,
        "at": latest.at,
        "was_moved": latest.step > 0,
        "is_disputed": any(each.is_disputed for each in chain),
        "is_own": viewer == RESIDENT,
        "has_left": is_staff(latest.receiver) and latest.receiver not in view.there,
        "is_receipted": latest.received_at is not None,
        **_door_told(scene, chain),
        "is_return": latest.is_disputed and latest.receiver == RESIDENT,
        "waits": "you" if waits_here else ("other" if is_open else ""),
    }
