"""What people send as the photo of a paper, for the transcripts: `(dark page)`."""

import zlib
from collections.abc import Callable, Mapping

from playground.files import NewFile
from playground.phones import Phone
from tests.handlers.photos import made

Deed = Callable[[Phone, list[float], str], object]


def _file(name: str, content: Callable[[], bytes], claimed: str) -> Deed:
    """Return a deed that sends a file; what it is called need not be what it is."""
    return lambda phone, _numbers, _words: phone.send_document(
        name, content=content(), mime_type=claimed
    )


def page_of(number: float) -> bytes:
    """Return a good photo that is another file for each number."""
    return made.jpeg(made.page(), 80 + int(number))


def _pages(phone: Phone, numbers: list[float], words: str) -> None:
    """Send an album of so many pages, from another one on if a second number is given."""
    first = int(numbers[1]) if len(numbers) > 1 else 0
    pages = [page_of(each) for each in range(first, first + int(numbers[0]))]
    phone.send_album(list(pages), caption=words)


def _forwarded(phone: Phone, _: list[float], words: str) -> None:
    """Forward a photo that a daughter in another city has taken."""
    stored = phone.world.files.add(
        NewFile("photo", page_of(9), "photo.jpg", "image/jpeg", 0, *made.A4)
    )
    origin = {"type": "hidden_user", "sender_user_name": "女儿", "date": 1_795_000_000}
    photo = {"photo": phone.world.files.photo_sizes(stored), "caption": words}
    phone.say(photo, {"forward_origin": origin})


def _video(phone: Phone, _numbers: list[float], _words: str) -> None:
    files = phone.world.files
    stored = files.add(NewFile("video", b"", "page.mp4", "video/mp4", 2_000_000))
    sizes = {"width": 720, "height": 1280, "duration": 4, "mime_type": "video/mp4"}
    phone.say({"video": {**files.identity(stored), **sizes, "file_size": stored.size}})


def _zeros_in_zlib() -> bytes:
    """Return a PNG of honest size whose data swell to a gigabyte when they are unpacked."""
    packer = zlib.compressobj(9)
    megabyte = bytes(1024 * 1024)
    data = b"".join(packer.compress(megabyte) for _ in range(1024)) + packer.flush()
    return made.png_with(data, 2000, 2000)


PHOTO_DEEDS: Mapping[str, Deed] = {
    "page": lambda phone, _, words: phone.send_photo(made.jpeg(made.page()), caption=words),
    "another page": lambda phone, _numbers, words: phone.send_photo(page_of(1), caption=words),
    "pages": _pages,
    "forwarded page": _forwarded,
    "video": _video,
    "small page": lambda phone, _, _words: phone.send_photo(made.jpeg(made.shrunk(450))),
    "dark page": lambda phone, _, _words: phone.send_photo(made.jpeg(made.darkened(0.2))),
    "page as file": _file("page.jpg", lambda: made.jpeg(made.page(), 86), "image/jpeg"),
    "jpeg called png": _file("page.png", lambda: made.jpeg(made.page(), 87), "image/png"),
    "zip called page": _file("page.jpg", made.zipped, "image/jpeg"),
    "pdf called page": _file("page.jpg", lambda: made.PDF, "image/jpeg"),
    "web page called page": _file("page.jpg", lambda: b"<html><script>", "image/jpeg"),
    "nothing called page": _file("page.jpg", lambda: b"", "image/jpeg"),
    "half a page": _file("page.jpg", lambda: made.jpeg(made.page())[:2000], "image/jpeg"),
    "pdf": _file("certificate.pdf", lambda: made.PDF, "application/pdf"),
    "heic": _file("IMG_0001.HEIC", lambda: made.HEIC, "image/heic"),
    "bomb": _file("page.png", made.bomb, "image/png"),
    "swelling picture": _file("page.png", _zeros_in_zlib, "image/png"),
    "thumb": _file("thumb.jpg", made.thumb, "image/jpeg"),
}
