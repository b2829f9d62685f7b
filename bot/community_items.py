"""A community's data as a flat list of things, and the community that they make up."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.community import (
    AmbiguousWord,
    Building,
    Calendar,
    Category,
    CategoryGroup,
    Choice,
    Community,
    EmergencyCall,
    Entrance,
    Estate,
    ExtraQuestion,
    Grid,
    Landmark,
    Point,
    Role,
    StaffMember,
    TimeLimit,
    TimeLimits,
    TimeUnit,
    Urgency,
    WorkingHours,
)
from bot.local_text import LocalText

Content = Mapping[str, Any]
UNITS = tuple(sorted(TimeUnit, key=len, reverse=True))


class BadItemError(ValueError):
    """A thing cannot be read; `code` names the mistake, `value` is what stands there."""

    def __init__(self, code: str, field: str, value: object = "") -> None:
        super().__init__(f"{code}: {field}")
        self.code = code
        self.field = field
        self.value = str(value)[:60]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing: its kind, its code, and its content as plain values."""

    kind: str
    code: str
    content: Content


def assemble(items: Sequence[Item]) -> Community:
    """Put a community together; every item must be readable."""
    main = next(item.content for item in items if item.kind == "community")
    calendar = next((item.content for item in items if item.kind == "calendar"), {})
    return Community(
        code=main["code"],
        letters=main["letters"],
        name=text(main, "name"),
        time_zone=main["time_zone"],
        duty_phone=main["duty_phone"],
        working_hours=tuple(working_hours(each) for each in main["working_hours"]),
        calendar=Calendar(
            frozenset(calendar.get("holidays", ())),
            frozenset(calendar.get("make_up_working_days", ())),
        ),
        typos=dict(main.get("typos", {})),
        grids=_by_code(items, "grid"),
        estates=_by_code(items, "estate"),
        buildings=_by_code(items, "building"),
        landmarks=_by_code(items, "landmark"),
        groups=_by_code(items, "group"),
        categories=_by_code(items, "category"),
        ambiguous_words=tuple(_by_code(items, "ambiguous_word").values()),
        staff=_by_code(items, "staff"),
        handlers=_by_code(items, "handler"),
    )


def read_item(item: Item) -> object:
    """Read one thing into its type, or raise BadItemError."""
    reader = READERS.get(item.kind)
    if reader is None:
        return item.content
    try:
        return reader(item.content)
    except KeyError as error:
        raise BadItemError("missing", str(error.args[0])) from error
    except (TypeError, AttributeError) as error:
        raise BadItemError("wrong_form", item.kind) from error


def text(content: Content, field: str) -> LocalText:
    """Read a text in several languages."""
    texts = content[field]
    if not isinstance(texts, Mapping):
        raise BadItemError("not_a_text", field, texts)
    for language in ("zh-CN", "en"):
        if not isinstance(texts.get(language), str):
            raise BadItemError("language_missing", f"{field}.{language}")
    return LocalText(dict(texts))


def working_hours(content: Content) -> WorkingHours:
    """Read a stretch of working time."""
    hours = WorkingHours(_minutes(content, "opens"), _minutes(content, "closes"))
    if hours.closes <= hours.opens:
        raise BadItemError("hours_reversed", "closes", content["closes"])
    return hours


def time_limit(written: object, field: str) -> TimeLimit:
    """Read a limit such as `4wh`."""
    for unit in UNITS:
        number = str(written).removesuffix(unit.value)
        if str(written).endswith(unit.value) and number.isascii() and number.isdigit():
            return TimeLimit(int(number), unit)
    raise BadItemError("not_a_time_limit", field, written)


def _by_code(items: Sequence[Item], kind: str) -> dict[str, Any]:
    return {item.code: read_item(item) for item in items if item.kind == kind}


def _minutes(content: Content, field: str) -> int:
    hour, _, minute = str(content[field]).partition(":")
    if not (_is_number(hour) and _is_number(minute) and int(hour) < 24 and int(minute) < 60):  # noqa: PLR2004
        raise BadItemError("not_a_time", field, content[field])
    return int(hour) * 60 + int(minute)


def _is_number(written: str) -> bool:
    return written.isascii() and written.isdigit() and len(written) < 6  # noqa: PLR2004


def _whole(content: Content, field: str) -> int:
    written = str(content[field])
    if not _is_number(written):
        raise BadItemError("not_a_number", field, content[field])
    return int(written)


def _degrees(content: Content, field: str) -> float:
    try:
        return float(content[field])
    except ValueError as error:
        raise BadItemError("not_a_number", field, content[field]) from error


