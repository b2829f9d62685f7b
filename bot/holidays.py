"""On which days the office is closed although it is a weekday, and open although it is none."""

from dataclasses import dataclass

from bot.festivals import Festival


@dataclass(frozen=True, slots=True)
class Calendar:
    """Weekdays on which the office is closed, and weekend days on which it is open (ISO dates).

    Beyond the last announced day only holidays that the law itself fixes are known.
    """

    holidays: frozenset[str] = frozenset()
    make_up_working_days: frozenset[str] = frozenset()
    announced_until: str = ""
    festivals: tuple[Festival, ...] = ()

    def is_announced(self, day: str) -> bool:
        """Whether the holidays of an ISO day's year have been announced."""
        return day <= self.announced_until
