"""What people look at without changing anything: my cases, one case, the desk, help."""

from bot.actions import Begin, Show
from bot.community import Role
from bot.telling import Button, Keyboard, Parameter, Placement, Say, ShowPlace
from conversations.category import said
from handlers.desk.authority import acting_on, is_reporter, may_see
from handlers.desk.cards import show_to_follower, show_to_holder, show_to_reporter
from handlers.desk.check_buttons import CHECK_LESS, CHECK_MORE, CHECK_PICTURE
from handlers.desk.counter import (
    WAITING_PICTURE,
    show_counter,
    show_counters,
    show_waiting_picture,
)
from handlers.desk.errand_views import ERRAND_VIEWS
from handlers.desk.files import show_files
from handlers.desk.list_consent import WINDOW_PAPERS
from handlers.desk.notices import NOTICE_VIEW, show_notice
from handlers.desk.pre_checks import fold_check_in, fold_check_out, show_check_picture
from handlers.desk.private_matters import show_own_matters
from handlers.desk.scene import Scene
from handlers.desk.shared_places import ask_for_place
from handlers.desk.tasks import SEEN as SEEN_BY_CLERK
from handlers.desk.window_list import show_next_day, show_window
from handlers.desk.window_lists import show_list
from storage.case import (
    Case,
    case_by_id,
    cases_followed_by,
    cases_of_reporter,
    files_of,
    open_cases_of,
)
from storage.press import PressResult
from storage.staff import Holder
from storage.task import Waiting, open_tasks, task_of, tasks_beside

LISTED = 8
SEEN = PressResult("", "{}")
UNKNOWN = PressResult("case.unknown", "{}")


async def show_view(scene: Scene, view: str, subject: str) -> PressResult:
    """Show what a button of a list or card leads to."""
    if view in VIEWS:
        await VIEWS[view](scene)
        return SEEN
    if view in VIEWS_OF_SOMETHING:
        return await VIEWS_OF_SOMETHING[view](scene, subject)
    if view in {"task_done", "task_seen"}:
        return await _finish(scene, view, subject)
    case = await case_by_id(scene.tx, int(subject))
    if case is None or not await may_see(scene, case):
        return UNKNOWN
    await CASE_VIEWS[view](scene, case)
    return SEEN


async def show_my_cases(scene: Scene) -> None:
    """List what the person has to do, reported or follows."""
    tx, person = scene.tx, scene.person.id
    assigned = [
        case
        for grant in scene.grants
        for case in await open_cases_of(tx, grant.community, grant.staff_code, LISTED)
    ]
    reported = list(await cases_of_reporter(tx, person, LISTED))
    followed = list(await cases_followed_by(tx, person, LISTED))
    listed = _without_repeats([*assigned, *reported, *followed])
    parameters: dict[str, Parameter] = {
        "assigned": [_line(case) for case in assigned],
        "reported": [_line(case) for case in reported],
        "followed": [_line(case) for case in followed],
        "is_staff": bool(scene.grants),
    }
    if await show_own_matters(scene) and not listed:
        return
    await _list(scene, "list.my_cases", parameters, listed)


async def show_desk(scene: Scene) -> None:
    """Show the clerks' list: cases that nobody has, and matters that a person must look at."""
    grant = scene.grant(Role.CLERK)
    if grant is None:
        await scene.say("common.not_understood")
        return
    cases = list(await open_cases_of(scene.tx, grant.community, "", LISTED))
    tasks = await open_tasks(scene.tx, grant.community, LISTED)
    parameters: dict[str, Parameter] = {
        "cases": [_line(case) for case in cases],
        "tasks": [_task_line(task) for task in tasks],
    }
    done = [
        Button("list.button.task_done", Show("task_done", _span(each)), {"position": position})
        for position, each in enumerate(tasks, start=1)
    ]
    await _list(scene, "list.desk", parameters, cases, done)


async def show_waiting(scene: Scene) -> None:
    """Show a member of staff what waits: the clerks' list, or the cases on the own table."""
    if scene.grant(Role.CLERK):
        await show_desk(scene)
    elif await is_anything_waiting(scene):
        await show_my_cases(scene)
    else:
        await show_help(scene)


async def is_anything_waiting(scene: Scene) -> bool:
    """Whether a member of staff has something to do."""
    grant = scene.grant(Role.CLERK)
    if grant and await open_tasks(scene.tx, grant.community, 1):
        return True
    for each in scene.grants:
        codes = (each.staff_code, "") if each.role is Role.CLERK else (each.staff_code,)
        for code in codes:
            if await open_cases_of(scene.tx, each.community, code, 1):
                return True
    return False


async def show_welcome(scene: Scene) -> None:
    """Say who is speaking and what one can do here."""
    community = scene.neighbourhood.community
    await scene.tell(
        Say(
            scene.once("welcome"),
            scene.chat_id,
            "common.welcome",
            {"community": said(community.name), "duty_phone": community.duty_phone},
            keyboard=(
                (Button("common.button.report", Begin("report")),),
                (Button("common.button.papers", Begin("pre_check")),),
                *_offers(scene),
                (Button("common.button.language", Begin("language")),),
            ),
        )
    )


