"""Which service or proof somebody's words mean: today's names, old ones, and slips of typing."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from rapidfuzz import fuzz, process

from bot.folding import Folding
from bot.guide import Guide
from bot.local_text import LocalText
from bot.other_offices import OtherOffice
from bot.phrases import Phrases
from bot.proofs import Proof
from bot.services import Family, Service

AT_MOST = 3
OF_A_FAMILY_AT_MOST = 5
# Likeness in percent from which words count as a slip: 毕业证 is no slip of 失业证.
ALIKE = 78.0
LONGEST_SLIP = 24
_SHORTEST_SLIP = 3
_SURE = 0.5
# What people put around the name of a matter.
_AROUND = re.compile(
    r"请问|我想|我要|我家|我们|想要|需要|怎么|如何|怎样|办理|申请|申领|办一个|办个|开一个|开个"
    r"|要什么|要哪些|带什么|带哪些|什么|哪些|材料|手续|在哪里|在哪|哪里|去哪|一下|可以|能不能|有没有|免费"
    r"|[办开领补查弄要想的了吗呢吧啊呀，。？！、,.?!]"
    r"|\b(?:how|to|do|can|i|we|get|a|an|the|for|my|where|what|need|apply|please|want|is|of|papers"
    r"|documents|about)\b"
)
_BLANK = re.compile(r"\s+")
_BLANK_BETWEEN_SIGNS = re.compile(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])")
# A day behind a matter is no part of its name: 居住证 明天去 is about no 居住证明. Right behind a
# 证 a lone 明 belongs to it, unless 天 or a time follows: 居住证明早上能开吗, 居住证明早八点.
_TOMORROW = re.compile(
    r"明[天日](?!天)|(?<!证)明(?:早上|早|晚|儿|后天|[上下]午)|明早(?=[0-9一二两三四五六七八九十]{1,2}[点點])"
)
_PARTS = re.compile(r"[（）()、，,/]")
# A name's part is a name by itself only if it says enough.
_SHORTEST_PART = 2


class Kind(StrEnum):
    """What was found."""

    SERVICE = "service"
    PROOF = "proof"
    OTHER_OFFICE = "other_office"
    FAMILY = "family"
    OFFER = "offer"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Found:
    """A match. `score` up to 1; above 0.5 the words stood there, below they are only alike.

    `said` is the name or word it was found by; `other_name`: it is not what the matter is called
    today.
    """

    kind: Kind
    code: str
    score: float
    said: str
    other_name: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether the words themselves stood there."""
        return self.score > _SURE


@dataclass(frozen=True, slots=True)
class Name:
    """Something by which a thing may be called; `other_name`: not the one of today."""

    kind: Kind
    code: str
    said: str
    other_name: bool


class NameSearch:
    """Built once for some names; `search` is pure and quick. Of equal names the first counts."""

    def __init__(self, names: Iterable[Name], folding: Folding) -> None:
        self._folding = folding
        folded = [(_close(folding.fold(name.said)), name) for name in names]
        self._phrases = Phrases(folded)
        self._spellings = [spelling for spelling, _ in folded]
        self._names = [name for _, name in folded]

    def search(self, text: str) -> tuple[Found, ...]:
        """Return the best matches, the best one first; none when the words mean nothing here."""
        folded = _close(self._folding.fold(_TOMORROW.sub("，", text)))
        return self._standing(folded) or self._alike(_core(folded))

    def _standing(self, folded: str) -> tuple[Found, ...]:
        """Return what is named in the text itself, the longer name first."""
        whole = max(len(_core(folded)), 1)
        found = [
            _found(phrase.meaning, _SURE + _SURE * min(phrase.length / whole, 1.0))
            for phrase in self._phrases.find(folded)
        ]
        return _best(found)

    def _alike(self, core: str) -> tuple[Found, ...]:
        if not _SHORTEST_SLIP <= len(core) <= LONGEST_SLIP:
            return ()
        near = process.extract(
            core, self._spellings, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=4 * AT_MOST
        )
        found = [_found(self._names[at], _SURE * ratio / 100) for _, ratio, at in near]
        return _best(found)


