"""A service as a picture of its flow (SVG), for the centre to check against the facts."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.guide import Guide
from bot.services import Service
from bot.telling import Parameters
from messages.catalogue import Catalogue
from messages.flow_layout import lay_out
from messages.flow_words import FlowSpeaker

FOLDER = Path(__file__).parent / "pictures"


def draw_flow(catalogue: Catalogue, guide: Guide, service: Service, language: str) -> str:
    """Return the flow of a service, as the guide's day has it, as SVG."""

    def say(key: str, parameters: Parameters) -> str:
        return catalogue.label(key, parameters, language, "")

    words = FlowSpeaker(guide, service, say, language).words()
    template = _environment().get_template("flow.svg")
    return template.render(picture=lay_out(words), title=words.title, language=language)


def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
