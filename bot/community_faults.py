"""Why a thing of a community's data cannot be read."""

from collections.abc import Iterator

from bot.community_fields import BadItemError
from bot.community_items import MAIN_READERS, READERS, Item, read_with
from bot.watched import Watched


def faults(item: Item) -> Iterator[BadItemError]:
    """Yield why a thing cannot be read; of the community itself, what is wrong in each field."""
    readers = MAIN_READERS.values() if item.kind == "community" else (READERS[item.kind],)
    watched, wrong = Watched(item.content), False
    for reader in readers:
        try:
            read_with(reader, Item(item.kind, item.code, watched))
        except BadItemError as error:
            wrong = True
            yield error
    for field in () if wrong else watched.unread:
        yield BadItemError("unknown_field", field, field)
