"""The file of the grids (`grids.geojson`) as features, each with the line on which it begins."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.community_fields import BadItemError

FILE = "grids.geojson"
_BEGIN = re.compile(r'"features"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")


@dataclass(frozen=True, slots=True)
class Feature:
    """Whatever stands in the list of features, and its line."""

    line: int
    content: Any


def features(text: str) -> Iterator[Feature]:
    """Yield the features of a file that is JSON already; none when it has no list of them."""
    begin, decoder = _BEGIN.search(text), json.JSONDecoder()
    at = begin.end() if begin else len(text)
    while at < len(text):
        between = _BETWEEN.match(text, at)
        at = between.end() if between else at
        if text.startswith("]", at):
            return
        line = text.count("\n", 0, at) + 1
        content, at = decoder.raw_decode(text, at)
        yield Feature(line, content)


def grid(feature: Feature) -> dict[str, Any]:
    """Return a grid's properties and its outline, or raise BadItemError."""
    try:
        properties, outline = feature.content["properties"], feature.content["geometry"]
        if outline["type"] != "Polygon":
            raise BadItemError("not_a_polygon", "type", str(outline["type"]))
        return {**properties, "code": str(properties["code"]), "ring": outline["coordinates"][0]}
    except KeyError as error:
        raise BadItemError("missing", str(error.args[0])) from error
    except (TypeError, IndexError) as error:
        raise BadItemError("wrong_form", FILE) from error
