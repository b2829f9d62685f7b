"""The objects that a bot may send along, field by field."""

from playground.kinds import (
    Boolean,
    Fields,
    File,
    Integer,
    ListOf,
    Number,
    OneOf,
    Shape,
    Text,
    Variants,
    Whichever,
)

TEXT, INTEGER, NUMBER, BOOLEAN = Text(), Integer(), Number(), Boolean()
NOTHING: Fields = {}

USER = Shape(
    "User",
    {"id": INTEGER},
    {
        "is_bot": BOOLEAN,
        "first_name": TEXT,
        "last_name": TEXT,
        "username": TEXT,
        "language_code": TEXT,
    },
)
MESSAGE_ENTITY = Shape(
    "MessageEntity",
    {"type": TEXT, "offset": INTEGER, "length": INTEGER},
    {"url": TEXT, "user": USER, "language": TEXT, "custom_emoji_id": TEXT},
)
LINK_PREVIEW_OPTIONS = Shape(
    "LinkPreviewOptions",
    NOTHING,
    {
        "is_disabled": BOOLEAN,
        "url": TEXT,
        "prefer_small_media": BOOLEAN,
        "prefer_large_media": BOOLEAN,
        "show_above_text": BOOLEAN,
    },
)
REPLY_PARAMETERS = Shape(
    "ReplyParameters",
    {"message_id": INTEGER},
    {
        "chat_id": INTEGER,
        "allow_sending_without_reply": BOOLEAN,
        "quote": TEXT,
        "quote_parse_mode": TEXT,
        "quote_entities": ListOf(MESSAGE_ENTITY),
        "quote_position": INTEGER,
    },
)

WEB_APP = Shape("WebAppInfo", {"url": TEXT}, NOTHING)
BUTTON_STYLE = OneOf(frozenset({"danger", "success", "primary"}))
INLINE_BUTTON = Shape(
    "InlineKeyboardButton",
    {"text": TEXT},
    {
        "icon_custom_emoji_id": TEXT,
        "style": BUTTON_STYLE,
        "url": TEXT,
        "callback_data": TEXT,
        "web_app": WEB_APP,
        "copy_text": Shape("CopyTextButton", {"text": TEXT}, NOTHING),
    },
)
REPLY_BUTTON = Shape(
    "KeyboardButton",
    {"text": TEXT},
    {
        "icon_custom_emoji_id": TEXT,
        "style": BUTTON_STYLE,
        "request_contact": BOOLEAN,
        "request_location": BOOLEAN,
        "web_app": WEB_APP,
    },
)
INLINE_KEYBOARD = Shape(
    "InlineKeyboardMarkup", {"inline_keyboard": ListOf(ListOf(INLINE_BUTTON))}, NOTHING
)
REPLY_KEYBOARD = Shape(
    "ReplyKeyboardMarkup",
    {"keyboard": ListOf(ListOf(REPLY_BUTTON))},
    {
        "is_persistent": BOOLEAN,
        "resize_keyboard": BOOLEAN,
        "one_time_keyboard": BOOLEAN,
        "input_field_placeholder": TEXT,
        "selective": BOOLEAN,
    },
)
REMOVE_KEYBOARD = Shape(
    "ReplyKeyboardRemove", {"remove_keyboard": BOOLEAN}, {"selective": BOOLEAN}
)
FORCE_REPLY = Shape(
    "ForceReply",
    {"force_reply": BOOLEAN},
    {"input_field_placeholder": TEXT, "selective": BOOLEAN},
)
REPLY_MARKUP = Whichever(
    {
        "inline_keyboard": INLINE_KEYBOARD,
        "keyboard": REPLY_KEYBOARD,
        "remove_keyboard": REMOVE_KEYBOARD,
        "force_reply": FORCE_REPLY,
    }
)

BOT_COMMAND = Shape("BotCommand", {"command": TEXT, "description": TEXT}, NOTHING)
_TYPE: Fields = {"type": TEXT}
_CHAT: Fields = {"type": TEXT, "chat_id": INTEGER}
BOT_COMMAND_SCOPE = Variants(
    "type",
    {
        "default": Shape("BotCommandScopeDefault", _TYPE, NOTHING),
        "all_private_chats": Shape("BotCommandScopeAllPrivateChats", _TYPE, NOTHING),
        "all_group_chats": Shape("BotCommandScopeAllGroupChats", _TYPE, NOTHING),
        "all_chat_administrators": Shape("BotCommandScopeAllChatAdministrators", _TYPE, NOTHING),
        "chat": Shape("BotCommandScopeChat", _CHAT, NOTHING),
        "chat_administrators": Shape("BotCommandScopeChatAdministrators", _CHAT, NOTHING),
        "chat_member": Shape("BotCommandScopeChatMember", {**_CHAT, "user_id": INTEGER}, NOTHING),
    },
)
MENU_BUTTON = Variants(
    "type",
    {
        "commands": Shape("MenuButtonCommands", _TYPE, NOTHING),
        "web_app": Shape(
            "MenuButtonWebApp", {"type": TEXT, "text": TEXT, "web_app": WEB_APP}, NOTHING
        ),
        "default": Shape("MenuButtonDefault", _TYPE, NOTHING),
    },
)
REACTION_TYPE = Variants(
    "type",
    {
        "emoji": Shape("ReactionTypeEmoji", {"type": TEXT, "emoji": TEXT}, NOTHING),
        "custom_emoji": Shape(
            "ReactionTypeCustomEmoji", {"type": TEXT, "custom_emoji_id": TEXT}, NOTHING
        ),
    },
)

_CAPTION: Fields = {
    "caption": TEXT,
    "parse_mode": TEXT,
    "caption_entities": ListOf(MESSAGE_ENTITY),
}
_MEDIA: Fields = {"type": TEXT, "media": File()}
INPUT_PHOTO = Shape(
    "InputMediaPhoto",
    _MEDIA,
    {**_CAPTION, "show_caption_above_media": BOOLEAN, "has_spoiler": BOOLEAN},
)
INPUT_DOCUMENT = Shape(
    "InputMediaDocument",
    _MEDIA,
    {**_CAPTION, "thumbnail": File(), "disable_content_type_detection": BOOLEAN},
)
INPUT_VIDEO = Shape(
    "InputMediaVideo",
    _MEDIA,
    {
        **_CAPTION,
        "show_caption_above_media": BOOLEAN,
        "has_spoiler": BOOLEAN,
        "width": INTEGER,
        "height": INTEGER,
        "duration": INTEGER,
        "supports_streaming": BOOLEAN,
    },
)
INPUT_MEDIA = Variants(
    "type", {"photo": INPUT_PHOTO, "document": INPUT_DOCUMENT, "video": INPUT_VIDEO}
)
INPUT_POLL_OPTION = Shape(
    "InputPollOption",
    {"text": TEXT},
    {"text_parse_mode": TEXT, "text_entities": ListOf(MESSAGE_ENTITY)},
)
