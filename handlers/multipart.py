"""A file and parameters as one multipart/form-data body (RFC 7578), as uploads want it."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass

import orjson

BOUNDARY_BYTES = 18


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that goes along; a parameter names it as `attach://<name>`."""

    name: str
    file_name: str
    mime_type: str
    content: bytes

    @property
    def reference(self) -> str:
        """What stands in the parameter."""
        return f"attach://{self.name}"


@dataclass(frozen=True, slots=True)
class Form:
    """A body with its content type."""

    content_type: str
    body: bytes


def as_form(parameters: Mapping[str, object], upload: Upload) -> Form:
    """Return the body; what is no text goes along as JSON, as the Bot API reads it."""
    boundary = secrets.token_hex(BOUNDARY_BYTES)
    parts = [_part(boundary, f'name="{name}"', _text(value)) for name, value in parameters.items()]
    about = f'name="{upload.name}"; filename="{upload.file_name}"'
    parts.append(_part(boundary, about, upload.content, upload.mime_type))
    body = b"".join(parts) + f"--{boundary}--\r\n".encode()
    return Form(f"multipart/form-data; boundary={boundary}", body)


def _text(value: object) -> bytes:
    return value.encode() if isinstance(value, str) else orjson.dumps(value)


def _part(boundary: str, about: str, content: bytes, mime_type: str = "") -> bytes:
    kind = f"Content-Type: {mime_type}\r\n" if mime_type else ""
    head = f"--{boundary}\r\nContent-Disposition: form-data; {about}\r\n{kind}\r\n"
    return head.encode() + content + b"\r\n"
