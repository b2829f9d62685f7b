"""Who there is: people and the bot."""

from dataclasses import dataclass

from playground.wire import Wire, present


@dataclass(frozen=True, slots=True)
class Account:
    """One user of Telegram, human or bot."""

    id: int
    first_name: str
    is_bot: bool = False
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None

    def wire(self) -> Wire:
        """Write the User object."""
        return present(
            id=self.id,
            is_bot=self.is_bot,
            first_name=self.first_name,
            last_name=self.last_name,
            username=self.username,
            language_code=self.language_code,
        )

    def chat_wire(self) -> Wire:
        """Write the private chat with this account."""
        return present(
            id=self.id,
            first_name=self.first_name,
            last_name=self.last_name,
            username=self.username,
            type="private",
        )


@dataclass(slots=True)
class Person:
    """A human account and how it stands with the bot."""

    account: Account
    title: dict[str, str]
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    phone_number: str = "+8613800000000"
