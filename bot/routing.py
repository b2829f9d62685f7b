"""Whose case is it? The building's grid, then the point's; worker, deputy, clerks; and why."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.community import Community, StaffMember
from bot.places import Place

AGAINST_STAFF = "staff_complaint"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a case went where it went: a code with what it is about."""

    code: str
    grid: str = ""
    absent: str = ""


@dataclass(frozen=True, slots=True)
class Presence:
    """Who can be written to (has joined) and who of them is away, by staff code."""

    joined: Collection[str]
    away: Collection[str]

    def has(self, member: StaffMember | None) -> bool:
        """Whether a member of staff can take a case now."""
        return member is not None and member.code in self.joined and member.code not in self.away


@dataclass(frozen=True, slots=True)
class Routed:
    """Who gets the case (`""`: the clerks' list), in which part, in which grid, and why."""

    staff_code: str
    role: str
    grid: str
    reason: Reason


def grid_of(place: Place, community: Community) -> tuple[str, str]:
    """Return the grid of a place and how it is known."""
    building = community.buildings.get(place.building)
    if building:
        return building.grid, "building"
    return (place.grid, "point") if place.grid else ("", "")


def route(place: Place, category: str, community: Community, presence: Presence) -> Routed:
    """Find who is responsible for a place and can take the case."""
    grid, how = grid_of(place, community)
    if not grid:
        return Routed("", "clerk", "", Reason("outside" if place.point else "place_unknown"))
    worker = community.worker_of.get(grid)
    deputy = community.deputy_of.get(grid)
    if category == AGAINST_STAFF:
        return Routed("", "clerk", grid, Reason("conflict_of_interest", grid))
    if worker and presence.has(worker):
        return Routed(worker.code, "worker", grid, Reason(f"worker_by_{how}", grid))
    absent = worker.code if worker else ""
    if deputy and presence.has(deputy):
        return Routed(deputy.code, "deputy", grid, Reason("deputy", grid, absent))
    return Routed("", "clerk", grid, Reason("nobody_there", grid, absent))
