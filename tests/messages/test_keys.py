"""Every sentence that the code asks for is there, and every sentence is asked for."""

import re
from itertools import product
from pathlib import Path

import pytest

from bot.events import SentOther, SharedContact, SharedPlace, Typed
from bot.instants import Instant
from bot.telling import Parameter
from conversations.appointment import CHANGEABLE as APPOINTMENT_PARTS
from conversations.appointment import AppointmentStart, CancelStart
from conversations.errand_known import ErrandStart
from conversations.errand_start import ErrandMoveStart
from conversations.facts import Attendance, SimilarCase
from conversations.going_day import GoingStart
from conversations.inquiry import InquiryStart
from conversations.notice import NoticeStart
from conversations.offer import OfferStart
from conversations.offer_moves import RequestStart
from conversations.paper_photo import PaperPhotoStart
from conversations.pre_check import PreCheckStart
from conversations.private_moves import MatterStart
from conversations.private_parts import PrivateStart
from conversations.private_words import PrivateWordsStart
from conversations.questions import Option, Question, Refused, refusal_of
from conversations.registry import CONVERSATIONS
from conversations.report import CHANGEABLE
from conversations.staff_words import StaffWordsStart
from conversations.starts import CaseStart, PersonStart
from conversations.ticket import LeaveStart, TicketStart
from messages.catalogue import LANGUAGES
from tests.conversations.talks import Change, Press, Talk, photo, pin, reported
from tests.messages.samples import catalogue, sentences
from tests.rows import each_of

ROOT = Path(__file__).parents[2]
CODE = ("conversations", "handlers", "messages")
LITERAL = re.compile(r'"([a-z_]+(?:\.[A-Za-z_-]+)+)"')
# One sentence says another one.
INSIDE = re.compile(rf"{LITERAL.pattern}\|said")
BEGINNING = re.compile(r'f"([a-z_]+(?:\.[a-z_]+)*\.)\{')
KEYS = frozenset(sentences("zh-CN"))
FILES = {key.partition(".")[0] for key in KEYS}
# Python modules and file names look like keys.
NOT_KEYS = re.compile(r"\.(?:toml|csv|geojson|py|sql|db|json|md|js|css|html|svg)$")
# The name of a question, and names of deeds in the audit.
OTHER_NAMES = {"words.more", "case.follow", "case.open", "staff.join"}


def sources() -> list[tuple[Path, str]]:
    paths = [path for folder in CODE for path in sorted((ROOT / folder).rglob("*.py"))]
    return [(path, path.read_text(encoding="utf-8")) for path in paths]


def literals() -> set[str]:
    found = {key for _, text in sources() for key in LITERAL.findall(text)}
    found |= {key for text in sentences("zh-CN").values() for key in INSIDE.findall(text)}
    found = {key for key in found if not NOT_KEYS.search(key)} - OTHER_NAMES
    return {key for key in found if key.partition(".")[0] in FILES}


def beginnings() -> set[str]:
    found = {start for _, text in sources() for start in BEGINNING.findall(text)}
    return {start for start in found if start.partition(".")[0] in FILES}


def asked(talk: Talk) -> Question[object]:
    """Return the present question after rendering it and all its buttons in both languages."""
    question = talk.question
    for language in LANGUAGES:
        frame: dict[str, Parameter] = {
            "notice": "",
            "notice_parameters": {},
            "question": question.key,
            "parameters": dict(question.parameters),
            "step": 1,
            "steps": 4,
            "question_of_step": 1,
            "guessed": "",
        }
        assert catalogue().render("talk.frame", frame, language, "jiangwan")
        for option in (*question.options, *question.changeable):
            assert said(option, language)
    return question


def said(option: Option, language: str) -> str:
    if option.typed:
        words = catalogue().label(option.typed, option.parameters or {}, language, "jiangwan")
        assert all(word.strip() for word in words.split(","))
    return catalogue().label(option.label, option.parameters or {}, language, "jiangwan")


@each_of((key,) for key in sorted(literals()))
def test_every_key_that_the_code_names_exists(key: str) -> None:
    assert (
        key in KEYS
        or f"operator.{key}" in KEYS
        or any(known.startswith(f"{key}.") for known in KEYS)
    )


@each_of((beginning,) for beginning in sorted(beginnings()))
def test_every_family_of_keys_that_the_code_builds_exists(beginning: str) -> None:
    is_question = beginning in {"extra.", "danger."}
    assert is_question or any(known.startswith(beginning) for known in KEYS)


def test_every_sentence_is_used() -> None:
    built = (*beginnings(), "operator.", "words.", "forms.", "demo.", "case.done.")
    named = literals()
    assert [key for key in sorted(KEYS) if key not in named and not key.startswith(built)] == []


