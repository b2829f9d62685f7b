"""Resident and worker write to one another about an errand."""

from bot.commands import WriteAboutErrand
from bot.community import Community
from conversations.engine import Script, ask
from conversations.errand_start import ErrandMoveStart, about
from conversations.questions import Text


def errand_write(start: ErrandMoveStart, _: Community) -> Script[WriteAboutErrand]:
    """Ask for the words; the other side reads them at once and can answer."""
    words = yield from ask(Text("words", "errand_note.ask.words", about(start)))
    return WriteAboutErrand(start.errand, words)
