"""Short conversations about one case, each for one move."""

from bot.commands import (
    AddFiles,
    AnswerWorker,
    AskResident,
    AssignCase,
    HandBack,
    SolveCase,
    WithdrawCase,
)
from bot.community import Community, Role
from conversations.engine import Script, ask, look
from conversations.facts import FilesSoFar
from conversations.files import Files
from conversations.questions import Choice, Option, Text
from conversations.starts import CaseStart

OTHER_REASON = "other"
HAND_BACK_REASONS = ("not_my_grid", "other_office", "not_found", "conflict", OTHER_REASON)


def ask_resident(start: CaseStart, _: Community) -> Script[AskResident]:
    """Let the worker ask the reporter something."""
    words = yield from ask(Text("words", "ask_resident.ask.words", {"number": start.number}))
    return AskResident(start.case, words)


def answer_worker(start: CaseStart, _: Community) -> Script[AnswerWorker]:
    """Let the reporter answer, or tell what is new; photos are welcome."""
    words = yield from ask(
        Text(
            "words",
            "answer_worker.ask.words",
            {"number": start.number, "question": start.question},
            files_are_enough=True,
        )
    )
    return AnswerWorker(start.case, words)


def solve(start: CaseStart, _: Community) -> Script[SolveCase]:
    """Let the worker say what was done, and show it."""
    words = yield from ask(Text("words", "solve.ask.words", {"number": start.number}))
    yield from ask(Files("photos", "solve.ask.photos", {"number": start.number}))
    files = yield from look(FilesSoFar())
    if start.needs_proof and not files:
        reason = yield from ask(Text("no_photo", "solve.ask.no_photo"))
        return SolveCase(start.case, f"{words}\n{reason}")
    return SolveCase(start.case, words)


def hand_back(start: CaseStart, _: Community) -> Script[HandBack]:
    """Let the worker say why the case is not hers."""
    options = tuple(Option(code, f"hand_back.reason.{code}") for code in HAND_BACK_REASONS)
    reason = yield from ask(
        Choice("reason", "hand_back.ask.reason", options, {"number": start.number}, free=True)
    )
    if reason not in HAND_BACK_REASONS:
        return HandBack(start.case, OTHER_REASON, reason)
    words = yield from ask(
        Text("words", "hand_back.ask.words", {"number": start.number}, optional=True)
    )
    return HandBack(start.case, reason, words)


def assign(start: CaseStart, community: Community) -> Script[AssignCase]:
    """Let the clerk give the case to somebody."""
    options = tuple(
        Option(member.code, "data.staff", {"staff": member.code})
        for member in community.staff.values()
        if member.role in {Role.GRID_WORKER, Role.CLERK}
    )
    staff_code = yield from ask(
        Choice("staff", "assign.ask.staff", options, {"number": start.number})
    )
    return AssignCase(start.case, staff_code)


def add_files(start: CaseStart, _: Community) -> Script[AddFiles]:
    """Let the reporter add photos later."""
    yield from ask(Files("photos", "add_files.ask.photos", {"number": start.number}))
    return AddFiles(start.case)


def withdraw(start: CaseStart, _: Community) -> Script[WithdrawCase]:
    """Let the reporter take the report back, after one question."""
    options = (Option("yes", "withdraw.button.yes"),)
    yield from ask(Choice("sure", "withdraw.ask.sure", options, {"number": start.number}))
    return WithdrawCase(start.case)
