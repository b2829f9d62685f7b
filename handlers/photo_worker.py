"""The process that measures photos: frames with a length come in, one line of JSON goes out."""

import resource
import sys
import warnings

import orjson
from PIL import Image

from handlers.photo_check import LENGTH_BYTES
from handlers.photo_measuring import measure

MOST_MEMORY = 1_500_000_000


def main() -> None:
    """Measure until the other side closes; a hostile picture has little memory to fill."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    warnings.simplefilter("ignore")
    Image.MAX_IMAGE_PIXELS = None  # our own limit is lower, and stands before every decoding
    while True:
        head = sys.stdin.buffer.read(LENGTH_BYTES)
        if len(head) < LENGTH_BYTES:
            return
        content = sys.stdin.buffer.read(int.from_bytes(head))
        sys.stdout.buffer.write(orjson.dumps(measure(content)) + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
