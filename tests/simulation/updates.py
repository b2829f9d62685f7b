"""Updates as Telegram writes them, as plain JSON values."""

from dataclasses import dataclass

Json = dict[str, object]
COMMAND_ENTITY = "bot_command"


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody with a phone."""

    id: int
    name: str
    language: str

    def user(self) -> Json:
        """Return the user object."""
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.name,
            "language_code": self.language,
        }

    def chat(self) -> Json:
        """Return the private chat with the bot."""
        return {"id": self.id, "type": "private", "first_name": self.name}


def group_chat(chat_id: int) -> Json:
    """Return a group."""
    return {"id": chat_id, "type": "supergroup", "title": "3栋的邻居"}


@dataclass(frozen=True, slots=True)
class Writing:
    """Who writes where, when and under which message number."""

    account: Account
    message_id: int
    date: int
    group: int = 0

    def frame(self) -> Json:
        """Return a message without its content."""
        chat = group_chat(self.group) if self.group else self.account.chat()
        return {
            "message_id": self.message_id,
            "date": self.date,
            "chat": chat,
            "from": self.account.user(),
        }


def text(writing: Writing, words: str) -> Json:
    """Return a typed message."""
    message = {**writing.frame(), "text": words}
    if words.startswith("/"):
        length = len(words.split(" ", maxsplit=1)[0])
        message["entities"] = [{"type": COMMAND_ENTITY, "offset": 0, "length": length}]
    return {"message": message}


def photo(writing: Writing, unique: str, caption: str, album: str) -> Json:
    """Return a photo, alone or as a part of an album."""
    size = {
        "file_id": f"file-{unique}",
        "file_unique_id": unique,
        "width": 800,
        "height": 600,
        "file_size": 90_000,
    }
    message: Json = {**writing.frame(), "photo": [size]}
    if caption:
        message["caption"] = caption
    if album:
        message["media_group_id"] = album
    return {"message": message}


def location(writing: Writing, latitude: float, longitude: float) -> Json:
    """Return a shared place."""
    place = {"latitude": latitude, "longitude": longitude, "horizontal_accuracy": 15.0}
    return {"message": {**writing.frame(), "location": place}}


def sticker(writing: Writing) -> Json:
    """Return something that is no part of any report."""
    thing = {
        "file_id": "sticker",
        "file_unique_id": "s",
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
    }
    return {"message": {**writing.frame(), "sticker": thing}}


def edited(writing: Writing, words: str) -> Json:
    """Return the edit of an earlier message."""
    return {"edited_message": {**writing.frame(), "edit_date": writing.date, "text": words}}


def nonsense(writing: Writing) -> Json:
    """Return an update that no library can read."""
    return {"message": {**writing.frame(), "date": 10**14, "text": "?"}}


def press(writing: Writing, callback_id: str, data: str) -> Json:
    """Return a press on a button of the message with the writing's number."""
    frame = writing.frame()
    account = writing.account.user()
    message = {**frame, "from": {"id": 1, "is_bot": True, "first_name": "小巷"}, "text": "…"}
    query = {
        "id": callback_id,
        "from": account,
        "message": message,
        "chat_instance": str(writing.account.id),
        "data": data,
    }
    return {"callback_query": query}


def membership(writing: Writing, *, is_blocked: bool) -> Json:
    """Return the news that somebody stopped the bot, or lets it speak again."""
    bot = {"id": 1, "is_bot": True, "first_name": "小巷"}
    member = {"user": bot, "status": "member"}
    kicked = {"user": bot, "status": "kicked", "until_date": 0}
    old, new = (member, kicked) if is_blocked else (kicked, member)
    return {
        "my_chat_member": {
            "chat": writing.account.chat(),
            "from": writing.account.user(),
            "date": writing.date,
            "old_chat_member": old,
            "new_chat_member": new,
        }
    }
