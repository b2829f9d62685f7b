"""Values for the parameters of sentences about mediation and legal aid."""

from collections.abc import Mapping

from bot.telling import Parameter

NAME: dict[str, Parameter] = {"zh-CN": "邻居之间", "en": "Between neighbours"}
PRIVATE: dict[str, Parameter] = {
    "service": "mediation",
    "about": "neighbours",
    "words": "占了我家 <i> 门口",
    "other_side": "neighbour",
    "willing": "unknown",
    "wish": "搬走",
    "until_day": "2026-12-01",
    "means": "promise",
    "reach": "evening",
    "name": "罗奶奶",
    "meeting": "2026-11-27 15:00",
    "agreement": "written",
    "limit_day": "2026-12-24",
    "later": "2026-12-27",
    "note": "周五见",
    "helper": "mediator_1",
    "is_there": False,
    "is_reached": False,
    "is_empty": False,
    "handed_by": "mediator_1",
    "is_reminder": False,
    "is_alone": True,
    "staff": "mediator_1",
    "by_helper": True,
    "state": "received",
    "opens": "15:00",
    "accept_by": 1_795_676_400_000_000,
    "number": "TJ-261124-0001",
}
SEND: dict[str, Parameter] = {**PRIVATE, "about": NAME}
PRIVATE_OVERRIDES: Mapping[str, dict[str, Parameter]] = {
    "private_matter.card": PRIVATE,
    "private_matter.helper_card": PRIVATE,
    "private_matter.taken": PRIVATE,
    "private_matter.given": PRIVATE,
    "private_matter.ask.hand_over": PRIVATE,
    "private_matter.ask.whose": {"number": 2},
    "private_matter.button.colleague": PRIVATE,
    "private_matter.note": PRIVATE,
    "private_matter.side": PRIVATE,
    "private_matter.when": PRIVATE,
    "private_matter.button.time": PRIVATE,
    "private_matter.button.words_to_helper": PRIVATE,
    "mediation.ask.send": SEND,
    "legal_aid.ask.send": SEND,
    "legal_aid.elsewhere": {"elsewhere": NAME},
}
