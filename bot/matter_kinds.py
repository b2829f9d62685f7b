"""What mediation and legal aid can be about: data of the community."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.community import TimeLimit
    from bot.local_text import LocalText


class PrivateService(StrEnum):
    """Services whose matters are confidential."""

    MEDIATION = "mediation"
    LEGAL_AID = "legal_aid"


@dataclass(frozen=True, slots=True)
class MatterKind:
    """What mediation or legal aid is about, and within which time somebody takes it up.

    Without `means_test` nobody asks about money; `elsewhere` says where else one has to go.
    """

    code: str
    service: PrivateService
    name: LocalText
    accept_within: TimeLimit
    means_test: bool = True
    elsewhere: LocalText | None = None
