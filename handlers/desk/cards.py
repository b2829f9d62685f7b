"""The living cards of a case, edited as it moves: for reporter and followers, for who has it."""

from dataclasses import dataclass

from bot.actions import Action, Begin, MoveCase, Show
from bot.cases import Actor, Move, moves_open_to
from bot.community import Urgency
from bot.events import Attachment, AttachmentKind
from bot.telling import Button, Haste, Keyboard, Placement, Say
from handlers.desk.authority import actor_of, responsible_for
from handlers.desk.case_parameters import resident_card, staff_card
from handlers.desk.scene import Scene
from storage.case import Case, files_of, followers_of
from storage.person import person_by_id
from storage.staff import Holder, holders

# Moves that need words go through a conversation of their own; the others happen with the press.
SCRIPT_OF_MOVE = {
    Move.ASK: "ask_resident",
    Move.ANSWER: "answer_worker",
    Move.SOLVE: "solve",
    Move.HAND_BACK: "hand_back",
    Move.ASSIGN: "assign",
    Move.ADD_FILES: "add_files",
    Move.WITHDRAW: "withdraw",
}


@dataclass(frozen=True, slots=True)
class Copy:
    """In which chat, with which words and buttons a card is shown."""

    chat_id: int
    key: str
    audience: str
    keyboard: Keyboard
    placement: Placement
    occasion: str = ""


async def show_to_residents(
    scene: Scene, case: Case, placement: Placement, occasion: str = ""
) -> None:
    """Bring the card up to date in the chats of the reporter and of the followers."""
    reporter = case.new.reporter_id and await person_by_id(scene.tx, case.new.reporter_id)
    if reporter:
        await show_to_reporter(scene, case, reporter.telegram_id, placement, occasion)
    for chat_id in await followers_of(scene.tx, case.id):
        await show_to_follower(scene, case, chat_id, placement, occasion)


async def show_to_reporter(
    scene: Scene, case: Case, chat_id: int, placement: Placement, occasion: str = ""
) -> None:
    """Show the reporter's card in one chat."""
    keyboard = _reporter_keyboard(scene, case)
    copy = Copy(chat_id, "case.resident.card", "self", keyboard, placement, occasion)
    await show_copy(scene, case, copy)


async def show_to_follower(
    scene: Scene, case: Case, chat_id: int, placement: Placement, occasion: str = ""
) -> None:
    """Show the follower's card in one chat."""
    audience = f"follower:{case.id}"
    copy = Copy(chat_id, "case.follower.card", audience, (), placement, occasion)
    await show_copy(scene, case, copy)


async def show_to_responsible(
    scene: Scene, case: Case, placement: Placement, occasion: str = ""
) -> None:
    """Show the case to whoever has it: the assignee, or every clerk when nobody has it."""
    for holder in await responsible_for(scene, case):
        await show_to_holder(scene, case, holder, placement, occasion)


async def show_to_former(scene: Scene, case: Case, staff_code: str) -> None:
    """Let whoever had the case see that it is with somebody else now."""
    holder = (await holders(scene.tx, case.new.community)).get(staff_code)
    if holder:
        await show_to_holder(scene, case, holder, Placement.IN_PLACE)


async def show_to_holder(
    scene: Scene, case: Case, holder: Holder, placement: Placement, occasion: str = ""
) -> None:
    """Show the staff card to one member of staff, with the moves that are open to him."""
    grant = holder.grant
    actor = actor_of(case, grant.staff_code, grant.role)
    copy = Copy(
        holder.telegram_id,
        "case.staff.card",
        f"staff:{grant.id}",
        await _staff_keyboard(scene, case, actor),
        placement,
        occasion,
    )
    await show_copy(scene, case, copy)


def button_of_move(case: Case, move: Move) -> Button:
    """Return the button of a move: the press itself, or the conversation that collects words."""
    script = SCRIPT_OF_MOVE.get(move)
    action: Action = (
        Begin(script, str(case.id)) if script else MoveCase(case.id, case.version, move)
    )
    return Button(f"case.button.{move}", action)


async def show_copy(scene: Scene, case: Case, copy: Copy) -> None:
    """Put one copy of a card into the outbox."""
    for_staff = copy.key == "case.staff.card"
    occasion = copy.occasion or str(case.version)
    photo = await _first_photo(scene, case) if for_staff else None
    await scene.tell(
        Say(
            once=f"{copy.key}:{case.id}:{copy.chat_id}:{occasion}",
            chat_id=copy.chat_id,
            key=copy.key,
            parameters=await (staff_card if for_staff else resident_card)(scene, case),
            keyboard=copy.keyboard,
            subject=f"case:{case.id}:staff" if for_staff else f"case:{case.id}",
            placement=copy.placement,
            photo=photo,
            haste=Haste.DANGER if case.new.urgency is Urgency.EMERGENCY else Haste.REPLY,
            audience=copy.audience,
        )
    )


async def _first_photo(scene: Scene, case: Case) -> Attachment | None:
    for file in await files_of(scene.tx, case.id):
        if file.attachment.kind is AttachmentKind.PHOTO and file.stage == "report":
            return file.attachment
    return None


def _reporter_keyboard(scene: Scene, case: Case) -> Keyboard:
    moves = [
        move
        for move in moves_open_to(Actor.REPORTER, case.new.state)
        if move is not Move.WITHDRAW or _may_withdraw(scene, case)
    ]
    return tuple((button_of_move(case, move),) for move in moves)


def _may_withdraw(scene: Scene, case: Case) -> bool:
    # Danger does not go away because somebody takes the report back.
    return not scene.neighbourhood.community.categories[case.new.category].danger


async def _staff_keyboard(scene: Scene, case: Case, actor: Actor | None) -> Keyboard:
    """Return one button a row for what moves the case, then what shows more of it."""
    if actor is None:
        return ()
    moves = [move for move in moves_open_to(actor, case.new.state) if _makes_sense(case, move)]
    rows = [(button_of_move(case, move),) for move in moves]
    more = []
    on_card = 1 if await _first_photo(scene, case) else 0
    if len(await files_of(scene.tx, case.id)) > on_card:
        more.append(Button("case.button.files", Show("case_files", str(case.id))))
    if case.new.place.latitude is not None:
        more.append(Button("case.button.map", Show("case_place", str(case.id))))
    return (*rows, tuple(more)) if more else tuple(rows)


def _makes_sense(case: Case, move: Move) -> bool:
    # Nobody can be asked when nobody is known.
    return not (move is Move.ASK and case.new.anonymous)
