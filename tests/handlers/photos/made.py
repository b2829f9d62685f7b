"""Photos that tests make: a printed page, and all that can happen to it on the way to the bot."""

import struct
import zipfile
import zlib
from functools import cache
from io import BytesIO

import numpy as np
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter

from messages.pictures.fonts import font

A4 = (1654, 2339)
LINE = "解除劳动合同证明 兹有我单位职工因个人原因于 2026 年 11 月 20 日解除合同"


@cache
def page(shade: int = 225) -> Image.Image:
    """Return a printed page, as a phone sees it in good light."""
    image = Image.new("RGB", A4, (shade, shade, shade))
    draw = ImageDraw.Draw(image)
    draw.text((420, 140), "证 明 书", (30, 30, 30), font(120))
    for number in range(34):
        draw.text((150, 360 + number * 54), LINE[: 34 - number % 5], (40, 40, 40), font(40))
    return image


def on_table(share: float = 0.8) -> Image.Image:
    """Return a page that lies on a dark table and takes a share of the picture."""
    table = Image.new("RGB", A4, (70, 52, 40))
    size = (round(A4[0] * share), round(A4[1] * share))
    table.paste(page().resize(size), ((A4[0] - size[0]) // 2, (A4[1] - size[1]) // 2))
    return table


def blurred(radius: float) -> Image.Image:
    """Return a page out of focus."""
    return page().filter(ImageFilter.GaussianBlur(radius))


def darkened(light: float) -> Image.Image:
    """Return a page in so much of the good light."""
    return ImageEnhance.Brightness(page()).enhance(light)


def glared(radius: int) -> Image.Image:
    """Return a page with the lamp reflected in it."""
    image = page().copy()
    draw = ImageDraw.Draw(image)
    draw.ellipse((800 - radius, 1100 - radius, 800 + radius, 1100 + radius), (255, 255, 255))
    return image


def shrunk(long_side: int) -> Image.Image:
    """Return a page in fewer pixels."""
    image = page().copy()
    image.thumbnail((long_side, long_side))
    return image


@cache
def thumb() -> bytes:
    """Return a thumb before the lens: skin, no detail, and almost 20 MB of the sensor's noise."""
    random = np.random.default_rng(7)
    height, width = 3000, 4000
    slope = np.linspace(-12, 12, width, dtype=np.float32)
    noise = random.normal(0, 4, (height, width, 3)).astype(np.float32)
    skin = np.array((205, 150, 125), dtype=np.float32) + slope[None, :, None] + noise
    image = Image.fromarray(np.clip(skin, 0, 255).astype(np.uint8))
    written = BytesIO()
    image.save(written, "JPEG", quality=100, subsampling=0)
    return written.getvalue()


def jpeg(image: Image.Image, quality: int = 85, orientation: int = 0) -> bytes:
    """Write a JPEG."""
    written, exif = BytesIO(), Image.Exif()
    if orientation:
        exif[0x0112] = orientation
    image.save(written, "JPEG", quality=quality, exif=exif)
    return written.getvalue()


def as_kind(kind: str) -> bytes:
    """Write the page as PNG or WEBP."""
    written = BytesIO()
    page().save(written, kind)
    return written.getvalue()


def bomb(width: int = 30_000, height: int = 30_000) -> bytes:
    """Return a PNG of a few bytes that claims to be huge."""
    return png_with(zlib.compress(bytes(1000)), width, height)


def png_with(data: bytes, width: int, height: int) -> bytes:
    """Return a PNG with any packed data."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*each) for each in chunks)


def zipped() -> bytes:
    """Return a ZIP archive."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("photo.txt", "no photo")
    return written.getvalue()


PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF"
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(64)


def _chunk(name: bytes, data: bytes) -> bytes:
    check = zlib.crc32(name + data)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)
