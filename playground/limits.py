"""Telegram's numbers, with where they are from: documentation [D] or server source [S]."""

TEXT = 4096
"""UTF-16 units of a message after parsing [D]; the stricter reading of «characters»."""
CAPTION = 1024
"""UTF-16 units of a caption after parsing [D]."""
CALLBACK_DATA = 64
"""Bytes behind a button [D]."""
START_PAYLOAD = 64
"""Characters of a deep link [D]."""
TOAST = 200
"""Characters of the answer to a press [D]."""
ENTITIES = 100
"""Formatted pieces of one message; the rest is dropped silently [S]."""
KEYBOARD_BUTTONS = 100
"""Buttons of one inline keyboard [S]."""
KEYBOARD_ROW = 8
"""Inline buttons side by side [S]."""
ALBUM = range(2, 11)
"""Photos in one album [D]."""
COMMANDS = 100
"""Commands of one menu [D]."""
COMMAND_DESCRIPTION = 256
"""Characters of a command's description [D]."""
PHOTO_BYTES = 10 * 1024 * 1024
"""A photo [D]."""
PHOTO_SIDES = 10_000
"""Width plus height of a photo [D]."""
UPLOAD_BYTES = 50 * 1024 * 1024
"""Any other file that a bot sends [D]."""
DOWNLOAD_BYTES = 20 * 1024 * 1024
"""A file that a bot may fetch [D]."""
MESSAGES_AT_ONCE = 100
"""deleteMessages, copyMessages, forwardMessages [D]."""
POLL_OPTIONS = 12
"""Options of a poll [D]."""
POLL_QUESTION = 300
"""Characters of a poll's question [D]."""

UPDATE_SECONDS = 24 * 3600
"""How long an update waits for the bot [D]."""
CALLBACK_UPDATE_SECONDS = 150
"""How long a press waits for the bot [S]."""
CALLBACK_ANSWER_SECONDS = 15
"""How long a press may be answered: not documented, reports say 10 to 20."""
LONG_POLL_SECONDS = 50
"""Longest wait of getUpdates [S]."""
UPDATES_AT_ONCE = 100
"""Most updates in one answer [D]."""
DELETE_SECONDS = 48 * 3600
"""A bot deletes only younger messages [D]."""
TYPING_SECONDS = 5
"""A chat action fades [D]."""

PER_SECOND_OVERALL = 30
"""Messages a second to everybody [D]."""
PER_SECOND_CHAT = 1
"""Messages a second to one person [D]."""
CHAT_BURST = 3
"""What one person may get at once before the limit bites; «short bursts» [D]."""
PER_MINUTE_GROUP = 20
"""Messages a minute to one group [D]."""
