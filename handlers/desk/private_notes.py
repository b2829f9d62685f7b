"""What a resident said to whoever helps is taken out of the chat when the matter is taken back."""

from collections.abc import Iterable

from bot.telling import Say
from handlers.desk.scene import Scene
from storage.private_matter import PrivateMatter, notes_in_chat


def subject_of_note(note: int) -> str:
    """Return what the message of a note shows, so that a later one can take its place."""
    return f"private_note:{note}"


async def take_back_notes(scene: Scene, matter: PrivateMatter, chats: Iterable[int]) -> None:
    """Put "taken back" in the place of everything that the resident said, wherever it stands."""
    for chat_id in chats:
        for note in await notes_in_chat(scene.tx, matter.id, chat_id):
            subject = subject_of_note(note)
            once = f"{subject}:{chat_id}:taken_back"
            key, number = "private_matter.note_taken_back", {"number": matter.new.number}
            await scene.tell(Say(once, chat_id, key, number, subject=subject))
