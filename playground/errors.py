"""How Telegram refuses: a code, a description, and sometimes what to do instead."""

from dataclasses import dataclass

from playground.wire import Wire


@dataclass(slots=True)
class BotApiError(Exception):
    """An answer with ok=false."""

    code: int
    description: str
    parameters: Wire | None = None

    def wire(self) -> Wire:
        """Write the body of the answer."""
        body: Wire = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad_request(reason: str) -> BotApiError:
    """Refuse what cannot be."""
    return BotApiError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> BotApiError:
    """Refuse what the bot may not do."""
    return BotApiError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> BotApiError:
    """Two callers want the same thing."""
    return BotApiError(409, f"Conflict: {reason}")


def too_many_requests(seconds: int) -> BotApiError:
    """Make the bot wait."""
    description = f"Too Many Requests: retry after {seconds}"
    return BotApiError(429, description, {"retry_after": seconds})


def upgraded(new_chat_id: int) -> BotApiError:
    """Say under which id the group lives on."""
    description = "Bad Request: group chat was upgraded to a supergroup chat"
    return BotApiError(400, description, {"migrate_to_chat_id": new_chat_id})
