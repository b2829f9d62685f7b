"""What each `/command` does; the menus that Telegram shows come from the same table."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.community import Role
from bot.events import Commanded
from bot.numerals import typed_position
from handlers.desk.beginning import (
    begin_about,
    begin_appointment_saying,
    begin_errand_saying,
    begin_offer_saying,
    begin_papers_saying,
    begin_privately,
    begin_report,
    begin_report_saying,
    begin_ticket_saying,
)
from handlers.desk.check_buttons import PRE_CHECK
from handlers.desk.coming import show_coming
from handlers.desk.counter import show_counters
from handlers.desk.errands import show_errands
from handlers.desk.guiding import guide_of
from handlers.desk.joining import accept_invitation
from handlers.desk.notices import show_topics
from handlers.desk.offer_moves import show_requests
from handlers.desk.private_matters import show_matters
from handlers.desk.remembering import forget_facts
from handlers.desk.scene import Scene
from handlers.desk.talking import cancel_talk
from handlers.desk.views import show_desk, show_help, show_my_cases, show_waiting, show_welcome
from handlers.desk.window_list import show_window

EVERYBODY: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Command:
    """A command, who finds it in the menu, and what it does."""

    name: str
    roles: tuple[Role, ...]
    run: Callable[[Scene, str], Awaitable[None]]


async def on_command(scene: Scene, event: Commanded) -> None:
    """Carry out a command; a command for others is as unknown as one that does not exist."""
    for command in COMMANDS:
        if command.name == event.name and _is_for(scene, command):
            await command.run(scene, event.argument)
            return
    await scene.say("common.not_understood")


def _is_for(scene: Scene, command: Command) -> bool:
    return not command.roles or any(scene.grant(role) for role in command.roles)


async def _start(scene: Scene, argument: str) -> None:
    kind, _, payload = argument.partition("_")
    if kind == "i" and payload:
        await accept_invitation(scene, payload)
    elif kind == "b" and payload in scene.neighbourhood.community.buildings:
        await begin_report(scene, {}, payload)
    elif kind == "s" and payload in guide_of(scene).services:
        await begin_about(scene, PRE_CHECK, payload)
    elif scene.grants:
        await show_waiting(scene)
    else:
        await show_welcome(scene)


def _begins(script: str) -> Callable[[Scene, str], Awaitable[None]]:
    async def run(scene: Scene, _: str) -> None:
        await begin_about(scene, script, "")

    return run


def _about(
    begin: Callable[[Scene, str], Awaitable[None]],
) -> Callable[[Scene, str], Awaitable[None]]:
    """Begin with the matter that is named; a number names none, as no list is shown yet."""

    async def run(scene: Scene, words: str) -> None:
        await begin(scene, "" if typed_position(words) else words)

    return run


def _shows(view: Callable[[Scene], Awaitable[None]]) -> Callable[[Scene, str], Awaitable[None]]:
    async def run(scene: Scene, _: str) -> None:
        await view(scene)

    return run


COMMANDS = (
    Command("start", EVERYBODY, _start),
    Command("report", EVERYBODY, begin_report_saying),
    Command("papers", EVERYBODY, _about(begin_papers_saying)),
    Command("appointment", EVERYBODY, _about(begin_appointment_saying)),
    Command("ticket", EVERYBODY, _about(begin_ticket_saying)),
    Command("errand", EVERYBODY, _about(begin_errand_saying)),
    Command("offers", EVERYBODY, begin_offer_saying),
    Command("notices", EVERYBODY, _shows(show_topics)),
    Command("mediation", EVERYBODY, begin_privately("mediation")),
    Command("legalaid", EVERYBODY, begin_privately("legal_aid")),
    Command("mycases", EVERYBODY, _shows(show_my_cases)),
    Command("desk", (Role.CLERK,), _shows(show_desk)),
    Command("window", (Role.CLERK,), _shows(show_window)),
    Command("counter", (Role.CLERK,), _shows(show_counters)),
    Command("coming", (Role.CLERK,), _shows(show_coming)),
    Command("errands", (Role.GRID_WORKER, Role.CLERK), _shows(show_errands)),
    Command("requests", (Role.ORGANISATION,), _shows(show_requests)),
    Command("matters", (Role.MEDIATOR, Role.LEGAL_ADVISER), _shows(show_matters)),
    Command("notice", (Role.CLERK, Role.ORGANISATION), _begins("notice")),
    Command("away", (Role.GRID_WORKER,), _begins("away")),
    Command("language", EVERYBODY, _begins("language")),
    Command("forget", EVERYBODY, _shows(forget_facts)),
    Command("cancel", EVERYBODY, _shows(cancel_talk)),
    Command("help", EVERYBODY, _shows(show_help)),
)
