"""A table of persons for each service: what they say and have, what is missing, where they go."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pre_check import NotHere, PapersNeeded, asked, implied, known, next_question, outcome
from bot.services import Advice, PaperNeeded, Service, Step
from bot.verdict import Held, verdict
from tests.bot.jiangwan import guide
from tests.bot.persons import NEWCOMER, ONE_CHILD, PERSONS, WORKLESS
from tests.rows import each_of

MOST = 12


def answers_of(service: Service, yes: str) -> dict[str, bool]:
    """Answer every question: yes to those named, no to the others."""
    said = set(yes.split())
    answers: dict[str, bool] = {}
    while question := next_question(guide(), service, answers):
        assert question.code not in answers
        answers[question.code] = question.code in said
    unasked = said - set(answers)
    assert not unasked, f"never asked: {unasked}"
    return answers


def held(has: str) -> dict[str, Held]:
    """Return what somebody holds; a star says that the copy is missing."""
    return {
        code.rstrip("*"): Held.WITHOUT_COPY if code.endswith("*") else Held.HAVE
        for code in has.split()
    }


def told(service: Service, yes: str, has: str) -> str:
    """Return what somebody is told."""
    led = outcome(guide(), service, answers_of(service, yes))
    if isinstance(led, NotHere):
        assert led.step.otherwise is not None
        return f"not here, {led.step.question} → {led.step.otherwise.service or 'told why'}"
    assert isinstance(led, PapersNeeded)
    holds = held(has)
    missing = {need.paper: Held.MISSING for need in led.to_bring}
    judged = verdict(led, {**missing, **holds})
    assert judged.go == (not judged.missing)
    if judged.go:
        return "go"
    return "missing " + " ".join(
        f"{gap.need.paper}{'*' if gap.held is Held.WITHOUT_COPY else ''}" for gap in judged.missing
    )


def test_every_service_has_its_persons() -> None:
    assert set(PERSONS) == set(guide().services)


@each_of((service, *person) for service, persons in PERSONS.items() for person in persons)
def test_somebody_who_says_yes_to_these_and_has_those_is_told(
    service: str, yes: str, has: str, expected: str
) -> None:
    assert told(guide().services[service], yes, has) == expected


def papers_of(service: Service, yes: str) -> tuple[PaperNeeded, ...]:
    led = outcome(guide(), service, answers_of(service, yes))
    return led.papers if isinstance(led, PapersNeeded) else ()


@each_of((service,) for service in PERSONS)
def test_the_persons_of_a_service_differ_in_every_answer_and_paper(service: str) -> None:
    """Every question is answered yes by one and no by another, and stops whom it can stop.

    Every paper that not everybody needs is needed by one and not by another, who may too.
    """
    data, persons = guide().services[service], PERSONS[service]
    answers = [known(guide(), answers_of(data, yes)) for yes, _, _ in persons]
    facts: tuple[Step | PaperNeeded | Advice, ...] = (*data.steps, *data.papers, *data.advice)
    decisive = {part.question for each in facts for part in each.when}
    for code in decisive | {step.question for step in data.steps}:
        assert {each.get(code) for each in answers} >= {True, False}, code
    stopped = {told.split()[2].rstrip(",") for _, _, told in persons if told.startswith("not")}
    assert stopped == {step.question for step in data.steps if step.want is not None}
    needed = [papers_of(data, yes) for yes, _, told in persons if not told.startswith("not")]
    for need in data.papers:
        assert any(need in each for each in needed), need.paper
        if need.when:
            assert not all(need in each for each in needed), need.paper
    missing = {told.rstrip("*") for _, _, said in persons for told in said.split()}
    for need in data.papers:
        if need.when and verdict(PapersNeeded((need,), ()), {}).unasked:
            assert need.paper in missing or _never_blocks(need), need.paper


def _never_blocks(need: PaperNeeded) -> bool:
    return not verdict(PapersNeeded((need,), ()), {need.paper: Held.MISSING}).missing


def test_what_another_answer_settles_is_not_asked() -> None:
    service = guide().services["unemployment_registration"]
    answers = answers_of(service, f"{WORKLESS} was_employed")
    assert {"had_business", "new_graduate", "left_forces", "released"}.isdisjoint(answers)
    assert implied(guide(), answers)["new_graduate"] is False


def test_kept_answers_are_not_asked_again() -> None:
    service = guide().services["senior_card"]
    question = next_question(guide(), service, {"is_eighty": True, "registered_here": True})
    assert question is not None
    assert question.code == "only_for_buses"


def test_answers_that_contradict_one_another_do_not_count_twice() -> None:
    facts = known(guide(), {"married": True, "divorced": True})
    assert facts["divorced"] is False
    service = guide().services["one_child_parents"]
    answers = {**answers_of(service, f"{ONE_CHILD} married"), "divorced": True}
    led = outcome(guide(), service, answers)
    assert isinstance(led, PapersNeeded)
    assert "divorce_doc" not in {need.paper for need in led.papers}
    assert "divorced" not in {question.code for question in asked(guide(), service, answers)}


def test_a_changed_answer_takes_along_what_no_longer_applies() -> None:
    service = guide().services["residence_permit"]
    answers = answers_of(service, f"{NEWCOMER} rents_home")
    changed = {**answers, "owns_home": True}
    assert [question.code for question in asked(guide(), service, changed)] == [
        "registered_in_other_city",
        "lived_half_year",
        "stable_ground",
        "agent",
        "owns_home",
        "by_job",
        "by_school",
    ]
    led = outcome(guide(), service, changed)
    assert isinstance(led, PapersNeeded)
    assert {"deed"} == {need.paper for need in led.papers} & {"deed", "lease", "host_proof"}


def test_advice_is_for_those_it_concerns() -> None:
    service = guide().services["veteran_card"]
    for file, expected in (("", 1), (" file_registered", 0)):
        led = outcome(guide(), service, answers_of(service, f"veteran_or_survivor{file}"))
        assert isinstance(led, PapersNeeded)
        assert len(led.advice) == expected


QUESTIONS = sorted(guide().questions)
CHANGES = st.lists(st.tuples(st.sampled_from(QUESTIONS), st.booleans()), max_size=40)
KEPT = st.dictionaries(st.sampled_from(QUESTIONS), st.booleans())


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(guide().services)), KEPT, CHANGES, st.data())
def test_no_answers_and_changes_reach_a_dead_end(
    code: str, kept: Mapping[str, bool], changes: list[tuple[str, bool]], data: st.DataObject
) -> None:
    """Whatever was kept, answered and changed: the questions end, and with an outcome."""
    service = guide().services[code]
    answers = dict(kept)
    for question, answer in changes:
        answers[question] = answer
        open_question = next_question(guide(), service, answers)
        assert (open_question is None) == (outcome(guide(), service, answers) is not None)
        if open_question:
            assert open_question.code not in known(guide(), answers)
    for _ in range(MOST + 1):
        open_question = next_question(guide(), service, answers)
        if open_question is None:
            break
        answers[open_question.code] = data.draw(st.booleans())
    led = outcome(guide(), service, answers)
    assert led is not None
    assert len(asked(guide(), service, answers)) <= MOST
    if isinstance(led, PapersNeeded):
        assert verdict(led, dict.fromkeys(guide().papers, Held.HAVE)).go
