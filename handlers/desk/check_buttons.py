"""What can be pressed on a verdict about papers, and on a reminder of what is missing."""

from bot.actions import Begin, ChangeCheck, CheckDeed, Show
from bot.telling import Button, Keyboard
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
CHECK_PICTURE = "check_picture"
# Services that can be asked for right here, confidentially, by their codes in the guide.
PRIVATE_SERVICES = {"mediation_application": "mediation", "legal_aid": "legal_aid"}


def check_keyboard(scene: Scene, check: Check, judged: Judged, *, is_reminded: bool) -> Keyboard:
    """Return one large button a row: what was found, which day, and no more reminders."""
    guide = guide_of(scene)
    gaps = judged.verdict.missing if is_reminded else judged.verdict.gaps
    buttons = [
        Button(
            "pre_check.button.found",
            ChangeCheck(check.id, CheckDeed.FOUND, gap.need.paper),
            {"text": said(guide.papers[gap.need.paper].button)},
        )
        for gap in gaps
    ]
    if judged.verdict.missing and not is_reminded:
        buttons.append(Button("pre_check.button.which_day", Begin(GOING_DAY, check.subject)))
    if not is_reminded and pictures_possible():
        picture = Show(CHECK_PICTURE, check.subject)
        buttons.append(Button("pre_check.button.picture", picture))
    if judged.verdict.missing and not check.is_quiet:
        quiet = ChangeCheck(check.id, CheckDeed.QUIET)
        buttons.append(Button("pre_check.button.quiet", quiet))
    if not is_reminded and guide.windows[judged.service.window].appointments:
        buttons.append(Button("appointment.button.choose", Begin(APPOINTMENT, check.service)))
    if check.service in PRIVATE_SERVICES and scene.neighbourhood.community.matter_kinds:
        script = PRIVATE_SERVICES[check.service]
        buttons.append(Button(f"pre_check.button.{script}", Begin(script)))
    if not is_reminded:
        buttons += errand_buttons(scene, check.service, check.subject)
        buttons.append(Button("pre_check.button.go_over", Begin(PRE_CHECK, check.subject)))
    return tuple((button,) for button in buttons)
