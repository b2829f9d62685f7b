"""python-telegram-bot reads the update; its handlers say what happened.

They have no bot, hence no network.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from telegram import CallbackQuery, Chat, ChatMember, Message, Update, User
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    MessageHandler,
    filters,
)

from bot.events import (
    Attachment,
    AttachmentKind,
    BlockedBot,
    ChatKind,
    Commanded,
    Edited,
    Event,
    Happened,
    Pressed,
    Sender,
    SentFile,
    SentOther,
    SharedContact,
    SharedPlace,
    Typed,
    UnblockedBot,
)
from bot.instants import Instant
from bot.plain_text import clean, clean_name
from handlers.reading import read_json
from storage.inbox import Claim

Reader = Callable[[Update], Event]


class NotForUsError(Exception):
    """The update is of a kind that nobody here has to do anything about."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A handler of the library, and what an update that it accepts means."""

    handler: BaseHandler[Update, Any, Any]
    read: Reader


def understand(claim: Claim) -> Happened:
    """Turn a raw update into what happened; anything that the library cannot read raises."""
    update = Update.de_json(read_json(claim.raw), None)
    sender, chat = update.effective_user, update.effective_chat
    if sender is None or chat is None or sender.is_bot or _is_masked(update):
        raise NotForUsError
    return Happened(
        claim.id,
        chat.id,
        _chat_kind(chat),
        update.effective_message.message_id if update.effective_message else 0,
        Sender(sender.id, clean_name(_full_name(sender)), sender.language_code or ""),
        Instant(claim.received_at),
        _event(update),
    )


def _event(update: Update) -> Event:
    for rule in RULES:
        accepted = rule.handler.check_update(update)
        if accepted is not None and accepted is not False:
            return rule.read(update)
    raise NotForUsError


def _command(update: Update) -> Event:
    text = clean(_message(update).text or "")
    first, _, argument = text.partition(" ")
    return Commanded(first[1:].partition("@")[0].lower(), argument.strip())


def _typed(update: Update) -> Event:
    return Typed(clean(_message(update).text or ""))


def _edited(update: Update) -> Event:
    message = update.edited_message
    return Edited(clean((message and (message.text or message.caption)) or ""))


def _file(update: Update) -> Event:
    message = _message(update)
    album = message.media_group_id or ""
    return SentFile(_attachment(message), clean(message.caption or ""), album)


def _attachment(message: Message) -> Attachment:
    if message.photo:
        largest = message.photo[-1]
        return _as_attachment(AttachmentKind.PHOTO, largest)
    for kind in (AttachmentKind.VIDEO, AttachmentKind.VOICE, AttachmentKind.DOCUMENT):
        file = getattr(message, kind.value)
        if file:
            return _as_attachment(kind, file)
    raise NotForUsError


def _as_attachment(kind: AttachmentKind, file: Any) -> Attachment:  # noqa: ANN401 - four types of the library
    claimed = getattr(file, "mime_type", None) or ""
    return Attachment(kind, file.file_id, file.file_unique_id, file.file_size or 0, claimed)


def _place(update: Update) -> Event:
    message = _message(update)
    place = message.venue.location if message.venue else message.location
    assert place is not None  # noqa: S101 - the filter has seen it
    is_live = message.venue is None and message.forward_origin is None
    accuracy = float(place.horizontal_accuracy or 0)
    return SharedPlace(place.latitude, place.longitude, accuracy, is_live)


def _contact(update: Update) -> Event:
    message = _message(update)
    contact, sender = message.contact, message.from_user
    assert contact is not None  # noqa: S101 - the filter has seen it
    is_own = sender is not None and contact.user_id == sender.id
    return SharedContact(clean(contact.phone_number), is_own)


def _other(update: Update) -> Event:
    attachment = _message(update).effective_attachment
    return SentOther(type(attachment).__name__.lower() if attachment else "other")


def _pressed(update: Update) -> Event:
    query = update.callback_query
    assert isinstance(query, CallbackQuery)  # noqa: S101 - the handler has seen it
    return Pressed(query.id, query.data or "")


def _membership(update: Update) -> Event:
    change = update.my_chat_member
    assert change is not None  # noqa: S101 - the handler has seen it
    gone = {ChatMember.BANNED, ChatMember.LEFT}
    return BlockedBot() if change.new_chat_member.status in gone else UnblockedBot()


def _message(update: Update) -> Message:
    message = update.message
    assert message is not None  # noqa: S101 - every rule below starts from a message
    return message


def _is_masked(update: Update) -> bool:
    """Somebody who speaks as a chat or through another bot has a made-up sender."""
    message = update.message or update.edited_message
    return message is not None and (message.sender_chat is not None or message.via_bot is not None)


def _chat_kind(chat: Chat) -> ChatKind:
    if chat.type == Chat.PRIVATE:
        return ChatKind.PRIVATE
    return ChatKind.GROUP if chat.type in {Chat.GROUP, Chat.SUPERGROUP} else ChatKind.OTHER


def _full_name(sender: User) -> str:
    return f"{sender.first_name} {sender.last_name or ''}".strip()


async def _never_called(_update: Update, _context: object) -> None:
    """Only the handlers' judgement is used: what follows belongs into the turn."""


def _message_rule(accepted: filters.BaseFilter, read: Reader) -> Rule:
    new = filters.UpdateType.MESSAGE & accepted
    return Rule(MessageHandler(new, _never_called, block=True), read)


_FILES = filters.PHOTO | filters.VIDEO | filters.VOICE | filters.Document.ALL
_SERVICE = filters.StatusUpdate.ALL
RULES = (
    Rule(CallbackQueryHandler(_never_called), _pressed),
    _message_rule(filters.COMMAND, _command),
    _message_rule(filters.TEXT, _typed),
    _message_rule(filters.ANIMATION, _other),
    _message_rule(_FILES, _file),
    _message_rule(filters.LOCATION | filters.VENUE, _place),
    _message_rule(filters.CONTACT, _contact),
    _message_rule(filters.ALL & ~_SERVICE, _other),
    Rule(MessageHandler(filters.UpdateType.EDITED_MESSAGE, _never_called), _edited),
    Rule(ChatMemberHandler(_never_called, ChatMemberHandler.MY_CHAT_MEMBER), _membership),
)
