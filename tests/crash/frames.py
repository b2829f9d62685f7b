"""What somebody sees on a phone: the newest message with buttons, and what its buttons are."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from playground.messages import StoredMessage
from playground.phones import Phone
from tests.crash.labels import Labels

LOOKED_AT = 60
"""People scroll up only so far."""


@dataclass(frozen=True)
class Frame:
    """A message of the bot with buttons; all of its buttons share a token."""

    message_id: int
    text: str
    buttons: tuple[tuple[str, str], ...]

    @property
    def token(self) -> str:
        """What tells this message's buttons from those of every other one."""
        return self.buttons[0][1].rpartition(".")[0]

    @property
    def labels(self) -> tuple[str, ...]:
        """What can be read on the buttons."""
        return tuple(label for label, _ in self.buttons)

    def has(self, label: str) -> bool:
        """Tell whether there is such a button."""
        return label in self.labels

    def answers(self, labels: Labels) -> tuple[str, ...]:
        """Return the buttons that answer the question: the straight ones, or else any."""
        answers = [each for each in self.labels if each not in labels.steering]
        straight = [each for each in answers if each not in labels.detours]
        return tuple(straight or answers)

    def data_of(self, label: str) -> str:
        """Return what a press of this button carries."""
        return dict(self.buttons)[label]


def newest_messages(phone: Phone) -> Iterator[StoredMessage]:
    """Look at the bot's messages, the newest first."""
    bot = phone.world.bot.id
    newest = islice(reversed(phone.chat().messages.values()), LOOKED_AT)
    return (message for message in newest if message.sender.id == bot)


def frames(phone: Phone) -> Iterator[Frame]:
    """Look at the messages with buttons, the newest first."""
    for message in newest_messages(phone):
        buttons = [
            (button["text"], button["callback_data"])
            for button in message.buttons()
            if "callback_data" in button
        ]
        if buttons:
            yield Frame(message.message_id, message.text, tuple(buttons))


def press(phone: Phone, frame: Frame, label: str) -> None:
    """Press a button that is seen; it may have been taken away this very moment."""
    phone.press(frame.message_id, frame.data_of(label))
