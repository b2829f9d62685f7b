"""At the door: whoever is at home signs on paper, because the phone may be in another city."""

from typing import Any

from bot.commands import MakeErrandMove
from bot.community import Community
from bot.errands import ErrandMove
from conversations.engine import Script, ask
from conversations.errand_moves import PaperPhoto, snapshot
from conversations.errand_start import ErrandMoveStart, about, name_of
from conversations.questions import Choice, Option

LONGEST_NAME = 40


def errand_door(start: ErrandMoveStart, community: Community) -> Script[MakeErrandMove]:
    """Let the worker say who has signed, and photograph the signed receipt."""
    told: dict[str, Any] = {
        **about(start),
        "papers": [name_of(community, code) for code in start.papers],
    }
    own = (Option(start.name, "errand_door.button.own", {"name": start.name}),)
    name = yield from ask(Choice("name", "errand_door.ask.name", own, told, free=True))
    told["signer"] = name[:LONGEST_NAME]
    used = frozenset(start.used)
    receipt = snapshot(
        (yield from ask(PaperPhoto("receipt", "errand_door.ask.photo", (), told, used=used)))
    )
    photos = dict.fromkeys(start.papers, receipt)
    return MakeErrandMove(start.errand, ErrandMove.DOOR, photos, name[:LONGEST_NAME])
