"""Which matters a member of staff can do for somebody, and within how many working days."""

from dataclasses import dataclass

from bot.services import Grounds


@dataclass(frozen=True, slots=True)
class ErrandTerms:
    """What is promised about errands for a service (`code`). All of it is working time.

    Somebody accepts within `accept_hours`, the whole takes `promise_days`, and no original stays
    in the same hands for longer than `custody_days` without somebody looking at it.
    """

    code: str
    accept_hours: int
    promise_days: int
    custody_days: int
    grounds: Grounds
