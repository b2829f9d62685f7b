"""Trouble on order: refusals, cut connections and slowness, for chosen methods, counted."""

from dataclasses import dataclass, field

from playground.wire import Wire

MODES = frozenset({"none", "too_many_requests", "server_error", "cut_connection", "slow", "error"})
QUIET_UNDER_PRESSURE = frozenset({"getupdates", "getme", "setwebhook", "deletewebhook"})
"""Methods that Telegram does not answer with 429 while a bot sends too much."""


@dataclass(slots=True)
class Fault:
    """One kind of trouble, for the next `count` calls that it fits, or until it is lifted."""

    mode: str
    count: int | None = None
    methods: frozenset[str] = frozenset()
    """Lower-case method names; empty means all."""
    chat_id: int | None = None
    retry_after: int = 3
    delay_seconds: float = 3.0
    after: bool = False
    """Do the work first and lose only the answer."""
    code: int = 502
    description: str = "Bad Gateway"

    def fits(self, method: str, chat_id: object) -> bool:
        """Tell whether this call is hit."""
        if self.chat_id is not None and self.chat_id != chat_id:
            return False
        if self.methods:
            return method in self.methods
        return not (self.mode == "too_many_requests" and method in QUIET_UNDER_PRESSURE)


@dataclass(slots=True)
class Faults:
    """The faults in force, in the order in which they were asked for."""

    active: list[Fault] = field(default_factory=list)

    def add(self, fault: Fault) -> None:
        """Order trouble; mode «none» lifts everything."""
        if fault.mode not in MODES:
            raise ValueError(
                f"unknown fault mode {fault.mode!r}; known: {', '.join(sorted(MODES))}"
            )
        if fault.mode == "none" or fault.count == 0:
            self.active.clear()
        else:
            self.active.append(fault)

    def clear(self) -> None:
        """Lift everything."""
        self.active.clear()

    def take(self, method: str, chat_id: object) -> Fault | None:
        """Find the fault that hits this call, and count it."""
        for fault in self.active:
            if fault.fits(method, chat_id):
                self._count(fault)
                return fault
        return None

    def wire(self) -> Wire:
        """Write what the page shows: the newest fault."""
        if not self.active:
            return {"mode": "none", "remaining": None}
        return {"mode": self.active[-1].mode, "remaining": self.active[-1].count}

    def _count(self, fault: Fault) -> None:
        if fault.count is None:
            return
        fault.count -= 1
        if fault.count <= 0:
            self.active.remove(fault)
