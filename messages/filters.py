"""How names, places and times are put into words; each language has its own `forms.toml`."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any
from unicodedata import bidirectional

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from bot.community import Community
from bot.instants import Instant, local_time

# First Strong Isolate and Pop Directional Isolate: a name cannot turn the letters around it.
ISOLATE, POP = "\u2068", "\u2069"
_TURNING = frozenset({"R", "AL", "AN"})


@pass_context
def category_name(context: Context, code: str) -> str:
    """Name a category."""
    category = _community(context).categories.get(code)
    return category.name.in_language(_language(context)) if category else code


@pass_context
def estate_name(context: Context, code: str) -> str:
    """Name an estate."""
    estate = _community(context).estates.get(code)
    return estate.name.in_language(_language(context)) if estate else code


@pass_context
def building_name(context: Context, code: str) -> str:
    """Name a building with its estate."""
    building = _community(context).buildings.get(code)
    if building is None:
        return code
    estate = estate_name(context, building.estate)
    return _form(context, "building", estate=estate, number=building.number)


@pass_context
def building_number(context: Context, code: str) -> str:
    """Say a building's number alone."""
    building = _community(context).buildings.get(code)
    return building.name.in_language(_language(context)) if building else code


@pass_context
def entrance_name(context: Context, code: str) -> str:
    """Say an entrance."""
    return _form(context, "entrance", number=code)


@pass_context
def place(context: Context, building: str, entrance: str, flat: str, words: str) -> str:
    """Say a place: building, entrance and flat as far as known, then the person's own words."""
    parts = [building_name(context, building)] if building else []
    parts += [entrance_name(context, entrance)] if entrance else []
    parts += [_flat(context, flat)] if flat else []
    spoken = _words(context)["forms.between"].join(parts)
    shown = name(words)
    if _is_said_already(words, spoken):
        return spoken
    return f"{spoken} · {shown}" if spoken and words else spoken or shown


@pass_context
def landmark_name(context: Context, code: str) -> str:
    """Name a place that everybody knows."""
    landmark = _community(context).landmarks.get(code)
    return landmark.name.in_language(_language(context)) if landmark else code


@pass_context
def grid_name(context: Context, code: str) -> str:
    """Name a grid."""
    grid = _community(context).grids.get(code)
    return grid.name.in_language(_language(context)) if grid else code


@pass_context
def staff_name(context: Context, code: str) -> str:
    """Name a member of staff, as the community's own list has it."""
    member = _community(context).staff.get(code)
    return member.name if member else ""


@pass_context
def staff_phone(context: Context, code: str) -> str:
    """Return a member of staff's telephone number."""
    member = _community(context).staff.get(code)
    return member.phone if member else ""


@pass_context
def matter_name(context: Context, code: str) -> str:
    """Name what mediation or legal aid is about."""
    kind = _community(context).matter_kinds.get(code)
    return kind.name.in_language(_language(context)) if kind else code


@pass_context
def handler_name(context: Context, code: str) -> str:
    """Name who does the work."""
    handler = _community(context).handlers.get(code)
    return handler.in_language(_language(context)) if handler else code


@pass_context
def local(context: Context, texts: Mapping[str, str]) -> str:
    """Pick the language out of a text of the community's data."""
    return texts.get(_language(context)) or next(iter(texts.values()), "")


@pass_context
def answer(context: Context, given: str | Mapping[str, str]) -> str:
    """Say an answer that was chosen (a text of the data) or typed."""
    return local(context, given) if isinstance(given, Mapping) else given


@pass_context
def moment(context: Context, instant: int) -> str:
    """Say a day and a time of day: 11月26日(周四)15:00."""
    when = local_time(Instant(instant), _community(context).time_zone)
    return _dated(context, "moment", when, time=f"{when:%H:%M}")


@pass_context
def moment_after(context: Context, instant: int, before: int | None) -> str:
    """Say a moment that stands below another one: the day only when it is another day."""
    zone = _community(context).time_zone
    when = local_time(Instant(instant), zone)
    if before is not None and local_time(Instant(before), zone).date() == when.date():
        return f"{when:%H:%M}"
    return moment(context, instant)


@pass_context
def moment_in(context: Context, instant: int, zone: str) -> str:
    """Say a moment in a given time zone, where no community is at hand."""
    when = local_time(Instant(instant), zone)
    return _dated(context, "moment", when, time=f"{when:%H:%M}")


@pass_context
def day(context: Context, written: str) -> str:
    """Say a day that is given as an ISO date."""
    return _dated(context, "day", date.fromisoformat(written))


@pass_context
def word(context: Context, code: str, table: str) -> str:
    """Say a code of ours in words, from a table of the catalogue."""
    return _words(context)[f"words.{table}.{code}"]


@pass_context
def said(context: Context, key: str, parameters: Mapping[str, Any]) -> str:
    """Say another sentence inside this one."""
    spoken: str = context["_said"](key, parameters, context.eval_ctx.autoescape)
    return Markup(spoken) if context.eval_ctx.autoescape else spoken  # noqa: S704 - rendered with escaping


def name(value: str) -> str:
    """Keep what somebody wrote from turning the text around it: only right-to-left letters do."""
    turns = not value.isascii() and any(bidirectional(letter) in _TURNING for letter in value)
    return f"{ISOLATE}{value}{POP}" if turns else value


def _flat(context: Context, flat: str) -> str:
    """Say a flat's number; other words, such as 顶楼东边, stand for themselves."""
    return _form(context, "flat", number=flat) if flat[0].isdigit() else name(flat)


def _is_said_already(words: str, spoken: str) -> bool:
    """Whether words only repeat the address: all their letters stand in it, in order."""
    rest = iter(spoken.lower())
    return all(letter in rest for letter in words.lower())


def _dated(context: Context, form: str, when: date | datetime, **more: str) -> str:
    weekday = _words(context)[f"forms.weekday.{when.weekday()}"]
    month = _words(context)[f"forms.month.{when.month}"]
    return _form(context, form, month=month, day=str(when.day), weekday=weekday, **more)


def _form(context: Context, form: str, **parts: str) -> str:
    return _words(context)[f"forms.{form}"].format(**parts)


def _community(context: Context) -> Community:
    community: Community = context["_community"]
    return community


def _language(context: Context) -> str:
    return str(context["_language"])


def _words(context: Context) -> Mapping[str, str]:
    words: Mapping[str, str] = context["_words"]
    return words


FILTERS: Mapping[str, Callable[..., Any]] = {
    "category_name": category_name,
    "estate_name": estate_name,
    "building_name": building_name,
    "building_number": building_number,
    "entrance_name": entrance_name,
    "place": place,
    "landmark_name": landmark_name,
    "grid_name": grid_name,
    "staff_name": staff_name,
    "staff_phone": staff_phone,
    "matter_name": matter_name,
    "handler_name": handler_name,
    "local": local,
    "answer": answer,
    "moment": moment,
    "moment_after": moment_after,
    "moment_in": moment_in,
    "day": day,
    "word": word,
    "said": said,
    "name": name,
}
