"""What can be pressed on a verdict about papers, and on a reminder of what is missing."""

from dataclasses import dataclass

from bot.actions import Begin, ChangeCheck, CheckDeed, Show
from bot.telling import Button, Keyboard
from bot.verdict import Gap
from conversations.category import said
from handlers.desk.appointment_card import APPOINTMENT
from handlers.desk.errand_offer import errand_buttons
from handlers.desk.guiding import guide_of
from handlers.desk.scene import Scene
from handlers.desk.verdict_told import Judged
from messages.pictures.fonts import pictures_possible
from storage.pre_check import Check

PRE_CHECK = "pre_check"
GOING_DAY = "going_day"
CHECK_PICTURE, CHECK_MORE, CHECK_LESS = "check_picture", "check_more", "check_less"
# Services that can be asked for right here, confidentially, by their codes in the guide.
PRIVATE_SERVICES = {"mediation_application": "mediation", "legal_aid": "legal_aid"}
# So many papers are told as found on the verdict itself; who lacks more finds the rest behind
# the last button.
FOUND_AT_MOST = 2
# Names of papers up to so many letters stand side by side.
SHORT_CHINESE, SHORT_LATIN = 6, 14


@dataclass(frozen=True, slots=True)
class AtWindow:
    """What stands with the window: a booked time, rows about photos, the way to take them back."""

    is_booked: bool
    photos: Keyboard
    take_back: Keyboard


def verdict_keyboard(scene: Scene, check: Check, judged: Judged, window: AtWindow) -> Keyboard:
    """Return some five rows: what is needed most, and the rest behind one button."""
    gaps = judged.verdict.missing[:FOUND_AT_MOST]
    found = tuple(_found(scene, check, gaps))
    are_short = all(_is_short(scene, gap) for gap in gaps)
    errand = errand_buttons(scene, check.service, check.subject)
    more = Button("pre_check.button.more", Show(CHECK_MORE, check.subject))
    rows: list[tuple[Button, ...]] = [found] if are_short else [(each,) for each in found]
    rows += [
        *_private(scene, check),
        _when(scene, check, judged, window),
        *window.photos,
        (*errand, *_picture(check)),
        (*(button for row in window.take_back for button in row), more),
    ]
    return tuple(row for row in rows if row)


def rest_keyboard(scene: Scene, check: Check, judged: Judged) -> Keyboard:
    """Return what is needed seldom, one button a row, and the way back."""
    missing = judged.verdict.missing
    others = (*missing[FOUND_AT_MOST:], *(each for each in judged.verdict.gaps if not each.blocks))
    buttons = _found(scene, check, others)
    if missing and not check.is_quiet:
        buttons.append(_quiet(check))
    buttons.append(Button("pre_check.button.go_over", Begin(PRE_CHECK, check.subject)))
    less = Button("pre_check.button.less", Show(CHECK_LESS, check.subject))
    return (*((button,) for button in buttons), (less,))


def reminder_keyboard(scene: Scene, check: Check, judged: Judged) -> Keyboard:
    """Return what was found, one large button a row, and no more reminders."""
    buttons = _found(scene, check, judged.verdict.missing)
    if judged.verdict.missing and not check.is_quiet:
        buttons.append(_quiet(check))
    return tuple((button,) for button in buttons)


def _found(scene: Scene, check: Check, gaps: tuple[Gap, ...]) -> list[Button]:
    papers = guide_of(scene).papers
    return [
        Button(
            "pre_check.button.found",
            ChangeCheck(check.id, CheckDeed.FOUND, gap.need.paper),
            {"text": said(papers[gap.need.paper].button)},
        )
        for gap in gaps
    ]


def _is_short(scene: Scene, gap: Gap) -> bool:
    """Whether two such buttons fit side by side on a narrow phone."""
    name = guide_of(scene).papers[gap.need.paper].button.in_language(scene.person.language)
    return len(name) <= (SHORT_LATIN if name.isascii() else SHORT_CHINESE)


def _when(scene: Scene, check: Check, judged: Judged, window: AtWindow) -> tuple[Button, ...]:
    """Offer a day to be reminded of while something is missing, and a time at the window."""
    if window.is_booked:
        return ()
    day = Button("pre_check.button.which_day", Begin(GOING_DAY, check.subject))
    return (*((day,) if judged.verdict.missing else ()), *_book(scene, check, judged))


def _book(scene: Scene, check: Check, judged: Judged) -> list[Button]:
    if not guide_of(scene).windows[judged.service.window].appointments:
        return []
    return [Button("appointment.button.choose", Begin(APPOINTMENT, check.service))]


def _private(scene: Scene, check: Check) -> Keyboard:
    """Offer at once what can be asked for right here, confidentially."""
    script = PRIVATE_SERVICES.get(check.service)
    if script is None or not scene.neighbourhood.community.matter_kinds:
        return ()
    return ((Button(f"pre_check.button.{script}", Begin(script)),),)


def _picture(check: Check) -> tuple[Button, ...]:
    if not pictures_possible():
        return ()
    return (Button("pre_check.button.picture", Show(CHECK_PICTURE, check.subject)),)


def _quiet(check: Check) -> Button:
    return Button("pre_check.button.quiet", ChangeCheck(check.id, CheckDeed.QUIET))
