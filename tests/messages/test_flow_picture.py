"""The picture of a service: everything is in it, nothing overlaps, every line stays in its box."""

from dataclasses import replace
from functools import cache
from itertools import combinations, product
from xml.etree import ElementTree as ET

import pytest

from bot.guide import Guide
from bot.local_text import LocalText
from bot.services import Confidence, Form, Grounds, Service, Shop
from bot.telling import Parameters
from messages.flow_layout import WIDTH, lay_out
from messages.flow_picture import draw_flow
from messages.flow_shapes import STYLES, Box, Picture
from messages.flow_speech import Saying
from messages.flow_words import FlowSpeaker, FlowWords
from messages.text_width import width, wrap
from tests.bot.jiangwan import guide
from tests.messages.samples import catalogue
from tests.rows import each_of

LANGUAGES = ("zh-CN", "en")
ALL = list(product(guide().services, LANGUAGES))


@cache
def words(service: str, language: str) -> FlowWords:
    def say(key: str, parameters: Parameters) -> str:
        return catalogue().label(key, parameters, language, "")

    return FlowSpeaker(guide(), guide().services[service], say, language).words()


@cache
def picture(service: str, language: str) -> Picture:
    return lay_out(words(service, language))


@cache
def drawn(service: str, language: str) -> str:
    return draw_flow(catalogue(), guide(), guide().services[service], language)


def overlap(one: Box, other: Box) -> bool:
    across = one.x < other.right and other.x < one.right
    return across and one.y < other.bottom and other.y < one.bottom


@each_of(ALL)
def test_no_box_lies_on_another(service: str, language: str) -> None:
    for one, other in combinations(picture(service, language).boxes, 2):
        assert not overlap(one, other), (one.lines, other.lines)


@each_of(ALL)
def test_every_box_is_on_the_sheet_and_every_line_in_its_box(service: str, language: str) -> None:
    sheet = picture(service, language)
    for box in sheet.boxes:
        assert box.x >= 0
        assert box.right <= WIDTH
        assert box.bottom <= sheet.height
        for line in box.lines:
            assert box.y < line.y <= box.bottom
            # A sign that must not begin a line may hang over, within the box's margin.
            assert line.x + width(line.text, STYLES[line.style][0]) <= box.right + 1


@each_of(ALL)
def test_arrows_end_at_boxes(service: str, language: str) -> None:
    sheet = picture(service, language)
    for arrow in sheet.arrows:
        x, y = arrow.points[-1]
        assert any(
            abs(x - box.x) < 1 or (box.x < x < box.right and abs(y - box.y) < 1)
            for box in sheet.boxes
        )


@each_of(ALL)
def test_all_questions_papers_sources_and_marks_are_there(service: str, language: str) -> None:
    ET.fromstring(drawn(service, language))  # noqa: S314 - our own picture
    shown = "".join(line.text for box in picture(service, language).boxes for line in box.lines)
    close = shown.replace(" ", "").replace("\u00a0", "")
    known = guide().services[service]
    texts = [known.name, known.grounds.source, known.time.text, known.validity.text]
    texts += [guide().questions[step.question].text for step in known.steps]
    texts += [guide().papers[need.paper].name for need in known.papers]
    texts += [guide().questions[part.question].text for need in known.papers for part in need.when]
    texts += [fact.text for fact in known.wasted_trips]
    texts += [
        step.otherwise.text for step in known.steps if step.otherwise and step.otherwise.text
    ]
    texts += [advice.text for advice in known.advice]
    window, centre = guide().windows[known.window], guide().centre
    assert centre
    texts += [window.name, window.grounds.source, centre.name, centre.grounds.source]
    texts += [text for shop in shops_for(known) for text in (shop.name, shop.grounds.source)]
    texts += [window.place, centre.address]
    texts += [guide().papers[need.paper].grounds.source for need in known.papers]
    for text in texts:
        assert text.in_language(language).replace(" ", "") in close
    marks = {box.mark for box in picture(service, language).boxes}
    assert known.grounds.confidence in marks


