"""Which category somebody's words mean."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.classify import Classifier, Guess
from bot.community import Community, Urgency
from tests.bot.jiangwan import classifier, community, folding

PLAIN = [
    ("下水道又堵了", "drain_blocked"),
    ("楼下的井盖没了", "manhole"),
    ("路灯不亮", "street_light"),
    ("我被狗咬了", "dog_bite"),
    ("隔壁的狗把我女儿咬了", "dog_bite"),
    ("my neighbour's dog bit my daughter", "dog_bite"),
    ("狗不牵绳到处跑", "dog_nuisance"),
    ("the drains are overflowing with sewage", "drain_blocked"),
    ("the ceiling is leaking", "leak"),
    ("two stray dogs", "stray_pest"),
]
FOLDED = [
    ("下水到冒水", "drain_blocked"),
    ("并盖翘起来了", "manhole"),
    ("點梯壞了", "elevator"),
    ("垃級没人收", "garbage_pile"),
    ("電梯壞了", "elevator"),
    ("煤氣洩漏，有臭雞蛋味", "gas_leak"),
    ("ＤＯＧ　ＢＩＴＥ", "dog_bite"),
]
LONGEST = [
    ("狗进电梯", "dog_nuisance"),
    ("有人推车进电梯", "ebike_charging"),
    ("消防栓没水", "fire_lane"),
    ("家里打架", "domestic_abuse"),
    ("gas leak", "gas_leak"),
    ("fire lane", "fire_lane"),
    ("fire exit locked", "fire_lane"),
    ("fireworks stored in the stairs", "fire_lane"),
    ("restaurant smoke", "fumes"),
    ("burning leaves", "fumes"),
    ("renovation noise", "noise_renovation"),
]
WHOLE_WORDS = [
    ("an unleashed dog", "dog_nuisance"),
    ("a shed on the roof", "illegal_build"),
    ("sheds everywhere", "illegal_build"),
]
DANGERS = [
    ("煤气泄漏", "gas_leak"),
    ("楼下有股煤气味", "gas_leak"),
    ("gas smell in the stairwell", "gas_leak"),
    ("it smells like gas here", "gas_leak"),
    ("老公打我", "domestic_abuse"),
    ("my husband hit me", "domestic_abuse"),
    ("有人受伤了流血不止", "person_at_risk"),
    ("邻居不省人事", "person_at_risk"),
    ("救命", "person_at_risk"),
    ("有人打我", "person_at_risk"),
    ("我爸心口疼", "person_at_risk"),
    ("我喘不上气了", "person_at_risk"),
    ("my mother fell and does not move", "person_at_risk"),
    ("my father has chest pain", "person_at_risk"),
    ("someone is hitting me", "person_at_risk"),
    ("有人要跳楼", "person_at_risk"),
    ("孩子掉进井里了", "person_at_risk"),
    ("有人拿刀砍人", "person_at_risk"),
    ("老人摔倒不动了", "person_at_risk"),
    ("有人晕倒在楼道", "person_at_risk"),
    ("someone is hurt and bleeding", "person_at_risk"),
    ("a man fell from the roof", "person_at_risk"),
    ("someone is unconscious on the stairs", "person_at_risk"),
    ("he is not breathing", "person_at_risk"),
    ("电梯里关人了", "elevator"),
    ("my mother is stuck in the lift", "elevator"),
    ("江湾小区3栋1单元着火了", "fire_smoke"),
    ("着火了快来人", "fire_smoke"),
]
NO_ALARM = ["电梯坏了", "没有人受伤", "独居老人没人照顾", "the lift is broken", "生活困难"]
TABLES = [*PLAIN, *FOLDED, *LONGEST, *WHOLE_WORDS]


@pytest.mark.parametrize(("words", "category"), DANGERS)
def test_whoever_writes_of_danger_is_warned_at_once(words: str, category: str) -> None:
    guess = classifier().guess(words)
    assert (guess.categories[:1], guess.is_sure) == ((category,), True)
    known = community().categories[category]
    assert known.urgency is Urgency.EMERGENCY or category in guess.alarms


@pytest.mark.parametrize("words", NO_ALARM)
def test_what_is_no_danger_raises_no_alarm(words: str) -> None:
    guess = classifier().guess(words)
    urgencies = [community().categories[each].urgency for each in guess.categories]
    assert not guess.alarms
    assert Urgency.EMERGENCY not in urgencies[:1] or not guess.is_sure


@pytest.mark.parametrize(("words", "category"), TABLES)
def test_plain_words_mean_one_category(words: str, category: str) -> None:
    guess = classifier().guess(words)
    assert (guess.categories, guess.is_sure) == ((category,), True)
    assert guess.question is None
    assert guess.matched


NOTHING = [
    "",
    "你好",
    "垃级没人管",
    "一把伞",
    "unshedded",
    "leakage",
    "dogged",
    "fired",
    "没有着火",
    "沒有著火",
    "没着火",
    "不是煤气味",
    "家里不漏水",
    "无积水",
    "no fire",
    "no smoke",
    "not a fire",
    "it isn't a gas leak",
    "it isn’t a gas leak",
    "without any smoke",
    "no more noise",
    "I don't smell gas",
]


@pytest.mark.parametrize("words", NOTHING)
def test_other_words_mean_nothing_and_a_denial_cancels_the_match(words: str) -> None:
    assert classifier().guess(words) == Guess(())


QUESTIONS_ABOUT_DANGER = [
    ("是不是漏气了", "gas_leak"),
    ("有没有漏电啊", "electric_hazard"),
    ("会不会着火", "fire_smoke"),
    ("piano smoke", "fire_smoke"),
]


@pytest.mark.parametrize(("words", "category"), QUESTIONS_ABOUT_DANGER)
def test_asking_whether_is_no_denial(words: str, category: str) -> None:
    assert classifier().guess(words).categories == (category,)


def test_what_is_denied_leaves_the_rest_standing() -> None:
    assert classifier().guess("没有着火，下水道堵了").categories == ("drain_blocked",)
    assert classifier().guess("no fire, only a pothole").categories == ("road_damage",)


AMBIGUOUS = [
    ("堵了", "drain_blocked"),
    ("到处是水", "leak"),
    ("三栋二單元漏水了", "leak"),
    ("好臭", "gas_leak"),
    ("好大味道", "gas_leak"),
    ("太吵了", "noise_living"),
    ("有人打架", "security"),
    ("楼下不亮", "street_light"),
    ("狗", "dog_bite"),
    ("东西掉下来", "falling_objects"),
    ("一个老人", "person_at_risk"),
    ("有辆车", "parking"),
    ("a dog", "dog_bite"),
    ("what a smell", "gas_leak"),
]


@pytest.mark.parametrize(("words", "dangerous_first"), AMBIGUOUS)
def test_an_ambiguous_word_asks_one_question(words: str, dangerous_first: str) -> None:
    guess = classifier().guess(words)
    assert guess.question is not None
    assert guess.categories[0] == dangerous_first
    assert 2 <= len(guess.categories) <= 4
    assert not guess.is_sure


def test_of_two_ambiguous_words_the_more_dangerous_question_is_asked() -> None:
    guess = classifier().guess("车旁边好臭")
    assert guess.question is not None
    assert guess.question.in_language("zh-CN") == "像煤气味吗？"


def test_plain_words_beat_an_ambiguous_one_beside_them() -> None:
    assert classifier().guess("垃圾堆好臭").categories == ("garbage_pile",)


def test_an_emergency_beats_everything_else_and_warns_without_a_question() -> None:
    guess = classifier().guess("楼道堵了，垃圾堆，路灯坏，电线掉下来了")
    assert guess.categories[0] == "electric_hazard"
    assert guess.is_sure
    assert len(guess.categories) == 3


def test_two_emergencies_are_not_decided_by_the_machine() -> None:
    guess = classifier().guess("着火了，还有煤气味")
    assert set(guess.categories) == {"fire_smoke", "gas_leak"}
    assert not guess.is_sure


def test_of_several_plain_matches_the_one_with_more_letters_comes_first() -> None:
    guess = classifier().guess("积水，垃圾没人收，生活垃圾")
    assert guess.categories == ("garbage_pile", "waterlogging")
    assert not guess.is_sure


def test_equal_matches_are_ordered_by_urgency() -> None:
    assert classifier().guess("绿化和积水").categories == ("waterlogging", "greenery")


@pytest.mark.parametrize("code", list(community().categories))
def test_every_category_is_found_by_one_of_its_own_keywords(code: str) -> None:
    category = community().categories[code]
    sure = [word for word in category.keywords if classifier().guess(word) == _sure(code, word)]
    for language in ("zh-CN", "en"):
        is_english = language == "en"
        assert any(word.isascii() is is_english for word in sure), f"{code} in {language}"


def _sure(code: str, word: str) -> Guess:
    return Guess((code,), is_sure=True, matched=(folding().fold(word),))


def test_no_keyword_leads_to_another_category_alone() -> None:
    for code, category in community().categories.items():
        for word in category.keywords:
            assert code in classifier().guess(word).categories, word


def test_categories_that_hang_on_their_first_question_are_no_emergency_before() -> None:
    for code in ("elevator", "person_at_risk"):
        assert community().categories[code].urgency is Urgency.NORMAL
        assert community().categories[code].first_question


def test_empty_keywords_are_left_out() -> None:
    assert Classifier(_with_keywords("", "漏"), folding()).guess("漏").categories == ("other",)


def _with_keywords(*keywords: str) -> Community:
    other = replace(community().categories["other"], keywords=keywords)
    return replace(community(), categories={"other": other}, ambiguous_words=())


PIECES = st.sampled_from(["漏水", "没有", "狗", "fire", "no ", "臭", "着火", "电梯", " ", "s"])


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join)))
def test_guessing_never_fails(words: str) -> None:
    guess = classifier().guess(words)
    assert set(guess.categories) <= set(community().categories)
    assert len(guess.categories) == len(set(guess.categories)) <= 4
    assert not guess.is_sure or guess.categories


@pytest.mark.parametrize("piece", ["漏水", "狗", "fire ", "没有", "\ud83d", "\ufdfa"])
def test_the_longest_texts_are_read_too(piece: str) -> None:
    assert len(classifier().guess(piece * (4096 // len(piece))).categories) <= 4
