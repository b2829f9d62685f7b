"""Asking for an errand: what is asked, what is told, what it leads to; never stuck."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.commands import AnswerInquiry, AskErrand
from bot.events import SentOther
from conversations.engine import Ask, Finished
from conversations.errand import CHANGEABLE
from conversations.errand_known import ErrandStart
from conversations.errand_papers import listed_papers
from conversations.registry import CONVERSATIONS
from conversations.service_choice import Matter
from tests.bot.jiangwan import guide
from tests.conversations.talks import BACK, SKIP, Change, Input, Press, Row, Talk, photo, voice
from tests.conversations.test_errand_moves import moving
from tests.rows import each_of

HOME: list[Row] = [("江湾小区3栋2单元501", "home"), (Press("morning"), "send")]
LONGEST = 30


def asking(service: str = "resident_pension", **more: object) -> Talk:
    return Talk(script="errand", start=ErrandStart(service, **more))  # type: ignore[arg-type]


def test_for_oneself_with_some_of_the_papers() -> None:
    talk = asking().play(
        [
            (Press("list_all"), "whom"),
            (Press("self"), "priority"),
            ("腿脚不便", "papers"),
            (Press("one_by_one"), "papers.id_card"),
            ("交", "papers.hukou"),
            ("不交", "place"),
            *HOME,
            ("对", "authorise"),
            ("好的", "! talk.choose"),
            (Press("authorise"), "AskErrand"),
        ]
    )
    command = talk.command
    assert isinstance(command, AskErrand)
    assert (command.service, command.for_whom, command.basis) == ("resident_pension", "", "")
    assert (command.priority, command.papers) == ("disabled", ("id_card",))
    assert (command.place.building, command.home, command.name) == (
        "jiangwan_3",
        "morning",
        "罗建华",
    )
    assert (command.runner, command.good_until) == ("worker_4", "2026-12-24")


def test_for_somebody_else_with_a_signed_authorisation() -> None:
    talk = asking().play(
        [
            (Press("list_all"), "whom"),
            (Press("other"), "whom.name"),
            ("罗奶奶", "whom.basis"),
            (Press("signed"), "priority"),
            (Press("old"), "papers"),
            (Press("all"), "place"),
            *HOME,
            (Press("send"), "authorise"),
            (Press("authorise"), "AskErrand"),
        ]
    )
    assert (talk.command.for_whom, talk.command.basis) == ("罗奶奶", "signed")
    assert talk.command.papers == ("authorisation", "id_card", "hukou")


def test_without_an_authorisation_it_says_what_is_needed() -> None:
    talk = asking().play(
        [
            (Press("list_all"), "whom"),
            (Press("other"), "whom.name"),
            ("罗奶奶", "whom.basis"),
            (Press("nothing"), "AnswerInquiry"),
        ]
    )
    assert isinstance(talk.command, AnswerInquiry)
    assert talk.command.key == "errand.needs_authorisation"
    assert talk.command.parameters["for_whom"] == "罗奶奶"


def test_papers_that_were_checked_are_those_that_are_asked_for() -> None:
    talk = asking("senior_card", papers=("hukou", "gone"), is_checked=True)
    talk.play([(Press("self"), "priority"), (Press("none"), "papers")])
    assert len(talk.question.parameters["papers"]) == 1  # type: ignore[arg-type]


def test_what_the_check_found_missing_is_said_before_anybody_comes() -> None:
    talk = asking("senior_card", papers=("id_card",), is_checked=True, missing=("photo_1in",))
    talk.play([(Press("self"), "priority"), (Press("none"), "papers"), (Press("all"), "shows")])
    talk.play([(Press("nobody"), "place"), *HOME])
    missing = [code for code in talk.among.papers if code == "photo_1in"]
    assert len(talk.question.parameters["missing"]) == len(missing)  # type: ignore[arg-type]


def test_a_check_without_originals_asks_for_none_and_names_the_rest() -> None:
    talk = asking("senior_card", is_checked=True, needed=("photo_1in",), listed="list")
    talk.play([(Press("self"), "priority"), (Press("none"), "along")])
    assert len(talk.question.parameters["along"]) == 1  # type: ignore[arg-type]
    talk.play([(Press("seen"), "place")])
    nothing = asking("senior_card", is_checked=True, listed="list")
    nothing.play([(Press("self"), "priority"), (Press("none"), "place")])


def test_where_no_original_is_for_everybody_the_rest_is_shown_all_the_same() -> None:
    service = guide().services["senior_card"]
    others = tuple(each for each in service.papers if each.paper in {"photo_1in", "res_permit"})
    asked = next(listed_papers(guide(), replace(service, papers=others)))
    assert isinstance(asked, Ask)
    assert asked.question.name == "along"
    assert len(asked.question.parameters["along"]) == len(others)  # type: ignore[arg-type]


CHECKED = {"papers": ("id_card",), "is_checked": True, "needed": ("id_card", "photo_1in")}
# What was decided before, how many photos there are, what is answered; whether list and photos go.
DECISIONS: list[tuple[str, int, str, bool, bool]] = [
    ("", 0, "list", True, False),
    ("", 0, "nobody", False, False),
    ("", 2, "photos", True, True),
    ("", 2, "list", True, False),
    ("list", 2, "photos", True, True),
    ("list", 0, "", True, False),
    ("nobody", 0, "", False, False),
    ("nobody", 2, "", False, False),
]


@each_of(DECISIONS)
def test_what_others_see_of_the_check_is_asked_only_once(
    listed: str,
    photos: int,
    answer: str,
    shows_list: bool,  # noqa: FBT001
    shows_photos: bool,  # noqa: FBT001
) -> None:
    talk = asking("senior_card", **CHECKED, check=5, listed=listed, photos=photos, whom="self")
    talk.play([(Press("none"), "papers"), (Press("all"), "shows" if answer else "place")])
    if answer:
        talk.play([(Press(answer), "place")])
    talk.play([*HOME, (Press("send"), "authorise"), (Press("authorise"), "AskErrand")])
    command = talk.command
    assert isinstance(command, AskErrand)
    assert (command.check == 5, bool(command.needed)) == (shows_list, shows_list)
    assert command.shows_photos is shows_photos


def test_the_day_and_the_name_of_an_appointment_are_not_asked_again() -> None:
    day = "day:2026-11-26:morning"
    talk = asking("senior_card", **CHECKED, listed="list", whom="self", home=day, name="罗大爷")
    talk.play([(Press("none"), "papers"), (Press("all"), "place")])
    talk.play([("江湾小区3栋2单元501", "send"), (Change("home"), "home")])
    assert talk.values()[0] == day
    talk.play([(Press(day), "send"), (Press("send"), "authorise")])
    talk.play([(Press("authorise"), "AskErrand")])
    assert (talk.command.home, talk.command.name) == (day, "罗大爷")


def test_who_goes_for_somebody_else_says_only_for_whom() -> None:
    talk = asking("senior_card", **CHECKED, whom="other")
    assert talk.where == "whom.name"
    talk.play([("罗奶奶", "whom.basis")])


def test_another_matter_forgets_the_papers_of_the_check() -> None:
    talk = asking("senior_card", papers=("hukou",), is_checked=True)
    talk.play([(Press("self"), "priority"), (Change("matter"), "matter")])
    talk.take("居民养老保险参保")
    talk.play([(Press("list_all"), "priority")])
    talk.play([(Press("none"), "papers"), (Press("all"), "place")])
    talk.play([*HOME, (Press("send"), "authorise"), (Press("authorise"), "AskErrand")])
    assert talk.command.papers == ("id_card", "hukou")


NOT_DONE = [("legal_aid",), ("mediation_application",), ("disability_certificate",)]


@each_of(NOT_DONE)
def test_what_is_confidential_or_done_in_person_is_not_run(service: str) -> None:
    assert asking(service).command.key == "errand.not_offered"


INPUTS = st.one_of(
    st.integers(0, 9),
    st.integers(0, 9),
    st.text(max_size=12),
    st.sampled_from(["老年证", "3栋2单元501", "501", "取消吗", " ?", "着火了"]),
    st.sampled_from([BACK, SKIP, photo(), voice(), SentOther("poll"), Press("forged")]),
    st.sampled_from([Change(part) for part in CHANGEABLE]),
)


def resolved(talk: Talk, given_input: int | Input) -> Input:
    if not isinstance(given_input, int):
        return given_input
    offered = talk.values()
    if offered:
        return Press(offered[given_input % len(offered)])
    return photo() if talk.question.takes_files else "501"


def lead_to_the_end(talk: Talk) -> None:
    for _ in range(LONGEST):
        if isinstance(talk.standing, Finished):
            return
        before = talk.where
        is_open = isinstance(talk.question, Matter)
        talk.take("老年证" if is_open else resolved(talk, 0))
        assert not talk.refused, (before, talk.refused)
    raise AssertionError(talk.answers)


SCRIPTS = st.sampled_from([each for each in CONVERSATIONS if each.startswith("errand")])


@settings(max_examples=80, deadline=None)
@given(SCRIPTS, st.lists(INPUTS, max_size=20))
def test_every_errand_can_be_brought_to_an_end(script: str, inputs: list[int | Input]) -> None:
    talk = asking() if script == "errand" else moving(script)
    for given_input in inputs:
        if isinstance(talk.standing, Finished):
            break
        talk.take(resolved(talk, given_input))
        assert talk.where
    lead_to_the_end(talk)
