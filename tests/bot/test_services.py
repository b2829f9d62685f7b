"""The sample centre says everything that is known of its seventeen services and twenty proofs."""

import re

from bot.local_text import LocalText
from bot.services import Confidence, Form, Question, Service
from tests.bot.jiangwan import community, guide
from tests.rows import each_of

LANGUAGES = ("zh-CN", "en")
SERVICES = list(guide().services.values())
# Chinese names of offices may stand in brackets; a file's number is written as it is.
ALLOWED_CHINESE = re.compile(r"\([\u4e00-\u9fff]+\)|赣财社〔2019〕1号")


def texts_of(service: Service) -> list[LocalText]:
    facts = (*service.times, *service.validities, *service.fees, *service.wasted_trips)
    said = [service.name, service.grounds.source, *(fact.text for fact in facts)]
    said += [
        step.otherwise.text for step in service.steps if step.otherwise and step.otherwise.text
    ]
    said += [need.note for need in service.papers if need.note]
    said += [advice.text for advice in service.advice]
    asked = {part.question for need in service.papers for part in need.when}
    asked |= {step.question for step in service.steps}
    return said + [community().questions[code].text for code in sorted(asked)]


def all_texts() -> list[tuple[str, LocalText]]:
    found = [(service.code, text) for service in SERVICES for text in texts_of(service)]
    for paper in community().papers.values():
        texts = (
            paper.name,
            paper.how_to_get,
            paper.issuer,
            paper.lasts,
            paper.instead,
            paper.short,
        )
        found += [(paper.code, text) for text in texts if text]
    for window in community().windows.values():
        found += [(window.code, text) for text in (window.name, window.place)]
    for shop in community().shops.values():
        found += [(shop.code, text) for text in (shop.name, shop.place)]
    for proof in community().proofs.values():
        said = (proof.name, proof.rule, proof.alternative, proof.grounds.source)
        found += [(proof.code, text) for text in said]
    return found


def test_there_are_seventeen_services_twenty_proofs_and_seven_windows() -> None:
    assert len(SERVICES) == 17
    assert len(community().proofs) == 20
    assert len(community().windows) == 7
    assert {service.window for service in SERVICES} == set(community().windows)


@each_of(all_texts())
def test_every_text_says_something_in_each_language(code: str, text: LocalText) -> None:
    for language in LANGUAGES:
        assert text.texts[language].strip(), code


@each_of(all_texts())
def test_english_is_english(code: str, text: LocalText) -> None:
    assert not re.search(r"[\u4e00-\u9fff]", ALLOWED_CHINESE.sub("", text.texts["en"])), code


@each_of(all_texts())
def test_chinese_is_polite_and_has_chinese_punctuation(code: str, text: LocalText) -> None:
    said = text.texts["zh-CN"]
    for word in ("你", "！", "亲，", "高度重视", "须提供", "不合格"):
        assert word not in said
    assert not re.search(r"[\u4e00-\u9fff][,;?()]", said)


# Words that turn a question round: nobody knows then what "yes" means. What stands in brackets
# only explains; in these three the words are part of what is named, not of the question.
TURNED = {
    "zh-CN": re.compile(r"不(?!一样|同)|没|未|无|非(?!常)"),
    "en": re.compile(r"\b(?:not|no|never|without|nobody|nor)\b|n't"),
}
NAMES_WITH_SUCH_WORDS = {"hardship_ground", "zero_employment_family", "means_known"}


@each_of(question for question in community().questions.items())
def test_a_question_is_never_negative(code: str, question: Question) -> None:
    for language, turned in TURNED.items():
        asked = re.sub(r"（[^）]*）|\([^)]*\)", "", question.text.texts[language])
        assert code in NAMES_WITH_SUCH_WORDS or not turned.search(asked), asked


@each_of(question for question in community().questions.items())
def test_answers_in_words_differ_and_fit_a_button(code: str, question: Question) -> None:
    for language in LANGUAGES:
        said = [each.texts[language] for each in (question.yes, question.no) if each]
        assert len(set(said)) == len(said), code
        assert all(len(each) <= 24 for each in said), code


@each_of((question.code, question.text) for question in community().questions.values())
def test_a_question_ends_with_a_question_mark(code: str, text: LocalText) -> None:
    assert "？" in text.texts["zh-CN"]
    assert "?" in text.texts["en"]


@each_of((service,) for service in SERVICES)
def test_a_service_says_who_may_what_to_bring_and_what_goes_wrong(service: Service) -> None:
    assert service.steps
    assert service.papers
    assert service.wasted_trips
    assert service.also_known_as
    assert service.time.text.texts["zh-CN"]
    assert service.validity.text.texts["zh-CN"]


def test_services_are_as_sure_as_their_sources() -> None:
    sure = {each.code for each in SERVICES if each.grounds.confidence is Confidence.VERIFIED}
    assert sure == {"minimum_living", "residence_permit", "legal_aid", "mediation_application"}


def test_every_paper_to_bring_says_how_to_get_it_and_who_issues_it() -> None:
    for paper in community().papers.values():
        assert paper.how_to_get is not None, paper.code
        assert paper.issuer is not None, paper.code


def test_copies_are_counted_where_copies_are_wanted() -> None:
    for service in SERVICES:
        for need in service.papers:
            if need.form in {Form.COPY, Form.BOTH, Form.PHOTO}:
                assert need.copies > 0, (service.code, need.paper)


def test_every_paper_is_wanted_somewhere() -> None:
    wanted = {need.paper for service in SERVICES for need in service.papers}
    wanted |= {code for service in SERVICES for need in service.papers for code in need.instead}
    assert wanted == set(community().papers)


def test_only_answers_about_the_person_are_kept() -> None:
    kept = {question.code for question in community().questions.values() if question.kept}
    assert {"married", "registered_here", "low_income_family"} <= kept
    assert not kept & {"agent", "newborn", "urgent_now", "agrees_to_check"}
