"""How pressing a matter is after the answers: they can raise it, never lower it."""

from dataclasses import replace

import pytest

from bot.community import Choice, ExtraQuestion, Urgency
from bot.local_text import LocalText
from conversations.category import urgency_after
from tests.bot.jiangwan import community

TABLE: list[tuple[str, dict[str, str], Urgency]] = [
    ("leak", {}, Urgency.NORMAL),
    ("leak", {"spoken_upstairs": "yes"}, Urgency.NORMAL),
    ("parking", {"fire_lane": "yes"}, Urgency.URGENT),
    ("parking", {"fire_lane": "no"}, Urgency.NORMAL),
    ("parking", {"fire_lane": "是的，堵死了"}, Urgency.NORMAL),
    ("waterlogging", {}, Urgency.URGENT),
    ("waterlogging", {"anyone_trapped": "yes"}, Urgency.EMERGENCY),
    ("elevator", {"anyone_inside_now": "yes"}, Urgency.EMERGENCY),
    ("elevator", {"anyone_inside_now": "no"}, Urgency.NORMAL),
    ("person_at_risk", {"danger_now": "yes"}, Urgency.EMERGENCY),
    ("fumes", {"could_gas": "yes"}, Urgency.EMERGENCY),
    ("greenery", {"touch_wire": "yes"}, Urgency.URGENT),
    ("gas_leak", {}, Urgency.EMERGENCY),
    ("suggestion", {"unknown": "yes"}, Urgency.LOW),
]


@pytest.mark.parametrize(("category", "answers", "urgency"), TABLE)
def test_answers_raise_the_urgency(
    category: str, answers: dict[str, str], urgency: Urgency
) -> None:
    assert urgency_after(community().categories[category], answers) is urgency


def test_no_answer_lowers_it() -> None:
    calm = Choice("yes", LocalText({}), raises_to=Urgency.LOW)
    question = ExtraQuestion("calm", LocalText({}), (calm,))
    fire = replace(community().categories["fire_smoke"], questions=(question,))
    assert urgency_after(fire, {"calm": "yes"}) is Urgency.EMERGENCY
