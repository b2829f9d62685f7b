"""Whether organisations can be reached: their contacts are of the staff list, in that role."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from bot.community_fields import Content
from bot.mistakes import Mistake

ORGANISATION = "organisation"


class Thing(Protocol):
    """One thing of the data, as `Item`."""

    @property
    def kind(self) -> str:
        """What kind of thing."""

    @property
    def code(self) -> str:
        """Its code."""

    @property
    def content(self) -> Content:
        """Its plain values."""


def contacts(items: Sequence[Thing]) -> Iterator[Mistake]:
    """Yield contacts without the role for it, and people in that role for nobody."""
    roles = {item.code: item.content.get("role") for item in items if item.kind == "staff"}
    named = set()
    for item in items:
        if item.kind == ORGANISATION:
            contact = str(item.content.get("contact", ""))
            named.add(contact)
            if roles.get(contact, ORGANISATION) != ORGANISATION:
                yield Mistake(item.kind, item.code, "contact_without_role", "contact", contact)
    for code, role in roles.items():
        if role == ORGANISATION and code not in named:
            yield Mistake("staff", code, "nobodys_contact", "code", code)
