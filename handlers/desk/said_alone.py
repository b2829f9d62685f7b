"""What words do that stand alone: "help", "my cases", "ticket"."""

from collections.abc import Awaitable, Callable, Mapping

from handlers.desk.beginning import (
    begin_about,
    begin_appointment_saying,
    begin_errand_saying,
    begin_offer_saying,
    begin_ticket_saying,
)
from handlers.desk.notices import show_topics
from handlers.desk.scene import Scene
from handlers.desk.views import show_help, show_my_cases, show_welcome
from handlers.desk.vocabulary import plain, typed_words

# By the list of the catalogue in which they are.
SAID_ALONE: Mapping[str, Callable[[Scene], Awaitable[object]]] = {
    "appointment": lambda scene: begin_appointment_saying(scene, ""),
    "errand": lambda scene: begin_errand_saying(scene, ""),
    "offers": lambda scene: begin_offer_saying(scene, ""),
    "notices": show_topics,
    "ticket": lambda scene: begin_ticket_saying(scene, ""),
    "greeting": show_welcome,
    "help": show_help,
    "mycases": show_my_cases,
    "language": lambda scene: begin_about(scene, "language", ""),
    "mediation": lambda scene: begin_about(scene, "mediation", ""),
    "legal_aid": lambda scene: begin_about(scene, "legal_aid", ""),
    "thanks": lambda scene: scene.say("common.you_are_welcome"),
}


def said_alone(scene: Scene, text: str) -> str:
    """Return the list in which the whole text is; empty when it says something of its own."""
    said = plain(text)
    return next((kind for kind in SAID_ALONE if said in typed_words(scene.words, kind)), "")


def is_nod(scene: Scene, text: str) -> bool:
    """Say whether the whole text is a nod: "yes", "good"."""
    return plain(text) in typed_words(scene.words, "nod")