class ServiceSearch(NameSearch):
    """Built once for a guide."""

    def __init__(self, guide: Guide, folding: Folding) -> None:
        super().__init__(_names(guide), folding)
        self._members = {each.code: _members(guide, each) for each in guide.families.values()}

    def search(self, text: str) -> tuple[Found, ...]:
        """Return the best matches; for a word that means several matters, those it means."""
        found = super().search(text)
        named = {(each.kind, each.code) for each in found}
        return tuple(
            member
            for each in found
            for member in ((each,) if each.kind is not Kind.FAMILY else self._meant(each, named))
        )

    def _meant(self, family: Found, named: Collection[tuple[Kind, str]]) -> Iterator[Found]:
        """Yield the members of a family, unless the text itself names one of them."""
        members = self._members[family.code]
        if not any(member in named for member in members):
            for kind, code in members:
                yield replace(family, kind=kind, code=code)


def _found(name: Name, score: float) -> Found:
    return Found(name.kind, name.code, round(score, 3), name.said, name.other_name)


def _best(found: Iterable[Found]) -> tuple[Found, ...]:
    """Keep the best match of each thing."""
    best: dict[tuple[Kind, str], Found] = {}
    for each in sorted(found, key=lambda one: -one.score):
        best.setdefault((each.kind, each.code), each)
    return tuple(best.values())[:AT_MOST]


def _members(guide: Guide, family: Family) -> tuple[tuple[Kind, str], ...]:
    """Return the matters of a family that there are on the guide's day."""
    services = ((Kind.SERVICE, code) for code in family.services if code in guide.services)
    others = (
        (Kind.OTHER_OFFICE, code) for code in family.other_offices if code in guide.other_offices
    )
    return (*services, *others)[:OF_A_FAMILY_AT_MOST]


def _names(guide: Guide) -> Iterator[Name]:
    """Yield everything by which a thing may be called; where two read the same the first wins."""
    for service in guide.services.values():
        yield from _names_of(service)
    things: Mapping[Kind, Mapping[str, Proof | OtherOffice]] = {
        Kind.PROOF: guide.proofs,
        Kind.OTHER_OFFICE: guide.other_offices,
    }
    for kind, found in things.items():
        for thing in found.values():
            for said in (*called(thing.name), *thing.words):
                yield Name(kind, thing.code, said, other_name=False)
    yield from _names_of_families(guide)
    # Whoever asks for what is not done any more is told so, unless the name means something today.
    for service in guide.gone.values():
        yield from _names_of(service)


def _names_of_families(guide: Guide) -> Iterator[Name]:
    for family in guide.families.values():
        for said in family.words:
            yield Name(Kind.FAMILY, family.code, said, other_name=False)


def _names_of(service: Service) -> Iterator[Name]:
    for said in (*called(service.name), *service.words):
        yield Name(Kind.SERVICE, service.code, said, other_name=False)
    for said in service.also_known_as:
        yield Name(Kind.SERVICE, service.code, said, other_name=True)


def called(name: LocalText) -> Iterator[str]:
    """Yield a name in every language, and its parts: 失业登记（就业创业证） are two names."""
    for text in name.texts.values():
        yield text
        for part in _PARTS.split(text):
            if len(part.strip()) >= _SHORTEST_PART:
                yield part.strip()


def _close(folded: str) -> str:
    """Take out blanks between Chinese signs: 失 业 证 is 失业证."""
    return _BLANK.sub(" ", _BLANK_BETWEEN_SIGNS.sub("", folded)).strip()


def _core(folded: str) -> str:
    """Leave what is asked about: 居住证怎么办 is about 居住证."""
    return _BLANK.sub(" ", _AROUND.sub("", folded)).strip()
