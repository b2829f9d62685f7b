"""The button that lets a member of staff do a matter, wherever somebody might need it."""

from bot.actions import Begin
from bot.telling import Button
from handlers.desk.guiding import local_now
from handlers.desk.scene import Scene


def errand_buttons(scene: Scene, service: str, subject: str) -> tuple[Button, ...]:
    """Offer the errand for a service where it is promised today; `subject` is what is known."""
    terms = scene.neighbourhood.community.errands.get(service)
    if terms is None or not terms.grounds.hold_on(local_now(scene).date().isoformat()):
        return ()
    return (Button("errand.button.ask", Begin("errand", subject)),)
