"""What a file really is, by its first bytes; its name and its claimed type are not believed."""

from dataclasses import dataclass
from enum import StrEnum


class FileKind(StrEnum):
    """Kinds that are told apart; everything else is other."""

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    GIF = "gif"
    TIFF = "tiff"
    HEIC = "heic"
    PDF = "pdf"
    ZIP = "zip"
    EMPTY = "empty"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class _Beginning:
    """Bytes that stand at an offset in files of a kind."""

    kind: FileKind
    at: int
    bytes_: bytes


_BEGINNINGS = (
    _Beginning(FileKind.JPEG, 0, b"\xff\xd8\xff"),
    _Beginning(FileKind.PNG, 0, b"\x89PNG\r\n\x1a\n"),
    _Beginning(FileKind.WEBP, 8, b"WEBP"),
    _Beginning(FileKind.GIF, 0, b"GIF8"),
    _Beginning(FileKind.TIFF, 0, b"II*\x00"),
    _Beginning(FileKind.TIFF, 0, b"MM\x00*"),
    *(
        _Beginning(FileKind.HEIC, 4, b"ftyp" + brand)
        for brand in (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif")
    ),
    _Beginning(FileKind.PDF, 0, b"%PDF-"),
    _Beginning(FileKind.ZIP, 0, b"PK\x03\x04"),
)
_PICTURES = frozenset(
    {FileKind.JPEG, FileKind.PNG, FileKind.WEBP, FileKind.GIF, FileKind.TIFF, FileKind.HEIC}
)
_A_PICTURE = "image/"
# Which kinds may stand behind a claimed type (MIME); a type that is not here claims nothing.
_CLAIMS = {
    "application/pdf": frozenset({FileKind.PDF}),
    "application/zip": frozenset({FileKind.ZIP}),
}


def kind_of(content: bytes) -> FileKind:
    """Tell what a file is."""
    if not content:
        return FileKind.EMPTY
    fitting = (each.kind for each in _BEGINNINGS if content.startswith(each.bytes_, each.at))
    return next(fitting, FileKind.OTHER)


def tells_the_truth(claimed: str, kind: FileKind) -> bool:
    """Whether a file is what it is claimed to be; without a claim there is no lie.

    One kind of picture may be called another: phones and chats rename them without harm.
    """
    claim = claimed.lower()
    if claim.startswith(_A_PICTURE):
        return kind in _PICTURES
    return kind in _CLAIMS.get(claim, frozenset(FileKind))
