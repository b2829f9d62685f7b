"""The command line: run, demo, check, draw, load, invite, status, backup."""

import asyncio
import os
import socket
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from bot.coming_changes import coming_changes
from bot.community_items import assemble
from bot.instants import local_time
from bot.mistakes import Mistake
from handlers.application import run
from handlers.background import run_on_loop
from handlers.clock import Clock
from handlers.demo import OpenTelegram, show
from handlers.drawing import WantedDrawing, drawing
from handlers.errors import OperatorError, port_trouble
from handlers.inviting import Wanted, invitation_link
from handlers.loading import apply, compared, tell
from handlers.lock import is_taken
from handlers.logs import set_up_logs
from handlers.operator import FAILED, Operator, operator_of
from handlers.settings import DATABASE_NAME, folder_of, settings_of
from handlers.standing import standing
from handlers.wrong_usage import group_for
from storage.community_folder import Folder, FoundMistake, read_folder, warnings
from storage.status import back_up, read_status

DEMO_PORT = 8043
COMMUNITY = Path(__file__).parent.parent / "examples" / "jiangwan"
HOST = "127.0.0.1"
Environment = Mapping[str, str]


def command_line(
    open_telegram: OpenTelegram, environment: Environment = os.environ
) -> typer.Typer:
    """Build the command line; the local Telegram of the demo is given."""
    operator = operator_of(environment)
    app = typer.Typer(
        cls=group_for(operator),
        help=operator.words("help.app"),
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    for register in (_run, _check, _draw, _load, _invite, _status, _backup):
        register(app, operator, environment)
    _demo(app, operator, open_telegram)
    return app


def _run(app: typer.Typer, operator: Operator, environment: Environment) -> None:
    @app.command("run", help=operator.words("help.run"))
    def _command() -> None:
        set_up_logs()
        with operator.told():
            settings = settings_of(environment)
            if settings.webhook_url:
                _refuse_taken_port(settings.webhook_port)
            run_on_loop(run(settings, Clock(), operator))


def _demo(app: typer.Typer, operator: Operator, open_telegram: OpenTelegram) -> None:
    port_help = operator.words("help.port")
    browser_help = operator.words("help.browser")

    @app.command("demo", help=operator.words("help.demo"))
    def _command(
        port: Annotated[int, typer.Option(min=0, max=65535, help=port_help)] = DEMO_PORT,
        browser: Annotated[bool, typer.Option(help=browser_help)] = False,  # noqa: FBT002 - a flag
    ) -> None:
        set_up_logs(quiet=True)
        with operator.told():
            _refuse_taken_port(port)
            run_on_loop(show(operator, open_telegram, COMMUNITY, port, browser=browser))


def _check(app: typer.Typer, operator: Operator, _: Environment) -> None:
    folder_help = operator.words("help.folder")

    @app.command("check", help=operator.words("help.check"))
    def _command(folder: Annotated[Path, typer.Argument(help=folder_help)]) -> None:
        with operator.told():
            read = _without_mistakes(operator, folder)
            kinds = [item.kind for item in read.items]
            numbers = {
                "grids": kinds.count("grid"),
                "buildings": kinds.count("building"),
                "staff": kinds.count("staff"),
                "categories": kinds.count("category"),
                "services": kinds.count("service"),
            }
            _warn(operator, folder, read)
            operator.say("checked", {"folder": str(folder), **numbers})
            _tell_coming(operator, read)


def _draw(app: typer.Typer, operator: Operator, _: Environment) -> None:
    service_help, language_help = operator.words("help.service"), operator.words("help.language")
    on_help, output_help = operator.words("help.on"), operator.words("help.output")
    folder_help = operator.words("help.folder")

    @app.command("draw", help=operator.words("help.draw"))
    def _command(
        service: Annotated[str, typer.Argument(help=service_help)],
        language: Annotated[str, typer.Option(help=language_help)] = operator.language,
        on: Annotated[str, typer.Option(help=on_help)] = "",
        output: Annotated[Path | None, typer.Option(help=output_help)] = None,
        folder: Annotated[Path, typer.Option(help=folder_help)] = COMMUNITY,
    ) -> None:
        with operator.told():
            items = _without_mistakes(operator, folder).items
            picture = drawing(items, WantedDrawing(service, language, on), Clock())
            target = output or Path(f"{service}.svg")
            target.write_text(picture, encoding="utf-8")
            operator.say("drawn", {"target": str(target)})


def _load(app: typer.Typer, operator: Operator, environment: Environment) -> None:
    folder_help, yes_help = operator.words("help.folder"), operator.words("help.yes")
    details_help, dry_help = operator.words("help.details"), operator.words("help.dry_run")

    @app.command("load", help=operator.words("help.load"))
    def _command(
        folder: Annotated[Path, typer.Argument(help=folder_help)],
        yes: Annotated[bool, typer.Option("--yes", "-y", help=yes_help)] = False,  # noqa: FBT002 - a flag
        details: Annotated[bool, typer.Option("--details", help=details_help)] = False,  # noqa: FBT002 - a flag
        dry_run: Annotated[bool, typer.Option("--dry-run", help=dry_help)] = False,  # noqa: FBT002 - a flag
    ) -> None:
        with operator.told():
            items = _without_mistakes(operator, folder).items
            data = folder_of(environment)
            found = asyncio.run(compared(data, items))
            if found.difference.is_empty:
                operator.say("unchanged", {"community": found.community})
                return
            tell(operator, found, details=details)
            if dry_run or not (yes or typer.confirm(operator.words("sure"))):
                operator.say("not_applied")
                return
            asyncio.run(apply(data, items))
            counts = {
                "added": len(found.difference.added),
                "changed": len(found.difference.changed),
                "removed": len(found.difference.removed),
            }
            operator.say("loaded", {"community": found.community, **counts})


def _invite(app: typer.Typer, operator: Operator, environment: Environment) -> None:
    staff_help, hours_help = operator.words("help.staff"), operator.words("help.hours")
    community_help = operator.words("help.community")

    @app.command("invite", help=operator.words("help.invite"))
    def _command(
        staff: Annotated[str, typer.Argument(help=staff_help)],
        hours: Annotated[int, typer.Option(min=1, max=720, help=hours_help)] = 48,
        community: Annotated[str, typer.Option(help=community_help)] = "",
    ) -> None:
        with operator.told():
            wanted = Wanted(staff, hours, community)
            invited = asyncio.run(invitation_link(environment, wanted, Clock()))
            operator.say(
                "invited",
                {
                    "name": invited.name,
                    "staff": staff,
                    "until": invited.expires_at,
                    "zone": invited.time_zone,
                    "link": invited.link,
                },
            )


def _status(app: typer.Typer, operator: Operator, environment: Environment) -> None:
    @app.command("status", help=operator.words("help.status"))
    def _command() -> None:
        with operator.told():
            folder = folder_of(environment)
            status = asyncio.run(read_status(_existing_database(folder)))
            operator.say("status", standing(status, Clock().now(), is_running=is_taken(folder)))


def _backup(app: typer.Typer, operator: Operator, environment: Environment) -> None:
    target_help = operator.words("help.target")

    @app.command("backup", help=operator.words("help.backup"))
    def _command(target: Annotated[Path, typer.Argument(help=target_help)]) -> None:
        with operator.told():
            database = _existing_database(folder_of(environment))
            if target.exists():
                raise OperatorError("target_exists", str(target))
            asyncio.run(back_up(database, target))
            operator.say("backed_up", {"target": str(target)})


def _existing_database(folder: Path) -> Path:
    if not (folder / DATABASE_NAME).is_file():
        raise OperatorError("database_missing", str(folder))
    return folder / DATABASE_NAME


def _without_mistakes(operator: Operator, folder: Path) -> Folder:
    """Read a folder; name each mistake and end when there are any."""
    if not folder.is_dir():
        raise OperatorError("folder_missing", str(folder))
    read = read_folder(folder)
    _name(operator, folder, read.mistakes)
    if read.mistakes:
        operator.say("mistakes", {"number": len(read.mistakes)})
        raise typer.Exit(FAILED)
    return read


def _warn(operator: Operator, folder: Path, read: Folder) -> None:
    """Name what will be wrong soon, such as a calendar that ends."""
    zone = assemble(read.items).time_zone
    found = tuple(warnings(folder, read.items, local_time(Clock().now(), zone).date()))
    _name(operator, folder, found)
    if found:
        operator.say("warnings", {"number": len(found)})


def _tell_coming(operator: Operator, read: Folder) -> None:
    """Say from which day on a service says something else, and how to look at that."""
    community = assemble(read.items)
    today = local_time(Clock().now(), community.time_zone).date().isoformat()
    for change in coming_changes(community, today):
        code, counts = change.service.code, {"new": len(change.new), "gone": len(change.gone)}
        operator.say("coming_change", {"day": change.day, "service": code, **counts})


def _name(operator: Operator, folder: Path, mistakes: Sequence[FoundMistake]) -> None:
    for found in mistakes:
        mistake = found.mistake
        parameters = {"field": mistake.field, "value": mistake.value, "item": mistake.item}
        what = operator.words(f"mistake.{mistake.code}", parameters) + _hint(operator, mistake)
        file = str(folder / found.file)
        operator.say("mistake_line", {"file": file, "line": found.line, "what": what})


def _hint(operator: Operator, mistake: Mistake) -> str:
    """Say which known word is spelt most like what stands there, or which there are."""
    if mistake.meant:
        return operator.words("hint.meant", {"meant": mistake.meant})
    if mistake.possible:
        return operator.words("hint.possible", {"known": [*mistake.possible]})
    return ""


def _refuse_taken_port(port: int) -> None:
    """Say at once that a port is in use, before anything is opened."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise port_trouble(error, port) from error
