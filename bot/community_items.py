"""A community's data as a flat list of things, and the community that they make up."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.calendar_items import calendar_of
from bot.community import (
    AmbiguousWord,
    Building,
    Category,
    CategoryGroup,
    Choice,
    Community,
    Condition,
    EmergencyCall,
    Entrance,
    Estate,
    ExtraQuestion,
    Grid,
    Landmark,
    Point,
    Role,
    StaffMember,
    TimeLimits,
    WorkingHours,
)
from bot.community_fields import (
    LANGUAGES,
    BadItemError,
    Content,
    codes,
    flag,
    letters,
    phone,
    point,
    text,
    time_limit,
    time_zone,
    typos,
    urgency,
    whole,
    word,
    words,
    working_hours,
)
from bot.errand_items import ERRAND_READERS
from bot.local_text import LocalText
from bot.matter_items import MATTER_READERS
from bot.offer_items import OFFER_READERS
from bot.services_items import SERVICE_READERS


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
        **_main(main),
        calendar=calendar_of(calendar),
        grids=_by_code(items, "grid"),
        estates=_by_code(items, "estate"),
        buildings=_by_code(items, "building"),
        landmarks=_by_code(items, "landmark"),
        groups=_by_code(items, "group"),
        categories=_by_code(items, "category"),
        ambiguous_words=tuple(_by_code(items, "ambiguous_word").values()),
        staff=_by_code(items, "staff"),
        handlers=_by_code(items, "handler"),
        centres=_by_code(items, "centre"),
        windows=_by_code(items, "window"),
        papers=_by_code(items, "paper"),
        questions=_by_code(items, "question"),
        shops=_by_code(items, "shop"),
        services=_by_code(items, "service"),
        proofs=_by_code(items, "proof"),
        other_offices=_by_code(items, "other_office"),
        families=_by_code(items, "family"),
        offer_kinds=_by_code(items, "offer_kind"),
        organisations=_by_code(items, "organisation"),
        offers=_by_code(items, "offer"),
        topics=_by_code(items, "topic"),
        errands=_by_code(items, "errand"),
        matter_kinds=_by_code(items, "matter_kind"),
    )


def _hours(content: Content) -> tuple[WorkingHours, ...]:
    hours = tuple(working_hours(each) for each in content["working_hours"])
    if not hours:
        raise BadItemError("empty", "working_hours")
    return hours


# The community itself, field by field.
MAIN_READERS: Mapping[str, Callable[[Content], object]] = {
    "code": lambda content: word(content, "code"),
    "letters": lambda content: letters(content["letters"]),
    "name": lambda content: text(content, "name"),
    "time_zone": lambda content: time_zone(content["time_zone"]),
    "duty_phone": lambda content: phone(content["duty_phone"], "duty_phone"),
    "working_hours": _hours,
    "typos": lambda content: typos(content.get("typos", {})),
}


def _main(content: Content) -> dict[str, Any]:
    """Read the community itself."""
    return {field: read(content) for field, read in MAIN_READERS.items()}


def read_item(item: Item) -> object:
    """Read one thing into its type, or raise BadItemError."""
    return read_with(READERS[item.kind], item)


def read_with(reader: Callable[[Content], object], item: Item) -> object:
    """Read a thing by one reader; whatever goes wrong in it is a BadItemError."""
    try:
        return reader(item.content)
    except KeyError as error:
        raise BadItemError("missing", str(error.args[0])) from error
    except BadItemError:
        raise
    except (TypeError, AttributeError, ValueError) as error:
        raise BadItemError("wrong_form", item.kind) from error


def _by_code(items: Sequence[Item], kind: str) -> dict[str, Any]:
    return {item.code: read_item(item) for item in items if item.kind == kind}


def _grid(content: Content) -> Grid:
    ring = tuple(Point(latitude, longitude) for longitude, latitude in content["ring"])
    return Grid(
        word(content, "code"),
        content["full_code"],
        text(content, "name"),
        whole(content, "households"),
        whole(content, "residents"),
        ring,
    )


def _estate(content: Content) -> Estate:
    return Estate(word(content, "code"), _two_columns(content), codes(content, "aliases"))


def _two_columns(content: Content) -> LocalText:
    texts = {language: content[f"name_{language}"] for language in LANGUAGES}
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
        word(content, "code"),
        content["estate"],
        number,
        name,
        content["grid"],
        point(content),
        codes(content, "aliases"),
        _entrances(content),
    )


def _entrances(content: Content) -> tuple[Entrance, ...]:
    """Return the entrances 1, 2, 3 and the flats behind each as floor and door: 101, 102, 201."""
    floors, per_floor = whole(content, "floors"), whole(content, "flats_per_floor")
    flats = tuple(
        f"{floor}{door:02d}" for floor in range(1, floors + 1) for door in range(1, per_floor + 1)
    )
    return tuple(
        Entrance(
            str(number),
            LocalText({"zh-CN": f"{number}单元", "en": f"Entrance {number}"}),
            flats,
        )
        for number in range(1, whole(content, "entrances") + 1)
    )


def _landmark(content: Content) -> Landmark:
    names = _two_columns(content)
    aliases = codes(content, "aliases")
    return Landmark(word(content, "code"), names, content["grid"], point(content), aliases)


def _staff(content: Content) -> StaffMember:
    if content["role"] not in set(Role):
        raise BadItemError("unknown_role", "role", content["role"], Role)
    if not content["name"]:
        raise BadItemError("empty", "name")
    return StaffMember(
        word(content, "code"),
        content["name"],
        Role(content["role"]),
        codes(content, "grids"),
        codes(content, "deputy_for"),
        phone(content["phone"], "phone") if content["phone"] else "",
    )


def _group(content: Content) -> CategoryGroup:
    return CategoryGroup(word(content, "code"), text(content, "name"))


def _category(content: Content) -> Category:
    limits = content["limits"]
    first = content.get("first_question")
    return Category(
        word(content, "code"),
        word(content, "group"),
        text(content, "name"),
        words(content["keywords"], "keywords"),
        urgency(content["urgency"], "urgency"),
        tuple(EmergencyCall(each["number"], text(each, "reason")) for each in content["calls"]),
        words(content["handlers"], "handlers"),
        words(content["escalate"], "escalate"),
        TimeLimits(
            *(time_limit(limits[each], each) for each in ("acknowledge", "on_site", "resolve"))
        ),
        text(content, "hint"),
        tuple(_question(each) for each in content.get("questions", ())),
        _question(first) if first else None,
        flag(content, "danger"),
        flag(content, "sensitive"),
        flag(content, "asks_identity"),
        words(content.get("alarms", ()), "alarms"),
        bool(content.get("can_be_mediated", False)),
    )


def _question(content: Content) -> ExtraQuestion:
    choices = tuple(
        Choice(
            word(each, "code"),
            text(each, "name"),
            urgency(each["raises_to"], "raises_to") if "raises_to" in each else None,
            words(each.get("words", ()), "words"),
        )
        for each in content.get("choices", ())
    )
    return ExtraQuestion(
        word(content, "code"), text(content, "text"), choices, _condition(content)
    )


def _condition(content: Content) -> Condition | None:
    """Read `only_if = { question = "street_stair", choice = "street" }`."""
    given = content.get("only_if")
    return Condition(word(given, "question"), word(given, "choice")) if given else None


def _ambiguous(content: Content) -> AmbiguousWord:
    return AmbiguousWord(
        words(content["words"], "words"),
        text(content, "question"),
        words(content["categories"], "categories"),
    )


READERS: Mapping[str, Callable[[Content], object]] = {
    "community": _main,
    "calendar": calendar_of,
    "grid": _grid,
    "estate": _estate,
    "building": _building,
    "landmark": _landmark,
    "group": _group,
    "category": _category,
    "ambiguous_word": _ambiguous,
    "staff": _staff,
    "handler": lambda content: text(content, "name"),
    **SERVICE_READERS,
    **OFFER_READERS,
    **ERRAND_READERS,
    **MATTER_READERS,
}
