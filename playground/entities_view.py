"""Formatted text as HTML that a page may show as it is."""

from html import escape

from playground.wire import Wire

_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
}
_CLASSED = {
    "spoiler": "spoiler",
    "bot_command": "command",
    "mention": "mention",
    "text_mention": "mention",
    "hashtag": "hashtag",
}


def safe_html(text: str, entities: list[Wire]) -> str:
    """Write text with its entities as HTML; everything that people wrote is escaped."""
    points = text.encode("utf-16-le", "surrogatepass")
    opening, closing = _marks(points, entities)
    edges = sorted({0, len(points) // 2, *opening, *closing})
    pieces = []
    for start, end in zip(edges, [*edges[1:], edges[-1]], strict=True):
        pieces += closing.get(start, [])
        pieces += opening.get(start, [])
        pieces.append(escape(_part(points, start, end)))
    return "".join(pieces)


def _marks(
    points: bytes, entities: list[Wire]
) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    stack: list[int] = []
    for entity in entities:
        start, end = entity["offset"], entity["offset"] + entity["length"]
        stack = [edge for edge in stack if edge > start]
        if stack and end > stack[-1]:
            continue
        stack.append(end)
        before, after = _tags(entity, _part(points, start, end))
        opening.setdefault(start, []).append(before)
        closing.setdefault(end, []).insert(0, after)
    return opening, closing


def _tags(entity: Wire, inner: str) -> tuple[str, str]:
    kind = entity["type"]
    if kind in _TAGS:
        return f"<{_TAGS[kind]}>", f"</{_TAGS[kind]}>"
    if kind in _CLASSED:
        return f'<span class="{_CLASSED[kind]}">', "</span>"
    link = {"text_link": entity.get("url", ""), "url": inner, "email": f"mailto:{inner}"}.get(kind)
    if link is None or not link.startswith(("http://", "https://", "mailto:")):
        return "<span>", "</span>"
    return f'<a href="{escape(link)}" target="_blank" rel="noopener noreferrer">', "</a>"


def _part(points: bytes, start: int, end: int) -> str:
    return points[start * 2 : end * 2].decode("utf-16-le", "replace")
