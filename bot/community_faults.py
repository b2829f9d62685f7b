"""Why a thing of a community's data cannot be read: every reason that can be reached."""

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence

from bot.community_fields import BadItemError, Content
from bot.community_items import MAIN_READERS, READERS, Item, read_with
from bot.community_mending import Mended
from bot.mistakes import Mistake
from bot.watched import Watched

Reader = Callable[[Content], object]
# The community itself is read by one reader for each of its fields.
MAIN = "community"


def unreadable(items: Sequence[Item]) -> Iterator[Mistake]:
    """Yield every fault of every thing; those without any lend their fields to the others."""
    whole: dict[str, list[Content]] = {}
    faulty = [item for item in items if any(faults(item))]
    for item in items:
        if item not in faulty:
            whole.setdefault(item.kind, []).append(item.content)
    for item in faulty:
        for error in faults(item, whole.get(item.kind, ())):
            said = error.code, error.field, error.value, error.known
            yield Mistake(item.kind, item.code, *said)


def codes_by_kind(items: Sequence[Item]) -> Mapping[str, tuple[str, ...]]:
    """Return the codes of the things of each kind."""
    codes: dict[str, tuple[str, ...]] = {}
    for item in items:
        codes[item.kind] = (*codes.get(item.kind, ()), item.code)
    return codes


def faults(item: Item, lenders: Sequence[Content] = ()) -> Iterator[BadItemError]:
    """Yield why a thing cannot be read, and which of its fields nobody knows.

    `lenders` are things of the same kind that can be read.
    """
    if item.kind == MAIN:
        yield from _of_the_community(item)
        return
    mended = Mended(item.content, lenders)
    found = yield from _read_on(READERS[item.kind], item, mended, lenders)
    for path, known in found.unread() if found else ():
        field = mended.written(".".join(path))
        yield BadItemError("unknown_field", field, path[-1], known)


def _of_the_community(item: Item) -> Iterator[BadItemError]:
    looked_for, faulty = Watched(item.content), set()
    for field, reader in MAIN_READERS.items():
        try:
            read_with(reader, Item(item.kind, item.code, looked_for))
        except BadItemError as error:
            faulty.add(field)
            yield error
    for path, known in looked_for.unread():
        if path[0] not in faulty:  # otherwise not all of it was read
            yield BadItemError("unknown_field", ".".join(path), path[-1], known)


def _read_on(
    reader: Reader, item: Item, mended: Mended, lenders: Sequence[Content]
) -> Generator[BadItemError, None, Watched | None]:
    """Yield why a reader refuses a thing; what was named is mended, and the thing read again.

    Each round takes something out or tries one stand-in more, so the rounds come to an end.
    """
    while True:
        content = Watched(mended.content)
        try:
            read_with(reader, Item(item.kind, item.code, content))
        except BadItemError as refused:
            error = _where(refused, reader, Item(item.kind, item.code, mended.content), lenders)
            named = mended.named(error)
            if named:
                yield named
            if not mended.without(error):
                return None
        else:
            return content


def _where(
    error: BadItemError, reader: Reader, item: Item, lenders: Sequence[Content]
) -> BadItemError:
    """Say in which field a thing has a wrong form, if one can be found.

    It is the field without which, or with that of another thing, it is refused no more or for
    something else.
    """
    if not _is_nowhere(error, item):
        return error
    for field, value in item.content.items():
        rest = {name: each for name, each in item.content.items() if name != field}
        lent = [{**rest, field: other[field]} for other in lenders[:1] if field in other]
        for content in (rest, *lent):
            try:
                read_with(reader, Item(item.kind, item.code, content))
            except BadItemError as other:
                if _is_nowhere(other, item) or other.field.partition(".")[0] == field:
                    continue
            return BadItemError(error.code, field, value)
    return error


def _is_nowhere(error: BadItemError, item: Item) -> bool:
    return error.code == "wrong_form" and error.field == item.kind
