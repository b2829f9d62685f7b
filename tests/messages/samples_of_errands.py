"""Values for the parameters of sentences about errands."""

from collections.abc import Mapping

from bot.telling import Parameter

CARD: dict[str, Parameter] = {"zh-CN": "身份证", "en": "Identity card"}
MATTER: dict[str, Parameter] = {"zh-CN": "老年优待证", "en": "Senior citizen card"}
PLACE: dict[str, Parameter] = {"zh-CN": "江湾社区", "en": "Jiangwan Community"}
THURSDAY = 1_795_676_400_000_000
PAPER: dict[str, Parameter] = {
    "paper": CARD,
    "holder": "staff",
    "name": "邹春兰 <i>",
    "at": THURSDAY,
    "was_moved": True,
    "waits": "you",
    "is_disputed": False,
    "is_own": True,
    "has_left": False,
    "is_receipted": False,
    "is_return": False,
    "door_name": "",
    "door_until": None,
}
PAPERS: list[Parameter] = [
    PAPER,
    {**PAPER, "holder": "office", "paper": None, "waits": "other"},
    {**PAPER, "holder": "resident", "was_moved": False, "waits": "", "is_disputed": True},
    {**PAPER, "is_disputed": True, "is_own": False, "has_left": True},
    {**PAPER, "holder": "you"},
    {**PAPER, "holder": "resident", "is_disputed": True, "is_return": True},
    {**PAPER, "waits": "", "door_name": "王桂花 <i>", "door_until": THURSDAY},
]
TERMS: dict[str, Parameter] = {
    "community": PLACE,
    "service": MATTER,
    "name": "罗建华",
    "for_whom": "罗奶奶",
    "basis": "signed",
    "runner": "worker_4",
    "papers": [CARD, CARD],
    "until": "2026-12-24",
}
LINE: dict[str, Parameter] = {
    "number": "JW-261124-0037",
    "service": MATTER,
    "state": "collected",
    "priority": "ill",
    "name": "罗奶奶",
    "runner": "worker_4",
    "promised_by": THURSDAY,
    "is_late": True,
}
DISPUTED: list[Parameter] = [
    {"paper": CARD, "is_required": True},
    {"paper": CARD, "is_required": False},
]
PROOF: dict[str, Parameter] = {
    "standing": "seen",
    "kind": "signed",
    "name": "邹春兰 <i>",
    "at": THURSDAY,
}
ERRANDS: dict[str, Parameter] = {
    "proof": PROOF,
    "basis": "guardian",
    "priority": "old",
    "runner": "worker_4",
    "promised_by": THURSDAY,
    "good_until": "2026-12-24",
    "home": "morning",
    "home_words": "",
    "home_day": "2026-11-26",
    "holder": "staff",
    "was_moved": True,
    "waits": "you",
    "is_mine": False,
    "is_recalled": False,
    "terms": TERMS,
    "errands": [LINE, {**LINE, "service": None, "runner": "", "is_late": False}],
}
NEED: dict[str, Parameter] = {
    "name": CARD,
    "form": "pre_check.form.both",
    "copies": 1,
    "conditions": [{"question": MATTER, "answer": "errand.answer.no"}],
}
_NOW: dict[str, Parameter] = {
    "service": MATTER,
    "for_whom": "罗奶奶 <i>",
    "state": "collected",
    "papers": PAPERS,
    "reason": "",
    "words": "门没开 <i>",
    "note": "late",
    "disputed": DISPUTED,
    "is_done": True,
    "is_denied": False,
    "missing": [CARD, CARD],
    "along": [NEED, {**NEED, "conditions": []}],
    "at_home": [NEED, {**NEED, "conditions": []}],
    "window": None,
}
ERRAND_OVERRIDES: Mapping[str, dict[str, Parameter]] = {
    "errand.needs_authorisation": {
        "for_whom": "罗奶奶 <i>",
        "community": PLACE,
        "service": MATTER,
    },
    "errand_proof.form": {
        "for_whom": "罗奶奶 <i>",
        "name": "罗建华 <i>",
        "community": PLACE,
        "service": MATTER,
        "papers": [CARD, CARD],
        "until": "2026-12-24",
    },
    "errand_proof.ask.photo": {"paper": CARD},
    "errand_left.card": {"papers": PAPERS, "service": MATTER, "has_some": True},
    "errand_dispute.ways": {"disputed": DISPUTED},
    "errand_dispute.ask.go_on": {"papers": DISPUTED},
    "errand_dispute.ask.settle": {"papers": [CARD, CARD]},
    "errand_dispute.found.taken": {"paper": CARD},
    "errand_dispute.found.back": {"paper": CARD},
    "errand_note.card": {
        "writer": "罗建华 <i>",
        "words": "明天在家 <i>",
        "service": MATTER,
        "is_own": True,
    },
    "errand_note.ask.words": {"name": "罗奶奶 <i>"},
    "errand_door.ask.name": {"papers": [CARD, CARD]},
    "errand_door.ask.photo": {"signer": "王桂花 <i>"},
    "errand_dispute.button.this_one": {"paper": CARD},
    "errand.ask.basis": {"for_whom": "罗奶奶 <i>"},
    "errand.authorisation": TERMS,
    "errand.authorisation_kept": {"words": "授权书 <i>", "given_at": THURSDAY},
    "errand.paper_line": PAPER,
    "errand.papers_now": {"papers": PAPERS},
    "errand.card": _NOW,
    "errand.staff_card": _NOW,
    "errand.button.line": {"name": "罗奶奶"},
    "errand.conditions": {"conditions": NEED["conditions"]},
    "errand.along": {"along": [NEED]},
    "errand.ask.papers": {"papers": [CARD, CARD], "along": [NEED]},
    "errand.ask.priority": {"service": MATTER},
    "errand.ask.along": {"along": [NEED]},
    "errand_known.ask.shows": {"service": MATTER, "photos": 2},
    "errand_known.button.day": {"day": "2026-11-26", "part": "morning"},
    "errand_known.place_back": {"day": "2026-11-26", "opens": "09:00"},
    "errand.ask.paper": {"paper": CARD, "conditions": NEED["conditions"]},
    "errand.ask.send": {
        **TERMS,
        "missing": [CARD],
        "landmark": "",
        "home": "",
        "home_day": "",
        "home_words": "周四下午",
        "shows": "errand_known.shows.photos",
    },
    "errand.ask.take": {"paper": CARD},
    "errand.ask.give": {"paper": CARD},
    "errand.ask.fetch": {"paper": CARD},
    "errand.ask.receipt": {"papers": [CARD]},
    "errand.ask.kept": {"papers": [CARD]},
    "errand.ask.kept_one": {"paper": CARD},
}
