"""Texts: parse modes with Telegram's own complaints, UTF-16 units, limits, automatic links."""

import pytest

from playground.phones import Phone
from playground.wire import Wire
from tests.playground.client import Client

_CANNOT = "400 Bad Request: can't parse entities: "

# Each row: HTML, and the complaint about it.
BROKEN_HTML = [
    ("<x>a</x>", 'Unsupported start tag "x" at byte offset 0'),
    ("栋<x>", 'Unsupported start tag "x" at byte offset 3'),
    ("<p>a</p>", 'Unsupported start tag "p" at byte offset 0'),
    ("a <br> b", 'Unsupported start tag "br" at byte offset 2'),
    ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
    ("<b><i>a</b>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ("a</b>", "Unexpected end tag at byte offset 1"),
    ("3 < 4", 'Unsupported start tag "" at byte offset 2'),
    ("水位<3米", "Unclosed start tag at byte offset 6"),
    ("<b", "Unclosed start tag at byte offset 0"),
    ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
]

# Each row: HTML, the text that is shown, and its entities as (type, offset, length).
GOOD_HTML = [
    ("<b>好</b>", "好", [("bold", 0, 1)]),
    ("😀<i>a</i>", "😀a", [("italic", 2, 1)]),
    ("👨‍👩‍👧<b>家</b>", "👨‍👩‍👧家", [("bold", 8, 1)]),
    ("&lt;b&gt; &amp; &quot;&#33;", '<b> & "!', []),
    ("&copy; &nbsp;", "&copy; &nbsp;", []),
    ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
    ("<strong>a</strong><em>b</em>", "ab", [("bold", 0, 1), ("italic", 1, 1)]),
    ('<pre><code class="language-py">x</code></pre>', "x", [("pre", 0, 1)]),
    ("<tg-spoiler>x</tg-spoiler>", "x", [("spoiler", 0, 1)]),
    ("<blockquote>x</blockquote>", "x", [("blockquote", 0, 1)]),
    ("  <b> a </b>  ", "a", [("bold", 0, 1)]),
    ("<b></b>a", "a", []),
    ("<code>/help</code> /help", "/help /help", [("code", 0, 5), ("bot_command", 6, 5)]),
]


def _entities(message: Wire) -> list[tuple[str, int, int]]:
    return [(e["type"], e["offset"], e["length"]) for e in message.get("entities", [])]


@pytest.mark.parametrize(("html", "complaint"), BROKEN_HTML)
async def test_broken_html_is_refused_in_telegrams_words(
    client: Client, phone: Phone, html: str, complaint: str
) -> None:
    given = {"chat_id": phone.user_id, "text": html, "parse_mode": "HTML"}
    assert await client.refusal("sendMessage", **given) == _CANNOT + complaint


@pytest.mark.parametrize(("html", "text", "entities"), GOOD_HTML)
async def test_html_becomes_text_and_entities(
    client: Client, phone: Phone, html: str, text: str, entities: list[tuple[str, int, int]]
) -> None:
    sent = await client.call("sendMessage", chat_id=phone.user_id, text=html, parse_mode="HTML")
    assert (sent["text"], _entities(sent)) == (text, entities)


# Each row: MarkdownV2, and either the text or the complaint.
MARKDOWN = [
    ("*好*", "好", ""),
    ("1\\. a", "1. a", ""),
    ("1. a", "", "Character '.' is reserved and must be escaped with the preceding '\\'"),
    ("*a", "", "Can't find end of Bold entity at byte offset 0"),
    ("3 \\> 2", "3 > 2", ""),
    ("a-b", "", "Character '-' is reserved and must be escaped with the preceding '\\'"),
]


@pytest.mark.parametrize(("markdown", "text", "complaint"), MARKDOWN)
async def test_markdown_is_as_strict(
    client: Client, phone: Phone, markdown: str, text: str, complaint: str
) -> None:
    given = {"chat_id": phone.user_id, "text": markdown, "parse_mode": "MarkdownV2"}
    if complaint:
        assert await client.refusal("sendMessage", **given) == _CANNOT + complaint
    else:
        assert (await client.call("sendMessage", **given))["text"] == text


async def test_an_unknown_parse_mode_is_refused(client: Client, phone: Phone) -> None:
    given = {"chat_id": phone.user_id, "text": "a", "parse_mode": "Markup"}
    assert await client.refusal("sendMessage", **given) == (
        "400 Bad Request: unsupported parse_mode"
    )


_KEYBOARD_40 = {"inline_keyboard": [[{"text": "x", "callback_data": "栋" * 21}]]}
_KEYBOARD_64 = {"inline_keyboard": [[{"text": "x", "callback_data": "栋" * 21 + "x"}]]}
_KEYBOARD_65 = {"inline_keyboard": [[{"text": "x", "callback_data": "栋" * 21 + "xx"}]]}
_NO_DATA: Wire = {"inline_keyboard": [[{"text": "x", "callback_data": ""}]]}

# Each row: what is sent, and the refusal; "" where it is taken.
LIMITS: list[tuple[str, Wire, str]] = [
    ("sendMessage", {"text": ""}, "message text is empty"),
    ("sendMessage", {"text": " \n "}, "text must be non-empty"),
    ("sendMessage", {"text": "a" * 4096}, ""),
    ("sendMessage", {"text": "a" * 4097}, "message is too long"),
    ("sendMessage", {"text": "😀" * 2048}, ""),
    ("sendMessage", {"text": "😀" * 2048 + "a"}, "message is too long"),
    ("sendMessage", {"text": "<b>" + "a" * 4096 + "</b>", "parse_mode": "HTML"}, ""),
    ("sendMessage", {"text": "a", "reply_markup": _KEYBOARD_40}, ""),
    ("sendMessage", {"text": "a", "reply_markup": _KEYBOARD_64}, ""),
    ("sendMessage", {"text": "a", "reply_markup": _KEYBOARD_65}, "BUTTON_DATA_INVALID"),
    ("sendMessage", {"text": "a", "reply_markup": _NO_DATA}, "BUTTON_DATA_INVALID"),
    ("sendPoll", {"question": "?", "options": ["1"]}, "poll must have at least 2 option"),
    ("sendPoll", {"question": "?" * 301, "options": ["1", "2"]}, "poll question must be"),
    ("sendLocation", {"latitude": 91, "longitude": 0}, "wrong location specified"),
    ("sendLocation", {"latitude": 0, "longitude": 0}, ""),
]


@pytest.mark.parametrize(("method", "given", "words"), LIMITS)
async def test_limits(client: Client, phone: Phone, method: str, given: Wire, words: str) -> None:
    given = {"chat_id": phone.user_id, **given}
    if words:
        assert (await client.refusal(method, **given)).startswith(f"400 Bad Request: {words}")
    else:
        assert (await client.call(method, **given))["message_id"]


# Each row: what somebody types, and what the bot is told about it.
TYPED = [
    ("/start b_1", [("bot_command", 0, 6)]),
    ("😀 /help", [("bot_command", 3, 5)]),
    ("见 https://a.example/b。", [("url", 2, 19)]),
    ("@xiaoxiang_bot 你好", [("mention", 0, 14)]),
    ("#下水道 堵了", [("hashtag", 0, 4)]),
    ("a@b.example", [("email", 0, 11)]),
    ("3栋/2单元", []),
]


@pytest.mark.parametrize(("text", "entities"), TYPED)
async def test_what_is_typed_carries_entities_in_utf16_units(
    client: Client, phone: Phone, text: str, entities: list[tuple[str, int, int]]
) -> None:
    phone.type(text)
    (update,) = await client.updates()
    assert update["message"]["text"] == text
    assert _entities(update["message"]) == entities


async def test_a_text_that_is_too_long_is_sent_in_pieces(client: Client, phone: Phone) -> None:
    phone.type("a" * 4097)
    assert [len(u["message"]["text"]) for u in await client.updates()] == [4096, 1]


@pytest.mark.parametrize(
    ("typed", "heard"), [("a\0b", "a b"), ("a\r\nb", "a\nb"), ("\u2028a", "a")]
)
async def test_control_characters_are_cleaned_away(
    client: Client, phone: Phone, typed: str, heard: str
) -> None:
    phone.type(typed)
    (update,) = await client.updates()
    assert update["message"]["text"] == heard


async def test_a_deep_link_becomes_a_command_with_its_payload(
    client: Client, stranger: Phone
) -> None:
    stranger.start("b_riverside_3-2")
    (update,) = await client.updates()
    assert update["message"]["text"] == "/start b_riverside_3-2"
    assert _entities(update["message"]) == [("bot_command", 0, 6)]
