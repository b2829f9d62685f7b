"""Values for every parameter that sentences use, so that each sentence can be said aloud."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from bot.telling import Parameter, Parameters
from messages.catalogue import FOLDER, Catalogue, placeholders, read_language
from tests.bot.jiangwan import community
from tests.messages.samples_of_errands import ERRAND_OVERRIDES, ERRANDS
from tests.messages.samples_of_inquiries import INQUIRY_OVERRIDES
from tests.messages.samples_of_offers import OFFER_OVERRIDES, OFFERS
from tests.messages.samples_of_papers import PAPERS, SERVICE
from tests.messages.samples_of_photos import PHOTO_OVERRIDES, PHOTOS
from tests.messages.samples_of_private_matters import PRIVATE_OVERRIDES

LANGUAGES = ("zh-CN", "en")
# Thursday, 26 November 2026, 15:00 in Shanghai.
THURSDAY = 1_795_676_400_000_000
HINT: dict[str, Parameter] = {"zh-CN": "请先关家里总水阀。", "en": "Close your main water valve."}
CASE: dict[str, Parameter] = {
    "number": "JW-261124-0037",
    "category": "drain_blocked",
    "state": "dispatched",
    "building": "jiangwan_3",
    "resolve_by": THURSDAY,
    "opened_at": THURSDAY,
}
TASK: dict[str, Parameter] = {
    "kind": "dead_letter",
    "number": 3,
    "detail": "<b>坏消息</b>",
    "created_at": THURSDAY,
}
ENTRY: dict[str, Parameter] = {
    "move": "solve",
    "at": THURSDAY,
    "staff": "worker_4",
    "words": "疏通了",
}
LINE: dict[str, Parameter] = {
    "question": {"zh-CN": "家里堵还是外面冒？", "en": "Inside or outside?"},
    "answer": {"zh-CN": "外面冒", "en": "Outside"},
}
TYPED_LINE: dict[str, Parameter] = {**LINE, "answer": "都有 <i>"}
CALLS: list[Parameter] = [
    {"number": "119", "reason": {"zh-CN": "", "en": ""}},
    {"number": "", "reason": {"zh-CN": "到屋外再打", "en": "Go outside first"}},
    {"number": "110", "reason": {"zh-CN": "有人受伤", "en": "somebody is hurt"}},
]
SAMPLES: dict[str, Parameter] = {
    **CASE,
    "acknowledge_by": THURSDAY,
    "on_site_by": THURSDAY,
    "created_at": THURSDAY,
    "until": "2026-11-26",
    "day": "2026-11-26",
    "urgency": "emergency",
    "entrance": "2",
    "flat": "501",
    "place_words": "楼下",
    "grid": "JW04",
    "estate": "jiangwan",
    "landmark": "market_gate",
    "staff": "worker_4",
    "staff_role": "worker",
    "role": "clerk",
    "roles": ["grid_worker", "clerk"],
    "grids": ["JW04", "JW05"],
    "deputy_for": ["JW03"],
    "deputies": ["worker_3", "worker_5"],
    "words": "下水道又堵了",
    "place": "桥头",
    "typed": "JW-1",
    "text": {"zh-CN": "是", "en": "Yes"},
    "community": {"zh-CN": "江湾社区", "en": "Jiangwan Community"},
    "question": {"zh-CN": "像煤气味吗？", "en": "Does it smell like gas?"},
    "hint": HINT,
    "grid_line": {"zh-CN": "江湾第四网格", "en": "Jiangwan grid 4"},
    "extra": [LINE, TYPED_LINE],
    "entries": [ENTRY, {**ENTRY, "words": ""}],
    "calls": CALLS,
    "route_reason": {"code": "deputy", "grid": "JW04"},
    "cases": [CASE, {**CASE, "building": ""}],
    "assigned": [CASE],
    "reported": [CASE],
    "followed": [CASE],
    "tasks": [TASK],
    "kind": "dead_letter",
    "files": 3,
    "copies": 2,
    "paper_named": "身份证",
    "at_most": 10,
    "position": 2,
    "number_of": 2,
    "on_behalf_of": "隔壁罗奶奶",
    "anonymous": True,
    "bot": "xiaoxiang_bot",
    "code": "K7QM-29XP-4TDA",
    "duty_phone": "13800000006",
    "name": "罗小梅",
    "zone": "Asia/Shanghai",
    "guessed": "drain_blocked",
    "notice": "files.one_more",
    "notice_parameters": {"files": 2},
    "parameters": {"building": "jiangwan_3"},
    "step": 2,
    "question_of_step": 3,
    "usage": "bot.py check",
    "steps": 4,
    "communities": ["江湾社区"],
    "known": ["worker_1", "clerk_1"],
    "how": "sent",
    **PAPERS,
    **OFFERS,
    **ERRANDS,
    **PHOTOS,
}
OVERRIDES: Mapping[str, dict[str, Parameter]] = {
    **OFFER_OVERRIDES,
    **ERRAND_OVERRIDES,
    **PHOTO_OVERRIDES,
    **INQUIRY_OVERRIDES,
    **PRIVATE_OVERRIDES,
    "counter.one": {"window": SERVICE},
    "counter.button.window": {"window": SERVICE, "waiting": 3},
    "case.staff.card": {"calls": ["119", "120"]},
    "talk.frame": {"question": "report.ask.entrance"},
    "answer_worker.ask.words": {"question": "门禁密码是多少？"},
    "operator.invited": {"until": THURSDAY},
}
# Keys whose sentences stand on a button.
LABELS = ("button", "reason", "change", "name")
LABEL_FILES = ("data", "keyboard", "commands")
# Said in a toast, about a button.
TOASTS = ("common.button.unknown",)


@cache
def catalogue() -> Catalogue:
    """Return the whole catalogue about the sample community."""
    return Catalogue.load({"jiangwan": community()})


@cache
def sentences(language: str) -> Mapping[str, str]:
    """Return one language's sentences as they are written."""
    return read_language(FOLDER / language)


@cache
def used_by(key: str) -> frozenset[str]:
    """Return the parameters that a sentence uses."""
    return placeholders(key, sentences("zh-CN")[key])


def parameters_of(key: str, **more: Any) -> Parameters:  # noqa: ANN401 - any parameter
    """Return fitting parameters for a sentence."""
    samples = {**SAMPLES, **OVERRIDES.get(key, {}), **more}
    return {name: samples.get(name, "3") for name in used_by(key)}


def is_label(key: str) -> bool:
    """Whether a sentence stands on a button."""
    file, *parts = key.split(".")
    if key in TOASTS:
        return False
    return file in LABEL_FILES or any(part in LABELS for part in parts[:-1])
