"""The pre-check as transcripts: what is typed or pressed, and what is asked next."""

from dataclasses import replace

import pytest

from bot.commands import AnswerInquiry, ReportInstead
from bot.guide import guide_on
from bot.verdict import Held
from bot.visit_commands import KeepCheck
from conversations.pre_check import PreCheckStart
from conversations.service_facts import Kept
from tests.bot.jiangwan import community
from tests.conversations.talks import BACK, Change, Press, Row, Talk, catalogue
from tests.rows import each_of


def checking(words: str = "", start: PreCheckStart | None = None, **more: object) -> Talk:
    """Return a talk about a matter of the centre."""
    answers = {"matter": words} if words else {}
    fields = {"answers": answers, "script": "pre_check", "start": start or PreCheckStart()}
    return Talk(**fields, **more)  # type: ignore[arg-type]


SENIOR: list[Row] = [
    ("是", "about.only_for_buses"),
    ("不是", "about.registered_here"),
    ("是的", "about.agent"),
    ("没有", "papers"),
]


def at_papers() -> Talk:
    return checking("老年证").play(SENIOR)


def test_words_find_the_matter_and_only_what_decides_is_asked() -> None:
    talk = at_papers()
    assert [each.name for each in talk.asking.path if each.name.startswith("about.")] == [
        "about.is_sixty",
        "about.only_for_buses",
        "about.registered_here",
        "about.agent",
    ]


def test_whoever_has_all_papers_presses_once() -> None:
    talk = at_papers().play([("都有了", "keep"), ("不用记", "KeepCheck")])
    assert talk.command == KeepCheck(
        "senior_card",
        {"is_sixty": True, "only_for_buses": False, "registered_here": True, "agent": False},
        {"id_card": Held.HAVE, "photo_1in": Held.HAVE},
        consent=False,
    )


def test_papers_are_gone_through_one_by_one() -> None:
    talk = at_papers().play(
        [
            ("没有", "have.id_card"),
            ("过期了", "have.photo_1in"),
            ("不知道", "keep"),
            ("好，记住", "KeepCheck"),
        ]
    )
    assert talk.command.held == {"id_card": Held.EXPIRED, "photo_1in": Held.UNSURE}
    assert talk.command.consent is True


LACKING: list[tuple[str, set[str]]] = [
    ("身份证有，照片没有", {"photo_1in"}),
    ("就差照片", {"photo_1in"}),
    ("照片还没拍，身份证有", {"photo_1in"}),
    ("身份证丢了，照片也没有", {"id_card", "photo_1in"}),
    ("I have no photo, the rest I have", {"photo_1in"}),
    ("I have the identity card but not the photo", {"photo_1in"}),
]


@each_of(LACKING)
def test_what_is_missing_can_be_said_in_one_sentence(words: str, missing: set[str]) -> None:
    talk = at_papers().play([(words, "keep"), ("2", "KeepCheck")])
    held = talk.command.held
    assert {code for code, state in held.items() if state is Held.MISSING} == missing
    assert set(held) == {"id_card", "photo_1in"}


@each_of([("照片还没拍", "have.id_card"), ("I have no photo", "have.id_card")])
def test_what_nobody_spoke_of_is_asked_about(words: str, asked: str) -> None:
    talk = at_papers().play([(words, asked), ("有", "keep"), ("2", "KeepCheck")])
    assert talk.command.held == {"id_card": Held.HAVE, "photo_1in": Held.MISSING}


UNTIL: list[tuple[list[Row], dict[str, str]]] = [
    ([("11月25日到期", "have.photo_1in")], {"id_card": "2026-11-25"}),
    (
        [("快到期了", "have.id_card.until"), ("2026年12月1日", "have.photo_1in")],
        {"id_card": "2026-12-01"},
    ),
    (
        [
            ("快到期了", "have.id_card.until"),
            ("没看清", "! pre_check.no_such_day"),
            (BACK, "have.id_card"),
            ("有", "have.photo_1in"),
        ],
        {},
    ),
]


@each_of(UNTIL)
def test_the_last_day_of_a_paper_can_be_told(rows: list[Row], expected: dict[str, str]) -> None:
    talk = at_papers().play([("没有", "have.id_card"), *rows, ("有", "keep"), ("2", "KeepCheck")])
    assert talk.command.last_days == expected
    assert set(talk.command.held.values()) == {Held.HAVE}


def test_answers_in_their_own_words_stand_on_the_buttons() -> None:
    talk = checking("居住证")
    labels = [(option.parameters or {}).get("text") for option in talk.question.options]
    assert labels[:2] == [
        {"zh-CN": "在外地", "en": "Yes, in another city"},
        {"zh-CN": "在本市", "en": "No, in this city"},
    ]
    talk.play([("在外地", "about.lived_half_year"), ("是", "about.stable_ground")])


def test_the_rest_is_there_with_one_press() -> None:
    talk = at_papers().play([("2", "have.id_card"), (Press("rest"), "keep"), ("2", "KeepCheck")])
    assert set(talk.command.held.values()) == {Held.HAVE}


def test_whoever_is_not_sure_goes_on_and_asks_the_window() -> None:
    talk = checking("老年证").play(
        [
            ("不清楚", "about.only_for_buses"),
            ("不是", "about.registered_here"),
            ("不知道", "about.agent"),
            ("不是", "papers"),
        ]
    )
    assert "居住证" in str(talk.question.parameters)
    command = talk.play([("都有了", "KeepCheck")]).command
    assert command.unsure == ("is_sixty", "registered_here")
    assert command.answers["is_sixty"] is True
    assert command.answers["registered_here"] is False


