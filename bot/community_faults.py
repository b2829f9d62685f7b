"""Why a thing of a community's data cannot be read."""

from collections.abc import Callable, Iterator

from bot.community_fields import BadItemError, Content
from bot.community_items import MAIN_READERS, READERS, Item, read_with
from bot.community_mending import Mended
from bot.watched import Watched

Reader = Callable[[Content], object]


def faults(item: Item) -> Iterator[BadItemError]:
    """Yield why a thing cannot be read; of the community itself, what is wrong in each field."""
    readers = MAIN_READERS.values() if item.kind == "community" else (READERS[item.kind],)
    watched, wrong = Watched(item.content), False
    for reader in readers:
        for error in _read_on(reader, item, watched):
            wrong = True
            yield error
    for field in () if wrong else watched.unread:
        yield BadItemError("unknown_field", field, field)


def _read_on(reader: Reader, item: Item, watched: Watched) -> Iterator[BadItemError]:
    """Yield why a reader refuses a thing; in its tables every fault that can be reached.

    Each round takes a field or an entry out, so the rounds come to an end.
    """
    mended, content = Mended(item.content), watched
    while True:
        try:
            read_with(reader, Item(item.kind, item.code, content))
        except BadItemError as error:
            named = mended.named(error)
            if named:
                yield named
            if not mended.without(error):
                return
            content = Watched(mended.content)
        else:
            return