IN_HAND = tuple(
    SimilarCase(number, f"JW-261124-003{number}", "drain_blocked", "jiangwan_3", Instant(0))
    for number in (1, 2)
)
STARTS: dict[type, object] = {
    PreCheckStart: PreCheckStart("senior_card"),
    GoingStart: GoingStart(1),
    PaperPhotoStart: PaperPhotoStart(1),
    AppointmentStart: AppointmentStart("senior_card"),
    InquiryStart: InquiryStart("fee"),
    CancelStart: CancelStart(1, "senior_card", "2026-11-26", 540),
    TicketStart: TicketStart("senior_card"),
    LeaveStart: LeaveStart(1, 8),
    OfferStart: OfferStart("bath_help"),
    ErrandStart: ErrandStart("senior_card"),
    ErrandMoveStart: ErrandMoveStart(1, "JW-261124-0001", ("id_card", "hukou"), "罗奶奶"),
    RequestStart: RequestStart(1, "legal_advice", "罗奶奶"),
    NoticeStart: NoticeStart(("jobs", "training")),
    CaseStart: CaseStart(1, "JW-261124-0037", "门禁密码是多少？", needs_proof=True),
    PrivateStart: PrivateStart(),
    MatterStart: MatterStart(1, "TJ-261124-0001"),
    PrivateWordsStart: PrivateWordsStart("他又来了"),
    PersonStart: PersonStart(("zh-CN", "en")),
    StaffWordsStart: StaffWordsStart("已经疏通了"),
}


@pytest.mark.parametrize("script", [each for each in CONVERSATIONS if each != "report"])
def test_every_short_talk_has_its_words(script: str) -> None:
    start, away = STARTS[CONVERSATIONS[script].start], Attendance("2026-11-25", is_away=True)
    talk = Talk(script=script, start=start, attendance=away, own=IN_HAND)
    seen = []
    while talk.where[0].islower():
        question = asked(talk)
        seen.append(question.name)
        typed = photo() if question.takes_files else "说一句"
        talk.take(Press(question.options[0].value) if question.options else typed)
    assert seen


@pytest.mark.parametrize("part", APPOINTMENT_PARTS)
def test_every_part_of_an_appointment_that_can_be_changed_has_its_words(part: str) -> None:
    talk = Talk(script="appointment", start=AppointmentStart("senior_card"))
    while talk.where != "book":
        talk.take(Press(talk.values()[0]))
    talk.take(Change(part))
    assert asked(talk).name == part


REPORTS = list(Talk().among.categories)


@pytest.mark.parametrize("code", REPORTS)
def test_every_question_of_a_report_has_its_words_and_is_reached(code: str) -> None:
    category = Talk().among.categories[code]
    talk = reported("屋里出事了")
    asked(talk)
    talk.play([(Press("none"), "category.group"), (Press(category.group), "category.in_group")])
    asked(talk)
    talk.take(Press(code))
    seen = set()
    while talk.where != "OpenCase":
        question = asked(talk)
        seen.add(question.name)
        options = [option.value for option in question.options]
        talk.take(Press(options[0]) if options else "说一句")
    questions = (category.first_question, *category.questions)
    assert {f"extra.{each.code}" for each in questions if each} <= seen


PLACES = ["3-501", "江湾小区2501", "菜市场口", "8栋", "江湾小区3栋2单元501", "桥头"]


@pytest.mark.parametrize("words", PLACES)
def test_every_way_to_a_place_has_its_words(words: str) -> None:
    talk = reported("下水道堵了")
    asked(talk)
    talk.take(words)
    asked(talk)
    first = reported(f"下水道堵了，{words}")
    asked(first)
    for part in CHANGEABLE:
        first.take(Change(part))
        asked(first)


def test_every_word_about_a_point_is_there() -> None:
    talk = reported("下水道堵了")
    for shared in (pin(27.6217, 113.8438), pin(27.7, 113.9)):
        talk = reported("下水道堵了")
        talk.take(shared)
        asked(talk)
        talk.take(Press("wrong"))
        asked(talk)


REFUSALS = [
    SentOther("sticker"),
    photo(),
    SharedPlace(1, 1, 0, is_live=False),
    SharedContact("1", is_own=True),
    Typed("x"),
]


@each_of(product(REFUSALS, LANGUAGES))
def test_every_refusal_has_its_words(event: object, language: str) -> None:
    refused: Refused = refusal_of(event)  # type: ignore[arg-type]
    parameters = refused.parameters or {}
    assert catalogue().render(refused.key, parameters, language, "jiangwan")