def shops_for(service: Service) -> list[Shop]:
    forms = {need.form for need in service.papers}
    makes = {"copy"} if forms & {Form.COPY, Form.BOTH} else set()
    makes |= {"photo"} if Form.PHOTO in forms else set()
    return [shop for shop in guide().shops.values() if makes & {*shop.makes}]


def with_window(**changes: object) -> Guide:
    """Return the guide with another window for the senior citizen card."""
    window = replace(guide().windows["W3"], **changes)  # type: ignore[arg-type]
    return replace(guide(), windows={**guide().windows, "W3": window})


def facts_said(of: Guide) -> list[Saying]:
    def say(key: str, parameters: Parameters) -> str:
        return catalogue().label(key, parameters, "en", "")

    return [*FlowSpeaker(of, of.services["senior_card"], say, "en").words().facts]


def test_a_windows_own_source_days_and_certainty_are_shown() -> None:
    source = LocalText({"zh-CN": "中心的通知", "en": "A notice of the centre"})
    grounds = Grounds(source, Confidence.VERIFIED, "2026-01-01", "2027-03-31")
    place = facts_said(with_window(grounds=grounds, closed=frozenset({"2026-12-01"})))[1]
    assert place.mark.confidence is Confidence.VERIFIED
    assert place.mark.remarks == (
        "from 2026-01-01",
        "until 2027-03-31",
        "Source: A notice of the centre",
    )
    assert "Closed besides: 2026-12-01" in place.lines


def test_of_what_has_no_source_that_is_said() -> None:
    nobody = Grounds(LocalText({"zh-CN": "", "en": ""}), Confidence.TYPICAL)
    assert facts_said(with_window(grounds=nobody))[1].mark.remarks == ("Source: nobody has said",)


def test_papers_that_differ_in_their_sources_say_so_themselves() -> None:
    paper = guide().papers["photo_1in"]
    source = LocalText({"zh-CN": "照相馆", "en": "The studio"})
    other = replace(paper, grounds=replace(paper.grounds, source=source))
    changed = replace(guide(), papers={**guide().papers, "photo_1in": other})

    def say(key: str, parameters: Parameters) -> str:
        return catalogue().label(key, parameters, "en", "")

    said = FlowSpeaker(changed, changed.services["senior_card"], say, "en").words()
    assert said.details == ()
    shown = [saying.lines[-1] for branch in said.papers for saying in branch.sayings]
    assert all("Source: " in line for line in shown)
    assert [line for line in shown if "The studio" in line] == [shown[1]]


def test_what_is_less_sure_than_the_rest_is_marked() -> None:
    boxes = picture("mediation_application", "en").boxes
    (time,) = [box for box in boxes if box.lines and box.lines[0].text == "How long it takes"]
    assert time.mark == "typical"


def test_a_question_asked_of_some_says_of_whom() -> None:
    shown = [step.only_if for step in words("temporary_assistance", "en").steps]
    asked = (
        "asked only if:",
        "Is it a sudden hardship: fire, accident, serious illness? →\u00a0No",
    )
    assert shown == [(), asked, ()]


def test_another_service_is_named() -> None:
    assert words("hard_to_employ", "en").steps[0].elsewhere == (
        "Please register as unemployed first.",
        "Instead: Unemployment registration",
    )


def test_markup_in_the_data_is_shown_as_it_is() -> None:
    assert "<b>" not in drawn("senior_card", "en")


LINES = [
    ("请带身份证", 100.0, ["请带身份证"]),
    ("请带身份证和户口簿", 50.0, ["请带身份证", "和户口簿"]),
    ("请带身份证，和户口簿", 50.0, ["请带身份证，", "和户口簿"]),
    ("bring the card", 60.0, ["bring the", "card"]),
    ("", 30.0, [""]),
]


@pytest.mark.parametrize(("text", "most", "lines"), LINES)
def test_lines_break_where_they_may(text: str, most: float, lines: list[str]) -> None:
    assert wrap(text, 10.0, most) == lines


def test_a_word_that_no_line_can_hold_is_broken() -> None:
    lines = wrap("unemployment", 10.0, 30.0)
    assert "".join(lines) == "unemployment"
    assert all(width(line, 10.0) <= 30.0 for line in lines)
