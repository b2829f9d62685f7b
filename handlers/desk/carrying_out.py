"""Carrying out what a conversation led to, in the same transaction."""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot import commands, visit_commands
from bot.cases import Move
from bot.community import Role
from bot.instants import instant_of
from bot.telling import Parameters, Placement
from handlers.desk.appointments import book_appointment, cancel_booking
from handlers.desk.authority import acting_on
from handlers.desk.cards import show_to_residents
from handlers.desk.case_moves import Step, make_move, tell_about
from handlers.desk.errand_moves import make_errand_move
from handlers.desk.errand_notes import write_about_errand
from handlers.desk.errand_told import show_to_deputies
from handlers.desk.errands import ask_errand
from handlers.desk.files import files_kept, show_files
from handlers.desk.inquiries import tell_matter
from handlers.desk.notices import post_notice
from handlers.desk.offer_moves import decline, propose, withdraw
from handlers.desk.offers import request_offer, see_request
from handlers.desk.opening import join_case, open_case
from handlers.desk.paper_photos import keep_photos
from handlers.desk.pre_checks import answer_inquiry, choose_day, keep_check
from handlers.desk.private_matters import apply_privately
from handlers.desk.private_moves import move_on_matter
from handlers.desk.said import Said
from handlers.desk.scene import Scene
from handlers.desk.starting import actor_for
from handlers.desk.tickets import leave_queue, take_ticket
from storage.case import Assignment, Case, CaseFile, add_file, case_by_id
from storage.person import choose_language, person_by_id
from storage.staff import add_absence, end_absences, holders
from storage.talk import Talk

NOT_YOURS = Said("case.moved_meanwhile")


async def carry_out(scene: Scene, talk: Talk, command: Any) -> Said | None:  # noqa: ANN401 - the table types it
    """Do what the command says; return what is said in the conversation's place, if anything."""
    return await CARRIERS[type(command)](scene, talk, command)


async def _ask(scene: Scene, _: Talk, command: commands.AskResident) -> Said:
    return await _move(scene, command.case, Move.ASK, command.words, "ask_resident.done")


async def _answer(scene: Scene, talk: Talk, command: commands.AnswerWorker) -> Said:
    await _add_files(scene, talk, command.case, "added")
    return await _move(scene, command.case, Move.ANSWER, command.words, "answer_worker.done")


async def _solve(scene: Scene, talk: Talk, command: commands.SolveCase) -> Said:
    await _add_files(scene, talk, command.case, "solved")
    said = await _move(scene, command.case, Move.SOLVE, command.words, "solve.done")
    await _show_proof(scene, talk, command.case)
    return said


async def _add(scene: Scene, talk: Talk, command: commands.AddFiles) -> Said:
    await _add_files(scene, talk, command.case, "added")
    return await _move(scene, command.case, Move.ADD_FILES, "", "add_files.done")


async def _withdraw(scene: Scene, _: Talk, command: commands.WithdrawCase) -> Said:
    return await _move(scene, command.case, Move.WITHDRAW, "", "withdraw.done")


async def _hand_back(scene: Scene, _: Talk, command: commands.HandBack) -> Said:
    case = await case_by_id(scene.tx, command.case)
    if case is None:
        return NOT_YOURS
    reason = {"code": "handed_back", "grid": case.new.place.grid, "why": command.reason}
    assignment = Assignment("", "clerk", json.dumps(reason))
    move = _Move(Move.HAND_BACK, command.words, assignment)
    return await _make(scene, case, move, "hand_back.done")


async def _assign(scene: Scene, _: Talk, command: commands.AssignCase) -> Said:
    case = await case_by_id(scene.tx, command.case)
    present = await holders(scene.tx, scene.neighbourhood.community.code)
    if case is None:
        return NOT_YOURS
    parameters: Parameters = {"staff": command.staff_code}
    if command.staff_code not in present:
        return Said("assign.not_there", parameters)
    role = present[command.staff_code].grant.role
    part = "clerk" if role is Role.CLERK else _part(scene, command.staff_code, case)
    reason = json.dumps({"code": "assigned_by_clerk", "grid": case.new.place.grid})
    assignment = Assignment(command.staff_code, part, reason)
    said = await _make(scene, case, _Move(Move.ASSIGN, "", assignment), "assign.done")
    return Said(said.key, parameters)


