"""The pictures of all services in a real browser, with its real fonts: no text leaves its box."""

from itertools import product
from typing import Any

import pytest

from tests.bot.jiangwan import guide
from tests.messages.test_flow_picture import drawn
from tests.playground.browser import open_browser, reason_to_skip

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(bool(reason_to_skip()), reason=reason_to_skip()),
]
LANGUAGES = ("zh-CN", "en")
# How far each text reaches over the right edge of its box, its room for the mark left out.
MEASURE = """() => [...document.querySelectorAll('g.box')].flatMap(group => {
    const shape = group.querySelector('rect, path');
    const mark = group.querySelector('circle');
    if (!shape) return [];
    const edge = shape.getBBox().x + shape.getBBox().width;
    return [...group.querySelectorAll('text')].map(text => {
        const seen = text.getBBox();
        const limit = mark && mark.getBBox().x > seen.x ? mark.getBBox().x : edge;
        return {text: text.textContent, over: seen.x + seen.width - limit, width: seen.width};
    });
})"""
MEASURE_ALL = """() => [...document.querySelectorAll('text')].map(text => {
    const seen = text.getBBox();
    return [seen.x, seen.y, seen.x + seen.width, seen.y + seen.height, text.textContent];
})"""


async def test_no_text_leaves_its_box_or_touches_another() -> None:
    async with open_browser() as browser:
        page = await browser.new_page()
        for service, language in product(guide().services, LANGUAGES):
            await page.set_content(drawn(service, language))
            measured = await page.evaluate(MEASURE)
            assert measured
            over = [each for each in measured if each["over"] > 0]
            assert over == [], (service, language)
            texts = await page.evaluate(MEASURE_ALL)
            assert touching(texts) == [], (service, language)
        await page.close()


def touching(texts: list[list[Any]]) -> list[tuple[str, str]]:
    """Return texts that lie on one another by more than the overlap of their line heights."""
    found = []
    for position, (left, top, right, bottom, one) in enumerate(texts):
        for x, y, x_end, y_end, other in texts[position + 1 :]:
            across = min(right, x_end) - max(left, x)
            down = min(bottom, y_end) - max(top, y)
            if across > 1 and down > 0.3 * min(bottom - top, y_end - y):
                found.append((one, other))
    return found
