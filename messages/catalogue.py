"""The catalogue: every sentence by key and language, checked when loaded, then rendered."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined, Template, TemplateSyntaxError, nodes

from bot.community import Community
from bot.telling import Parameters
from messages.errors import BadCatalogueError
from messages.filters import FILTERS

FOLDER = Path(__file__).parent
SENTENCES_KEPT = 8192
LANGUAGES = ("zh-CN", "en")
Communities = Mapping[str, Community]


class Catalogue:
    """All sentences. The filters that name categories, grids and people look in `communities`."""

    def __init__(
        self, sentences: Mapping[str, Mapping[str, str]], communities: Communities
    ) -> None:
        self.languages = tuple(sentences)
        self._communities = communities
        self._sentences = sentences
        self._compiled: dict[tuple[bool, str, str], Template] = {}
        self._fixed = {
            (language, key): sentence.strip()
            for language, said in sentences.items()
            for key, sentence in said.items()
            if "{" not in sentence
        }

    @classmethod
    def load(cls, communities: Communities, folder: Path = FOLDER) -> "Catalogue":
        """Read every language's folder and refuse a catalogue that does not fit together."""
        sentences = {language: read_language(folder / language) for language in LANGUAGES}
        check(sentences)
        return cls(sentences, communities)

    @property
    def keys(self) -> frozenset[str]:
        """Every key there is."""
        return frozenset(self._sentences[self.languages[0]])

    def render(self, key: str, parameters: Parameters, language: str, community: str) -> str:
        """Return a text as Telegram's HTML; what people typed is escaped."""
        return self._say(key, parameters, (language, community), escape=True)

    def label(self, key: str, parameters: Parameters, language: str, community: str) -> str:
        """Return a button's or a toast's text, plain."""
        return self._say(key, parameters, (language, community), escape=False)

    def _say(
        self, key: str, parameters: Parameters, receiver: tuple[str, str], *, escape: bool
    ) -> str:
        """Fill a sentence in; one without placeholders is as it stands."""
        fixed = self._fixed.get((receiver[0], key))
        if fixed is not None:
            return fixed
        template = self._template(key, receiver[0], escape=escape)
        # The sentence's own names are all there are: the library's globals stay out.
        made = template.environment.context_class
        context = made(
            template.environment,
            self._context(parameters, *receiver),
            template.name,
            template.blocks,
        )
        return "".join(template.root_render_func(context)).strip()

    def _template(self, key: str, language: str, *, escape: bool) -> Template:
        language = language if language in self._sentences else self.languages[0]
        name = (escape, language, key)
        template = self._compiled.get(name)
        if template is None:
            template = compiled(self._sentences[language][key], escape=escape)
            self._compiled[name] = template
        return template

    def _context(self, parameters: Parameters, language: str, community: str) -> dict[str, object]:
        known = self._communities.get(community) or next(iter(self._communities.values()), None)
        words = self._sentences.get(language, self._sentences[self.languages[0]])

        def said(key: str, inner: Parameters, escape: bool) -> str:  # noqa: FBT001 - called by a filter
            say = self.render if escape else self.label
            return say(key, inner, language, community)

        return {
            **parameters,
            "_language": language,
            "_community": known,
            "_words": words,
            "_said": said,
        }


@cache
def read_language(folder: Path) -> Mapping[str, str]:
    """Read one language, once: the file's name is the first part of every key in it."""
    sentences: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            content = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise BadCatalogueError(f"{folder.name}/{path.name}: {error}") from error
        sentences.update(_leaves(path.stem, content))
    return sentences


def check(sentences: Mapping[str, Mapping[str, str]]) -> None:
    """Refuse languages that differ in keys or placeholders, and templates that cannot be read."""
    first, *others = sentences
    for language in others:
        missing = sorted(set(sentences[first]) ^ set(sentences[language]))
        if missing:
            raise BadCatalogueError(f"{missing[0]} is in only one of {first} and {language}")
    for key in sentences[first]:
        used = {language: placeholders(key, sentences[language][key]) for language in sentences}
        if len(set(used.values())) > 1:
            raise BadCatalogueError(f"{key}: the languages use different placeholders")


@lru_cache(SENTENCES_KEPT)
def compiled(sentence: str, *, escape: bool) -> Template:
    """Return a sentence ready to be filled in; each is compiled once, and only when it is said."""
    return environment(escape=escape).from_string(sentence)


@lru_cache(SENTENCES_KEPT)
def placeholders(key: str, sentence: str) -> frozenset[str]:
    """Return the parameters that a sentence uses."""
    try:
        tree = environment(escape=True).parse(sentence)
    except TemplateSyntaxError as error:
        raise BadCatalogueError(f"{key}: {error.message}") from error
    names = tree.find_all(nodes.Name)
    assigned = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "store"}
    return frozenset(name.name for name in names) - assigned


@cache
def environment(*, escape: bool) -> Environment:
    """Return where sentences are compiled, for Telegram's HTML or for plain text."""
    made = Environment(
        autoescape=escape,  # noqa: S701 - labels and toasts are plain text, Telegram shows no HTML there
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(FILTERS)
    # No sentence uses the library's own functions; each rendering would list their names.
    made.globals.clear()
    return made


def _leaves(path: str, content: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in content.items():
        if isinstance(value, str):
            yield f"{path}.{name}", value
        else:
            yield from _leaves(f"{path}.{name}", value)
