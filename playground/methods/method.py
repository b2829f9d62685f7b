"""What a method is: a name, two tables of parameters, and an answer."""

from collections.abc import Callable
from dataclasses import dataclass

from playground.errors import BotApiError, bad_request
from playground.kinds import Fields, Kind, UnreadableError
from playground.wire import Wire
from playground.world import World


@dataclass(frozen=True, slots=True)
class Method:
    """One method of the Bot API."""

    name: str
    required: Fields
    optional: Fields
    answer: Callable[[World, Wire], object]
    """Takes the world and the parameters that were read; may be a coroutine function."""

    def read(self, given: Wire) -> Wire:
        """Check all parameters against the tables, strictly."""
        values: Wire = {}
        for name, value in given.items():
            kind = self.required.get(name) or self.optional.get(name)
            if kind is None:
                raise bad_request(f'{self.name} has no parameter "{name}"')
            if value is not None:
                values[name] = _read(name, kind, value)
        for name in self.required:
            if name not in values:
                raise _missing(name)
        return values


def _read(name: str, kind: Kind, value: object) -> object:
    try:
        return kind.read(value)
    except UnreadableError as error:
        raise _unreadable(name, error) from error


def _unreadable(name: str, error: UnreadableError) -> BotApiError:
    if str(error).endswith("must be encoded in UTF-8"):
        return bad_request("strings must be encoded in UTF-8")
    return bad_request(f'parameter "{name}" {error}')


def _missing(name: str) -> BotApiError:
    known = {"text": "message text is empty", "chat_id": "chat_id is empty"}
    return bad_request(known.get(name, f'parameter "{name}" is required'))
