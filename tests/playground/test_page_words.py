"""The page's sentences: the same in both languages, and none that is missing or unused."""

import re

from playground.server import STATIC
from tests.playground.browser import placeholders, words_of

CHINESE, ENGLISH = words_of(STATIC / "words-zh.js"), words_of(STATIC / "words-en.js")
SCRIPTS = "\n".join(
    path.read_text(encoding="utf-8")
    for path in STATIC.glob("*.js")
    if not path.name.startswith("words-")
)
OTHER_FILES = [path for path in STATIC.iterdir() if path.suffix in {".css", ".html", ".js"}]


def test_both_languages_have_the_same_keys() -> None:
    assert list(CHINESE) == list(ENGLISH)


def test_both_languages_have_the_same_placeholders() -> None:
    differing = [k for k in CHINESE if placeholders(CHINESE[k]) != placeholders(ENGLISH[k])]
    assert differing == []


def test_every_key_that_the_page_says_has_words() -> None:
    said = set(re.findall(r'"((?:[a-z]+\.)[A-Za-z_]+)"', SCRIPTS))
    families = {key.partition(".")[0] for key in CHINESE}
    files = {"photo.jpg"}
    assert {key for key in said - files if key.partition(".")[0] in families} <= set(CHINESE)


def test_no_words_are_left_over() -> None:
    built = set(re.findall(r"`([a-z]+)\.\$\{", SCRIPTS))
    unused = [
        key for key in CHINESE if f'"{key}"' not in SCRIPTS and key.partition(".")[0] not in built
    ]
    assert unused == []


def test_the_page_loads_nothing_from_elsewhere() -> None:
    for path in OTHER_FILES:
        links = re.findall(r"https?://[\w.]+", path.read_text(encoding="utf-8"))
        assert set(links) <= {"http://www.w3.org"}, path.name


def test_only_text_made_by_the_server_is_read_as_html() -> None:
    assert SCRIPTS.count("innerHTML") == 1
    assert "insertAdjacentHTML" not in SCRIPTS
