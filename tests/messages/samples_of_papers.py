"""Values for the parameters of sentences about papers, windows and services."""

from bot.telling import Parameter

SERVICE: dict[str, Parameter] = {"zh-CN": "失业登记", "en": "Unemployment registration"}
OPENING: dict[str, Parameter] = {
    "day": "2026-11-26",
    "opens": "14:00",
    "closes": "17:30",
    "stretches": [{"opens": "08:30", "closes": "12:00"}, {"opens": "14:00", "closes": "17:30"}],
    "is_now": False,
    "is_announced": True,
}
WINDOW: dict[str, Parameter] = {
    "name": {"zh-CN": "就业窗口", "en": "Employment"},
    "place": {"zh-CN": "一楼大厅1号窗口", "en": "Ground floor, window 1"},
    "centre": {
        "name": {"zh-CN": "江湾社区便民服务中心", "en": "Jiangwan service centre"},
        "address": {"zh-CN": "江湾路18号", "en": "18 Jiangwan Road"},
        "way": {"zh-CN": "菜市场大门往东两分钟", "en": "Two minutes east of the market gate"},
    },
    "phone": "13800000011",
    "opening": OPENING,
}
PAPER: dict[str, Parameter] = {
    "name": {"zh-CN": "户口簿（首页和本人页）", "en": "Household register"},
    "short": {"zh-CN": "户口簿", "en": "Household register"},
    "form": "pre_check.form.both",
    "copies": 1,
    "necessity": "pre_check.necessity.looked_up",
    "note": {"zh-CN": "全家的", "en": "Of the whole family"},
    "instead": [{"zh-CN": "集体户口页复印件", "en": "A copy of the collective page"}],
    "expires": True,
    "how_to_get": {"zh-CN": "丢了到派出所补领。", "en": "The police replace a lost one."},
    "held": "pre_check.held.without_copy",
    "until": "2026-11-25",
    "shop": {
        "name": {"zh-CN": "桥头打印店", "en": "Bridge print shop"},
        "place": {"zh-CN": "出门左转", "en": "To the left"},
        "makes": "pre_check.makes.copy",
        "opening": {**OPENING, "is_now": True},
    },
}
BARE: dict[str, Parameter] = {
    **PAPER,
    "necessity": "",
    "until": "",
    "note": None,
    "instead": [],
    "expires": False,
    "how_to_get": None,
    "shop": None,
}
TEXTS: list[Parameter] = [SERVICE, SERVICE]
CHANGE: dict[str, Parameter] = {
    "day": "2027-01-01",
    "service": SERVICE,
    "new": [SERVICE],
    "gone": [SERVICE],
    "begins": False,
    "ends": False,
}
COMING: dict[str, Parameter] = {
    "opens": "09:00",
    "window": WINDOW["name"],
    "service": SERVICE,
    "name": "罗奶奶",
    "is_closed": True,
}
TICKET: dict[str, Parameter] = {
    "number": 8,
    "booked": "11:10",
    "name": "罗奶奶",
    "service": SERVICE,
    "is_reachable": False,
}
TIME: dict[str, Parameter] = {
    "service": SERVICE,
    "visits": 12,
    "median": "6.5",
    "ninetieth": "11.0",
    "keeps_promise": False,
}
PAPERS: dict[str, Parameter] = {
    "before": 2,
    "left_out": 3,
    "is_gone": True,
    "comes_at": "11:10",
    "expected": [COMING, {**COMING, "service": None}],
    "called": TICKET,
    "waiting": [TICKET, {**TICKET, "service": None, "is_reachable": True}],
    "times": [TIME, {**TIME, "service": None, "keeps_promise": True}],
    "opens": "09:00",
    "closes": "09:30",
    "short": "9:00",
    "not_on": "2026-11-29",
    "not_free": {"part": "morning", "at": ""},
    "earlier": {"day": "2026-11-26", "opens": "09:00", "closes": "09:30"},
    "is_reminder": True,
    "appointments": [COMING, {**COMING, "window": None, "service": None, "is_closed": False}],
    "more": 3,
    "service": SERVICE,
    "window": WINDOW,
    "opening": OPENING,
    "paper": PAPER,
    "papers": [PAPER, BARE],
    "gaps": [PAPER, BARE],
    "maybe": [BARE],
    "ready": [PAPER, BARE],
    "on_site": [BARE],
    "go": False,
    "going_on": "2026-11-30",
    "booked": {"day": "2026-11-30", "opens": "09:00", "closes": "09:30"},
    "is_picture_old": True,
    "is_ready": True,
    "is_announced": False,
    "clock": "10:35",
    "reminds_at": 1_795_676_400_000_000,
    "confirm": True,
    "time": {"zh-CN": "当场办好。", "en": "At once."},
    "fee": {"zh-CN": "10元", "en": "10 yuan"},
    "advice": TEXTS,
    "matter": SERVICE,
    "office": SERVICE,
    "tip": SERVICE,
    "wasted_trips": TEXTS,
    "instead": {"zh-CN": "请到街道办。", "en": "Please go to the street office."},
    "proof": {"zh-CN": "亲属关系证明", "en": "Proof of kinship"},
    "rule": {"zh-CN": "居委会不能开。", "en": "A committee must not issue it."},
    "alternative": {"zh-CN": "到派出所查。", "en": "Ask the police."},
    "questions": TEXTS,
    "unsure": TEXTS,
    "ask_first": True,
    "missing": [PAPER, BARE],
    "answers": [
        {"position": 1, "question": SERVICE, "answer": "data.text", "own_words": SERVICE},
        {"position": 2, "question": SERVICE, "answer": "pre_check.button.no", "own_words": None},
    ],
}
