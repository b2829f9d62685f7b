"""Mistakes about services: each is found under its own code, on its own field."""

from typing import Any

from bot.community_check import check_items
from bot.community_items import Item
from tests.bot.jiangwan import items
from tests.bot.test_community_check import Edit, edited, put, take_out
from tests.rows import each_of

TEXT = {"zh-CN": "文字", "en": "Text"}
JOB = "unemployment_registration"
STEP = {"question": "lives_here", "want": "yes", "otherwise": {"text": TEXT}}
IMPOSSIBLE = ["was_employed", "new_graduate"]


def add(table: str, entry: object) -> Edit:
    """Return an edit that adds an entry to a table."""

    def edit(content: dict[str, Any]) -> None:
        content[table] = [*content.get(table, ()), entry]

    return edit


def both(*edits: Edit) -> Edit:
    def edit(content: dict[str, Any]) -> None:
        for each in edits:
            each(content)

    return edit


def version(**more: str) -> dict[str, object]:
    return {"text": TEXT, **more}


MISTAKES: list[tuple[str, str, Edit, str, str]] = [
    ("window", "W1", take_out("place"), "missing", "place"),
    ("window", "W1", put("place.en", " "), "empty", "place.en"),
    ("window", "W1", put("hours.0.opens", "8.30"), "not_a_time", "hours.1.opens"),
    ("window", "W1", put("hours.1.closes", "13:00"), "hours_reversed", "hours.2.closes"),
    ("window", "W5", put("hours.1.weekdays", [8]), "not_a_weekday", "hours.2.weekdays"),
    ("window", "W1", put("closed", ["yesterday"]), "not_a_day", "closed"),
    ("window", "W1", put("phone", "138 0000"), "not_a_phone", "phone"),
    ("window", "W1", put("appointments", 2), "wrong_form", "appointments"),
    (
        "window",
        "W1",
        put("appointments", {"minutes": 0, "places": 1}),
        "appointments_out_of_range",
        "appointments.minutes",
    ),
    (
        "window",
        "W1",
        put("appointments", {"minutes": 20, "places": "2"}),
        "appointments_out_of_range",
        "appointments.places",
    ),
    ("shop", "copy_shop", put("makes", "copy"), "not_a_list", "makes"),
    ("paper", "hukou", put("confidence", "sure"), "unknown_word", "confidence"),
    ("paper", "hukou", take_out("source"), "missing", "source"),
    ("paper", "hukou", put("until", "31.12.2026"), "not_a_day", "until"),
    ("paper", "hukou", put("how_to_get.en", ""), "empty", "how_to_get.en"),
    ("paper", "hukou", put("short.en", "x" * 41), "name_too_long", "short.en"),
    ("paper", "hukou", put("code", "household"), "unknown_paper", "papers.2.paper"),
    ("question", "divorced", put("text", "离婚？"), "not_a_text", "text"),
    (
        "question",
        "divorced",
        put("settled.0.answer", "maybe"),
        "not_yes_or_no",
        "settled.1.answer",
    ),
    ("question", "divorced", put("settled.0.answer", 1), "not_yes_or_no", "settled.1.answer"),
    ("question", "divorced", put("settled.0.when", []), "missing", "settled.1.when"),
    ("question", "divorced", put("settled.0.when", ["wed"]), "unknown_question", "settled.1.when"),
    ("question", "divorced", put("code", "parted"), "unused_question", "code"),
    (
        "question",
        "was_employed",
        put("settled", [{"when": ["released"], "answer": "no"}]),
        "questions_in_circle",
        "code",
    ),
    ("service", JOB, take_out("name"), "missing", "name"),
    ("service", JOB, take_out("time"), "missing", "time"),
    ("service", JOB, put("window", "W8"), "unknown_window", "window"),
    ("service", JOB, put("confidence", "mixt"), "unknown_word", "confidence"),
    ("service", JOB, put("name.en", "x" * 41), "name_too_long", "name.en"),
    ("service", JOB, put("steps.0.want", "maybe"), "not_yes_or_no", "steps.1.want"),
    ("service", JOB, take_out("source"), "missing", "source"),
    ("service", JOB, put("steps.1.otherwise", {}), "missing", "steps.2.otherwise"),
    ("service", JOB, put("steps.1.otherwise.text.en", ""), "empty", "steps.2.otherwise.text"),
    ("service", JOB, put("steps.1.question", "idle"), "unknown_question", "steps.2.question"),
    ("service", JOB, put("papers.4.when", ["employed"]), "unknown_question", "papers.5.when"),
    ("service", JOB, put("papers.4.paper", "job_ending"), "unknown_paper", "papers.5.paper"),
    ("service", JOB, put("papers.0.instead", ["passport"]), "unknown_paper", "papers.1.instead"),
    ("service", JOB, put("papers.0.form", "scan"), "unknown_word", "papers.1.form"),
    ("service", JOB, put("papers.0.copies", "1"), "not_a_count", "papers.1.copies"),
    ("service", JOB, put("papers.0.copies", "two"), "not_a_count", "papers.1.copies"),
    ("service", JOB, put("papers.0.necessity", "nice"), "unknown_word", "papers.1.necessity"),
    ("service", JOB, put("papers", ["id_card"]), "wrong_form", "papers.1"),
    ("service", JOB, put("papers", 3), "wrong_form", "papers"),
    ("service", JOB, put("papers.4.when", IMPOSSIBLE), "never_met", "papers.5.when"),
    ("service", JOB, put("steps.0.when", IMPOSSIBLE), "never_met", "steps.1.when"),
    (
        "service",
        JOB,
        add("advice", {"text": TEXT, "when": IMPOSSIBLE}),
        "never_met",
        "advice.1.when",
    ),
    ("service", JOB, add("steps", {"question": "disabled"}), "without_effect", "steps.6.question"),
    (
        "service",
        JOB,
        add("steps", {**STEP, "want": "no"}),
        "no_way_through",
        "steps",
    ),
    (
        "service",
        JOB,
        both(
            *(
                add("advice", {"text": TEXT, "when": [code]})
                for code in ("disabled", "registered_here", "married")
            )
        ),
        "too_many_questions",
        "steps",
    ),
    (
        "service",
        JOB,
        put("steps.0.otherwise", {"service": "nowhere"}),
        "unknown_service",
        "steps.1.otherwise",
    ),
    (
        "service",
        JOB,
        put("steps.0.otherwise", {"service": "flexible_work_subsidy"}),
        "services_in_circle",
        "code",
    ),
    (
        "service",
        JOB,
        put("steps.0.otherwise", {"service": "childcare_subsidy"}),
        "sent_to_nothing",
        "steps.1.otherwise",
    ),
    ("service", JOB, put("time", [version(since="x", until="2026-12-31")]), "none_at_all", "time"),
    ("service", JOB, put("time", [version(), version()]), "several_at_once", "time"),
    (
        "service",
        JOB,
        put("fee", [version(until="2027-01-05"), version(**{"from": "2027-01-01"})]),
        "several_at_once",
        "fee",
    ),
    (
        "service",
        JOB,
        put("window", [{"code": "W1", "until": "2026-12-31"}]),
        "none_at_all",
        "window",
    ),
    (
        "service",
        JOB,
        put("papers.0.until", "2026-02-30"),
        "not_a_day",
        "papers.1.until",
    ),
    (
        "service",
        JOB,
        both(put("from", "2027-01-01"), put("until", "2026-01-01")),
        "days_reversed",
        "until",
    ),
    ("paper", "job_end", put("until", "2026-12-31"), "paper_ended", "papers.5.paper"),
    ("service", JOB, put("also_known_as", ["准生证"]), "word_twice", "words"),
    ("proof", "kinship", put("words", ["失业证"]), "word_twice", "also_known_as"),
    ("family", "pensions", put("services", ["moon_card"]), "unknown_service", "services"),
    ("family", "pensions", put("services", []), "empty", "services"),
    (
        "family",
        "pensions",
        put("other_offices", ["moon"]),
        "unknown_other_office",
        "other_offices",
    ),
    ("family", "pensions", put("words", ["社保"]), "word_twice", "words"),
    ("family", "pensions", take_out("words"), "missing", "words"),
    ("proof", "kinship", put("service", "kin"), "unknown_service", "service"),
    ("proof", "kinship", take_out("alternative"), "missing", "alternative"),
    ("proof", "kinship", put("rule", "不能开"), "not_a_text", "rule"),
]


@each_of(MISTAKES)
def test_every_mistake_about_services_is_found(
    kind: str, code: str, edit: Edit, mistake: str, field: str
) -> None:
    found = {(each.code, each.field) for each in check_items(edited(kind, code, edit))}
    if mistake == "word_twice":
        assert mistake in {each for each, _ in found}
    else:
        assert (mistake, field) in found, found


def test_a_community_needs_no_services() -> None:
    kinds = {"window", "shop", "paper", "question", "service", "proof", "errand", "family"}
    assert check_items([item for item in items() if item.kind not in kinds]) == ()


def test_what_cannot_be_read_is_said_once() -> None:
    found = check_items(edited("service", JOB, take_out("time")))
    assert [(each.item, each.code, each.field) for each in found] == [(JOB, "missing", "time")]


def test_a_thing_that_is_no_table_is_named() -> None:
    found = check_items([*items(), Item("paper", "", {})])
    assert {(each.kind, each.code) for each in found} == {("paper", "missing")}
