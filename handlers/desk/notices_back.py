"""A notice that was taken back: whoever has it before them sees that, a few chats at a time."""

from bot.telling import Haste, Placement, Say
from handlers.desk.notices import AT_ONCE, RETRACTION, told
from handlers.desk.scene import Scene
from storage import notice as stored
from storage.due import Due, Plan, schedule
from storage.notice import Notice


async def tell_taken_back(scene: Scene, notice: Notice, due: Due) -> None:
    """Say in the next few chats that a notice is taken back, in its own message."""
    if notice.state != "taken_back":
        return
    chats = await stored.chats_to_tell(scene.tx, notice, AT_ONCE)
    for chat_id in chats:
        await scene.tell(_message(scene, notice, chat_id))
    if len(chats) == AT_ONCE:
        again = Plan(RETRACTION, notice.subject, scene.now, due.plan.occurrence + 1)
        await schedule(scene.tx, again)


def _message(scene: Scene, notice: Notice, chat_id: int) -> Say:
    """Return what stands in the place of the notice: an edit, which wakes nobody up."""
    return Say(
        f"{stored.once_taken_back(notice)}:{chat_id}",
        chat_id,
        "notice.taken_back",
        told(scene, notice),
        subject=stored.once_of(notice),
        placement=Placement.IN_PLACE,
        haste=Haste.BROADCAST,
    )
