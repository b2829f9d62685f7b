"""What a service's flow picture says about place, time and fee, each with what it is based on."""

from collections.abc import Iterator

from bot.services import Fact, Form, Window
from messages.flow_speech import Mark, Saying, Speech

# What a shop makes for a paper of this form.
_MADE = {Form.COPY: "copy", Form.BOTH: "copy", Form.PHOTO: "photo"}


def facts(speech: Speech) -> Iterator[Saying]:
    """Yield the facts of a service: which window, where and when, how long, how much, shops."""
    at = speech.service.windows[0]
    window = speech.guide.windows[at.window]
    yield Saying(_title(speech, "window"), (speech.text(window.name),), speech.mark(at.grounds))
    yield _place(speech, window)
    yield from _centre(speech)
    service = speech.service
    for key, fact in (("time", service.time), ("validity", service.validity)):
        yield _fact(speech, key, fact)
    if service.fee:
        yield _fact(speech, "fee", service.fee)
    else:
        free = (speech.say("flow.free", {}),)
        yield Saying(_title(speech, "fee"), free, speech.mark(service.grounds))
    yield from _shops(speech)


def wasted_trips(speech: Speech) -> Iterator[str]:
    """Yield the reasons for a wasted trip, each with what differs from the rest."""
    for fact in speech.service.wasted_trips:
        remarks = list(speech.mark(fact.grounds).remarks)
        if fact.grounds.confidence != speech.service.grounds.confidence:
            remarks.append(speech.say(f"flow.confidence.{fact.grounds.confidence}", {}))
        said = speech.text(fact.text)
        words = {"words": said, "remarks": " · ".join(remarks)}
        yield speech.say("flow.remarked", words) if remarks else said


def _title(speech: Speech, key: str) -> str:
    return speech.say(f"flow.fact.{key}", {})


def _fact(speech: Speech, key: str, fact: Fact) -> Saying:
    return Saying(_title(speech, key), (speech.text(fact.text),), speech.mark(fact.grounds))


def _place(speech: Speech, window: Window) -> Saying:
    lines = [speech.text(window.place), *speech.hours(window.hours)]
    if window.phone:
        lines.append(speech.labelled("flow.phone", window.phone))
    if window.closed:
        lines.append(speech.labelled("flow.closed", " ".join(sorted(window.closed))))
    if window.appointments:
        pace = window.appointments
        told = {"minutes": pace.minutes, "places": pace.places}
        lines.append(speech.say("flow.appointments", told))
    return Saying(_title(speech, "place"), tuple(lines), speech.own_mark(window.grounds))


def _centre(speech: Speech) -> Iterator[Saying]:
    centre = speech.guide.centre
    if centre:
        lines = (speech.text(centre.name), speech.text(centre.address), speech.perhaps(centre.way))
        said = tuple(line for line in lines if line)
        yield Saying(_title(speech, "centre"), said, speech.own_mark(centre.grounds))


def _shops(speech: Speech) -> Iterator[Saying]:
    """Yield the shops that make what this service wants."""
    wanted = {_MADE.get(need.form) for need in speech.service.papers}
    for shop in speech.guide.shops.values():
        makes = [each for each in shop.makes if each in wanted]
        if makes:
            made = " · ".join(speech.say(f"flow.makes.{each}", {}) for each in makes)
            name = f"{speech.text(shop.name)} · {made}"
            lines = (name, speech.text(shop.place), *speech.hours(shop.hours))
            yield Saying(_title(speech, "shop"), lines, speech.own_mark(shop.grounds))


def paper_marks(speech: Speech) -> dict[str, Mark]:
    """Return, by the paper's code, what its details are based on."""
    papers = [speech.guide.papers[need.paper] for need in speech.service.papers]
    return {paper.code: speech.own_mark(paper.grounds) for paper in papers}
