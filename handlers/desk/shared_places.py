"""A place that is shared while none is asked for: kept, and confirmed by name in its turn."""

from bot.events import SharedPlace
from storage.talk import Answers

PLACE = "place"


def answers_at(event: SharedPlace, answers: Answers) -> dict[str, str] | None:
    """Return the answers with this place instead of any other; None when it is nowhere."""
    if not (event.latitude or event.longitude):
        return None
    kept = {
        name: value
        for name, value in answers.items()
        if name != PLACE and not name.startswith(f"{PLACE}.")
    }
    return {**kept, PLACE: f"p:{event.latitude:.6f},{event.longitude:.6f}"}
