"""A form that we write is read back as it was by a library that others wrote."""

from email.message import Message
from email.parser import BytesParser
from typing import cast

import orjson
from hypothesis import given
from hypothesis import strategies as st

from handlers.multipart import Form, Upload, as_form


def parts_of(form: Form) -> dict[str, Message]:
    """Read a form with Python's own parser of MIME."""
    raw = f"Content-Type: {form.content_type}\r\n\r\n".encode() + form.body
    read = BytesParser().parsebytes(raw)
    assert read.is_multipart()
    assert not read.defects
    parts = cast("list[Message]", read.get_payload())
    return {str(part.get_param("name", header="content-disposition")): part for part in parts}


@given(st.binary(max_size=400))
def test_any_bytes_arrive_as_they_are(content: bytes) -> None:
    form = as_form({}, Upload("picture", "card.png", "image/png", content))
    assert form.body.count(content) >= 1
    head, _, rest = form.body.partition(b"\r\n\r\n")
    boundary = head.split(b"\r\n")[0]
    assert rest == content + b"\r\n" + boundary + b"--\r\n"


def test_texts_go_as_texts_and_the_rest_as_json() -> None:
    markup = {"inline_keyboard": [[{"text": "好", "url": "https://a.example/"}]]}
    upload = Upload("picture", "card.png", "image/png", b"\x89PNG")
    given_: dict[str, object] = {
        "chat_id": 7,
        "caption": "失业登记\n<b>",
        "reply_markup": markup,
        "photo": upload.reference,
    }
    parts = parts_of(as_form(given_, upload))
    said = {name: cast("bytes", part.get_payload(decode=True)) for name, part in parts.items()}
    assert said.pop("picture") == b"\x89PNG"
    assert said.pop("caption").decode() == "失业登记\n<b>"
    assert said.pop("photo") == b"attach://picture"
    assert {name: orjson.loads(text) for name, text in said.items()} == {
        "chat_id": 7,
        "reply_markup": markup,
    }
    assert parts["picture"].get_filename() == "card.png"
    assert parts["picture"].get_content_type() == "image/png"