def test_an_answer_is_changed_later_and_what_follows_from_it_is_asked() -> None:
    talk = at_papers()
    talk.play(
        [
            (Change("review.senior_card"), "review.senior_card"),
            (Change("about.registered_here"), "about.registered_here"),
            ("不是", "review.senior_card"),
            ("都对", "papers"),
        ]
    )
    assert "居住证" in str(talk.question.parameters)
    talk.play([(BACK, "review.senior_card"), (BACK, "about.agent")])


def test_leaving_a_change_brings_the_answer_back() -> None:
    talk = at_papers().play(
        [
            (Change("review.senior_card"), "review.senior_card"),
            (Change("about.agent"), "about.agent"),
            (BACK, "review.senior_card"),
            (BACK, "papers"),
        ]
    )
    assert talk.answers["about.agent"] == "no"


def test_what_is_remembered_is_not_asked_but_can_be_changed() -> None:
    kept = Kept(is_asked=True, facts={"is_sixty": True, "registered_here": True})
    talk = checking("老年证", kept=kept).play(
        [("不是", "about.only_for_buses"), ("不是", "papers"), ("都有了", "KeepCheck")]
    )
    assert talk.command.answers["is_sixty"] is True
    assert talk.command.consent is None


def test_answers_that_contradict_one_another_are_settled_by_what_follows() -> None:
    kept = Kept(is_asked=True, facts={"is_eighty": True, "is_sixty": False})
    talk = checking("老年证", kept=kept).play([("不是", "about.only_for_buses")])
    assert talk.where == "about.only_for_buses"


def test_whoever_may_not_is_told_what_to_do_and_goes_on_with_one_press() -> None:
    talk = checking("临时救助").play(
        [
            ("不是", "about.essential_costs"),
            ("不是", "not_here.temporary_assistance"),
            (Press("go_on"), "about.family_registered_here"),
            (BACK, "not_here.temporary_assistance"),
        ]
    )
    talk.take(Press("done"))
    assert isinstance(talk.command, AnswerInquiry)
    assert talk.command.services == ("minimum_living",)


def test_a_proof_that_is_not_issued_is_answered_with_the_rule_and_the_way() -> None:
    command = checking("开个亲属关系证明").command
    assert isinstance(command, AnswerInquiry)
    assert command.key == "pre_check.proof"
    assert "派出所" in str(command.parameters["alternative"])


def test_a_window_lists_its_matters() -> None:
    talk = checking().play([(Press("window:W3"), "matter.in_window")])
    assert "service:senior_card" in talk.values()
    talk.play([(Press("service:senior_card"), "about.is_sixty"), (BACK, "matter.in_window")])


RARE = ["怎么办飞行员证", "xyzzy", "???"]


@each_of((words,) for words in RARE)
def test_a_rare_matter_is_told_where_to_go(words: str) -> None:
    talk = checking(words)
    assert talk.where == "matter.more"
    assert talk.question.key == "pre_check.ask.rare"
    assert "综合窗口" in str(talk.question.parameters)
    talk.play([("再说一遍", "matter.more.more"), ("老年证", "about.is_sixty")])


def test_a_rare_matter_can_become_a_report() -> None:
    talk = checking("怎么办飞行员证").play([(Press("report"), "ReportInstead")])
    assert talk.command == ReportInstead("怎么办飞行员证")


def test_words_that_may_be_a_report_are_asked_about() -> None:
    talk = checking("楼上邻居吵架想调解", PreCheckStart(is_unclear=True))
    assert talk.question.key == "pre_check.ask.either"
    assert talk.values() == ["service:mediation_application", "report", "none"]
    talk.play([(Press("report"), "ReportInstead")])
    assert talk.command == ReportInstead("楼上邻居吵架想调解")


def test_words_that_mean_several_matters_offer_each() -> None:
    talk = checking("低保和居住证")
    assert talk.where == "matter.which"
    assert talk.values() == ["service:residence_permit", "service:minimum_living", "none"]


WITHDRAWN = [
    checking(start=PreCheckStart("senior_card")),
    checking().play([(Press("window:W3"), "matter.in_window")]),
]


@pytest.mark.parametrize("talk", WITHDRAWN, ids=["by a button", "by a window"])
def test_a_service_withdrawn_in_the_middle_is_told_politely(talk: Talk) -> None:
    if talk.where == "matter.in_window":
        talk.take(Press("service:senior_card"))
    talk.play(SENIOR)
    services = {code: each for code, each in talk.guide.services.items() if code != "senior_card"}
    talk.guide = replace(talk.guide, services=services)
    assert talk.where.endswith(".more")
    assert talk.question.key == "pre_check.ask.withdrawn"
    talk.take("居住证")
    assert talk.where.startswith("about.")


# Each row: today, and what words for a service lead to that is done until the end of June.
LAST_DAYS = [("2026-06-30", "about."), ("2026-07-01", "matter.more")]


@pytest.mark.parametrize(("day", "where"), LAST_DAYS)
def test_words_for_what_is_withdrawn_say_since_when(day: str, where: str) -> None:
    service = community().services["senior_card"]
    ended = replace(service, grounds=replace(service.grounds, until="2026-06-30"))
    changed = replace(community(), services={**community().services, "senior_card": ended})
    talk = Talk({"matter": "老年证"}, "pre_check", PreCheckStart(), guide=guide_on(changed, day))
    assert talk.where.startswith(where)
    if where == "matter.more":
        assert talk.question.key == "pre_check.ask.withdrawn"
        told = catalogue().render(talk.question.key, talk.question.parameters, "zh-CN", "jiangwan")
        assert "老年优待证" in told
        assert "这里只办到 6月30日" in told
        talk.take("居住证")
        assert talk.where.startswith("about.")
