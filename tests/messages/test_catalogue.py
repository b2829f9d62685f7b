"""The catalogue fits together, and a broken one is refused."""

from pathlib import Path

import pytest
from jinja2 import UndefinedError

from messages.catalogue import FOLDER, LANGUAGES, Catalogue, check, read_language
from messages.errors import BadCatalogueError
from tests.bot.jiangwan import community
from tests.messages.samples import catalogue, sentences, used_by


def test_all_languages_have_the_same_keys() -> None:
    assert set(sentences("zh-CN")) == set(sentences("en"))
    assert catalogue().keys == frozenset(sentences("en"))


def test_all_languages_have_the_same_files() -> None:
    files = [sorted(path.name for path in (FOLDER / each).glob("*.toml")) for each in LANGUAGES]
    assert files[0] == files[1]


def test_the_catalogue_passes_its_own_check() -> None:
    check({language: sentences(language) for language in LANGUAGES})


BROKEN = [
    ("a key is missing in one language", {"a.b": "x"}, {}, "a.b is in only one of zh-CN and en"),
    ("a key is too much in one", {"a.b": "x"}, {"a.b": "x", "a.c": "y"}, "a.c is in only one"),
    (
        "a placeholder is missing",
        {"a.b": "{{ number }}"},
        {"a.b": "none"},
        "a.b: the languages use different placeholders",
    ),
    (
        "a placeholder has another name",
        {"a.b": "{{ number }}"},
        {"a.b": "{{ count }}"},
        "different placeholders",
    ),
    ("a brace is open", {"a.b": "{{ number"}, {"a.b": "{{ number"}, "a.b: "),
    ("a block is open", {"a.b": "{% if x %}"}, {"a.b": "{% if x %}"}, "a.b: "),
]


@pytest.mark.parametrize(("what", "chinese", "english", "said"), BROKEN)
def test_a_broken_catalogue_is_refused(
    what: str, chinese: dict[str, str], english: dict[str, str], said: str
) -> None:
    with pytest.raises(BadCatalogueError) as refused:
        check({"zh-CN": chinese, "en": english})
    assert said in str(refused.value), what


def test_what_a_sentence_names_itself_is_no_placeholder() -> None:
    loops = "{% for each in cases %}{{ each }}{% endfor %}"
    check({"zh-CN": {"a.b": loops}, "en": {"a.b": loops.replace("each", "case")}})


def test_a_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "report.toml").write_text("words = [", encoding="utf-8")
    with pytest.raises(BadCatalogueError, match=r"en/report\.toml"):
        read_language(tmp_path / "en")


def test_a_language_without_folder_has_no_words(tmp_path: Path) -> None:
    (tmp_path / "zh-CN").mkdir()
    (tmp_path / "zh-CN" / "a.toml").write_text('b = "x"', encoding="utf-8")
    with pytest.raises(BadCatalogueError):
        Catalogue.load({}, tmp_path)


def test_words_are_read_by_file_and_table(tmp_path: Path) -> None:
    (tmp_path / "report.toml").write_text('[ask]\nwords = "说吧"\n', encoding="utf-8")
    assert read_language(tmp_path) == {"report.ask.words": "说吧"}


def small(sentence: str) -> Catalogue:
    return Catalogue({"zh-CN": {"a.b": sentence}}, {"jiangwan": community()})


def test_html_in_what_people_typed_is_escaped_in_texts_only() -> None:
    said = {"words": "<b>漏水</b> & <script>"}
    one = small("<b>{{ words }}</b>")
    assert one.render("a.b", said, "zh-CN", "jiangwan") == (
        "<b>&lt;b&gt;漏水&lt;/b&gt; &amp; &lt;script&gt;</b>"
    )
    assert one.label("a.b", said, "zh-CN", "jiangwan") == "<b><b>漏水</b> & <script></b>"


def test_a_missing_parameter_is_no_silent_gap() -> None:
    with pytest.raises(UndefinedError):
        small("{{ words }}").render("a.b", {}, "zh-CN", "jiangwan")


def test_an_unknown_language_is_spoken_to_in_the_first_one() -> None:
    assert catalogue().label("withdraw.button.yes", {}, "fr", "jiangwan") == "确定撤回"
    assert catalogue().languages == ("zh-CN", "en")


def test_an_unknown_community_is_spoken_for_by_the_first_one() -> None:
    said = catalogue().label("data.estate", {"estate": "market"}, "en", "x")
    assert said == "Market Quarter"


def test_a_sentence_is_compiled_once() -> None:
    one = small("x")
    first = one.render("a.b", {}, "zh-CN", "jiangwan")
    assert one.render("a.b", {}, "zh-CN", "jiangwan") == first == "x"


def test_the_samples_know_which_parameters_a_sentence_uses() -> None:
    assert used_by("case.place") == {"number", "building", "words"}
