"""Photos and other files: kept at every question, asked for once, and finished with one press."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.events import Event, SentFile
from bot.telling import Parameters
from conversations.questions import SKIPPED, Option, Question, Refused, refusal_of

AT_MOST = 10
LARGEST_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True)
class Files(Question[str]):
    """Asks for files. They are kept beside the answers; the answer is that there are no more."""

    ask: str
    said: Parameters | None = None
    step: str = ""

    @property
    def key(self) -> str:
        """The message that asks."""
        return self.ask

    @property
    def parameters(self) -> Parameters:
        """What the message says."""
        return {**(self.said or {}), "at_most": AT_MOST}

    @property
    def options(self) -> Sequence[Option]:
        """One button: enough, or none."""
        return (Option("done", "files.button.done", typed="files.typed.done"),)

    @property
    def stage(self) -> str:
        """The step it belongs to."""
        return self.step

    def read(self, written: str) -> str:
        """Return how it was finished."""
        return "" if written == SKIPPED else written

    def take(self, event: Event) -> str | Refused:
        """Only the button finishes: a file is kept by the host, and the question stays."""
        if isinstance(event, SentFile):
            return Refused("files.one_more")
        return refusal_of(event)
