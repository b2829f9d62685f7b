"""Places that people share: how it is done, and one that comes while none is asked for."""

from bot.events import SharedPlace
from bot.telling import ReplyKeyboard, Say
from handlers.desk.scene import Scene
from storage.talk import Answers

PLACE = "place"


def answers_at(event: SharedPlace, answers: Answers) -> dict[str, str] | None:
    """Return the answers with this place instead of any other; None when it is nowhere."""
    if not (event.latitude or event.longitude):
        return None
    kept = {
        name: value
        for name, value in answers.items()
        if name != PLACE and not name.startswith(f"{PLACE}.")
    }
    return {**kept, PLACE: f"p:{event.latitude:.6f},{event.longitude:.6f}"}


async def ask_for_place(scene: Scene) -> None:
    """Put the large button under the chat with which a phone shares where it is."""
    await scene.tell(
        Say(
            scene.once("share_place"),
            scene.chat_id,
            "report.how_to_share",
            {},
            reply_keyboard=ReplyKeyboard.ASK_PLACE,
        )
    )
