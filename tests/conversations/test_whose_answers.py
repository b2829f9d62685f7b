"""What is remembered says nothing of somebody else, and settles what follows from it."""

from conversations.service_facts import Kept
from tests.conversations.talks import Change
from tests.conversations.test_pre_check import checking


def test_what_is_remembered_of_oneself_says_nothing_of_somebody_else() -> None:
    kept = Kept(is_asked=True, facts={"is_sixty": True, "registered_here": True})
    talk = checking("老年证", kept=kept).play(
        [
            ("是", "about.is_sixty"),
            ("是", "about.only_for_buses"),
            ("不是", "about.registered_here"),
            ("不是", "papers"),
            ("都有了", "KeepCheck"),
        ]
    )
    assert talk.command.answers["registered_here"] is False


def test_whoever_asks_for_somebody_else_is_not_asked_what_may_be_remembered() -> None:
    talk = checking("老年证").play(
        [
            ("是", "about.only_for_buses"),
            ("不是", "about.registered_here"),
            ("是", "about.agent"),
            ("是", "papers"),
            ("都有了", "KeepCheck"),
        ]
    )
    assert talk.command.consent is None


def test_what_follows_from_what_is_remembered_is_not_asked_either() -> None:
    kept = Kept(is_asked=True, facts={"registered_here": True})
    talk = checking("居住证", kept=kept).play([("不是", "not_here.residence_permit")])
    talk.play([(Change("review.residence_permit"), "review.residence_permit")])
    assert "户口在外地吗" in str(talk.question.parameters)
