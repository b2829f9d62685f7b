"""Mistakes about organisations and offers: each is found under its own code, on its own field."""

from bot.community_check import check_items
from tests.bot.test_community_check import Edit, edited, put, take_out
from tests.rows import each_of

TIME = {"weekdays": [3], "opens": "14:00", "closes": "16:00", "places": 6}

MISTAKES: list[tuple[str, str, Edit, str, str]] = [
    ("organisation", "clear_word", put("kind", "club"), "unknown_word", "kind"),
    ("organisation", "clear_word", put("contact", "nobody"), "unknown_staff", "contact"),
    ("organisation", "clear_word", put("topics", ["sport"]), "unknown_topic", "topics"),
    ("organisation", "clear_word", put("phone", "12"), "not_a_phone", "phone"),
    ("organisation", "clear_word", take_out("contact"), "missing", "contact"),
    ("offer", "legal_advice", put("organisation", "club"), "unknown_organisation", "organisation"),
    ("offer", "legal_advice", put("kind", "fun"), "unknown_offer_kind", "kind"),
    ("offer", "legal_advice", put("price_kind", "cheap"), "unknown_word", "price_kind"),
    ("offer", "legal_advice", put("price", 5), "price_of_free", "price"),
    ("offer", "legal_advice", put("price_kind", "paid"), "price_missing", "price_kind"),
    ("offer", "water_pipes", take_out("price"), "price_missing", "price_kind"),
    ("offer", "water_pipes", take_out("unit"), "price_missing", "price_kind"),
    ("offer", "water_pipes", put("price", 0), "not_a_price", "price"),
    ("offer", "water_pipes", put("price", "20"), "not_a_price", "price"),
    ("offer", "water_pipes", put("price", [20]), "not_a_price", "price"),
    ("offer", "water_pipes", put("price_kind", "free"), "price_of_free", "price"),
    ("offer", "water_pipes", put("unit.en", " "), "empty", "unit.en"),
    ("offer", "water_pipes", put("where", "there"), "missing", "place"),
    ("offer", "water_pipes", put("times", [TIME]), "times_or_arrangement", "times"),
    (
        "offer",
        "water_pipes",
        take_out("by_arrangement"),
        "times_or_arrangement",
        "by_arrangement",
    ),
    ("offer", "legal_advice", put("times", 3), "not_a_list", "times"),
    ("offer", "legal_advice", put("times.0.weekdays", [0]), "not_a_weekday", "times"),
    ("offer", "legal_advice", put("times.0.weekdays", []), "not_a_weekday", "times"),
    ("offer", "legal_advice", put("times.0.places", 900), "places_out_of_range", "times"),
    ("offer", "legal_advice", put("times.0.closes", "13:00"), "hours_reversed", "times"),
    ("offer", "legal_advice", put("times.0.opens", "2pm"), "not_a_time", "opens"),
    ("offer", "legal_advice", put("what", "Advice"), "not_a_text", "what"),
    ("offer", "cleaning", put("until", "soon"), "not_a_day", "until"),
    ("offer", "cleaning", put("from", "2028-01-01"), "days_reversed", "until"),
    ("topic", "jobs", take_out("name"), "missing", "name"),
    ("offer_kind", "law", put("name.en", ""), "empty", "name.en"),
]


@each_of(MISTAKES)
def test_a_mistake_is_found(kind: str, code: str, edit: Edit, mistake: str, field: str) -> None:
    found = check_items(edited(kind, code, edit))
    assert (kind, code, mistake, field) in {
        (each.kind, each.item, each.code, each.field) for each in found
    }, found


def test_a_contact_has_the_role_for_it() -> None:
    found = check_items(edited("organisation", "clear_word", put("contact", "clerk_1")))
    assert [(each.kind, each.item, each.code, each.value) for each in found] == [
        ("organisation", "clear_word", "contact_without_role", "clerk_1"),
        ("staff", "org_law", "nobodys_contact", "org_law"),
    ]
