"""The picture of a verdict as it is asked for at the bot: it says what the text says."""

import json

import pytest
from PIL import ImageColor

from messages.pictures.canvas import BAD, DOUBT, GOOD
from tests.handlers.test_pictures import image_of, pictures_of
from tests.handlers.transcripts import Stage

# What is answered to the four questions, the colour of the picture, how many doubts stand on it.
ROWS = [
    ("不清楚 不清楚 不清楚 不清楚", DOUBT, 4),
    ("不清楚 不是 是 不是", DOUBT, 1),
    ("是 不是 是 不清楚", GOOD, 1),
    ("是 不是 是 不是", GOOD, 0),
]


@pytest.mark.parametrize(("answers", "colour", "doubts"), ROWS)
async def test_the_picture_doubts_what_the_text_doubts(
    stage: Stage, answers: str, colour: str, doubts: int
) -> None:
    told = "\n".join(f"罗建华: {each}" for each in answers.split())
    await stage.play(f"""
    罗建华: 老年证
    {told}
    罗建华: [✅ 都有了]
    """)
    await _show(stage)
    (message,) = pictures_of(stage.street, "罗建华")
    assert image_of(stage.street, message).convert("RGB").getpixel((4, 4)) == ImageColor.getrgb(
        colour
    )
    assert len(_told(stage)["unsure"]) == doubts


async def test_a_missing_paper_weighs_more_than_a_doubt(stage: Stage) -> None:
    await stage.play("""
    罗建华: 老年证
    罗建华: 不清楚
    罗建华: 不是
    罗建华: 是
    罗建华: 不是
    罗建华: [有的没有]
    罗建华: 没有
    罗建华: [有]
    """)
    await _show(stage)
    (message,) = pictures_of(stage.street, "罗建华")
    assert image_of(stage.street, message).convert("RGB").getpixel((4, 4)) == ImageColor.getrgb(
        BAD
    )


async def _show(stage: Stage) -> None:
    """Answer whether anything may be kept, where that is asked, and ask for the picture."""
    labels = [each["text"] for each in stage.street.said_to("罗建华")[-1].buttons()]
    keeping = "罗建华: [不用记]" if "不用记" in labels else ""
    await stage.play(f"""
    {keeping}
    罗建华: [做成图片发家人]
      → 老年优待证：这张图可以转发给家里人看
    """)


def _told(stage: Stage) -> dict[str, list[object]]:
    """Return what the picture was drawn from."""
    written = stage.street.value("SELECT content FROM outbox WHERE kind = 'picture'")
    told: dict[str, list[object]] = json.loads(str(written))["parameters"]
    return told