async def show_help(scene: Scene) -> None:
    """Say what the person can do here, each role its own page."""
    roles: list[Parameter] = [*sorted({grant.role.value for grant in scene.grants})]
    community = scene.neighbourhood.community
    parameters: dict[str, Parameter] = {"roles": roles, "duty_phone": community.duty_phone}
    await scene.tell(
        Say(
            scene.once("help"),
            scene.chat_id,
            "common.help",
            parameters,
            keyboard=(
                (Button("common.button.report", Begin("report")),),
                (Button("common.button.papers", Begin("pre_check")),),
                *_offers(scene),
            ),
        )
    )


def _offers(scene: Scene) -> Keyboard:
    """Offer to look for help nearby, where organisations have something to offer."""
    has_any = bool(scene.neighbourhood.community.offers)
    return ((Button("common.button.offers", Begin("offer")),),) if has_any else ()


async def show_case(scene: Scene, case: Case) -> None:
    """Show the case's card once more, below: the staff card to whoever acts on it."""
    occasion = scene.once("shown")
    acting = acting_on(scene, case)
    if acting:
        holder = Holder(acting[0], scene.chat_id)
        await show_to_holder(scene, case, holder, Placement.BELOW, occasion)
    elif is_reporter(scene, case) or case.new.anonymous:
        await show_to_reporter(scene, case, scene.chat_id, Placement.BELOW, occasion)
    else:
        await show_to_follower(scene, case, scene.chat_id, Placement.BELOW, occasion)


async def _show_files(scene: Scene, case: Case) -> None:
    files = await files_of(scene.tx, case.id)
    attachments = tuple(file.attachment for file in files)
    await show_files(scene, scene.once("files"), scene.chat_id, attachments)


async def _show_place(scene: Scene, case: Case) -> None:
    place = case.new.place
    if place.latitude is None or place.longitude is None:
        return
    await scene.tell(
        ShowPlace(
            scene.once("place"),
            scene.chat_id,
            place.latitude,
            place.longitude,
            "case.place",
            {"number": case.new.number, "building": place.building, "words": place.words},
        )
    )


async def _finish(scene: Scene, view: str, subject: str) -> PressResult:
    """Take a matter off the list, pressed in the list or on the matter's own message."""
    first, _, last = subject.partition("-")
    grant = scene.grant(Role.CLERK)
    task = await task_of(scene.tx, grant.community, int(first)) if grant else None
    if grant is None or task is None:
        return UNKNOWN
    beside = await tasks_beside(scene.tx, grant.community, task, int(last or first))
    for each in (task, *beside):
        await scene.board.finish(each, scene.person.id, SEEN_BY_CLERK)
    if view == "task_done":
        await show_desk(scene)
    return PressResult("list.task_done", "{}")


async def _list(
    scene: Scene,
    key: str,
    parameters: dict[str, Parameter],
    cases: list[Case],
    more: list[Button] | None = None,
) -> None:
    buttons = [
        Button("list.button.case", Show("case", str(case.id)), _line(case)) for case in cases
    ]
    keyboard = tuple((button,) for button in [*buttons[: LISTED + LISTED], *(more or [])])
    await scene.tell(
        Say(
            scene.once(key),
            scene.chat_id,
            key,
            parameters,
            keyboard,
            subject=key,
            placement=Placement.IN_PLACE if scene.callback_id else Placement.BELOW,
        )
    )


def _line(case: Case) -> dict[str, Parameter]:
    return {
        "number": case.new.number,
        "category": case.new.category,
        "state": case.new.state,
        "building": case.new.place.building,
        "urgency": case.new.urgency,
        "resolve_by": case.new.deadlines.resolve_by,
    }


def _task_line(waiting: Waiting) -> dict[str, Parameter]:
    task = waiting.task
    return {
        "kind": task.kind,
        "detail": task.detail,
        "created_at": task.created_at,
        "number": waiting.number,
    }


def _span(waiting: Waiting) -> str:
    """Name what a line stands for; what comes after it was shown is not taken off with it."""
    first = waiting.task.id
    return str(first) if waiting.number == 1 else f"{first}-{waiting.last}"


def _without_repeats(cases: list[Case]) -> list[Case]:
    return list({case.id: case for case in cases}.values())


VIEWS = {
    "my_cases": show_my_cases,
    "desk": show_desk,
    "help": show_help,
    "share_place": ask_for_place,
    "window": show_window,
    "window_next": show_next_day,
    "counters": show_counters,
    WAITING_PICTURE: show_waiting_picture,
}
VIEWS_OF_SOMETHING = {
    CHECK_PICTURE: show_check_picture,
    CHECK_MORE: fold_check_out,
    CHECK_LESS: fold_check_in,
    NOTICE_VIEW: show_notice,
    "counter": show_counter,
    WINDOW_PAPERS: show_list,
    **ERRAND_VIEWS,
}
CASE_VIEWS = {"case": show_case, "case_files": _show_files, "case_place": _show_place}
