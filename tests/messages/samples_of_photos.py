"""Values for the parameters of sentences about photos of papers and lists for the window."""

from collections.abc import Mapping

from bot.telling import Parameter
from tests.messages.samples_of_papers import CHANGE, SERVICE

PAPER_NAME: dict[str, Parameter] = {"zh-CN": "身份证", "en": "Identity card"}
AGAIN: dict[str, Parameter] = {
    "name": PAPER_NAME,
    "told": "paper_photo.state.again",
    "reason": "paper_photo.reason.cut_off",
}
FINE: dict[str, Parameter] = {
    "name": PAPER_NAME,
    "told": "paper_photo.state.fine",
    "reason": "",
}
PHOTOS: dict[str, Parameter] = {
    "photos": [FINE, AGAIN],
    "unmeasured": True,
    "told": "paper_photo.state.fine",
    "list": "window_list.told.ask",
    "settled": "paper_photo.settled.again",
    "who": "09:00 罗奶奶",
    "gone": SERVICE,
}
_LISTED: list[Parameter] = [
    {**AGAIN, "held": "window_list.held.have"},
    {"name": PAPER_NAME, "held": "window_list.held.missing", "told": "", "reason": ""},
]
_NAMED: dict[str, Parameter] = {
    "text": PAPER_NAME,
    "state": "again",
    "reason": "paper_photo.reason.cut_off",
    "advice": ["photo.advice.too_dark", "photo.advice.glare"],
    "expired": False,
    "how_to_get": None,
}
PHOTO_OVERRIDES: Mapping[str, dict[str, Parameter]] = {
    "paper_photo.standing": _NAMED,
    "paper_photo.card": {**_NAMED, "service": SERVICE},
    "paper_photo.card_settled": _NAMED,
    "paper_photo.ask.agree": _NAMED,
    "paper_photo.ask.photo": _NAMED,
    "paper_photo.state.again": _NAMED,
    "paper_photo.ask.which": {"number": 2, "total": 3},
    "coming.list": {"changes": [CHANGE, {**CHANGE, "ends": True}], "more": 2},
    "window_list.list": {"papers": _LISTED},
}
