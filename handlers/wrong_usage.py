"""What is said to an operator who has mistyped a command: a plain sentence, and how it goes."""

from collections.abc import Callable
from typing import Any, TypeVar

import typer
from typer import _click as click  # the parser that typer carries with it
from typer.core import TyperGroup

from handlers.operator import Operator

WRONG_USAGE = 2
T = TypeVar("T")


def group_for(operator: Operator) -> type[TyperGroup]:
    """Return a group of commands that says in the operator's language what is mistyped."""

    class Commands(TyperGroup):
        def make_context(self, *given: Any, **more: Any) -> click.core.Context:  # noqa: ANN401 - as click has it
            return _told(operator, lambda: super(Commands, self).make_context(*given, **more))

        def invoke(self, ctx: click.core.Context) -> object:
            return _told(operator, lambda: super(Commands, self).invoke(ctx))

    return Commands


def _told(operator: Operator, do: Callable[[], T]) -> T:
    try:
        return do()
    except click.exceptions.NoArgsIsHelpError:
        raise
    except click.exceptions.UsageError as error:
        usage = error.ctx.command_path if error.ctx else ""
        key, detail = _named(error)
        typer.echo(
            operator.words(f"error.usage_{key}", {"detail": detail, "usage": usage}), err=True
        )
        raise typer.Exit(WRONG_USAGE) from error


def _named(error: click.exceptions.UsageError) -> tuple[str, str]:
    if isinstance(error, click.exceptions.NoSuchOption):
        return "option", error.option_name
    if isinstance(error, click.exceptions.BadParameter):
        name = (error.param.name if error.param else "") or ""
        return (
            "missing" if isinstance(error, click.exceptions.MissingParameter) else "value"
        ), name
    return "wrong", ""
