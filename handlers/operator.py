"""What is said to whoever runs the bot.

Words by key, in the language of the terminal, never a traceback.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import typer

from bot.telling import Parameter
from handlers.errors import OperatorError
from handlers.lock import TakenError
from messages.catalogue import Catalogue
from messages.errors import BadCatalogueError
from storage.errors import StorageError

FAILED = 1
TAKEN = 75


@dataclass(frozen=True)
class Operator:
    """The person at the terminal."""

    catalogue: Catalogue
    language: str

    def words(self, key: str, parameters: Mapping[str, Parameter] | None = None) -> str:
        """Return one of the operator's sentences."""
        return self.catalogue.label(f"operator.{key}", parameters or {}, self.language, "")

    def say(self, key: str, parameters: Mapping[str, Parameter] | None = None) -> None:
        """Print one of the operator's sentences."""
        typer.echo(self.words(key, parameters))

    @contextmanager
    def told(self) -> Iterator[None]:
        """Turn what can go wrong into a sentence and an exit code."""
        try:
            yield
        except TakenError as error:
            self._end("taken", str(error), code=TAKEN)
        except StorageError as error:
            self._end(error.code, error.detail)
        except OperatorError as error:
            self._end(error.code, error.detail, error.known)
        except BadCatalogueError as error:
            self._end("bad_words", str(error))
        except BrokenPipeError:
            raise  # nobody reads on, as with `| head`: the command line ends without a word
        except (sqlite3.OperationalError, OSError) as error:
            self._end("disk", str(error))

    def _end(self, key: str, detail: str, known: tuple[str, ...] = (), code: int = FAILED) -> None:
        parameters: dict[str, Parameter] = {"detail": detail, "known": [*known]}
        typer.echo(self.words(f"error.{key}", parameters), err=True)
        raise typer.Exit(code)


def operator_of(environment: Mapping[str, str]) -> Operator:
    """Return the operator, spoken to in the language that the terminal is set to."""
    catalogue = Catalogue.load({})
    wanted = environment.get("XIAOXIANG_LANGUAGE") or environment.get("LANG", "")
    start = wanted.replace("_", "-").lower()[:2]
    spoken = (each for each in catalogue.languages if each.lower().startswith(start or "en"))
    return Operator(catalogue, next(spoken, "en"))
