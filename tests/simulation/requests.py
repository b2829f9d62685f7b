"""What a request to Telegram says: its words and its buttons."""

from tests.simulation.updates import Json


def body_of(parameters: Json) -> str:
    """Return the words of a request."""
    media = parameters.get("media")
    if isinstance(media, dict):
        return str(media.get("caption", ""))
    words = parameters.get("text", parameters.get("caption", parameters.get("title", "")))
    return str(words)


def keyboard_of(parameters: Json) -> list[list[dict[str, str]]]:
    """Return the inline buttons of a request."""
    markup = parameters.get("reply_markup")
    rows = markup.get("inline_keyboard", []) if isinstance(markup, dict) else []
    return [[dict(button) for button in row] for row in rows]


def file_of(parameters: Json) -> str:
    """Return the id of the file that a request shows; empty when it shows none."""
    media = parameters.get("media")
    if isinstance(media, dict):
        return str(media.get("media", ""))
    return str(parameters.get("photo") or parameters.get("document") or "")
