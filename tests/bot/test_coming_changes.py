"""What will change at the centre: on which day, for which service, what is said anew."""

from typing import Any

from bot.coming_changes import coming_changes
from bot.community_items import assemble
from tests.bot.jiangwan import community
from tests.bot.test_community_check import Edit, edited, put
from tests.rows import each_of

SENIOR, INSURANCE = "senior_card", "resident_medical_insurance"
TEXT = {"zh-CN": "文字", "en": "Text"}
NEW_TIME = [
    {"text": TEXT, "until": "2026-12-31"},
    {"text": {**TEXT, "en": "New"}, "from": "2027-01-01"},
]
TODAY = "2026-11-26"

# Each row: the kind and code of what is edited, the edit, and what then comes for the card.
ROWS: list[tuple[str, str, Edit, list[tuple[str, list[str], list[str]]]]] = [
    ("service", SENIOR, put("words", ["老年卡"]), []),
    ("service", SENIOR, put("time", NEW_TIME), [("2027-01-01", ["New"], ["Text"])]),
    ("service", SENIOR, put("papers.1.until", "2027-03-31"), [("2027-04-01", [], ["1-inch"])]),
    ("service", SENIOR, put("papers.1.from", "2027-04-01"), [("2027-04-01", ["1-inch"], [])]),
    ("service", SENIOR, put("papers.1.until", "2026-03-31"), []),
    ("service", SENIOR, put("until", "2027-06-30"), [("2027-07-01", [], [])]),
    ("service", SENIOR, put("from", "2027-06-30"), [("2027-06-30", [], [])]),
    (
        "window",
        "W3",
        put("until", "2027-06-30"),
        [("2027-07-01", [], ["Civil affairs", "Ground"])],
    ),
]


@each_of(ROWS)
def test_a_change_is_seen_before_its_day(
    kind: str, code: str, edit: Edit, expected: list[tuple[str, list[str], list[str]]]
) -> None:
    changed = assemble(edited(kind, code, edit))
    found = [each for each in coming_changes(changed, TODAY) if each.service.code == SENIOR]
    assert len(found) == len(expected), found
    for change, (day, new, gone) in zip(found, expected, strict=True):
        assert change.day == day
        for texts, beginnings in ((change.new, new), (change.gone, gone)):
            assert len(texts) == len(beginnings)
            for text, beginning in zip(texts, beginnings, strict=True):
                assert text.in_language("en").startswith(beginning)


def test_a_service_that_begins_or_ends_is_told_as_that() -> None:
    def edit(content: dict[str, Any]) -> None:
        content |= {"from": "2027-01-01", "until": "2027-12-31"}

    found = coming_changes(assemble(edited("service", SENIOR, edit)), TODAY)
    card = [each for each in found if each.service.code == SENIOR]
    assert [(each.day, each.begins, each.ends) for each in card] == [
        ("2027-01-01", True, False),
        ("2028-01-01", False, True),
    ]


def test_the_next_change_comes_first() -> None:
    days = [each.day for each in coming_changes(community(), TODAY)]
    assert days == sorted(days)
    assert INSURANCE in {each.service.code for each in coming_changes(community(), TODAY)}
    assert coming_changes(community(), "2999-01-01") == ()
