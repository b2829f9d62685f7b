"""A file is what its first bytes say, whatever it is called."""

from bot.file_kinds import FileKind, kind_of, tells_the_truth
from tests.rows import each_of

KINDS = [
    (b"", "empty"),
    (b"\xff\xd8\xff\xe0\x00\x10JFIF", "jpeg"),
    (b"\x89PNG\r\n\x1a\n....", "png"),
    (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "webp"),
    (b"GIF89a", "gif"),
    (b"II*\x00", "tiff"),
    (b"\x00\x00\x00\x18ftypheic", "heic"),
    (b"\x00\x00\x00\x18ftypmif1", "heic"),
    (b"\x00\x00\x00\x18ftypisom", "other"),
    (b"%PDF-1.7", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"MZ\x90\x00", "other"),
    (b"\xff", "other"),
    ("照片".encode(), "other"),
]


@each_of(KINDS)
def test_kinds_are_told_by_content(content: bytes, kind: str) -> None:
    assert kind_of(content) == kind


# Each row: the claimed type, what the file is, and whether that is the truth.
CLAIMS = [
    ("image/jpeg", FileKind.JPEG, "true"),
    ("IMAGE/JPEG", FileKind.JPEG, "true"),
    ("image/jpeg", FileKind.ZIP, "a lie"),
    ("image/jpeg", FileKind.PNG, "true"),
    ("image/jpeg", FileKind.HEIC, "true"),
    ("image/jpeg", FileKind.PDF, "a lie"),
    ("image/svg+xml", FileKind.OTHER, "a lie"),
    ("application/pdf", FileKind.JPEG, "a lie"),
    ("image/png", FileKind.OTHER, "a lie"),
    ("application/pdf", FileKind.PDF, "true"),
    ("application/pdf", FileKind.OTHER, "a lie"),
    ("", FileKind.ZIP, "true"),
    ("application/octet-stream", FileKind.JPEG, "true"),
]


@each_of(CLAIMS)
def test_a_claim_is_compared_with_the_content(claimed: str, kind: FileKind, truth: str) -> None:
    assert tells_the_truth(claimed, kind) == (truth == "true")
