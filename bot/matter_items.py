"""What mediation and legal aid are about, read from plain values."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

from bot.community_fields import BadItemError, Content, text, time_limit
from bot.local_text import LocalText
from bot.matter_kinds import MatterKind, PrivateService
from bot.mistakes import Mistake

KIND = "matter_kind"


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


def kinds_and_services(items: Sequence[Thing]) -> Iterator[Mistake]:
    """Yield services without a kind, and people in a role that has nothing to read."""
    given = [item for item in items if item.kind == KIND]
    served = {str(item.content.get("service", "")) for item in given}
    if given:
        for service in PrivateService:
            if service not in served:
                yield Mistake(KIND, given[0].code, "no_matter_kind", "service", service)
    for item in items:
        role = item.content.get("role") if item.kind == "staff" else ""
        if role in {"mediator", "legal_adviser"} and not given:
            yield Mistake("staff", item.code, "nothing_to_read", "role", str(role))


def _matter_kind(content: Content) -> MatterKind:
    if content["service"] not in set(PrivateService):
        raise BadItemError("unknown_word", "service", content["service"], PrivateService)
    for field in ("means_test", "elsewhere"):
        if field in content and content["service"] != PrivateService.LEGAL_AID:
            raise BadItemError("only_for_legal_aid", field)
    means_test = content.get("means_test", True)
    if not isinstance(means_test, bool):
        raise BadItemError("wrong_form", "means_test", means_test)
    return MatterKind(
        content["code"],
        PrivateService(content["service"]),
        _said(content, "name"),
        time_limit(content["accept_within"], "accept_within"),
        means_test,
        _said(content, "elsewhere") if "elsewhere" in content else None,
    )


def _said(content: Content, field: str) -> LocalText:
    said = text(content, field)
    for language, each in said.texts.items():
        if not each.strip():
            raise BadItemError("empty", f"{field}.{language}")
    return said


MATTER_READERS: Mapping[str, Callable[[Content], object]] = {KIND: _matter_kind}
