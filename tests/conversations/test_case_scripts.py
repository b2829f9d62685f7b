"""Short conversations about one case, as transcripts."""

import pytest

from bot.commands import (
    AddFiles,
    AnswerWorker,
    AskResident,
    AssignCase,
    HandBack,
    SolveCase,
    WithdrawCase,
)
from conversations.case_scripts import HAND_BACK_REASONS
from conversations.starts import CaseStart
from tests.conversations.talks import BACK, SKIP, Press, Row, Talk, photo

START = CaseStart(12, "JW-261124-0037", "门禁密码是多少？")
TRANSCRIPTS: list[tuple[str, str, list[Row], object]] = [
    (
        "the worker asks",
        "ask_resident",
        [(SKIP, "! talk.cannot_skip"), ("门禁密码是多少？", "AskResident")],
        AskResident(12, "门禁密码是多少？"),
    ),
    (
        "the resident answers",
        "answer_worker",
        [("2468#", "AnswerWorker")],
        AnswerWorker(12, "2468#"),
    ),
    ("with a photo alone", "answer_worker", [(photo(), "AnswerWorker")], AnswerWorker(12, "")),
    (
        "solved with a photo",
        "solve",
        [
            ("疏通了", "photos"),
            (BACK, "words"),
            ("疏通了，盖板已复位", "photos"),
            (photo(), "! files.one_more"),
            ("好了", "SolveCase"),
        ],
        SolveCase(12, "疏通了，盖板已复位"),
    ),
    (
        "solved without a photo",
        "solve",
        [("疏通了", "photos"), (Press("done"), "SolveCase")],
        SolveCase(12, "疏通了"),
    ),
    (
        "handed back with a word",
        "hand_back",
        [("1", "words"), ("归第三网格", "HandBack")],
        HandBack(12, "not_my_grid", "归第三网格"),
    ),
    (
        "handed back without a word",
        "hand_back",
        [("找不到地方", "words"), (SKIP, "HandBack")],
        HandBack(12, "not_found", ""),
    ),
    ("assigned", "assign", [("邹春兰", "AssignCase")], AssignCase(12, "worker_4")),
    (
        "photos later",
        "add_files",
        [(photo(), "! files.one_more"), ("好了，没有了", "AddFiles")],
        AddFiles(12),
    ),
    ("taken back", "withdraw", [("确定撤回", "WithdrawCase")], WithdrawCase(12)),
]


@pytest.mark.parametrize(("what", "script", "rows", "command"), TRANSCRIPTS)
def test_a_short_talk_leads_to_its_command(
    what: str, script: str, rows: list[Row], command: object
) -> None:
    talk = Talk(script=script, start=START).play(rows)
    assert talk.command == command, what


def test_a_matter_that_needs_proof_asks_why_there_is_no_photo() -> None:
    start = CaseStart(12, "JW-261124-0037", needs_proof=True)
    talk = Talk(script="solve", start=start).play(
        [("关了阀门", "photos"), ("没有", "no_photo"), ("住户不同意", "SolveCase")]
    )
    assert talk.command == SolveCase(12, "关了阀门\n住户不同意")
    shown = Talk(script="solve", start=start).play(
        [("关了阀门", "photos"), (photo(), "! files.one_more"), ("没有了", "SolveCase")]
    )
    assert shown.command == SolveCase(12, "关了阀门")


def test_the_resident_sees_what_was_asked() -> None:
    question = Talk(script="answer_worker", start=START).question
    assert question.parameters == {"number": "JW-261124-0037", "question": "门禁密码是多少？"}


def test_the_reasons_are_offered_in_the_order_of_the_table() -> None:
    assert tuple(Talk(script="hand_back", start=START).values()) == HAND_BACK_REASONS