def _point(content: Content) -> Point:
    return Point(_degrees(content, "latitude"), _degrees(content, "longitude"))


def _codes(content: Content, field: str) -> tuple[str, ...]:
    given = content.get(field) or ()
    parts = given.split(";") if isinstance(given, str) else given
    return tuple(part.strip() for part in parts if part.strip())


def _grid(content: Content) -> Grid:
    ring = tuple(Point(latitude, longitude) for longitude, latitude in content["ring"])
    return Grid(
        content["code"],
        content["full_code"],
        text(content, "name"),
        _whole(content, "households"),
        _whole(content, "residents"),
        ring,
    )


def _estate(content: Content) -> Estate:
    return Estate(content["code"], _two_columns(content), _codes(content, "aliases"))


def _two_columns(content: Content) -> LocalText:
    texts = {language: content[f"name_{language}"] for language in ("zh-CN", "en")}
    for language, name in texts.items():
        if not name:
            raise BadItemError("empty", f"name_{language}")
    return LocalText(texts)


def _building(content: Content) -> Building:
    number = content["number"]
    if not number:
        raise BadItemError("empty", "number")
    name = LocalText({"zh-CN": f"{number}栋", "en": f"Building {number}"})
    return Building(
        content["code"],
        content["estate"],
        number,
        name,
        content["grid"],
        _point(content),
        _codes(content, "aliases"),
        _entrances(content),
    )


def _entrances(content: Content) -> tuple[Entrance, ...]:
    """Number the entrances, and the flats behind each as floor and door: 101, 102, 201."""
    floors, per_floor = _whole(content, "floors"), _whole(content, "flats_per_floor")
    flats = tuple(
        f"{floor}{door:02d}" for floor in range(1, floors + 1) for door in range(1, per_floor + 1)
    )
    return tuple(
        Entrance(
            str(number),
            LocalText({"zh-CN": f"{number}单元", "en": f"Entrance {number}"}),
            flats,
        )
        for number in range(1, _whole(content, "entrances") + 1)
    )


def _landmark(content: Content) -> Landmark:
    names = _two_columns(content)
    aliases = _codes(content, "aliases")
    return Landmark(content["code"], names, content["grid"], _point(content), aliases)


def _staff(content: Content) -> StaffMember:
    if content["role"] not in set(Role):
        raise BadItemError("unknown_role", "role", content["role"])
    if not content["name"]:
        raise BadItemError("empty", "name")
    return StaffMember(
        content["code"],
        content["name"],
        Role(content["role"]),
        _codes(content, "grids"),
        _codes(content, "deputy_for"),
        content["phone"],
    )


def _group(content: Content) -> CategoryGroup:
    return CategoryGroup(content["code"], text(content, "name"))


def _category(content: Content) -> Category:
    limits = content["limits"]
    first = content.get("first_question")
    return Category(
        content["code"],
        content["group"],
        text(content, "name"),
        tuple(content["keywords"]),
        _urgency(content["urgency"], "urgency"),
        tuple(EmergencyCall(each["number"], text(each, "reason")) for each in content["calls"]),
        tuple(content["handlers"]),
        tuple(content["escalate"]),
        TimeLimits(
            *(time_limit(limits[each], each) for each in ("acknowledge", "on_site", "resolve"))
        ),
        text(content, "hint"),
        tuple(_question(each) for each in content.get("questions", ())),
        _question(first) if first else None,
        bool(content.get("danger", False)),
        bool(content.get("sensitive", False)),
    )


def _question(content: Content) -> ExtraQuestion:
    choices = tuple(
        Choice(
            each["code"],
            text(each, "name"),
            _urgency(each["raises_to"], "raises_to") if "raises_to" in each else None,
        )
        for each in content.get("choices", ())
    )
    return ExtraQuestion(content["code"], text(content, "text"), choices)


def _urgency(written: object, field: str) -> Urgency:
    if written not in set(Urgency):
        raise BadItemError("unknown_urgency", field, written)
    return Urgency(str(written))


def _ambiguous(content: Content) -> AmbiguousWord:
    return AmbiguousWord(
        tuple(content["words"]), text(content, "question"), tuple(content["categories"])
    )


def _handler(content: Content) -> LocalText:
    return text(content, "name")


READERS: Mapping[str, Callable[[Content], object]] = {
    "grid": _grid,
    "estate": _estate,
    "building": _building,
    "landmark": _landmark,
    "group": _group,
    "category": _category,
    "ambiguous_word": _ambiguous,
    "staff": _staff,
    "handler": _handler,
}