async def _away(scene: Scene, _: Talk, command: commands.GoAway) -> Said:
    grant = scene.grant(Role.GRID_WORKER)
    if grant is None:
        return NOT_YOURS
    await end_absences(scene.tx, grant, scene.now)
    if not command.until_day:
        return Said("away.back")
    community = scene.neighbourhood.community
    last = date.fromisoformat(command.until_day) + timedelta(days=1)
    until = instant_of(datetime.combine(last, time(), ZoneInfo(community.time_zone)))
    await add_absence(scene.tx, grant, scene.now, until)
    await show_to_deputies(scene, grant)
    grids = community.staff[grant.staff_code].grids
    deputies = {community.deputy_of[grid].code for grid in grids if grid in community.deputy_of}
    return Said("away.done", {"until": command.until_day, "deputies": [*sorted(deputies)]})


async def _language(scene: Scene, _: Talk, command: commands.ChooseLanguage) -> Said:
    await choose_language(scene.tx, scene.person.id, command.language)
    return Said("language.done")


@dataclass(frozen=True, slots=True)
class _Move:
    move: Move
    words: str = ""
    assignment: Assignment | None = None


async def _move(scene: Scene, case_id: int, move: Move, words: str, done: str) -> Said:
    case = await case_by_id(scene.tx, case_id)
    return await _make(scene, case, _Move(move, words), done) if case else NOT_YOURS


async def _make(scene: Scene, case: Case, move: _Move, done: str) -> Said:
    """Make the move in whatever part the person may make it now, and tell everybody concerned."""
    actor = actor_for(scene, case, move.move)
    if actor is None:
        return NOT_YOURS
    acting = acting_on(scene, case)
    by_staff = acting[0].staff_code if acting and actor.value != "reporter" else ""
    step = Step(move.move, actor, by_staff, move.words, move.assignment)
    moved = await make_move(scene, case, step)
    if moved is None:
        return NOT_YOURS
    await tell_about(scene, case, moved, step)
    return Said(done)


async def _add_files(scene: Scene, talk: Talk, case_id: int, stage: str) -> None:
    for attachment in files_kept(talk.answers):
        await add_file(scene.tx, case_id, CaseFile(attachment, stage), scene.now)


async def _show_proof(scene: Scene, talk: Talk, case_id: int) -> None:
    """Show the reporter how it looks now."""
    case = await case_by_id(scene.tx, case_id)
    files = files_kept(talk.answers)
    reporter = case and case.new.reporter_id and await person_by_id(scene.tx, case.new.reporter_id)
    if files and case and reporter:
        once = f"proof:{case.id}:{case.version}"
        await show_files(scene, once, reporter.telegram_id, files)
        await show_to_residents(scene, case, Placement.IN_PLACE, scene.once("proof"))


def _part(scene: Scene, staff_code: str, case: Case) -> str:
    worker = scene.neighbourhood.community.worker_of.get(case.new.place.grid)
    return "worker" if worker is None or worker.code == staff_code else "deputy"


Carrier = Callable[[Scene, Talk, Any], Awaitable[Said | None]]
CARRIERS: Mapping[type, Carrier] = {
    commands.OpenCase: open_case,
    commands.JoinCase: join_case,
    commands.AskResident: _ask,
    commands.AnswerWorker: _answer,
    commands.SolveCase: _solve,
    commands.AddFiles: _add,
    commands.WithdrawCase: _withdraw,
    commands.HandBack: _hand_back,
    commands.AssignCase: _assign,
    commands.GoAway: _away,
    commands.ChooseLanguage: _language,
    visit_commands.KeepCheck: keep_check,
    visit_commands.ChooseDay: choose_day,
    commands.AnswerInquiry: answer_inquiry,
    visit_commands.TellMatter: tell_matter,
    commands.ShowPapers: keep_photos,
    visit_commands.BookAppointment: book_appointment,
    visit_commands.CancelAppointment: cancel_booking,
    visit_commands.TakeTicket: take_ticket,
    visit_commands.LeaveQueue: leave_queue,
    commands.RequestOffer: request_offer,
    commands.SeeRequest: see_request,
    commands.DeclineRequest: decline,
    commands.ProposeTime: propose,
    commands.WithdrawRequest: withdraw,
    commands.PostNotice: post_notice,
    commands.AskErrand: ask_errand,
    commands.MakeErrandMove: make_errand_move,
    commands.WriteAboutErrand: write_about_errand,
    commands.ApplyPrivately: apply_privately,
    commands.MoveOnMatter: move_on_matter,
}
